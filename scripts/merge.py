"""A fresh draft over an existing one: what the converter finds is renewed, what a curator did stays.

Of a curator stay: the records of origin curator, which win over whatever the converter finds at their place; the
records deleted, which are listed as rejected; the summaries; the facts of the document once its origin is curator;
renditions; and the entities and events that any of these refer to.
"""

from collections.abc import Collection, Iterable
from dataclasses import replace

from lading.standoff import Span
from schemas.vocabularies import Origin
from scripts.draft import ANCHORED, Draft, entities_of, span
from scripts.entries import Entry
from scripts.sources import draft


def merge(existing: Draft, fresh: Draft, registered: Collection[str] = ()) -> Draft:
    """The fresh draft under the name of the existing one, with everything in it that a curator did.

    An entity that the registry has got in the meantime is no longer listed.
    """
    records = {
        table: merge_records(
            existing.records.get(table, ()),
            fresh.records.get(table, ()),
            [span(entry) for entry in existing.rejected if entry.values["table"] == table],
        )
        for table in ANCHORED
    }
    corrected = [event for event in existing.events if _of_curator(event)]
    events = _by("event_id", existing.events, fresh.events, corrected)
    evidenced = {entry.values["event_id"] for entry in records["event_evidence"]}
    events = [event for event in events if event.values["event_id"] in evidenced]
    document = merge_document(existing.document, fresh.document)
    named = _named([document, *events, *(entry for entries in records.values() for entry in entries)])
    entities = _by("entity_id", fresh.entities, existing.entities)
    lists = {
        "renditions": existing.renditions or fresh.renditions,
        **records,
        "rejected": existing.rejected,
        "entities": [entity for entity in entities if entity.values["entity_id"] in named.difference(registered)],
        "events": events,
    }
    return draft(existing.document_id, document, lists)


def merge_records(existing: Iterable[Entry], fresh: Iterable[Entry], rejected: Collection[Span]) -> list[Entry]:
    """The records of one table."""
    existing, fresh = list(existing), list(fresh)
    summaries = {entry.values["start"]: entry.values.get("summary") for entry in existing}
    starts = {entry.values["start"] for entry in fresh}
    kept = [entry for entry in existing if _of_curator(entry) or _would_lose_summary(entry, starts)]
    taken = [*rejected, *(span(entry) for entry in kept)]
    # two records may share words, such as a quotation inside a quotation, when the curator has left both standing
    standing = {span(entry) for entry in existing if entry not in kept}
    free = (entry for entry in fresh if span(entry) in standing or not any(map(span(entry).overlaps, taken)))
    return [*kept, *(_with_summary(entry, summaries.get(entry.values["start"])) for entry in free)]


def merge_document(existing: Entry, fresh: Entry) -> Entry:
    """The facts of the document: all of the curator's, or the fresh ones with what no text tells, such as its URL."""
    if _of_curator(existing):
        return existing
    values = {name: existing.values.get(name) if value is None else value for name, value in fresh.values.items()}
    return replace(fresh, values=values)


def _of_curator(entry: Entry) -> bool:
    return bool(entry.values["origin"] == Origin.CURATOR)


def _would_lose_summary(entry: Entry, starts: Collection[int]) -> bool:
    return entry.values.get("summary") is not None and entry.values["start"] not in starts


def _with_summary(entry: Entry, summary: str | None) -> Entry:
    return replace(entry, values={**entry.values, "summary": summary}) if summary else entry


def _by(key: str, *lists: Iterable[Entry]) -> list[Entry]:
    """The entries of all lists in order of their key; of those with the same key the one of the last list."""
    united = {entry.values[key]: entry for entries in lists for entry in entries}
    return [united[name] for name in sorted(united)]


def _named(entries: Iterable[Entry]) -> set[str]:
    return {entity_id for entry in entries for entity_id in entities_of(entry)}
