"""What the readers of events look at: the text with the names and days found in it, and who is in the room."""

import datetime as dt
import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Protocol

from lading.standoff import Span
from schemas.vocabularies import DatePrecision, EntityType, SpeakerType, ZoneKind
from scripts.reading.events.happenings import EventWords
from scripts.reading.found import Facts, Layout, Mention, Timex, Turn
from scripts.reading.times import calendar

PRECISIONS = {4: DatePrecision.YEAR, 7: DatePrecision.MONTH, 10: DatePrecision.DAY}


class Names(Protocol):
    """What is asked of the names of a document."""

    @property
    def mentions(self) -> tuple[Mention, ...]:
        """Where whom or what is named."""

    def person(self, designation: str) -> str | None:
        """Whom a name, a label or a description means."""

    def name(self, entity_id: str) -> str:
        """What an entity is called."""


@dataclass(frozen=True, slots=True)
class Day:
    """When something happened: the first and the last day that are possible."""

    value: str
    first: dt.date
    last: dt.date
    precision: DatePrecision


def day_of(timex: Timex) -> Day | None:
    """The day, month or year that an expression stands for; None for any other."""
    value = (timex.value or "").partition("T")[0]
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

    def mentions(self, span: Span) -> Iterator[Mention]:
        """The mentions within a span."""
        return (mention for mention in self.names.mentions if span.contains(mention.span))

    def days(self, span: Span) -> Iterator[tuple[Timex, Day]]:
        """The expressions within a span that name a day, month or year."""
        for timex in self.timexes:
            if span.contains(timex.span) and (day := day_of(timex)):
                yield timex, day

    def spans(self, kind: ZoneKind) -> Iterator[Span]:
        """The zones of a kind."""
        return (zone.span for zone in self.layout.zones if zone.kind is kind)

    @cached_property
    def today(self) -> dt.date | None:
        """The day of the talks: in the title, else that of the publication."""
        titles = [span for kind in (ZoneKind.TITLE, ZoneKind.DATELINE) for span in self.spans(kind)]
        stated = [day.first for span in titles for _, day in self.days(span) if day.precision is DatePrecision.DAY]
        return min(stated, default=self.facts.date_published)

    @cached_property
    def speakers(self) -> Mapping[int, str]:
        """Who speaks in the turns of officials, by start of the turn."""
        return {
            turn.start: person
            for turn in self.layout.turns
            if turn.speaker_type is SpeakerType.OFFICIAL and turn.speaker
            if (person := self.names.person(turn.speaker))
        }

    def turn_at(self, span: Span) -> Turn | None:
        """The turn that a span lies in."""
        number = bisect_right(self.layout.turns, span.start, key=lambda turn: turn.start) - 1
        turn = self.layout.turns[number] if number >= 0 else None
        return turn if turn and turn.span.contains(span) else None

    def place(self, span: Span) -> str | None:
        """The first place within a span that something is said to have happened in."""
        return next((it.entity_id for it in self.mentions(span) if self.is_location(it)), None)

    def is_location(self, mention: Mention) -> bool:
        """Whether a place is named as where something happened, not as who took part."""
        if mention.entity_type is not EntityType.PLACE:
            return False
        hosts = self.words.hosting.match(self.text, mention.end + 1)
        return bool(hosts) or self.stands_behind(mention, self.words.at)

    def parties(self, span: Span) -> Iterator[Mention]:
        """The persons within a span; without persons the bodies that act and the states listed as parties."""
        named = [it for it in self.mentions(span) if it.entity_type is not EntityType.AGREEMENT]
        persons = [it for it in named if it.entity_type is EntityType.PERSON]
        listed: Mention | None = None
        for mention in persons or named:
            behind_party = listed and self.words.joint.fullmatch(self.text, listed.end, mention.start)
            if mention.entity_type is EntityType.PLACE:
                takes_part = bool(behind_party) or self.stands_behind(mention, self.words.parties)
            else:
                is_part = self.stands_behind(mention, self.words.at) or self.stands_behind(mention, self.words.parties)
                takes_part = mention.entity_type is EntityType.PERSON or not is_part
            if takes_part:
                listed = mention
                yield mention

    def stands_behind(self, mention: Mention, words: re.Pattern[str]) -> bool:
        """Whether one of the words stands in front of a name."""
        return bool(words.search(self.text, max(0, mention.start - 30), mention.start))
