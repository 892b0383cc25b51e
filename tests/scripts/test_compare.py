from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from scripts.compare import Comparison, compare, corrections, scores
from scripts.draft import Draft
from scripts.entries import Entry
from scripts.sources import read_source
from tests.scripts.workspace import GOOD, REVIEWED

CURATED = read_source(GOOD / "sources" / REVIEWED)


def with_records(table: str, *entries: Entry) -> Draft:
    return replace(CURATED, records={**CURATED.records, table: entries})


def changed(entry: Entry, **values: Any) -> Entry:
    return replace(entry, values={**entry.values, **values})


def scored(comparisons: Sequence[Comparison], table: str) -> list[str]:
    header, *lines = scores(comparisons)
    assert header.split() == ["table", "same", "changed", "missing", "extra", "precision", "recall", "F1"]
    return next(line.split()[1:] for line in lines if line.startswith(table))


def test_a_draft_that_nobody_corrected_is_right_throughout() -> None:
    comparisons = list(compare(CURATED, CURATED))
    assert list(corrections(comparisons)) == []
    assert scored(comparisons, "mentions") == ["2", "0", "0", "0", "1.000", "1.000", "1.000"]


def test_each_correction_is_a_line_with_its_offsets_and_values() -> None:
    place, agreement = CURATED.records["mentions"]
    found = with_records(
        "mentions", changed(place, entity_id="norland"), changed(place, start=60, end=64, entity_id="ostravia")
    )
    comparisons = list(compare(found, CURATED))
    document = CURATED.document_id
    assert list(corrections(comparisons)) == [
        f"{document} mentions[9:19] changed entity_id: norland -> port-elsen",
        f"{document} mentions[60:64] extra entity_id: ostravia",
        f"{document} mentions[92:121] missing entity_id: {agreement.values['entity_id']}",
    ]
    assert scored(comparisons, "mentions") == ["0", "1", "1", "1", "0.000", "0.000", "0.000"]


def test_a_span_that_was_moved_is_one_correction() -> None:
    place, agreement = CURATED.records["mentions"]
    comparisons = list(compare(with_records("mentions", changed(place, end=17), agreement), CURATED))
    assert list(corrections(comparisons)) == [f"{CURATED.document_id} mentions[9:19] changed end: 17 -> 19"]
    assert scored(comparisons, "mentions") == ["1", "1", "0", "0", "0.500", "0.500", "0.500"]


def test_summaries_and_origins_say_nothing_about_the_converter() -> None:
    turns = (changed(turn, summary=None, origin="converter") for turn in CURATED.records["turns"])
    assert list(corrections(compare(with_records("turns", *turns), CURATED))) == []


def test_facts_of_the_document_are_compared_one_by_one() -> None:
    found = replace(CURATED, document=changed(CURATED.document, genre="briefing", url=None))
    comparisons = list(compare(found, CURATED))
    assert list(corrections(comparisons)) == [
        f"{CURATED.document_id} documents changed genre: briefing -> press-conference",
        f'{CURATED.document_id} documents changed url: null -> "https://example.org/talks"',
    ]
