from dataclasses import replace

from scripts.draft import Draft
from scripts.entries import Entry, Place
from scripts.registry import Registry
from scripts.sources import read_source
from tests.scripts.workspace import GOOD, REVIEWED, tell_apart


def draft_of(entity_type: str, entity_id: str = "merel") -> Draft:
    place = Place("a draft")
    mention = Entry({"start": 0, "end": 5, "entity_id": entity_id}, place)
    entity = Entry({"entity_id": entity_id, "entity_type": entity_type, "name": "Merel"}, place)
    reviewed = read_source(GOOD / "sources" / REVIEWED)
    return replace(reviewed, records={"mentions": (mention,)}, entities=(entity,))


def identifiers(draft: Draft) -> list[str]:
    return [entry.values["entity_id"] for entry in (*draft.entities, *draft.records["mentions"])]


def test_a_name_that_stands_for_two_kinds_of_things_gets_two_identifiers(registry: Registry) -> None:
    person, place = tell_apart([draft_of("person"), draft_of("place")], registry)
    assert identifiers(person) == ["merel", "merel"]
    assert identifiers(place) == ["merel-place", "merel-place"]


def test_a_name_that_stands_for_the_same_kind_of_thing_is_the_same(registry: Registry) -> None:
    assert [identifiers(draft) for draft in tell_apart([draft_of("person"), draft_of("person")], registry)] == [
        ["merel", "merel"],
        ["merel", "merel"],
    ]


def test_the_registry_comes_first(registry: Registry) -> None:
    (draft,) = tell_apart([draft_of("person", "norland")], registry)
    assert identifiers(draft) == ["norland-person", "norland-person"]
