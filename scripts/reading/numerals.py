"""Numbers written in figures, in words, or in both."""

import re
from collections.abc import Mapping
from decimal import Decimal
from functools import cache
from typing import Any

from scripts.reading.grammar import Slot, alternatives
from scripts.reading.language import Language

THOUSAND = 1000
WORD = re.compile(r"[^\W\d_]+")
FIGURES = re.compile(r"\d[\d.,\s]*")


class Numerals:
    """The numbers of a language."""

    def __init__(self, words: Mapping[str, Any]) -> None:
        self._words = words
        self._scales = {**words["scales"], **words["abbreviated_scales"], **words["glued_scales"]}
        self._marks = str.maketrans(dict.fromkeys(words["group_separators"]) | {words["decimal_mark"]: "."})

    def slots(self) -> Mapping[str, Slot]:
        """Slots for grammars: `number`, `figures`, `number_words`, `big_number_words`, `ordinal`."""
        words = self._words
        small, scales = alternatives(words["small"]), alternatives(words["scales"])
        joint = alternatives(words["and"])
        part = rf"(?:{small})(?:-(?:{small}))?"
        big = (
            rf"(?:(?:{alternatives(words['one'])}|{part})\s+)?(?:{scales})(?:\s+(?:{scales})){{0,2}}"
            rf"(?:\s+(?:(?:{joint})\s+)?{part}(?:\s+(?:{scales})){{0,2}}){{0,8}}"  # bounded, so that no text takes long
        )
        separator = "".join(r"\s" if mark.isspace() else re.escape(mark) for mark in words["group_separators"])
        decimals = rf"(?:{re.escape(words['decimal_mark'])}\d{{1,20}})?"
        glued, abbreviated = alternatives(words["glued_scales"]), alternatives(words["abbreviated_scales"])
        scale = rf"(?:(?:(?:{glued})|\s?(?:{abbreviated})|[\s-](?:{scales}))(?!\w)(?:\s+(?:{scales})(?!\w)){{0,2}})?"
        figures = rf"(?:\d{{1,3}}(?:[{separator}]\d{{3}}){{1,6}}(?!\d)|\d{{1,20}}){decimals}{scale}"
        suffixes, ordinals = alternatives(words["ordinal_suffixes"]), alternatives(words["ordinals"])
        return {
            "number": f"{figures}|{big}|{part}",
            "figures": figures,
            "number_words": f"{big}|{part}",
            "big_number_words": big,
            "ordinal": rf"\d+(?:{suffixes})|{ordinals}",
        }

    def value(self, numeral: str) -> float:
        """The number that a text matched by one of the slots stands for."""
        if ordinal := self._words["ordinals"].get("-".join(numeral.casefold().split())):
            return float(ordinal)
        total = current = Decimal(0)  # in binary fractions 33.7 billion is not a whole number
        if figures := FIGURES.match(numeral):
            current = Decimal("".join(figures[0].split()).translate(self._marks))
            numeral = numeral[figures.end() :]
        for word in WORD.findall(numeral.casefold()):
            if word in self._words["small"]:
                current += self._words["small"][word]
            elif scale := self._scales.get(word):
                current = (current or 1) * scale
                if scale >= THOUSAND:
                    total, current = total + current, Decimal(0)
        return float(total + current)


@cache
def numerals(language: Language) -> Numerals:
    """The numbers of a language, from its word file."""
    return Numerals(language.words("numerals"))
