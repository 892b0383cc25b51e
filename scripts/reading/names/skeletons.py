"""Skeletons: what the spellings of one name share, whatever the script, the transliteration and the language."""

import re
import unicodedata
from collections.abc import Iterable
from functools import cache, lru_cache

from scripts.reading.language import Language
from scripts.reading.names.inflection import WORDS_REMEMBERED, inflection

SHARED = Language("en")
"""The registry is written in this language; whatever another one makes of a name is brought to its spellings."""


class Spelling:
    """How one language spells the sounds of a name."""

    def __init__(self, language: Language) -> None:
        words = language.words("names")
        self._inflection = inflection(language)
        self._spellings = tuple((re.compile(old), new) for old, new in words["spellings"])
        self._romanisation = tuple((old, new) for old, new in words["romanisation"])
        self._variants = tuple((old, new) for old, new in words["variants"])

    def latin(self, name: str) -> str:
        """The name in small Latin letters."""
        lower = self._inflection.lower(name)
        for old, new in self._romanisation:
            lower = lower.replace(old, new)
        return lower

    def fold(self, name: str) -> str:
        """The name in small Latin letters, with one spelling for each sound."""
        folded = unicodedata.normalize("NFC", self._inflection.lower(name))
        for old, new in self._spellings:
            folded = old.sub(new, folded)
        plain = unicodedata.normalize("NFKD", self.latin(folded).casefold())
        return "".join(character for character in plain if not unicodedata.combining(character))

    def variants(self, name: str) -> Iterable[str]:
        """The name with letters that may stand for others."""
        lower = self._inflection.lower(name)
        return (lower.replace(old, new) for old, new in self._variants if old in lower)


class Skeletons:
    """The skeletons of names in a text of one language."""

    def __init__(self, language: Language) -> None:
        self._bases = inflection(language).bases
        self._own, self._shared = Spelling(language), Spelling(SHARED)
        self.fold = lru_cache(maxsize=WORDS_REMEMBERED)(self._fold)
        self.keys = lru_cache(maxsize=WORDS_REMEMBERED)(self._keys)
        self.shared = lru_cache(maxsize=WORDS_REMEMBERED)(self._shared.fold)

    def _fold(self, name: str) -> str:
        """The skeleton of a name as it stands."""
        return self._shared.fold(self._own.fold(name))

    def _keys(self, word: str) -> tuple[str, ...]:
        """Every skeleton that a word may have: as it stands first, then as a form of another word."""
        found = [skeleton for base in self._bases(word) for skeleton in self._skeletons(base)]
        return tuple(dict.fromkeys(found))

    def _skeletons(self, word: str) -> Iterable[str]:
        yield self._fold(word)
        yield from (self._fold(variant) for variant in self._own.variants(word))
        if (shared := self.shared(word)).isascii():
            yield shared

    def latin(self, name: str) -> str:
        """The name in small Latin letters, as an identifier has it."""
        return self._shared.latin(self._own.latin(name))


@cache
def skeletons(language: Language) -> Skeletons:
    """The skeletons of names in a language, from its word file `names`."""
    return Skeletons(language)
