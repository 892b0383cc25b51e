"""Inflection: which basic forms a word may be a form of, as the endings of its language tell."""

from collections.abc import Mapping
from functools import cache, lru_cache

from scripts.reading.grammar import listed
from scripts.reading.language import Language

NO_ENDING = "-"
SHORTEST_STEM = 2
WORDS_REMEMBERED = 1 << 16


class Inflection:
    """The endings of one language. A word may be a form of several others; only a lexicon tells of which."""

    def __init__(self, language: Language) -> None:
        words = language.words("names")
        self._endings: Mapping[str, tuple[str, ...]] = {
            ending: tuple("" if base == NO_ENDING else base for base in listed(bases))
            for endings, bases in words["inflection"]
            for ending in listed(endings)
        }
        self._longest = max(map(len, self._endings), default=0)
        self._small_letters = str.maketrans(dict(words["small_letters"]))
        self.bases = lru_cache(maxsize=WORDS_REMEMBERED)(self._bases)
        self.printed_bases = lru_cache(maxsize=WORDS_REMEMBERED)(self._printed_bases)

    def lower(self, word: str) -> str:
        """The word in small letters."""
        return word.translate(self._small_letters).lower()

    def title(self, word: str) -> str:
        """The word in small letters, with its capital."""
        return word[:1] + self.lower(word[1:])

    def _bases(self, word: str) -> tuple[str, ...]:
        """What the word may be a form of: itself first, then the likelier before the others."""
        lower = self.lower(word)
        in_capitals = len(word) > 1 and word.isupper()
        found = [word]
        for length in range(min(self._longest, len(lower) - SHORTEST_STEM), 0, -1):
            bases = self._endings.get(lower[-length:], ())
            found.extend(word[:-length] + (base.upper() if in_capitals else base) for base in bases)
        return tuple(dict.fromkeys(found))

    def _printed_bases(self, word: str) -> tuple[str, ...]:
        """What the word may be a form of; one in capitals may be printed so as a headline is."""
        found = self.bases(word)
        if len(word) > 1 and word.isupper():
            small = self.lower(word)
            found = (*found, *self.bases(self.title(word)), *self.bases(small))
        return found


@cache
def inflection(language: Language) -> Inflection:
    """The inflection of a language, from its word file `names`."""
    return Inflection(language)
