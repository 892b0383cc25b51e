from collections.abc import Iterable
from dataclasses import replace
from typing import Any

import pytest

from lading.standoff import Span
from schemas.vocabularies import Origin
from scripts.draft import Draft
from scripts.entries import Entry, Place
from scripts.merge import merge, merge_records
from scripts.sources import read_source
from tests.scripts.workspace import GOOD, REVIEWED

PLACE = Place("a draft")


def record(start: int, end: int, **values: Any) -> Entry:
    return Entry({"start": start, "end": end, "origin": Origin.CONVERTER.value, **values}, PLACE)


def curated(start: int, end: int, **values: Any) -> Entry:
    return record(start, end, origin=Origin.CURATOR.value, **values)


def merged(existing: Iterable[Entry], fresh: Iterable[Entry], *rejected: Span) -> list[tuple[Any, ...]]:
    records = merge_records(existing, fresh, rejected)
    return sorted((entry.values["start"], entry.values["end"], str(entry.values["origin"])) for entry in records)


def test_what_the_converter_found_before_is_replaced_by_what_it_finds_now() -> None:
    assert merged([record(0, 5)], [record(0, 6)]) == [(0, 6, "converter")]


def test_a_curators_record_wins_over_all_that_it_overlaps() -> None:
    fresh = [record(0, 5), record(5, 8), record(9, 12)]
    assert merged([curated(2, 6)], fresh) == [(2, 6, "curator"), (9, 12, "converter")]


def test_a_record_that_a_curator_deleted_stays_out() -> None:
    assert merged([], [record(0, 5), record(6, 9)], Span(0, 5)) == [(6, 9, "converter")]


def test_a_deleted_record_stays_out_when_the_converter_moves_its_end() -> None:
    assert merged([], [record(0, 6)], Span(0, 5)) == []


def test_a_quotation_around_a_corrected_one_stays_when_the_curator_left_it() -> None:
    existing = [record(0, 20), curated(5, 9)]
    assert merged(existing, [record(0, 20), record(5, 10)]) == [(0, 20, "converter"), (5, 9, "curator")]


def test_a_summary_moves_to_the_new_turn() -> None:
    (turn,) = merge_records([record(0, 5, summary="Greets.")], [record(0, 7, summary=None)], [])
    assert (turn.values["end"], turn.values["summary"]) == (7, "Greets.")


def test_a_turn_with_a_summary_stays_when_the_converter_loses_it() -> None:
    assert merged([record(0, 5, summary="Greets.")], [record(2, 9, summary=None)]) == [(0, 5, "converter")]


@pytest.fixture
def reviewed() -> Draft:
    return read_source(GOOD / "sources" / REVIEWED)


def fresh_document(draft: Draft, **values: Any) -> Draft:
    document = replace(draft.document, values={**draft.document.values, "origin": "converter", **values})
    return replace(draft, document_id="another-name", document=document, renditions=(), rejected=())


def test_facts_of_a_document_that_a_curator_corrected_stay(reviewed: Draft) -> None:
    result = merge(reviewed, fresh_document(reviewed, title="Another title", url=None))
    assert result.document == reviewed.document
    assert result.document_id == reviewed.document_id
    assert result.renditions == reviewed.renditions
    assert result.rejected == reviewed.rejected


def test_facts_that_no_text_tells_stay_in_a_document_that_is_renewed(reviewed: Draft) -> None:
    existing = fresh_document(reviewed, url="https://example.org/talks")
    result = merge(existing, fresh_document(reviewed, title="Another title", url=None))
    assert result.document.values["title"] == "Another title"
    assert result.document.values["url"] == "https://example.org/talks"


def named(entity_id: str, name: str) -> Entry:
    return Entry({"entity_id": entity_id, "entity_type": "organisation", "name": name}, PLACE)


def test_entities_stay_only_while_something_refers_to_them(reviewed: Draft) -> None:
    mention = record(0, 5, entity_id="elsen-port")
    existing = replace(reviewed, entities=(named("elsen-port", "Elsen Port"), named("grey-rock", "Grey Rock")))
    fresh = replace(reviewed, records={"mentions": (mention,)}, entities=(named("elsen-port", "Elsen"),), rejected=())
    result = merge(replace(existing, records={}, rejected=()), fresh)
    assert [entity.values["name"] for entity in result.entities] == ["Elsen Port"]


def event(origin: str, title: str) -> Entry:
    return Entry({"event_id": "talks", "title": title, "origin": origin}, PLACE)


@pytest.mark.parametrize(("origin", "title"), [("curator", "As corrected"), ("converter", "As found now")])
def test_an_event_stays_as_its_curator_left_it(reviewed: Draft, origin: str, title: str) -> None:
    evidence = {"event_evidence": (record(0, 5, event_id="talks"),)}
    existing = replace(reviewed, records=evidence, events=(event(origin, "As corrected"),))
    fresh = replace(reviewed, records=evidence, events=(event("converter", "As found now"),))
    assert [entry.values["title"] for entry in merge(existing, fresh).events] == [title]


def test_merging_twice_changes_nothing_more(reviewed: Draft) -> None:
    once = merge(reviewed, fresh_document(reviewed))
    assert merge(once, fresh_document(reviewed)) == once
