"""Holders of offices whom a text speaks of without a name: the deputy ministers, my counterpart, a commission."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from lading.standoff import Span
from scripts.reading.grammar import alternatives, any_of, listed
from scripts.reading.language import Language

SEVERAL = 2
PARTS = ("titles", "nouns", "epithets")
"""The lists of words for the holders of an office."""


@dataclass(frozen=True, slots=True)
class HolderWords:
    """The words for holders of offices of states, one or several, and for bodies that meet."""

    offices: frozenset[str]
    """The kinds of offices."""
    one: re.Pattern[str]
    several: re.Pattern[str]
    of_place: re.Pattern[str]
    """A holder in front of the state: the President of."""
    title: re.Pattern[str]
    highest: frozenset[str]
    """Titles, in lower case, of those on whom others call."""

    def count(self, text: str, span: Span) -> Iterator[tuple[Span, int]]:
        """The words within a span, each with how many it stands for at least."""
        yield from ((Span(*found.span()), 1) for found in self.one.finditer(text, *span))
        yield from ((Span(*found.span()), SEVERAL) for found in self.several.finditer(text, *span))

    def is_highest(self, text: str, designation: Span) -> bool:
        """Whether the last title of a designation is one of a state's highest."""
        titles = [" ".join(found.group().casefold().split()) for found in self.title.finditer(text, *designation)]
        return bool(titles) and titles[-1] in self.highest


@cache
def holder_words(language: Language) -> HolderWords:
    """The words of a language, from its word files for offices and for events."""
    words, offices = language.words("events"), language.words("offices")["offices"]
    named = _titles(offices, words["offices"])
    titles = (named - {*words["no_offices"]}) | {*words["more_holders"]}
    belonging = alternatives(listed(language.words("offices")["belonging"]))
    endings = alternatives(words["plural_endings"])
    return HolderWords(
        offices=frozenset(words["offices"]),
        one=any_of(titles),
        several=re.compile(
            rf"\b(?:(?:{alternatives(titles)})(?:{endings})|{alternatives(words['colleges'])})\b", re.IGNORECASE
        ),
        title=any_of(named),
        highest=frozenset(_titles(offices, words["highest_offices"])),
        of_place=any_of(titles, behind=rf"\s+(?:{belonging})\s+(?:\w{{1,3}}\s+)?$"),
    )


def _titles(offices: Mapping[str, Mapping[str, str]], kinds: Iterable[str]) -> set[str]:
    return {name.casefold() for kind in kinds for part in PARTS for name in listed(offices[kind].get(part, ""))}
