"""Spelling: names and words for comparison, whatever their capitals, and names in capitals as they are else written."""

import re
from collections.abc import Sequence
from functools import cache

from scripts.reading.language import Language

DOTS = str.maketrans({"\u0131": "i", "\u0307": None, "\u2019": "'"})
"""Capitals of Turkic languages fold to letters with and without a dot."""


def folded(text: str) -> str:
    """The text for comparison."""
    return text.casefold().translate(DOTS)


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


def any_case(name: Sequence[str], language: Language) -> re.Pattern[str]:
    """Finds the words of a name in folded text, each as it stands in a label or with the ending of another case."""
    return re.compile(r"\b" + r"\s+".join(_any_case(folded(word), language) for word in name) + r"\b")


def _any_case(word: str, language: Language) -> str:
    words = language.words("labels")
    endings = "|".join(map(re.escape, folded(words["case_endings"]).split()))
    replaced = tuple(folded(words["nominative_endings"]).split())
    ending = max((each for each in replaced if word.endswith(each)), key=len, default="")
    stem = re.escape(word.removesuffix(ending))
    return rf"{stem}(?:{re.escape(ending)}|{endings})?" if endings else re.escape(word)
