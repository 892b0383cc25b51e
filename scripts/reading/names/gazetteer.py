"""A gazetteer: finds every one of many names in one pass over a text."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Generic, TypeVar

from lading.standoff import Span

Meaning = TypeVar("Meaning")
Trie = dict[str, "Trie"]

BLANK = r"(?:[^\S\n]+\n?[^\S\n]*|\n[^\S\n]*)"
"""White space as a line may be wrapped at: any, but no empty line."""

INTERCHANGEABLE = {" ": BLANK, "'": "['\u2019\u02bc]", "-": "[-\u2010\u2011]"}
"""What the text may have in place of a character of a name."""

SAME = str.maketrans({"\u2019": "'", "\u02bc": "'", "\u2010": "-", "\u2011": "-"})
END = ""
NOTHING = r"(?!)"


@dataclass(frozen=True, slots=True)
class Hit(Generic[Meaning]):
    """A name in a text, and what it means."""

    start: int
    end: int
    meaning: Meaning

    @property
    def span(self) -> Span:
        """Where the name stands."""
        return Span(self.start, self.end)


class Gazetteer(Generic[Meaning]):
    """Names with what they mean. Where several begin at the same place, the longest is found."""

    def __init__(self, names: Mapping[str, Meaning]) -> None:
        self._meanings = {normal(name): meaning for name, meaning in names.items()}
        self._pattern = re.compile(rf"(?<!\w)(?:{alternation(self._meanings)})(?!\w)")

    def get(self, name: str) -> Meaning | None:
        """What a name means; None where it is unknown."""
        return self._meanings.get(normal(name))

    def find(self, text: str, span: Span) -> Iterator[Hit[Meaning]]:
        """The names within a span of the text, in order and without overlap."""
        for match in self._pattern.finditer(text, *span):
            yield Hit(*match.span(), self._meanings[normal(match.group())])

    def at(self, text: str, start: int) -> Hit[Meaning] | None:
        """The name that begins at a place of the text."""
        match = self._pattern.match(text, start)
        return Hit(*match.span(), self._meanings[normal(match.group())]) if match else None


def normal(name: str) -> str:
    """The name with single spaces and one kind of apostrophe and hyphen."""
    return " ".join(name.translate(SAME).split())


def alternation(names: Mapping[str, object]) -> str:
    """A regular expression for any of the names; shared beginnings are tried once, whatever the number of names."""
    trie: Trie = {}
    for name in sorted(names):
        node = trie
        for character in name:
            node = node.setdefault(character, {})
        node[END] = {}
    return _pattern(trie) or NOTHING


def _pattern(node: Trie) -> str:
    branches = [INTERCHANGEABLE.get(head, re.escape(head)) + _pattern(tail) for head, tail in node.items() if head]
    if not branches:
        return ""
    if END in node:
        return f"(?:{'|'.join(branches)})?"
    return branches[0] if len(branches) == 1 else f"(?:{'|'.join(branches)})"
