"""Homonyms: a name that stands for a person in one document and for a place in another needs two identifiers."""

from collections.abc import Mapping
from dataclasses import replace

from scripts.draft import ENTITY_FIELDS, Draft
from scripts.entries import Entry


def clashes(draft: Draft, types: dict[str, str]) -> Mapping[str, str]:
    """New identifiers for the entities of a draft that are of another type than is known; adds those that are new."""
    clashes = {}
    for entity in draft.entities:
        entity_id, entity_type = entity.values["entity_id"], entity.values["entity_type"]
        if types.setdefault(entity_id, entity_type) != entity_type:
            clashes[entity_id] = f"{entity_id}-{entity_type}"
    return clashes


def renamed(draft: Draft, names: Mapping[str, str]) -> Draft:
    """The draft with other identifiers for some entities."""
    if not names:
        return draft
    return replace(
        draft,
        document=_entry(draft.document, names),
        records={table: tuple(_entry(entry, names) for entry in entries) for table, entries in draft.records.items()},
        entities=tuple(_entry(entry, names) for entry in draft.entities),
        events=tuple(_entry(entry, names) for entry in draft.events),
    )


def _entry(entry: Entry, names: Mapping[str, str]) -> Entry:
    references = {name: entry.values[name] for name in ENTITY_FIELDS if entry.values.get(name) in names}
    values = {**entry.values, **{name: names[entity_id] for name, entity_id in references.items()}}
    parts = {name: tuple(_entry(member, names) for member in members) for name, members in entry.parts.items()}
    return replace(entry, values=values, parts=parts)
