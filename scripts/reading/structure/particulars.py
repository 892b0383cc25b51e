"""Particulars: lines of the header that tell a detail by its name, as in "Location:" and the place below it."""

from collections.abc import Sequence

from scripts.reading.language import Language
from scripts.reading.structure import patterns, prose


def find(lines: Sequence[str], language: Language) -> frozenset[int]:
    """The numbers of the lines that name a particular, and of those below that hold its value."""
    found: set[int] = set()
    for index, line in enumerate(lines):
        named = patterns.pattern(language, "particulars").fullmatch(line)
        if named is None:
            continue
        found.add(index)
        if not named["value"] and index + 1 < len(lines) and not prose.is_solid(lines[index + 1]):
            found.add(index + 1)
    return frozenset(found)
