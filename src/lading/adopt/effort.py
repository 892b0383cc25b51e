"""How many steps a backtracking engine may take for a pattern, in the worst case, before it looks at any text.

A part that can match in several ways multiplies the steps of everything behind it; what look-around matched is not
tried again. The estimate is never less than what it stands for. A repeated group that matches in several ways has none.
"""

import math
import re
from collections.abc import Iterator
from dataclasses import dataclass

LENGTHS = (1_000_000, 1_000)
"""How many characters a text may have that a backtracking engine looks at: many where time grows with their number."""
MOST_STEPS = 10_000_000

TOKEN = re.compile(
    r"(?P<look>\(\?<?[=!])|(?P<comment>\(\?#[^)]*\))|(?P<flags>\(\?[aiLmsux-]+\))|(?P<again>\\[1-9]|\(\?P=\w+\))"
    r"|(?P<open>\((?:\?(?:P?<\w+>|[aiLmsux-]*:|>|\(\w+\)))?)|(?P<close>\))|(?P<or>\|)|(?P<maybe>\?[?+]?)"
    r"|(?P<times>\{\d+\}[?+]?)|(?P<many>(?:[*+]|\{(?P<least>\d*),(?P<most>\d*)\})[?+]?)"
    r"|(?P<atom>\[\^?\]?(?:\\.|[^\]\\])*\]|\\.|.)",
    re.DOTALL,
)
WITH_COMMENTS = re.compile(r"\(\?[aiLmsu-]*x")
Tokens = Iterator[re.Match[str]]


@dataclass(frozen=True, slots=True)
class Effort:
    """In how many ways a part of a pattern may match at one place, and how many steps all of them take."""

    ways: float = 1
    steps: float = 1

    def then(self, other: "Effort") -> "Effort":
        """This part and, in each of its ways, the other."""
        return Effort(self.ways * other.ways, self.steps + self.ways * other.steps)

    def or_else(self, other: "Effort") -> "Effort":
        """This part or the other."""
        return Effort(self.ways + other.ways, self.steps + other.steps)

    def repeated(self, times: int, ways: int) -> "Effort":
        """The part up to so many times, which may be in so many different numbers of times."""
        if self.ways > 1 and times > 1:
            return Effort(math.inf, math.inf)
        return Effort(ways + self.ways - 1, self.steps * max(times, 1))


def longest_text(pattern: str, *, whole: bool) -> int | None:
    """How long a text may be to be matched in bounded time, as a whole or in any part; None where none may."""
    for length in LENGTHS:
        if _steps(pattern, length) * (1 if whole else length) <= MOST_STEPS:
            return length
    return None


def _steps(pattern: str, length: int) -> float:
    if WITH_COMMENTS.search(pattern):
        return math.inf
    return _alternatives(TOKEN.finditer(pattern), length).steps


def _alternatives(tokens: Tokens, length: int) -> Effort:
    """What stands before the end of the group, or of the pattern."""
    others, sequence, latest = Effort(0, 0), Effort(), Effort()
    for token in tokens:
        match token.lastgroup:
            case "close":
                break
            case "or":
                others, sequence, latest = others.or_else(sequence.then(latest)), Effort(), Effort()
            case "many" | "maybe" | "times":
                latest = latest.repeated(*_quantity(token, length))
            case _:
                sequence, latest = sequence.then(latest), _single(token, tokens, length)
    return others.or_else(sequence.then(latest))


def _single(token: re.Match[str], tokens: Tokens, length: int) -> Effort:
    match token.lastgroup:
        case "open":
            return _alternatives(tokens, length)
        case "look":
            return Effort(steps=_alternatives(tokens, length).steps)
        case "again":
            return Effort(steps=length)
        case _:
            return Effort()


def _quantity(token: re.Match[str], length: int) -> tuple[int, int]:
    """How often at most, and in how many different numbers of times."""
    if token["maybe"]:
        return 1, 2
    if token["times"]:
        return min(int(token["times"].strip("{}?+")), length), 1
    least, most = (min(int(token[name] or default), length) for name, default in (("least", 0), ("most", length)))
    return most, max(1, most - least + 1)
