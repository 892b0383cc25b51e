"""Times of day as they stand beside a date: "15:20", "12.40 hours", "10:39 a.m.", "15h00"."""

import re
from functools import cache

from scripts.reading.language import Language
from scripts.reading.structure import patterns

NOON = 12


def cut(line: str, language: Language, *, alone: bool) -> tuple[str | None, str]:
    """The first time in a line and the line without any; `alone`, where a figure with a full stop may be no time."""
    first: str | None = None
    pattern = _times(language)
    for found in pattern.finditer(line):
        if alone and found["mark"] == "." and found.end() == found.end("minute"):
            return None, line
        first = first or _time(found)
    return first, pattern.sub("\n", line)


def _time(found: re.Match[str]) -> str:
    hour = int(found["hour"])
    half = next((half for half in ("before_noon", "after_noon") if found[half]), None)
    if half and hour <= NOON:
        hour = hour % NOON + (NOON if half == "after_noon" else 0)
    return f"{hour:02}:{found['minute']}"


@cache
def _times(language: Language) -> re.Pattern[str]:
    halves = (f"(?P<{half}>{patterns.furniture(language, half).pattern})" for half in ("before_noon", "after_noon"))
    clock = r"(?<![\d.:])(?P<hour>[01]?\d|2[0-3])(?P<mark>[:.]|\s?h\s?)(?P<minute>[0-5]\d)(?::[0-5]\d)?(?!\d)"
    return re.compile(rf"{clock}\s*(?:{'|'.join(halves)})?", re.IGNORECASE)
