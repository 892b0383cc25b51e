"""Events: the main meeting and what sentences date, on documents made of a title and a speech."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from lading.standoff import Span
from schemas.events import CATEGORIES_BY_QUAD_CODE
from schemas.events import Event as EventRecord
from schemas.vocabularies import (
    AttributionBasis,
    EntityType,
    Genre,
    Origin,
    ParticipantRole,
    SpeakerType,
    TurnKind,
    ZoneKind,
)
from scripts.reading.events import events
from scripts.reading.found import Event, Layout, Mention, Turn, Zone
from scripts.reading.language import Language
from scripts.reading.times import timexes
from tests.reading_time.documents import published_on

PERSON, PLACE = EntityType.PERSON, EntityType.PLACE
ENTITIES = {"Anton Merelin": PERSON, "Tamur Osgan": PERSON, "Viktor Halden": PERSON}
ENTITIES |= dict.fromkeys(("Lisk", "Orlen", "Karsenia", "Veldoria", "Sundal"), PLACE)
ENTITIES |= {"Strait Economic Forum": EntityType.ORGANISATION}


OFFICES = {"President of Karsenia": "Tamur Osgan"}
KINDS_OF_OFFICE = {"tamur-osgan": "head-of-state", "anton-merelin": "foreign-minister"}


@dataclass(frozen=True)
class Named:
    """The names of the invented documents, in which Tamur Osgan is a president, Anton Merelin a minister."""

    mentions: tuple[Mention, ...]

    def person(self, designation: str) -> str | None:
        """The person of that name or office."""
        name = OFFICES.get(designation, designation)
        return _slug(name) if ENTITIES.get(name) is PERSON else None

    def offices(self, person_id: str) -> frozenset[str]:
        """The kinds of office that a person holds."""
        return frozenset(kind for holder, kind in KINDS_OF_OFFICE.items() if holder == person_id)

    def name(self, entity_id: str) -> str:
        """The name of an entity."""
        return next(name for name in ENTITIES if _slug(name) == entity_id)


def test_each_example_yields_its_events_and_no_others(events_example: Mapping[str, Any]) -> None:
    found = events_of(events_example)

    assert [described(event) for event in found] == events_example["expected"]


def test_events_meet_the_rules_of_their_table(events_example: Mapping[str, Any]) -> None:
    found = events_of(events_example)

    for event in found:
        EventRecord.model_validate({name: value(event, name) for name in EventRecord.model_fields})
    assert len({event.event_id for event in found}) == len(found)


def value(event: Event, name: str) -> Any:
    """What the table of events holds for a found one."""
    quad_codes = {category: quad for quad, group in CATEGORIES_BY_QUAD_CODE.items() for category in group}
    derived = {"quad_code": event.category and quad_codes[str(event.category)], "origin": Origin.CONVERTER}
    return derived[name] if name in derived else getattr(event, name)


def events_of(example: Mapping[str, Any]) -> tuple[Event, ...]:
    """The events of an example document."""
    text = f"{example['title']}\n\n{example['speech']}"
    start = len(example["title"]) + 2
    genre = Genre[example.get("genre", "speech").upper()]
    speech = Turn(
        start,
        len(text),
        TurnKind[example.get("kind", "statement").upper()],
        SpeakerType.OFFICIAL,
        AttributionBasis.TITLE,
        speaker=example.get("speaker"),
    )
    prose = ZoneKind.NARRATIVE if genre in (Genre.NEWS, Genre.READOUT) else ZoneKind.SPEECH
    zones = (Zone(0, start, ZoneKind.TITLE), Zone(start, len(text), prose))
    layout = Layout(zones, (speech,) if "speaker" in example else ())
    names = Named(tuple(sorted(_mentions(text, example.get("names", {})), key=lambda mention: mention.start)))
    facts = replace(published_on(None), genre=genre)
    language = Language(example.get("language", "en"))
    return events.find(text, layout, facts, names, timexes.find(text, layout, facts, language), language)


def _mentions(text: str, forms: Mapping[str, str]) -> list[Mention]:
    """Where the entities are named; `forms` are those that their names have in another language or case."""
    spans = [
        (Span(start, start + len(form)), name)
        for form, name in {**{name: name for name in ENTITIES}, **forms}.items()
        for start in range(len(text))
        if text.startswith(form, start)
    ]
    return [Mention(*span, ENTITIES[name], _slug(name)) for span, name in spans]


def _slug(name: str) -> str:
    return name.lower().replace(" ", "-")


def described(event: Event) -> dict[str, Any]:
    """A found event in the form of the example files."""
    by_role = {
        role: sorted(it.entity_id for it in event.participants if it.role is role)
        for role in (ParticipantRole.ACTOR, ParticipantRole.RECIPIENT)
    }
    return {
        "date": event.date,
        "category": event.category,
        "mode": event.mode,
        "cameo_code": event.cameo_code,
        "status": event.status,
        "place_id": event.place_id,
        "actors": by_role[ParticipantRole.ACTOR],
        "recipients": by_role[ParticipantRole.RECIPIENT],
        "evidence": len(event.evidence),
    }
