"""What the readers of events look at: the text with the names and days found in it, and who is in the room."""

import datetime as dt
import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Protocol

from lading.standoff import Span
from schemas.vocabularies import DatePrecision, EntityType, SpeakerType, ZoneKind
from scripts.reading.events.happenings import EventWords
from scripts.reading.events.holders import HolderWords
from scripts.reading.found import Facts, Layout, Mention, Timex, Turn
from scripts.reading.times import calendar
from scripts.reading.times.today import stated_days, today

ENDING = re.compile(r"['\u2019-]?\w+")
SEVERAL = 2
PRECISIONS = {4: DatePrecision.YEAR, 7: DatePrecision.MONTH, 10: DatePrecision.DAY}


class Names(Protocol):
    """What is asked of the names of a document."""

    @property
    def mentions(self) -> tuple[Mention, ...]:
        """Where whom or what is named."""

    def person(self, designation: str) -> str | None:
        """Whom a name, a label or a description means."""

    def offices(self, person_id: str) -> frozenset[str]:
        """The kinds of office that a person holds."""

    def name(self, entity_id: str) -> str:
        """What an entity is called."""


@dataclass(frozen=True, slots=True)
class Day:
    """When something happened: the first and the last day that are possible."""

    value: str
    first: dt.date
    last: dt.date
    precision: DatePrecision

    @classmethod
    def of(cls, day: dt.date) -> "Day":
        """A day of the calendar."""
        return cls(day.isoformat(), day, day, DatePrecision.DAY)

    def holds(self, other: "Day") -> bool:
        """Whether the other day may be one of these."""
        return self.first <= other.first and other.last <= self.last


@dataclass(frozen=True, slots=True)
class DayNamed:
    """A day as a text names it."""

    span: Span
    day: Day
    is_relative: bool


def day_of(timex: Timex) -> Day | None:
    """The day, month, season or year that an expression stands for; None for any other."""
    value = (timex.value or "").partition("T")[0]
    if season := calendar.season(value):
        return Day(value, *season, DatePrecision.SEASON)
    first, last = calendar.first_day(value), calendar.last_day(value)
    return Day(value, first, last, PRECISIONS[len(value)]) if first and last else None


@dataclass(frozen=True)
class Scene:
    """A document as the readers of events see it."""

    text: str
    layout: Layout
    facts: Facts
    names: Names
    timexes: Sequence[Timex]
    words: EventWords
    holders: HolderWords

    def mentions(self, span: Span) -> Iterator[Mention]:
        """The mentions within a span."""
        mentions, first = self.names.mentions, bisect_left(self._starts, span.start)
        return (it for it in mentions[first : bisect_left(self._starts, span.end)] if it.end <= span.end)

    @cached_property
    def _starts(self) -> Sequence[int]:
        return [mention.start for mention in self.names.mentions]

    def _timexes(self, span: Span) -> Iterator[Timex]:
        first, end = (bisect_left(self.timexes, place, key=lambda timex: timex.start) for place in span)
        return (timex for timex in self.timexes[first:end] if timex.end <= span.end)

    def days(self, span: Span) -> Iterator[DayNamed]:
        """The days, months, seasons and years that a span names; months in a row, and from day to day, is one."""
        named: list[DayNamed] = []
        for timex in self._timexes(span):
            if day := day_of(timex):
                last = named[-1] if named else None
                if last and self._goes_on(last, timex.start, day):
                    first = last.day.value.partition("/")[0]
                    day = Day(f"{first}/{day.value}", last.day.first, day.last, day.precision)
                    named[-1] = DayNamed(Span(last.span.start, timex.end), day, last.is_relative)
                else:
                    named.append(DayNamed(timex.span, day, timex.anchor is not None))
        yield from named

    def _goes_on(self, last: DayNamed, start: int, day: Day) -> bool:
        if last.day.precision is day.precision is DatePrecision.DAY and last.day.first < day.first:
            return bool(self.words.up_to.fullmatch(self.text, last.span.end, start))
        are_months = last.day.precision is day.precision is DatePrecision.MONTH
        follows = last.day.last + dt.timedelta(days=1) == day.first
        return are_months and follows and bool(self.words.joint.fullmatch(self.text, last.span.end, start))

    def spans(self, kind: ZoneKind) -> Iterator[Span]:
        """The zones of a kind."""
        return (zone.span for zone in self.layout.zones if zone.kind is kind)

    @cached_property
    def today(self) -> dt.date | None:
        """The day of the document."""
        return today(self.layout, self.facts, stated_days(self.timexes))

    @cached_property
    def is_of_officials(self) -> bool:
        """Whether the document names two or more who hold an office of a state."""
        persons = {it.entity_id for it in self.names.mentions if it.entity_type is EntityType.PERSON}
        officials = [it for it in persons if self.names.offices(it) & self.holders.offices]
        return len(officials) >= SEVERAL

    @cached_property
    def is_spoken_by_officials(self) -> bool:
        """Whether somebody speaks who holds an office of a state."""
        return any(self.names.offices(it) & self.holders.offices for it in self.speakers.values())

    @cached_property
    def speakers(self) -> Mapping[int, str]:
        """Who speaks in the turns of officials, by start of the turn."""
        turns = [it for it in self.layout.turns if it.speaker_type is SpeakerType.OFFICIAL]
        persons = {name: self.names.person(name) for name in dict.fromkeys(it.speaker for it in turns) if name}
        return {turn.start: person for turn in turns if turn.speaker and (person := persons[turn.speaker])}

    def turn_at(self, span: Span) -> Turn | None:
        """The turn that a span lies in."""
        number = bisect_right(self.layout.turns, span.start, key=lambda turn: turn.start) - 1
        turn = self.layout.turns[number] if number >= 0 else None
        return turn if turn and turn.span.contains(span) else None

    def speaker_at(self, span: Span) -> str | None:
        """The official who speaks within a span."""
        turn = self.turn_at(span)
        return self.speakers.get(turn.start) if turn else None

    def place(self, span: Span) -> str | None:
        """The first place within a span that something is said to have happened in."""
        return next((it.entity_id for it in self.mentions(span) if self.is_location(it)), None)

    def is_location(self, mention: Mention) -> bool:
        """Whether a place is named as where something happened, not as who took part."""
        if mention.entity_type is not EntityType.PLACE:
            return False
        hosts = self.words.hosting.match(self.text, mention.end + 1)
        return bool(hosts) or self.stands_behind(mention, self.words.at) or self._is_in_a_case_of_place(mention)

    def _is_in_a_case_of_place(self, mention: Mention) -> bool:
        ending = ENDING.match(self.text, mention.end)
        end = ending.end() if ending else mention.end
        return self.text.endswith(self.words.at_endings, mention.start, end)

    def parties(self, span: Span) -> Iterator[Mention]:
        """The persons within a span; without persons the bodies that act and the states listed as parties."""
        named = [self._holder(it) for it in self.somebody(span) if not self._is_forum(it)]
        persons = [it for it in named if it.entity_type is EntityType.PERSON]
        listed: Mention | None = None
        for mention in persons or named:
            behind_party = listed and self.words.joint.fullmatch(self.text, listed.end, mention.start)
            if mention.entity_type is EntityType.PLACE:
                acts = behind_party or self.words.acting.match(self.text, mention.end)
                takes_part = bool(acts) or self.stands_behind(mention, self.words.parties)
            else:
                is_part = self.stands_behind(mention, self.words.at) or self.stands_behind(mention, self.words.parties)
                takes_part = mention.entity_type is EntityType.PERSON or not is_part
            if takes_part:
                listed = mention
                yield mention

    def _is_forum(self, mention: Mention) -> bool:
        return mention.entity_type is not EntityType.PERSON and self.stands_behind(mention, self.words.setting)

    def _holder(self, mention: Mention) -> Mention:
        """The person where a state stands behind an office that somebody known holds: the President of Karsenia."""
        if mention.entity_type is not EntityType.PLACE:
            return mention
        start = self.holders.in_front(self.text, mention.start)
        person = self.names.person(self.text[start : mention.end]) if start is not None else None
        return Mention(start, mention.end, EntityType.PERSON, person) if start is not None and person else mention

    def somebody(self, span: Span) -> Iterator[Mention]:
        """The persons, bodies and states within a span."""
        return (it for it in self.mentions(span) if it.entity_type is not EntityType.AGREEMENT)

    def persons(self, span: Span) -> Iterator[Mention]:
        """The persons within a span."""
        return (it for it in self.mentions(span) if it.entity_type is EntityType.PERSON)

    def is_about(self, sentence: Span, subject: str) -> bool:
        """Whether a sentence has a word for a subject, or names an agreement where papers are asked for."""
        return bool(self.words.subjects[subject].search(self.text, *sentence)) or any(
            it.entity_type is EntityType.AGREEMENT for it in self.mentions(sentence)
        )

    def stands_behind(self, mention: Mention, words: re.Pattern[str]) -> bool:
        """Whether one of the words stands in front of a name."""
        return bool(words.search(self.text, max(0, mention.start - 30), mention.start))
