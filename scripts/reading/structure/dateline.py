"""Days and times as they stand in a date line, a title or a reference number."""

import datetime as dt
import re
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from functools import cache

from scripts.reading.language import Language
from scripts.reading.structure import designation, patterns

REFERENCE_DAY = re.compile(r"(?<!\d)(?P<day>\d{2})-(?P<month>\d{2})-(?P<year>(?:19|20)\d{2})$")

LEAD_IN = re.compile(r"(?P<dateline>.{3,80}?)\s+(?:[\u2013\u2014-]|--)\s+(?=\S)")

LONGEST = 120
MOST_WORDS_OF_A_PLACE = 6


@dataclass(frozen=True, slots=True)
class Dateline:
    """What a date line says; either part may be missing."""

    date: dt.date | None
    time: str | None


def read(line: str, language: Language) -> Dateline | None:
    """The day and time of a line that says little else; None when the line is no date line."""
    if len(line) > LONGEST:
        return None
    date, rest = _without_date(line, language)
    time, rest = _without_time(rest, language)
    if (date or time) and is_place(rest, language):
        return Dateline(date, time)
    return None


def before_dash(paragraph: str, language: Language) -> Dateline | None:
    """The date line and the dash that an agency puts before its first words: "LISK, 3 May 2021 (North Wire) - "."""
    opening = LEAD_IN.match(paragraph)
    return read(designation.NOTE.sub(" ", opening["dateline"]), language) if opening else None


def day_in(text: str, language: Language) -> dt.date | None:
    """The last day that a text such as a title states in full."""
    written = [found for each in _dates(language) for found in each.finditer(text)]
    days = [_day(found, language) for found in sorted(written, key=re.Match.start)]
    return next((day for day in reversed(days) if day), None)


def day_in_reference(reference: str) -> dt.date | None:
    """The day at the end of a reference number such as 12-31-01-2020."""
    found = REFERENCE_DAY.search(reference)
    return _calendar_day(found["year"], found["month"], found["day"]) if found else None


@cache
def _dates(language: Language) -> tuple[re.Pattern[str], ...]:
    """The ways to write a day. No word boundary after the year: a time may be glued to it."""
    month = f"(?P<month>{'|'.join(sorted(_months(language), key=len, reverse=True))})\\.?"
    ordinal = patterns.pattern(language, "ordinal_endings").pattern
    day, year = rf"(?P<day>0?[1-9]|[12]\d|3[01])(?:{ordinal})?", r"(?P<year>(?:19|20)\d{2})"
    written = (
        rf"(?<!\d){day}\s+{month},?\s+{year}",
        rf"\b{month}\s+{day},?\s+{year}",
        rf"(?<!\d){year}(?P<mark>[-/.])(?P<month>\d{{2}})(?P=mark)(?P<day>\d{{2}})",
        rf"(?<!\d){day}\.(?P<month>0?[1-9]|1[0-2])\.{year}",
        rf"(?<!\d)(?P<day>1[3-9]|2\d|3[01])/(?P<month>0?[1-9]|1[0-2])/{year}",
        rf"(?<!\d)(?P<month>0?[1-9]|1[0-2])/(?P<day>1[3-9]|2\d|3[01])/{year}",
    )
    return tuple(re.compile(pattern, re.I) for pattern in written)


@cache
def _months(language: Language) -> Mapping[str, int]:
    months: Mapping[str, int] = language.words("timexes")["slots"]["month"]
    return {name.casefold(): number for name, number in months.items()}


def _day(found: re.Match[str], language: Language) -> dt.date | None:
    month = found["month"].casefold()
    return _calendar_day(found["year"], _months(language).get(month, month), found["day"])


def _calendar_day(year: str, month: str | int, day: str) -> dt.date | None:
    with suppress(ValueError):
        return dt.date(int(year), int(month), int(day))
    return None


def _without_date(line: str, language: Language) -> tuple[dt.date | None, str]:
    for written in _dates(language):
        if (found := written.search(line)) and (day := _day(found, language)):
            return day, f"{line[: found.start()]} \n {line[found.end() :]}"
    return None, line


def _without_time(line: str, language: Language) -> tuple[str | None, str]:
    if (found := _times(language).search(line)) is None:
        return None, line
    hour = int(found["hour"])
    half = next((half for half in ("before_noon", "after_noon") if found[half]), None)
    if half and hour <= 12:
        hour = hour % 12 + (12 if half == "after_noon" else 0)
    return f"{hour:02}:{found['minute']}", f"{line[: found.start()]} \n {line[found.end() :]}"


@cache
def _times(language: Language) -> re.Pattern[str]:
    halves = (f"(?P<{half}>{patterns.pattern(language, half).pattern})" for half in ("before_noon", "after_noon"))
    clock = r"(?<![\d.:])(?P<hour>[01]?\d|2[0-3])[:.](?P<minute>[0-5]\d)(?!\d)"
    return re.compile(rf"{clock}\s*(?:{'|'.join(halves)})?", re.IGNORECASE)


def is_place(rest: str, language: Language) -> bool:
    """Whether what is left names a place at most: a few capitalised words, no sentence, no kind of document."""
    weekdays = {name.casefold() for name in language.words("timexes")["slots"]["weekday"]}
    known = weekdays | patterns.words(language, "dateline_words")
    left = [
        word
        for word in designation.WORD.findall(rest)
        if word[0].isalpha() and word.casefold().rstrip(".") not in known
    ]
    stated = any(each.search(rest) for each in _kinds_of_document(language))
    return (
        len(left) <= MOST_WORDS_OF_A_PLACE
        and not stated
        and not rest.rstrip().endswith((".", "!", "?"))
        and all(word[0].isupper() or word in patterns.words(language, "place_particles") for word in left)
    )


@cache
def _kinds_of_document(language: Language) -> tuple[re.Pattern[str], ...]:
    genres = patterns.written(language, "title_genres")
    return (
        *(re.compile(written, re.I) for _, written in genres),
        patterns.pattern(language, "title_words"),
    )
