"""Drafts and registry together: the rows of all tables, with the columns that are derived filled in."""

from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from typing import Any
from urllib.parse import urlsplit

from lading.issue import Issue
from lading.record import Record
from lading.standoff import Span
from schemas.agreements import Agreement
from schemas.organisations import Organisation
from schemas.persons import Person
from schemas.places import Place
from schemas.vocabularies import EntityStatus, EntityType
from scripts.draft import Draft, span
from scripts.entries import Entry
from scripts.records import Entries
from scripts.registry import TABLES_BY_TYPE, Registry, entity, event, parts

MODELS_BY_TYPE: Mapping[str, type[Record]] = {
    EntityType.PERSON: Person,
    EntityType.ORGANISATION: Organisation,
    EntityType.PLACE: Place,
    EntityType.AGREEMENT: Agreement,
}

KINDS = {
    "zones": "zone",
    "participants": "participant",
    "turns": "turn",
    "segments": "segment",
    "quotations": "quotation",
    "mentions": "mention",
    "timexes": "timex",
    "amounts": "amount",
}
"""The tables whose records are named after what they are and where they start."""


def assemble(registry: Registry, drafts: Sequence[Draft]) -> tuple[Entries, list[Issue]]:
    """The rows of all tables; and the mentions that are left out, since nobody knows what they mention."""
    entries: dict[str, list[Entry]] = {table: list(rows) for table, rows in registry.entries.items()}
    issues: list[Issue] = []
    for draft in sorted(drafts, key=lambda draft: draft.document_id):
        _add(entries, provisional_entities(draft, entries["entities"]))
        _add(entries, provisional_events(draft, entries["events"]))
    types = {row.values["entity_id"]: row.values["entity_type"] for row in entries["entities"]}
    for draft in drafts:
        issues.extend(dangling_mentions(draft, types))
        _add(entries, document_rows(draft, types))
    return entries, issues


def provisional_entities(draft: Draft, known: Sequence[Entry]) -> Iterator[tuple[str, Entry]]:
    """The rows of the entities that a draft is the first to name."""
    names = {row.values["entity_id"] for row in known}
    for item in draft.entities:
        if item.values["entity_id"] in names:
            continue
        entity_type = item.values["entity_type"]
        fields: dict[str, Any] = dict.fromkeys(MODELS_BY_TYPE[entity_type].model_fields)
        named = "title" if entity_type == EntityType.AGREEMENT else "name"
        row = Entry({**fields, "entity_id": item.values["entity_id"], named: item.values["name"]}, item.place)
        yield "entities", entity(row, entity_type, EntityStatus.PROVISIONAL)
        yield TABLES_BY_TYPE[entity_type], row


def provisional_events(draft: Draft, known: Sequence[Entry]) -> Iterator[tuple[str, Entry]]:
    """The rows of the events that a draft is the first to evidence."""
    names = {row.values["event_id"] for row in known}
    evidenced = {row.values["event_id"] for row in draft.records.get("event_evidence", ())}
    for item in draft.events:
        if item.values["event_id"] in evidenced - names:
            yield "events", event(item)
            yield from parts(item)


def dangling_mentions(draft: Draft, types: Mapping[str, str]) -> Iterator[Issue]:
    """Mentions of what neither the registry nor a draft knows."""
    for entry in draft.records.get("mentions", ()):
        if (entity_id := entry.values["entity_id"]) not in types:
            message, hint = f"{entity_id} is not in entities", "correct it, or add it to the registry"
            yield entry.place.issue("foreign-key", "mentions", message, about="entity_id", hint=hint)


def document_rows(draft: Draft, types: Mapping[str, str]) -> Iterator[tuple[str, Entry]]:
    """The rows that belong to one document, each with its table."""
    facts = {name: value for name, value in draft.document.values.items() if name != "origin"}
    yield "documents", Entry({"document_id": draft.document_id, **facts}, draft.document.place)
    for number, entry in enumerate(draft.renditions, start=1):
        identifier = f"{draft.document_id}-rendition-{number}"
        yield "renditions", _row(draft, entry, rendition_id=identifier, host=_host(entry.values["url"]))
    turns = sorted(span(turn) for turn in draft.records.get("turns", ()))
    for table, kind in KINDS.items():
        for sequence, entry in enumerate(_of_known_entities(draft.records.get(table, ()), types), start=1):
            named = {f"{kind}_id": _identifier(draft, kind, entry.values["start"])}
            yield table, _row(draft, entry, **named, **_derived(table, entry, sequence, draft, turns, types))
    for entry in draft.records.get("event_evidence", ()):
        yield "event_evidence", _row(draft, entry)


def _derived(
    table: str, entry: Entry, sequence: int, draft: Draft, turns: Sequence[Span], types: Mapping[str, str]
) -> dict[str, Any]:
    match table:
        case "turns":
            question = entry.values["reply_to"]
            replied = None if question is None else _identifier(draft, "turn", question)
            return {"sequence": sequence, "reply_to": replied}
        case "segments":
            turn = _around(span(entry), turns)
            return {"sequence": sequence, "turn_id": turn and _identifier(draft, "turn", turn.start)}
        case "mentions":
            return {"entity_type": types[entry.values["entity_id"]]}
        case _:
            return {}


def _around(segment: Span, turns: Sequence[Span]) -> Span | None:
    """The turn that a segment lies in; turns are in order and apart from one another."""
    before = bisect_right(turns, segment.start, key=lambda turn: turn.start)
    return turns[before - 1] if before and turns[before - 1].contains(segment) else None


def _of_known_entities(entries: Sequence[Entry], types: Mapping[str, str]) -> Iterator[Entry]:
    return (entry for entry in entries if "entity_id" not in entry.values or entry.values["entity_id"] in types)


def _row(draft: Draft, entry: Entry, **derived: Any) -> Entry:
    return Entry({**entry.values, "document_id": draft.document_id, **derived}, entry.place)


def _identifier(draft: Draft, kind: str, start: int) -> str:
    return f"{draft.document_id}-{kind}-{start}"


def _host(url: str) -> str | None:
    return urlsplit(url).hostname


def _add(entries: dict[str, list[Entry]], rows: Iterator[tuple[str, Entry]]) -> None:
    for table, row in list(rows):
        entries.setdefault(table, []).append(row)
