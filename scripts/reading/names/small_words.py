"""The small words of a language that tie names to offices and states: "of the", "'s", "and"."""

import re
from dataclasses import dataclass
from functools import cache

from scripts.reading.grammar import alternatives, listed
from scripts.reading.language import Language
from scripts.reading.names.shapes import CAPITAL, GAP, WORD

BINDING = ("demonstratives", "possessive_pronouns", "conjunctions", "office_prepositions", "locating")


@dataclass(frozen=True, slots=True)
class SmallWords:
    """What stands between a name and an office or a body."""

    of: re.Pattern[str]
    """What the name of the state follows, with the article."""
    possessor: re.Pattern[str]
    """The name of whoever has what follows."""
    possessive: re.Pattern[str]
    article: re.Pattern[str]
    the_before: re.Pattern[str]
    joint: re.Pattern[str]
    """What stands between two offices of one state."""
    adjective_before: re.Pattern[str]
    """A capitalised word in front that is no article; a state may be called so."""
    demonstrative: str
    """One of the words for what was named before, as a pattern."""
    determiner: str
    """One of the words in front of a noun that stands for somebody known, as a pattern."""
    binding: frozenset[str]
    """What ties the words behind it to those in front, so that no name of a speaker begins there."""
    locating: str
    """One of the words that a place stands behind, as a pattern."""

    def is_placed(self, text: str, word: str) -> bool:
        """Whether a text says that something is in or at what the word by itself names."""
        return bool(re.search(rf"\b{self.locating}{GAP}{re.escape(word)}(?!\w)(?!{GAP}{CAPITAL})", text))


@cache
def small_words(language: Language) -> SmallWords:
    """The small words of a language, from its word file `offices`."""
    words = language.words("offices")
    definite, indefinite = (_any(words["articles"][kind]) for kind in ("definite", "indefinite"))
    articles = rf"(?i:{definite}|{indefinite})"
    possessive = rf"(?:{words['possessive']})"
    return SmallWords(
        of=re.compile(rf"{GAP}(?:{_any(words['belonging'])}){GAP}(?:{articles}{GAP})?"),
        possessor=re.compile(rf"(?<!\w)({WORD}(?:{GAP}{WORD}){{0,3}}){possessive}{GAP}$"),
        possessive=re.compile(possessive),
        article=re.compile(rf"{articles}\s+"),
        the_before=re.compile(rf"\b(?i:{definite}){GAP}$"),
        joint=re.compile(rf"{GAP}(?:{_any(words['joiners'])}){GAP}|,{GAP}"),
        adjective_before=re.compile(rf"(?<!\w)(?!{articles}\b){WORD}{possessive}?{GAP}$"),
        demonstrative=rf"(?i:{definite}|{_any(words['demonstratives'])})",
        binding=frozenset(
            word
            for phrases in (*words["articles"].values(), *(words[key] for key in BINDING))
            for word in listed(phrases)
        ),
        locating=rf"(?i:{_any(words['locating'])})",
        determiner=rf"(?i:{definite}|{indefinite}|{_any(words['possessive_pronouns'])})",
    )


def _any(phrases: str) -> str:
    return alternatives(listed(phrases))
