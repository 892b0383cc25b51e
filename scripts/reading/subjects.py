"""Subjects: whether a page deals with affairs of state, by its words.

Coaches hold press conferences, clubs have presidents, and ministers speak in plays, so that labels, offices and what is
held prove little. A page is about something else where the words of another subject clearly outweigh those of states.
"""

import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from scripts.reading.language import Language

WORD = re.compile(r"[^\W\d_][\w'\u2019-]*")

MOST_TIMES = 3
"""A word that comes more often than this says no more about the subject."""

FEWEST_WORDS = 4
"""Of another subject: fewer may be an anecdote."""

OUTWEIGHING = 1.4
"""So many words of another subject must stand for each of states."""

KEY = 2
"""In characters: words are looked up by their beginnings."""


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """The words of a subject: whole ones, and beginnings by their first characters."""

    words: frozenset[str]
    beginnings: Mapping[str, tuple[str, ...]]

    def entry(self, word: str) -> str | None:
        """The entry of the vocabulary that a word is an instance of."""
        if word in self.words:
            return word
        return next((each for each in self.beginnings.get(word[:KEY], ()) if word.startswith(each)), None)


def is_about_something_else(text: str, language: Language) -> bool:
    """Whether the words of a subject other than affairs of state outweigh those of states."""
    words = Counter(WORD.findall(text.casefold()))
    of_state, others = _vocabularies(language)
    most = max(_weight(words, other) for other in others)
    return most >= FEWEST_WORDS and most > OUTWEIGHING * _weight(words, of_state)


def _weight(words: Mapping[str, int], vocabulary: Vocabulary) -> int:
    """How many words of the text are of the subject, none counted too often."""
    times: Counter[str] = Counter()
    for word, number in words.items():
        entry = vocabulary.entry(word)
        if entry is not None:
            times[entry] += number
    return sum(min(number, MOST_TIMES) for number in times.values())


@cache
def _vocabularies(language: Language) -> tuple[Vocabulary, tuple[Vocabulary, ...]]:
    """The vocabulary of affairs of state, and those of the other subjects."""
    known = language.words("subjects")
    return _vocabulary(known["affairs_of_state"]), tuple(map(_vocabulary, known["other_subjects"].values()))


def _vocabulary(written: str) -> Vocabulary:
    entries = written.casefold().split()
    beginnings: dict[str, list[str]] = {}
    for entry in entries:
        if entry.endswith("*"):
            beginnings.setdefault(entry[:KEY], []).append(entry.rstrip("*"))
    whole = frozenset(entry for entry in entries if not entry.endswith("*"))
    return Vocabulary(whole, {key: tuple(each) for key, each in beginnings.items()})
