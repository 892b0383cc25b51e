"""Spelling: names and words for comparison, whatever their capitals, and names in capitals as they are else written."""

import re
import unicodedata
from collections.abc import Sequence
from functools import cache, lru_cache

from scripts.reading.grammar import alternatives
from scripts.reading.language import Language

DOTS = str.maketrans({"\u0131": "i", "\u0307": None, "\u2019": "'"})
"""Capitals of Turkic languages fold to letters with and without a dot."""


REMEMBERED = 4096

ACCENTED = range(0xC0, 0x460)
"""The code points of Latin, Greek and Cyrillic letters."""


def folded(text: str) -> str:
    """The text for comparison."""
    return text.casefold().translate(DOTS)


@lru_cache(maxsize=REMEMBERED)
def unaccented(text: str) -> str:
    """The text for comparison without accents, which capitals often lack."""
    return "".join(each for each in unicodedata.normalize("NFD", folded(text)) if not unicodedata.combining(each))


def in_lower_case(word: str, language: Language) -> str:
    """The word in lower case as the language has it."""
    return word.translate(_lower_case(language)).lower()


@cache
def _lower_case(language: Language) -> dict[int, str]:
    return {ord(upper): lower for upper, lower in language.words("labels")["lower_case"].items()}


def as_written(name: str, language: Language) -> str:
    """The name; one printed in capitals throughout in the usual way, hyphens and initials kept."""
    parts = name.split()
    capitals = all(part.isupper() for part in parts) and any(len(part.strip(".")) > 2 for part in parts)
    return " ".join(_capitalised(part, language) for part in parts) if capitals else name


def _capitalised(word: str, language: Language) -> str:
    return "-".join(part[:1] + in_lower_case(part[1:], language) for part in word.split("-"))


def any_case(words: Sequence[str], language: Language) -> str:
    """A pattern for the words, each as it is printed in a label or with the ending of another case.

    It is meant for text without regard to case; accents, which capitals often lack, may be missing.
    """
    return r"\s+".join(_any_case(word, language) for word in words)


def nominative(name: str, language: Language) -> str:
    """The name as it is in a label, of one that stands in another case."""
    return " ".join(_nominative(word, language) for word in name.split())


def _any_case(word: str, language: Language) -> str:
    endings, replaced = _endings(language)
    ending = max((each for each in replaced if word.casefold().endswith(each)), key=len, default="")
    stem = "".join(_with_or_without_accent(character) for character in word[: len(word) - len(ending)])
    return rf"{stem}(?:{re.escape(ending)}|{endings})?" if endings else stem


@cache
def _endings(language: Language) -> tuple[str, tuple[str, ...]]:
    words = language.words("labels")
    return alternatives(words["case_endings"].split()), tuple(words["nominative_endings"].split())


def _with_or_without_accent(character: str) -> str:
    plain = unicodedata.normalize("NFD", character)[0]
    if not character.isalpha():
        return re.escape(character)
    either = {character, plain, *(_accented().get(plain, ()) if plain == character else ())}
    return f"[{''.join(sorted(either))}]" if len(either) > 1 else character


@cache
def _accented() -> dict[str, tuple[str, ...]]:
    """The letters with an accent, by the letter without."""
    found: dict[str, list[str]] = {}
    for letter in filter(str.isalpha, map(chr, ACCENTED)):
        plain = unicodedata.normalize("NFD", letter)[0]
        if plain != letter:
            found.setdefault(plain, []).append(letter)
    return {plain: tuple(letters) for plain, letters in found.items()}


def _nominative(word: str, language: Language) -> str:
    endings: Sequence[tuple[str, str]] = language.words("labels")["oblique_names"]
    for ending, replacement in endings:
        if word == ending or (word.endswith(ending) and len(word) > len(ending) + 1):
            return word.removesuffix(ending) + replacement
    return word
