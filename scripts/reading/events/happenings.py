"""The words of a language that speak of events."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from lading.standoff import Span
from scripts.reading.events.kinds import Kind, Kinds, kinds_of_events
from scripts.reading.grammar import Grammar, alternatives, any_of, listed
from scripts.reading.language import Language
from scripts.reading.quoted.cue_words import forms

CAPITALISED = r"[^\W\d_a-z][\w'\u2019-]*"
BEFORE_NAME = r"\s+(?:\w{1,3}\s+)?$"
"""Between a preposition and a name an article may stand."""


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

    kinds: Kinds
    future: re.Pattern[str]
    negation: re.Pattern[str]
    at: re.Pattern[str]
    at_endings: tuple[str, ...]
    """Case endings that say where, in languages that have them."""
    to: re.Pattern[str]
    hosting: re.Pattern[str]
    parties: re.Pattern[str]
    joint: re.Pattern[str]
    up_to: re.Pattern[str]
    invitation: re.Pattern[str]
    opening: re.Pattern[str]
    setting: re.Pattern[str]
    and_setting: re.Pattern[str]
    """What joins a day to a setting that has a day of its own: "today and during our talks tomorrow"."""
    definite: re.Pattern[str]
    with_whom: re.Pattern[str]
    separately: re.Pattern[str]
    complementisers: re.Pattern[str]
    new_clause: re.Pattern[str]
    """What parts a day from the clause in front: another subject, or what else was said and agreed."""
    of_topic: re.Pattern[str]
    """In front of a day that what is discussed has."""
    paper_name: re.Pattern[str]
    """What a paper is named after, which nobody says has happened: the Treaty on the Cessation of Hostilities."""
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
        names = [Span(*found.span("named")) for found in self.paper_name.finditer(text, *span)]
        return tuple(
            Trigger(Span(it.start, it.end), self.kinds.by_name[it.rule.reads], bool(it.rule.settings.get("is_verb")))
            for it in self.grammar.find(text, [span])
            if not any(name.contains(Span(it.start, it.end)) for name in names)
        )


@cache
def event_words(language: Language) -> EventWords:
    """The event words of a language, from its word file."""
    words = language.words("events")
    kinds = kinds_of_events()
    joiners, setting = alternatives(words["joiners"]), alternatives(words["setting"])
    quoting = language.words("quotations")
    return EventWords(
        kinds=kinds,
        future=any_of(words["future"]),
        negation=any_of(words["negations"], behind=r"(?:\s+\w+)?\s+$"),
        at=any_of(words["at"], BEFORE_NAME),
        at_endings=tuple(words["at_endings"]),
        to=any_of(words["to"], BEFORE_NAME),
        hosting=any_of(words["hosting"]),
        parties=any_of(words["parties"], BEFORE_NAME),
        joint=re.compile(rf"\s*,?\s*(?:\b(?:{joiners})\b)?\s*(?:\w{{1,3}}\s+)?", re.IGNORECASE),
        up_to=re.compile(rf"\s*(?:{alternatives(words['up_to'])})\s*", re.IGNORECASE),
        invitation=any_of(words["invitation"]),
        opening=re.compile(rf"(?:[,;:]|\b(?:{joiners}))\s+$", re.IGNORECASE),
        setting=any_of(words["setting"], behind=r"(?:\s+[\w'\u2019-]+){0,3}\s+$"),
        and_setting=re.compile(rf"\s+(?:{joiners})\s+(?:{setting})\b", re.IGNORECASE),
        definite=any_of(words["definite"], behind=r"(?:\s+\w+)?\s+$"),
        with_whom=re.compile(rf"\s+(?:{alternatives(words['with'])})\b", re.IGNORECASE),
        complementisers=any_of(listed(quoting["complementisers"])),
        new_clause=_new_clause(words, tuple(forms(quoting["cue_verbs"]))),
        of_topic=any_of(words["of_topic"], BEFORE_NAME),
        paper_name=_paper_name(words),
        acting=re.compile(rf"\s+(?:{alternatives(words['acting'])})\b", re.IGNORECASE),
        separately=any_of(words["separately"]),
        **{person: _pronouns(**forms) for person, forms in words["pronouns"].items()},
        several_of_us=any_of(words["several_of_us"]),
        antecedents=any_of(words["antecedents"]),
        host_says=any_of(words["host_says"]),
        guest_says=any_of(words["guest_says"]),
        subjects={name: any_of(words[name]) for name in {kind.about for kind in kinds.by_name.values()} if name},
        grammar=Grammar(words),
    )


def _new_clause(words: Mapping[str, Any], verbs: Sequence[str]) -> re.Pattern[str]:
    joiners = alternatives(words["clause_joiners"])
    openings = alternatives([*words["new_subjects"], *verbs])
    return re.compile(rf"(?:[,;]|\b(?:{joiners}))\s+(?:(?:{joiners})\s+)?(?:{openings})\b", re.IGNORECASE)


def _paper_name(words: Mapping[str, Any]) -> re.Pattern[str]:
    papers, naming = alternatives(word.capitalize() for word in words["papers"]), alternatives(words["naming"])
    name = rf"{CAPITALISED}(?:(?:\s+\w{{1,3}}){{0,2}}\s+{CAPITALISED})*"
    return re.compile(rf"\b(?:{papers})\s+(?:{naming})\s+(?:\w{{1,3}}\s+)?(?P<named>{name})")


def _pronouns(subject: Sequence[str], owner: Sequence[str], object: Sequence[str]) -> Pronouns:  # noqa: A002
    return Pronouns(
        subject=any_of(subject),
        owner=any_of(owner, behind=r"(?:\s+[\w,-]+){0,3}\s+$"),
        object=re.compile(rf"\s+(?:\w{{1,4}}\s+)?(?:{alternatives(object)})\b", re.IGNORECASE),
    )
