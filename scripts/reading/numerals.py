"""Numbers written in figures, in words, or in both."""

import re
from collections.abc import Mapping
from decimal import Decimal
from functools import cache
from typing import Any

from scripts.reading.grammar import Slot, alternatives, folded
from scripts.reading.language import Language

THOUSAND = 1000
FIGURES = re.compile(r"\d+")
BLANK = r"[^\S\n]"
IN_WORDS = r"(?=[^\W\d])"
"""Spares a figure the comparison with every number word."""


class Numerals:
    """The numbers of a language."""

    def __init__(self, words: Mapping[str, Any]) -> None:
        self._words = words
        self._small = _folded(words["small"])
        self._scales = _folded({**words["scales"], **words["abbreviated_scales"], **words["glued_scales"]})
        self._ordinals = _folded(words["ordinals"])
        whole = "|".join(
            rf"\d{{1,3}}(?:{BLANK if mark.isspace() else re.escape(mark)}\d{{3}}){{1,6}}(?!\d)"
            for mark in words["group_separators"]
        )
        marks = "".join(map(re.escape, words["decimal_marks"]))
        self._figures = rf"(?:{whole}|\d{{1,20}})(?:[{marks}]\d{{1,20}})?"
        self._decimals = re.compile(rf"[{marks}](?=\d+$)")
        self._whole = re.compile(whole)
        self._parts = re.compile(rf"{self._figures}|{alternatives([*self._small, *self._scales])}")

    def slots(self) -> Mapping[str, Slot]:
        """Slots for grammars: `number`, `figures`, `number_words`, `big_number_words`, `ordinal`."""
        words = self._words
        small, scales = alternatives(words["small"]), alternatives(words["scales"])
        joint = alternatives(words["and"])
        joiners = "|".join(mark.replace(" ", r"\s+") for mark in words["small_joiners"]) or "(?!)"
        part = rf"(?:{small})(?:(?:{joiners})(?:{small})\b){{0,2}}"
        big = (
            rf"(?:(?:{alternatives(words['one'])}|{part})\s+)?(?:{scales})(?:\s+(?:{scales})){{0,2}}"
            rf"(?:\s+(?:(?:{joint})\s+)?{part}(?:\s+(?:{scales})){{0,2}}){{0,8}}"  # bounded, so that no text takes long
        )
        glued, abbreviated = alternatives(words["glued_scales"]), alternatives(words["abbreviated_scales"])
        scale = rf"(?:(?:{glued})|\s?(?:{abbreviated})|[\s-](?:{scales}))(?!\w)(?:\s+(?:{scales})(?!\w)){{0,2}}"
        figures = rf"{self._figures}(?:{scale}(?:\s+{self._figures}{scale}){{0,3}}(?:\s+\d{{1,3}}(?![\d.,]))?)?"
        suffixes, ordinals = alternatives(words["ordinal_suffixes"]), alternatives(words["ordinals"])
        return {
            "number": f"(?>{figures}|{IN_WORDS}(?:{big}|{part}))",
            "figures": f"(?>{figures})",
            "number_words": f"{IN_WORDS}(?>{big}|{part})",
            "big_number_words": f"{IN_WORDS}(?>{big})",
            "ordinal": rf"\d+(?:{suffixes})|{ordinals}",
        }

    def value(self, numeral: str) -> float:
        """The number that a text matched by one of the slots stands for."""
        numeral = " ".join(folded(numeral).split())
        if ordinal := self._ordinals.get(numeral) or self._ordinals.get(numeral.replace(" ", "-")):
            return float(ordinal)
        total = current = Decimal(0)  # in binary fractions 33.7 billion is not a whole number
        for part in self._parts.findall(numeral):
            if FIGURES.match(part):
                current += self._in_figures(part)
            elif part in self._small:
                current += self._small[part]
            elif (scale := self._scales[part]) < THOUSAND:
                current = (current or Decimal(1)) * scale
            elif total and total < scale:  # three thousand two hundred million, mil millones
                total, current = (total + current) * scale, Decimal(0)
            else:
                total, current = total + (current or Decimal(1)) * scale, Decimal(0)
        return float(total + current)

    def _in_figures(self, part: str) -> Decimal:
        if self._whole.fullmatch(part):
            return Decimal("".join(FIGURES.findall(part)))
        *whole, decimals = self._decimals.split(part)
        return Decimal("".join(FIGURES.findall("".join(whole) or decimals)) + (f".{decimals}" if whole else ""))


def _folded(words: Mapping[str, int]) -> Mapping[str, int]:
    return {folded(word): number for word, number in words.items()}


@cache
def numerals(language: Language) -> Numerals:
    """The numbers of a language, from its word file."""
    return Numerals(language.words("numerals"))
