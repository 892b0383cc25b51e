"""How the matches of a pattern may begin, so that a rule is only tried where its first letters stand.

A pattern of a word file is read once, from left to right, and gives the first few characters of whatever it may match.
A shorter opening admits anything behind it: what this reader does not know, such as a class of letters, only makes an
opening shorter, never wrong. In openings all digits are 0, all white space is one blank, and letters have no case.
"""

import re
from collections.abc import Callable, Iterable
from functools import lru_cache

LENGTH = 6
"""How many characters of an opening are compared."""

MOST = 600
"""So many openings tell the rules of a language apart well enough."""

FEW = 4
"""So many openings are followed through repetitions."""

AS_ONE = {ord("\u0130"): "i", ord("\u0131"): "i"} | dict.fromkeys(b"123456789", "0")
"""In patterns that ignore case, i is the same with a dot and without."""

BLANKS = re.compile(r"\s+")
AS_WRITTEN = {"0": r"\d", " ": r"\s+", "i": "[i\u0131]"}
"""What a text may have in the stead of a character of an opening."""

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
    """A text as openings have it."""
    return BLANKS.sub(" ", text.translate(AS_ONE).lower())


@lru_cache(maxsize=2)
def small(text: str) -> str:
    """A text in small letters, character for character."""
    lower = text.lower()
    return lower if len(lower) == len(text) else text.replace("\u0130", "i").lower()


def trie(openings: Iterable[str]) -> str:
    """A pattern for the longest of the openings that stand at a place of a text in small letters."""
    branches: dict[str, set[str]] = {}
    for opening in openings:
        if opening:
            branches.setdefault(opening[0], set()).add(opening[1:])
    if not branches:
        return ""
    inside = "|".join(AS_WRITTEN.get(first, re.escape(first)) + trie(rest) for first, rest in sorted(branches.items()))
    return f"(?:{inside})" + ("?" if "" in openings else "")


def joined(left: Openings, right: Openings) -> Openings:
    """The openings of one pattern with another behind it."""
    short = [part for part in left if len(part) < LENGTH and not part.endswith(OPEN_ENDED)]
    return left.difference(short).union((part + follows)[:LENGTH] for part in short for follows in right)


def of_words(words: Iterable[str]) -> Openings:
    """The openings of words and phrases."""
    return frozenset(normal(word)[:LENGTH] for word in words)


def _several(atom: Openings, least: int, most: int) -> Openings:
    """The openings of a pattern that is repeated; of one with many only those of the first time."""
    found, times = (EMPTY if least == 0 else frozenset()), EMPTY
    for time in range(1, min(most, LENGTH) + 1):
        if time > 1 and len(atom) > FEW:
            return found | joined(atom, UNKNOWN)
        times = joined(times, atom)
        found |= times if time >= least else frozenset()
    return found if found else times


class Reader:
    """Reads a pattern; `slot` gives the openings of a slot by its name."""

    def __init__(self, pattern: str, slot: Callable[[str], Openings]) -> None:
        self._pattern = pattern
        self._slot = slot
        self._at = 0

    def openings(self) -> Openings:
        """The openings of the pattern."""
        return self._alternatives()

    def prefixes(self) -> frozenset[str]:
        """What every match of the pattern begins with one of: not too many, else shorter ones."""
        found = frozenset(opening.rstrip(OPEN_ENDED) for opening in self._alternatives())
        for length in range(LENGTH - 1, 0, -1):
            if len(found) <= MOST:
                break
            found = frozenset(opening[:length] for opening in found)
        return found

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
        if sign[0][0] == "{":
            least, most = int(sign[1] or 0), int((sign[2] or LENGTH) if sign[2] is not None else sign[1])
        else:
            least, most = int(sign[0][0] == "+"), 1 if sign[0][0] == "?" else LENGTH
        return _several(atom, least, most)

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
