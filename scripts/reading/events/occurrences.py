"""Occurrences: what one place of a text tells of an event, put together into events."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace

from schemas.vocabularies import EventStatus, ParticipantRole
from scripts.reading.events.kinds import Coding, Kind
from scripts.reading.events.scene import Day, Scene
from scripts.reading.found import Event, Evidence, Participant

CERTAINTY = [EventStatus.REPORTED, EventStatus.CLAIMED, EventStatus.PLANNED]
NO_LETTER = re.compile(r"[^a-z0-9]+")


@dataclass(frozen=True, slots=True)
class Occurrence:
    """An event as one place of a text tells of it."""

    kind: Kind
    day: Day
    status: EventStatus
    participants: tuple[Participant, ...]
    place_id: str | None
    evidence: tuple[Evidence, ...]
    is_event: bool = True
    """Whether this place alone tells of an event; if not, it may tell more of one that is told elsewhere."""

    @property
    def coding(self) -> Coding:
        """How the event is coded: what is still to come is no more than agreed."""
        return self.kind.planned if self.status is EventStatus.PLANNED else self.kind.done

    @property
    def entity_ids(self) -> frozenset[str]:
        """Who took part."""
        return frozenset(it.entity_id for it in self.participants)

    def may_be(self, other: "Occurrence") -> bool:
        """Whether both may tell of the same event: of a like kind, the same day, neither with somebody of its own.

        A place that tells of no event by itself may tell less of the day: the statement of November.
        """
        if self.day != other.day and (other.is_event or not other.day.holds(self.day)):
            return False
        if not self.entity_ids or not other.entity_ids:
            return self.kind.title == other.kind.title
        alike = self.kind.title == other.kind.title or (self.kind.is_meeting and other.kind.is_meeting)
        return alike and (self.entity_ids <= other.entity_ids or other.entity_ids <= self.entity_ids)

    def told_again(self, evidence: Evidence) -> "Occurrence":
        """The same event as another place speaks of it."""
        return replace(self, evidence=(evidence,))

    def joined(self, other: "Occurrence") -> "Occurrence":
        """The event as both places together tell of it."""
        fuller = other if len(other.participants) > len(self.participants) else self
        told = sorted((*other.evidence, *self.evidence), key=lambda it: it.asserted_date or "")
        evidence = {it.start: it for it in told}  # of two the one that gives the day
        return replace(
            fuller,
            status=min(self.status, other.status, key=CERTAINTY.index),
            place_id=self.place_id or other.place_id,
            evidence=tuple(evidence[start] for start in sorted(evidence)),
        )


def put_together(occurrences: Iterable[Occurrence]) -> list[Occurrence]:
    """The events that are told, each joined from all places that may tell of it; those that tell most come first."""
    events: list[Occurrence] = []
    for occurrence in sorted(occurrences, key=lambda it: (not it.is_event, -len(it.participants))):
        same = next((number for number, it in enumerate(events) if it.may_be(occurrence)), None)
        if same is not None:
            events[same] = events[same].joined(occurrence)
        elif occurrence.is_event:
            events.append(occurrence)
    return sorted(events, key=lambda it: it.evidence[0].start)


def as_event(scene: Scene, occurrence: Occurrence) -> Event:
    """The event, with an identifier made of its day, category and participants."""
    coding, day = occurrence.coding, occurrence.day
    names = [scene.names.name(it.entity_id) for it in occurrence.participants]
    place = scene.names.name(occurrence.place_id) if occurrence.place_id else None
    kind = filter(None, [coding.category, occurrence.kind.title])
    known = sorted(occurrence.entity_ids) or filter(None, [occurrence.place_id])
    title = ": ".join(filter(None, [occurrence.kind.title, ", ".join(names)])) + (f" ({place})" if place else "")
    return Event(
        event_id=NO_LETTER.sub("-", "-".join([day.value, *kind, *known]).lower()),
        title=title,
        date=day.first,
        date_end=day.last,
        date_precision=day.precision,
        category=coding.category,
        status=occurrence.status,
        mode=coding.mode,
        context=coding.context,
        cameo_code=coding.cameo_code,
        place_id=occurrence.place_id,
        participants=occurrence.participants,
        evidence=occurrence.evidence,
    )


def with_roles(kind: Kind, entity_ids: Iterable[str]) -> tuple[Participant, ...]:
    """Participants in the order in which they are named: in a visit one side is the actor, the other the recipient."""
    ids = list(dict.fromkeys(entity_ids))
    hosts: list[str] = []
    if kind.is_visit:
        hosts = ids[:1] if kind.host_first else ids[1:]
    return tuple(Participant(it, ParticipantRole.RECIPIENT if it in hosts else ParticipantRole.ACTOR) for it in ids)
