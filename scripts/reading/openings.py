"""How the matches of a pattern may begin, so that a rule is only tried where its first letters stand.

A pattern of a word file is read once, from left to right, and gives the first few characters of whatever it may match.
A shorter opening admits anything behind it: what this reader does not know, such as a class of letters, only makes an
opening shorter, never wrong. In openings all digits are 0, all white space is one blank, and letters have no case.
"""

import re
from collections.abc import Callable, Iterable, Sequence
from functools import lru_cache

LENGTH = 4
"""How many characters of an opening are compared."""

TOKEN = re.compile(r"\w+|[^\w\s]")
AS_ONE = {ord("\u0130"): "i", ord("\u0131"): "i"} | dict.fromkeys(b"123456789", "0")
AS_ONE |= {code: " " for code in range(0x3001) if chr(code).isspace()}
"""In patterns that ignore case, i is the same with a dot and without."""

OPEN_ENDED = "\0"
NAMED = re.compile(r"\?P<[^>]*>|\?>|\?[a-z]*(?:-[a-z]+)?:")
LOOKAROUND = ("?=", "?!", "?<=", "?<!")
REPEATED = re.compile(r"[?*+]\??|\{(\d*)(?:,(\d*))?\}\??")
SLOT = re.compile(r"<:?([a-z_]+)>")

Openings = frozenset[str]
"""Prefixes; one that ends with OPEN_ENDED cannot be made longer by what follows in the pattern."""

EMPTY: Openings = frozenset([""])
UNKNOWN: Openings = frozenset([OPEN_ENDED])


def normal(text: str) -> str:
    """A text as openings have it, character for character."""
    return text.translate(AS_ONE).lower()


@lru_cache(maxsize=2)
def starts(text: str) -> tuple[Sequence[int], Sequence[str]]:
    """Where the words and signs of a text begin, and the characters there."""
    text = normal(text)
    positions = [found.start() for found in TOKEN.finditer(text)]
    return positions, [text[position : position + LENGTH] for position in positions]


def joined(left: Openings, right: Openings) -> Openings:
    """The openings of one pattern with another behind it."""
    return frozenset(
        part if len(part) >= LENGTH or part.endswith((OPEN_ENDED, " ")) else (part + follows)[:LENGTH]
        for part in left
        for follows in right
    )


def of_words(words: Iterable[str]) -> Openings:
    """The openings of words and phrases; of a phrase its first word, as any number of blanks may follow."""
    return frozenset(normal(word.split()[0])[:LENGTH] + (" " if " " in word else "") for word in words)


class Reader:
    """Reads a pattern; `slot` gives the openings of a slot by its name."""

    def __init__(self, pattern: str, slot: Callable[[str], Openings]) -> None:
        self._pattern = pattern
        self._slot = slot
        self._at = 0

    def openings(self) -> Openings:
        """The openings of the pattern."""
        return self._alternatives()

    def _alternatives(self) -> Openings:
        found = self._sequence()
        while self._take("|"):
            found |= self._sequence()
        return found

    def _sequence(self) -> Openings:
        found = EMPTY
        while self._at < len(self._pattern) and self._pattern[self._at] not in "|)":
            found = joined(found, self._repeated(self._atom()))
        return found

    def _repeated(self, atom: Openings) -> Openings:
        sign = REPEATED.match(self._pattern, self._at)
        if sign is None:
            return atom
        self._at = sign.end()
        least, most = (sign[1] or "0", sign[2]) if sign[0][0] == "{" else ("01"[sign[0][0] == "+"], sign[0][0])
        several = joined(atom, UNKNOWN) if most != "?" else atom
        return several | EMPTY if int(least) == 0 else several

    def _atom(self) -> Openings:
        if slot := SLOT.match(self._pattern, self._at):
            self._at = slot.end()
            return self._slot(slot[1])
        if self._take("("):
            return self._group()
        if self._take("["):
            return self._class()
        if self._take("\\"):
            return self._escape(self._next())
        letter = self._next()
        return UNKNOWN if letter in ".^$" else frozenset([normal(letter)])

    def _group(self) -> Openings:
        is_lookaround = self._pattern.startswith(LOOKAROUND, self._at)
        if is_lookaround:
            self._at += len("?<!") if self._pattern[self._at + 1] == "<" else len("?!")
        elif opening := NAMED.match(self._pattern, self._at):
            self._at = opening.end()
        elif self._pattern.startswith("?", self._at):  # (?P=name): whatever that group holds
            self._at = self._pattern.index(")", self._at) + 1
            return UNKNOWN
        found = self._alternatives()
        self._take(")")
        return EMPTY if is_lookaround else found

    def _class(self) -> Openings:
        is_negated = self._take("^")
        found: Openings = frozenset()
        while not self._take("]"):
            if self._take("\\"):
                found |= self._escape(self._next())
            elif self._pattern[self._at + 1] == "-" and self._pattern[self._at + 2] != "]":
                first, last = self._pattern[self._at], self._pattern[self._at + 2]
                found |= {normal(chr(code)) for code in range(ord(first), ord(last) + 1)}
                self._at += 3
            else:
                found |= {normal(self._next())}
        return UNKNOWN if is_negated else found

    @staticmethod
    def _escape(letter: str) -> Openings:
        match letter:
            case "d":
                return frozenset("0")
            case "s":
                return frozenset(" ")
            case "b" | "B":
                return EMPTY
            case _:
                return UNKNOWN if letter.isalpha() else frozenset([normal(letter)])

    def _next(self) -> str:
        self._at += 1
        return self._pattern[self._at - 1]

    def _take(self, sign: str) -> bool:
        if not self._pattern.startswith(sign, self._at):
            return False
        self._at += 1
        return True
