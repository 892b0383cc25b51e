"""The rules of baku-talks that look across tables."""

import datetime as dt
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from itertools import chain, pairwise
from typing import TypeVar

from lading.dataset import Breach, Tables, dataset_rule
from lading.standoff import Span
from schemas.affiliations import Affiliation
from schemas.amounts import Amount
from schemas.anchored import Anchored
from schemas.documents import Document
from schemas.event_evidence import EventEvidence
from schemas.event_participants import EventParticipant
from schemas.events import Event
from schemas.mentions import Mention
from schemas.timexes import Timex
from schemas.turns import Turn
from schemas.vocabularies import Genre, TurnKind, ZoneKind
from schemas.zones import Zone

SPOKEN = {ZoneKind.SPEECH, ZoneKind.QA}
BOILERPLATE = {ZoneKind.SITE_BANNER, ZoneKind.SITE_SECTION, ZoneKind.TRAILER}
MONTHS = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
]
_MONTH = f"({'|'.join(MONTHS)})"
DAY_IN_TITLE = re.compile(rf"\b(?:{_MONTH} (\d{{1,2}}),?|(\d{{1,2}}) {_MONTH}) (\d{{4}})\b")
DAY_IN_SOURCE_IDENTIFIER = re.compile(r"\b(?P<day>\d{2})-(?P<month>\d{2})-(?P<year>\d{4})$")

A = TypeVar("A", bound=Anchored)


def by_document(records: Iterable[A]) -> Mapping[str, Sequence[A]]:
    """Anchored records by document, each list in order of start."""
    grouped: dict[str, list[A]] = defaultdict(list)
    for record in sorted(records, key=span):
        grouped[record.document_id].append(record)
    return grouped


def span(record: Anchored) -> Span:
    """Where the record points."""
    return Span(record.start, record.end)


@dataset_rule(Document, Zone)
def zones_tile(tables: Tables) -> Iterator[Breach]:
    """The zones of a document cover it from end to end, without overlap."""
    zones = by_document(tables.of(Zone))
    for document in tables.of(Document):
        reached = 0
        for zone in zones.get(document.document_id, ()):
            if zone.start != reached:
                yield Breach(zone, f"the zone starts at {zone.start}, the zones before it end at {reached}", "start")
            reached = max(reached, zone.end)
        if reached != document.n_code_points:
            message = f"the zones end at {reached}, the document has {document.n_code_points} code points"
            yield Breach(document, message, "n_code_points")


@dataset_rule(Turn)
def turns_are_in_sequence(tables: Tables) -> Iterator[Breach]:
    """Turns are numbered in the order of the text and do not overlap."""
    for turns in by_document(tables.of(Turn)).values():
        for number, turn in enumerate(turns, start=1):
            if turn.sequence != number:
                yield Breach(turn, f"number {number} in the text has the sequence number {turn.sequence}", "sequence")
        for before, turn in pairwise(turns):
            if span(before).overlaps(span(turn)):
                yield Breach(turn, f"the turn starts at {turn.start}, inside turn {before.turn_id}", "start")


@dataset_rule(Zone, Turn)
def turns_lie_in_speech(tables: Tables) -> Iterator[Breach]:
    """A turn lies in one zone of kind speech or qa."""
    zones = by_document(tables.of(Zone))
    for turn in tables.of(Turn):
        spoken = (zone for zone in zones.get(turn.document_id, ()) if zone.kind in SPOKEN)
        if not any(span(zone).contains(span(turn)) for zone in spoken):
            yield Breach(turn, "no speech or qa zone contains the turn", "start")


@dataset_rule(Turn)
def answers_reply_to_earlier_questions(tables: Tables) -> Iterator[Breach]:
    """An answer replies to an earlier question of its document."""
    turns = {turn.turn_id: turn for turn in tables.of(Turn)}
    for answer in turns.values():
        question = turns.get(answer.reply_to) if answer.reply_to else None
        if question is None:
            continue  # a reference that leads nowhere is a foreign-key issue
        if question.document_id != answer.document_id:
            yield Breach(answer, f"the answer replies to turn {question.turn_id} of another document", "reply_to")
        elif question.kind != TurnKind.QUESTION:
            yield Breach(answer, f"the answer replies to turn {question.turn_id}, a {question.kind}", "reply_to")
        elif question.start >= answer.start:
            yield Breach(answer, f"the answer replies to turn {question.turn_id}, which comes after it", "reply_to")


@dataset_rule(Zone, Mention, Timex, Amount, EventEvidence)
def nothing_is_read_from_boilerplate(tables: Tables) -> Iterator[Breach]:
    """No mention, date, amount or event comes from a site banner, a section header or a trailer."""
    zones = by_document(zone for zone in tables.of(Zone) if zone.kind in BOILERPLATE)
    found: Sequence[Sequence[Anchored]] = [tables.of(model) for model in (Mention, Timex, Amount, EventEvidence)]
    for record in chain.from_iterable(found):
        for zone in zones.get(record.document_id, ()):
            if span(zone).overlaps(span(record)):
                yield Breach(record, f"the span lies in zone {zone.zone_id}, a {zone.kind}", "start")


@dataset_rule(Affiliation, Event, EventParticipant)
def offices_cover_their_events(tables: Tables) -> Iterator[Breach]:
    """Whoever takes part in an event in an office is the person who held it then."""
    offices = {office.affiliation_id: office for office in tables.of(Affiliation)}
    events = {event.event_id: event for event in tables.of(Event)}
    for participant in tables.of(EventParticipant):
        office, event = offices.get(participant.office or ""), events.get(participant.event_id)
        if office is None or event is None:
            continue  # no office given, or a reference that leads nowhere, which is a foreign-key issue
        if office.person_id != participant.entity_id:
            yield Breach(participant, f"{office.affiliation_id} is an office of {office.person_id}", "office")
        elif event.date and office.date_from and event.date < office.date_from:
            yield Breach(
                participant, f"the office starts on {office.date_from}, after the event ({event.date})", "office"
            )
        elif event.date and office.date_to and office.date_to < event.date:
            yield Breach(participant, f"the office ends on {office.date_to}, before the event ({event.date})", "office")


@dataset_rule(Document)
def source_identifiers_carry_the_day(tables: Tables) -> Iterator[Breach]:
    """The day in the reference number is the day of publication."""
    for document in tables.of(Document):
        day = day_in_source_identifier(document.source_identifier or "")
        if day and document.date_published and day != document.date_published:
            message = f"the reference number is of {day}, the document of {document.date_published}"
            yield Breach(document, message, "source_identifier")


@dataset_rule(Document)
def titles_carry_the_day(tables: Tables) -> Iterator[Breach]:
    """The day in the title is the day of publication, but for briefings, whose transcripts may come out later."""
    for document in tables.of(Document):
        day = day_in_title(document.title or "")
        if not day or not document.date_published or day == document.date_published:
            continue
        if document.genre != Genre.BRIEFING or day > document.date_published:
            yield Breach(document, f"the title says {day}, the document is of {document.date_published}", "title")


def day_in_title(title: str) -> dt.date | None:
    """The day that an English title states, if it states one."""
    if (found := DAY_IN_TITLE.search(title)) is None:
        return None
    month_first, day_second, day_first, month_second, year = found.groups()
    return _date(year, MONTHS.index(month_first or month_second) + 1, day_second or day_first)


def day_in_source_identifier(source_identifier: str) -> dt.date | None:
    """The day at the end of a reference number such as 12-31-01-2020, if it has one."""
    found = DAY_IN_SOURCE_IDENTIFIER.search(source_identifier)
    return _date(found["year"], found["month"], found["day"]) if found else None


def _date(year: str, month: str | int, day: str) -> dt.date | None:
    with suppress(ValueError):
        return dt.date(int(year), int(month), int(day))
    return None


RULES = (
    zones_tile,
    turns_are_in_sequence,
    turns_lie_in_speech,
    answers_reply_to_earlier_questions,
    nothing_is_read_from_boilerplate,
    offices_cover_their_events,
    source_identifiers_carry_the_day,
    titles_carry_the_day,
)
