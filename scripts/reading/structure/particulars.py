"""Particulars: lines of the header that tell a detail by its name, as in "Location:" and the place below it."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from scripts.reading.language import Language
from scripts.reading.structure import dateline, patterns, prose

LONGEST = 200
"""In code points."""
DATED = ("published", "updated", "event_date")
"""Facts that are a day."""
MARKS = "•*·- \t|"


@dataclass(frozen=True, slots=True)
class Particular:
    """A detail, `[first, end)` the lines that tell it; `fact` is its name among the keys of the word file."""

    fact: str
    value: str
    first: int
    end: int


def read(lines: Sequence[str], language: Language) -> Iterator[Particular]:
    """The particulars that the lines name, in their order."""
    for index, line in enumerate(lines):
        named = _fact(line.strip(MARKS), language)
        if named is None:
            continue
        fact, value = named
        below = lines[index + 1] if index + 1 < len(lines) else ""
        if value or not below or prose.is_solid(below) or _fact(below, language):
            yield Particular(fact, value, index, index + 1)
        else:
            yield Particular(fact, below, index, index + 2)


def find(lines: Sequence[str], language: Language) -> frozenset[int]:
    """The numbers of the lines that name a particular, and of those below that hold its value."""
    return frozenset(index for told in read(lines, language) for index in range(told.first, told.end))


def _fact(line: str, language: Language) -> tuple[str, str] | None:
    if len(line) > LONGEST:
        return None
    for tongue in patterns.tongues(language):
        if found := _names(tongue).fullmatch(line):
            fact = next(name for name, named in found.groupdict().items() if named is not None and name != "value")
            return fact, (found["value"] or "").strip()
    return _dated(line, language)


def _dated(line: str, language: Language) -> tuple[str, str] | None:
    """The fact and the day of a line such as "Delivered on 3 May 2021", which needs no colon."""
    if not any(map(str.isdecimal, line)):
        return None
    for tongue in patterns.tongues(language):
        opening = _dated_names(tongue).match(line)
        stated = dateline.read(line[opening.end() :], language) if opening else None
        if opening and stated and stated.date and not stated.place:
            return opening.lastgroup or "", line[opening.end() :]
    return None


@cache
def _dated_names(language: Language) -> re.Pattern[str]:
    names: Mapping[str, str] = patterns.written(language, "particulars")
    facts = "|".join(f"(?P<{fact}>{names[fact]})" for fact in DATED)
    return re.compile(rf"(?:{facts})\s+(?=\d|[^\W\d_])", re.IGNORECASE)


@cache
def _names(language: Language) -> re.Pattern[str]:
    names: Mapping[str, str] = patterns.written(language, "particulars")
    facts = "|".join(f"(?P<{fact}>{name})" for fact, name in names.items())
    return re.compile(rf"(?:{facts})(?:\s*[:\uff1a]\s*(?P<value>.*))?", re.IGNORECASE)
