"""The words that speak of events: kinds of happenings, and how each is coded when done or planned."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from lading.standoff import Span
from schemas.vocabularies import EventCategory
from scripts.reading.grammar import Grammar, alternatives, any_of, listed
from scripts.reading.language import Language

NOTHING = r"(?!)"
BEFORE_NAME = r"\s+(?:\w{1,3}\s+)?$"
"""Between a preposition and a name an article may stand."""


@dataclass(frozen=True, slots=True)
class Coding:
    """How an event is coded: PLOVER category, mode and context, CAMEO code."""

    category: EventCategory | None = None
    mode: str | None = None
    context: str | None = None
    cameo_code: str | None = None


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of happening.

    In a visit one side comes to the other, in front of which it is named unless `host_first`; a transfer goes from one
    side to the other; in what is personal I and you take part themselves. It takes `n_parties` to make an event of it,
    and a sentence with one of the words of the list `about`. A paper is known by its date, also where something else is
    said of it; what is claimed, one side says of the other.
    """

    title: str
    done: Coding
    planned: Coding
    is_meeting: bool = False
    is_visit: bool = False
    is_transfer: bool = False
    is_personal: bool = False
    host_first: bool = False
    is_paper: bool = False
    is_claimed: bool = False
    n_parties: int = 0
    about: str | None = None


@dataclass(frozen=True, slots=True)
class Trigger:
    """A word that speaks of a happening."""

    span: Span
    kind: Kind
    is_verb: bool


@dataclass(frozen=True, slots=True)
class Pronouns:
    """The forms of a pronoun: in front of a verb, in front of a noun that is somebody's, and behind either."""

    subject: re.Pattern[str]
    owner: re.Pattern[str]
    object: re.Pattern[str]


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
    and_setting: re.Pattern[str]
    """What joins a day to a setting that has a day of its own: "today and during our talks tomorrow"."""
    definite: re.Pattern[str]
    with_whom: re.Pattern[str]
    separately: re.Pattern[str]
    complementisers: re.Pattern[str]
    acting: re.Pattern[str]
    """Behind the name of a state: it takes part."""
    first: Pronouns
    second: Pronouns
    third: Pronouns
    several_of_us: re.Pattern[str]
    antecedents: re.Pattern[str]
    host_says: re.Pattern[str]
    guest_says: re.Pattern[str]
    subjects: Mapping[str, re.Pattern[str]]
    """What a sentence must be about, by the name of the list."""
    grammar: Grammar

    def triggers(self, text: str, span: Span) -> tuple[Trigger, ...]:
        """The words within a span that speak of happenings, in order."""
        return tuple(
            Trigger(Span(it.start, it.end), self.kinds[it.rule.reads], bool(it.rule.settings.get("is_verb")))
            for it in self.grammar.find(text, [span])
        )


@cache
def event_words(language: Language) -> EventWords:
    """The event words of a language, from its word file."""
    words = language.words("events")
    kinds = {name: _kind(**kind) for name, kind in words["kinds"].items()}
    joiners, setting = alternatives(words["joiners"]), alternatives(words["setting"])
    return EventWords(
        kinds=kinds,
        main_meeting=kinds[words["main_meeting"]],
        future=any_of(words["future"]),
        negation=any_of(words["negations"], behind=r"(?:\s+\w+)?\s+$"),
        at=any_of(words["at"], BEFORE_NAME),
        to=any_of(words["to"], BEFORE_NAME),
        hosting=any_of(words["hosting"]),
        parties=any_of(words["parties"], BEFORE_NAME),
        joint=re.compile(rf"\s*,?\s*(?:\b(?:{joiners})\b)?\s*(?:\w{{1,3}}\s+)?", re.IGNORECASE),
        opening=re.compile(rf"(?:[,;:]|\b(?:{joiners}))\s+$", re.IGNORECASE),
        setting=any_of(words["setting"], behind=r"(?:\s+[\w'\u2019-]+){0,3}\s+$"),
        and_setting=re.compile(rf"\s+(?:{joiners})\s+(?:{setting})\b", re.IGNORECASE),
        definite=any_of(words["definite"], behind=r"(?:\s+\w+)?\s+$"),
        with_whom=re.compile(rf"\s+(?:{alternatives(words['with'])})\b", re.IGNORECASE),
        complementisers=any_of(listed(language.words("quotations")["complementisers"])),
        acting=re.compile(rf"\s+(?:{alternatives(words['acting'])})\b", re.IGNORECASE),
        separately=any_of(words["separately"]),
        **{person: _pronouns(**forms) for person, forms in words["pronouns"].items()},
        several_of_us=any_of(words["several_of_us"]),
        antecedents=any_of(words["antecedents"]),
        host_says=any_of(words["host_says"]),
        guest_says=any_of(words["guest_says"]),
        subjects={name: any_of(words[name]) for name in {kind.about for kind in kinds.values()} if name},
        grammar=Grammar(words),
    )


def _kind(title: str, done: Mapping[str, Any], planned: Mapping[str, Any], **settings: Any) -> Kind:
    return Kind(title, _coding(**done), _coding(**planned), **settings)


def _coding(category: str | None = None, **rest: str) -> Coding:
    return Coding(EventCategory[category] if category else None, **rest)


def _pronouns(subject: Sequence[str], owner: Sequence[str], object: Sequence[str]) -> Pronouns:  # noqa: A002
    return Pronouns(
        subject=any_of(subject),
        owner=any_of(owner, behind=r"(?:\s+[\w,-]+){0,3}\s+$"),
        object=re.compile(rf"\s+(?:\w{{1,4}}\s+)?(?:{alternatives(object) or NOTHING})\b", re.IGNORECASE),
    )
