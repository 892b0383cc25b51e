"""The part of the registry that some documents speak of."""

from collections.abc import Iterable
from dataclasses import replace

from scripts.draft import Draft, entities_of
from scripts.entries import Entry
from scripts.registry import Registry

OWNERS = {
    "entities": "entity_id",
    "persons": "entity_id",
    "organisations": "entity_id",
    "places": "entity_id",
    "agreements": "entity_id",
    "agreement_parties": "agreement_id",
    "aliases": "entity_id",
    "identifiers": "entity_id",
    "affiliations": "person_id",
}
"""The field that says whom a row of the registry is about; events are about documents, so they have none."""

OTHERS = ("organisation_id", "party_id", "place_id")
"""The fields by which a row about one entity leads to another."""


def excerpt(registry: Registry, drafts: Iterable[Draft]) -> Registry:
    """The registry with the rows about entities of the drafts, and about the entities that these lead to."""
    wanted = {entity_id for draft in drafts for entry in draft.referring() for entity_id in entities_of(entry)}
    return replace(registry, entries=about(registry, wanted))


def about(registry: Registry, entities: Iterable[str]) -> dict[str, list[Entry]]:
    """The rows of the registry about some entities, and about those that these lead to."""
    wanted, reached = set(entities), set[str]()
    while wanted - reached:
        reached |= wanted
        rows = (
            row for table, owner in OWNERS.items() for row in registry.entries[table] if row.values[owner] in reached
        )
        wanted = {row.values[name] for row in rows for name in OTHERS if row.values.get(name) is not None}
    return {
        table: [row for row in rows if table in OWNERS and row.values[OWNERS[table]] in reached]
        for table, rows in registry.entries.items()
    }
