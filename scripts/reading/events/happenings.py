"""The words that speak of events: kinds of happenings, and how each is coded when done or planned."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from lading.standoff import Span
from schemas.vocabularies import EventCategory
from scripts.reading.grammar import Grammar, alternatives
from scripts.reading.language import Language

BEFORE_NAME = r"\s+(?:\w{1,3}\s+)?$"
"""Between a preposition and a name an article may stand."""


@dataclass(frozen=True, slots=True)
class Coding:
    """How an event is coded: PLOVER category, mode and context, CAMEO code."""

    category: EventCategory
    mode: str | None = None
    context: str | None = None
    cameo_code: str | None = None


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of happening.

    In a visit one side comes to the other, in front of which it is named unless `host_first`; a transfer goes from one
    side to the other; in what is personal I and you take part themselves.
    """

    title: str
    done: Coding
    planned: Coding
    is_meeting: bool = False
    is_visit: bool = False
    is_transfer: bool = False
    is_personal: bool = False
    host_first: bool = False


@dataclass(frozen=True, slots=True)
class Trigger:
    """A word that speaks of a happening."""

    span: Span
    kind: Kind


@dataclass(frozen=True, slots=True)
class EventWords:
    """What a word file says of events, ready for use."""

    kinds: Mapping[str, Kind]
    main_meeting: Kind
    """The kind of the meeting that a document is about."""

    future: re.Pattern[str]
    negation: re.Pattern[str]
    at: re.Pattern[str]
    to: re.Pattern[str]
    hosting: re.Pattern[str]
    parties: re.Pattern[str]
    joint: re.Pattern[str]
    opening: re.Pattern[str]
    setting: re.Pattern[str]
    first_person: re.Pattern[str]
    second_person: re.Pattern[str]
    third_person: re.Pattern[str]
    host_says: re.Pattern[str]
    guest_says: re.Pattern[str]
    grammar: Grammar

    def triggers(self, text: str, span: Span) -> tuple[Trigger, ...]:
        """The words within a span that speak of happenings, in order."""
        found = self.grammar.find(text, [span])
        return tuple(Trigger(Span(it.start, it.end), self.kinds[it.rule.reads]) for it in found)


@cache
def event_words(language: Language) -> EventWords:
    """The event words of a language, from its word file."""
    words = language.words("events")
    kinds = {name: _kind(**kind) for name, kind in words["kinds"].items()}
    joiners = alternatives(words["joiners"])
    return EventWords(
        kinds=kinds,
        main_meeting=kinds[words["main_meeting"]],
        future=_any(words["future"]),
        negation=_any(words["negations"], behind=r"(?:\s+\w+)?\s+$"),
        at=_any(words["at"], BEFORE_NAME),
        to=_any(words["to"], BEFORE_NAME),
        hosting=_any(words["hosting"]),
        parties=_any(words["parties"], BEFORE_NAME),
        joint=re.compile(rf"\s*,?\s*(?:\b(?:{joiners})\b)?\s*(?:\w{{1,3}}\s+)?", re.IGNORECASE),
        opening=re.compile(rf"(?:[,;:]|\b(?:{joiners}))\s+$", re.IGNORECASE),
        setting=_any(words["setting"], behind=r"(?:\s+\w+){0,2}\s+$"),
        first_person=_any(words["first_person"]),
        second_person=_any(words["second_person"]),
        third_person=_any(words["third_person"]),
        host_says=_any(words["host_says"]),
        guest_says=_any(words["guest_says"]),
        grammar=Grammar(words),
    )


def _kind(title: str, done: Mapping[str, Any], planned: Mapping[str, Any], **order: bool) -> Kind:
    return Kind(title, _coding(**done), _coding(**planned), **order)


def _coding(category: str, **rest: str) -> Coding:
    return Coding(EventCategory[category], **rest)


def _any(words: Iterable[str], behind: str = r"\b") -> re.Pattern[str]:
    return re.compile(rf"\b(?:{alternatives(words)}){behind}", re.IGNORECASE)
