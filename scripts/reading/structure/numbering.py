"""Numbering: what counts the parts of a text, as "Article 5" and "2. Budget" do, and names nobody."""

import re
from functools import cache

from scripts.reading.language import Language
from scripts.reading.structure import designation, spelling

FIGURE = re.compile(r"[(\[]?\d+(?:[.)\]]|\b)|[ivx]+[.)]?")
ROMAN = re.compile(r"[ivx]+")
"""By itself it may as well be a surname or the initial of who speaks."""
ITEM = re.compile(r"[(\[]?\d{1,3}(?:\.\d{1,2})*[.)\]]\s+|[IVX]{2,5}[.)]\s+|[IVXivxa-z]{1,4}\)\s+")
"""In front of an item of a list; one letter and a full stop are an initial."""


def counts(printed: str, language: Language) -> bool:
    """Whether what is printed counts something: a figure alone, or one beside the word for a part of a text."""
    words = designation.bare(printed).split()
    if len(words) == 1 and ROMAN.fullmatch(words[0]):
        return False
    left = [word for word in words if not (FIGURE.fullmatch(word) or word in _numerals(language))]
    return len(left) < len(words) and all(word in _numbered(language) for word in left)


def opens_item(printed: str) -> bool:
    """Whether a number stands in front, as in lists, agendas and minutes."""
    return ITEM.match(printed) is not None


@cache
def _numbered(language: Language) -> frozenset[str]:
    return frozenset(spelling.folded(language.words("labels")["numbered"]).split())


@cache
def _numerals(language: Language) -> frozenset[str]:
    written = language.words("numerals")
    return frozenset(spelling.folded(word) for key in ("small", "ordinals") for word in written[key])
