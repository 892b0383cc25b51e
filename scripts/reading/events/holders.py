"""Holders of offices whom a text speaks of without a name: the deputy ministers, my counterpart, a commission."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from lading.standoff import Span
from scripts.reading.events.kinds import kinds_of_events
from scripts.reading.grammar import alternatives, listed
from scripts.reading.language import Language
from scripts.reading.names.gazetteer import Gazetteer
from scripts.reading.names.inflection import inflection

SEVERAL = 2
PARTS = ("titles", "nouns", "epithets")
"""The lists of words for the holders of an office."""
OFFICE_REACH = 60
"""How far in front of a state, in code points, the office of who stands for it may begin."""


@dataclass(frozen=True, slots=True)
class HolderWords:
    """The words for holders of offices of states, one or several, and for bodies that meet."""

    offices: frozenset[str]
    """The kinds of offices."""
    highest_offices: frozenset[str]
    holders: Gazetteer[int]
    """How many a word stands for at least."""
    equals: Gazetteer[int]
    """What somebody is called who is to another state what the other is to his own: a counterpart."""
    belonging: re.Pattern[str]
    """Between an office and what it belongs to: the President of Karsenia."""
    titles: Gazetteer[bool]
    """Whether others call on the holder of a title."""

    def count(self, text: str, span: Span) -> Iterator[tuple[Span, int]]:
        """The words within a span, each with how many it stands for at least."""
        return ((hit.span, hit.meaning) for hit in self.holders.find(text, span))

    def in_front(self, text: str, place: int) -> int | None:
        """Where the office begins whose holder stands for the state that is named at a place of the text."""
        hits = list(self.holders.find(text, Span(max(0, place - OFFICE_REACH), place)))
        return hits[-1].start if hits and self.belonging.fullmatch(text, hits[-1].end, place) else None

    def is_highest(self, text: str, designation: Span) -> bool:
        """Whether the last title of a designation is one of a state's highest."""
        hits = list(self.titles.find(text, designation))
        return bool(hits) and hits[-1].meaning


@cache
def holder_words(language: Language) -> HolderWords:
    """The words of a language, from its word files for offices and for events."""
    words, offices = language.words("events"), language.words("offices")["offices"]
    bases, kinds = inflection(language).bases, kinds_of_events()
    named = _titles(offices, kinds.offices)
    highest = _titles(offices, kinds.highest_offices)
    one = {it for it in named if it.casefold() not in words["no_offices"]} | {*words["more_holders"]}
    several = {title + ending for title in one for ending in words["plural_endings"]} | {*words["colleges"]}
    numbers = dict.fromkeys(one, 1) | dict.fromkeys(several, SEVERAL)
    belonging = alternatives(listed(language.words("offices")["belonging"]))
    return HolderWords(
        offices=frozenset(kinds.offices),
        highest_offices=frozenset(kinds.highest_offices),
        holders=Gazetteer({form: n for it, n in sorted(numbers.items()) for form in _forms(it)}, bases),
        equals=Gazetteer({form: 1 for it in words["more_holders"] for form in _forms(it)}, bases),
        belonging=re.compile(rf"\s+(?:(?:{belonging})\s+(?:\w{{1,3}}\s+)?)?", re.IGNORECASE),
        titles=Gazetteer({form: it in highest for it in sorted(named) for form in _forms(it)}, bases),
    )


def _titles(offices: Mapping[str, Mapping[str, str]], kinds: Iterable[str]) -> set[str]:
    return {name for kind in kinds for part in PARTS for name in listed(offices[kind].get(part, ""))}


def _forms(name: str) -> tuple[str, ...]:
    """How a word may be written in running text, at the start of a sentence, and in a title."""
    return name, name[:1].lower() + name[1:], name.lower(), name.capitalize(), name.title(), name.upper()
