"""The small words of a language that tie names to offices and states: "of the", "'s", "and"."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache

from scripts.reading.grammar import NOTHING, alternatives, listed
from scripts.reading.language import Language
from scripts.reading.names.shapes import CAPITAL, GAP, SPACE, WORD, Gender

BINDING = ("demonstratives", "possessive_pronouns", "conjunctions", "office_prepositions", "locating")
BEFORE, BEHIND = "before", "behind"
ELIDED = "'"
LONGEST_ENDING = 4


@dataclass(frozen=True, slots=True)
class SmallWords:
    """What stands between a name and an office or a body."""

    of: re.Pattern[str]
    """What the name of the state follows, with the article."""
    accredited: re.Pattern[str]
    """What stands in front of whatever else an office is said to be in or at."""
    is_beside: bool
    """Whether the name of the state may follow without such a word."""
    is_in_front: bool
    """Whether the name of the state may stand in front without such a word."""
    adjective_behind: bool
    """Whether the adjective of a state follows what belongs to the state."""
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
    gendered: Mapping[str, Gender]
    """The words in front of an office that tell whether a woman or a man holds it."""
    locating: str
    """One of the words that a place stands behind, as a pattern."""

    def is_placed(self, text: str, word: str) -> bool:
        """Whether a text says that something is in or at what the word by itself names, in whatever case."""
        stem = word[:-1] if self.is_beside and len(word) > LONGEST_ENDING else word
        ending = rf"\w{{0,{LONGEST_ENDING}}}" if self.is_beside else ""
        return bool(re.search(rf"\b{self.locating}{GAP}{re.escape(stem)}{ending}(?!\w)(?!{GAP}{CAPITAL})", text))


@cache
def small_words(language: Language) -> SmallWords:
    """The small words of a language, from its word file `offices`."""
    words = language.words("offices")
    definite, indefinite = (listed(words["articles"][kind]) for kind in ("definite", "indefinite"))
    articles = rf"(?i:{alternatives((*definite, *indefinite))})"
    possessive = rf"(?:{words['possessive']})"
    return SmallWords(
        of=re.compile(rf"(?i:{GAP}{_leading(listed(words['belonging']))}(?:{_leading((*definite, *indefinite))})?)"),
        accredited=re.compile(
            rf"{GAP}{_leading(listed(words['office_prepositions']))}(?:{_leading((*definite, *indefinite))})?"
        ),
        is_beside=words["beside"] == BEHIND,
        is_in_front=words["beside"] == BEFORE,
        adjective_behind=words["adjectives"] == BEHIND,
        possessor=re.compile(rf"(?<!\w)({WORD}(?:{GAP}{WORD}){{0,3}}){possessive}{SPACE}$"),
        possessive=re.compile(possessive),
        article=re.compile(rf"(?i:{_leading((*definite, *indefinite))})"),
        the_before=re.compile(rf"\b(?i:{_leading(definite)})$" if definite else r"(?<=\s)$"),
        joint=re.compile(rf"{GAP}(?:{_any(words['joiners'])}){GAP}|,{GAP}"),
        adjective_before=re.compile(rf"(?<!\w)(?!{articles}\b){WORD}{possessive}?{SPACE}$"),
        demonstrative=rf"(?i:{alternatives((*definite, *listed(words['demonstratives'])))})",
        binding=frozenset(
            word
            for phrases in (*words["articles"].values(), *(words[key] for key in BINDING))
            for word in listed(phrases)
        ),
        gendered={word: Gender(sex) for sex, told in words["telling_gender"].items() for word in listed(told)},
        locating=rf"(?i:{_any(words['locating'])})",
        determiner=rf"(?i:{alternatives((*definite, *indefinite, *listed(words['possessive_pronouns'])))})",
    )


def _leading(words: Iterable[str]) -> str:
    """A pattern for any of the words with the gap behind it; an elided one has none."""
    words = tuple(words)
    whole = alternatives(word for word in words if not word.endswith(ELIDED))
    elided = alternatives(word.removesuffix(ELIDED) for word in words if word.endswith(ELIDED))
    return rf"(?:(?:{whole}){GAP}|(?:{elided})['\u2019])" if words else NOTHING


def _any(phrases: str) -> str:
    return alternatives(listed(phrases))
