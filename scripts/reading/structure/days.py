"""Days that are written in full: with the month in words, by the notations of the language, or in figures."""

import datetime as dt
import re
from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from functools import cache

from lading.standoff import Span
from scripts.reading.grammar import alternatives, folded
from scripts.reading.language import Language
from scripts.reading.structure import patterns

DAY = r"(?<!\d)(?<!\d[-/.])(?P<day>0?[1-9]|[12]\d|3[01])"
MONTH = r"(?P<month>0?[1-9]|1[0-2])"
YEAR = r"(?P<year>(?:19|20)\d{2})"
"""Nothing is asked of what follows: a time may be glued to the year."""
CENTURY = "20"

ANY_YEAR = rf"(?:{YEAR}|(?P<short>\d{{2}})(?!\d|[.:/-]\d))"

YEAR_FIRST = re.compile(rf"(?<!\d){YEAR}(?P<mark>[-/.]){MONTH}(?P=mark)(?P<day>[12]\d|3[01]|0?[1-9])(?!\d)")
DAY_FIRST = re.compile(rf"{DAY}(?P<mark>[-/.]){MONTH}(?P=mark){ANY_YEAR}")
MONTH_FIRST = re.compile(rf"(?<!\d)(?<!\d[-/.]){MONTH}/(?P<day>0?[1-9]|[12]\d|3[01])/{ANY_YEAR}")

IN_FULL = re.compile(YEAR)
IN_FIGURES = re.compile(r"\d[-/.]\d")
"""What a text holds that may hold a day: most hold none."""

SLOT = re.compile(r"<(day|month|year)>")
WEEKDAY = re.compile(r"[^\W\d_]{2,}")


@dataclass(frozen=True, slots=True)
class Day:
    """A day and where it is written."""

    span: Span
    date: dt.date


def find(text: str, language: Language) -> tuple[Day, ...]:
    """The days in the order in which they are written; a longer one goes before one that lies within it."""
    if not any(map(str.isdecimal, text)):
        return ()
    found = sorted(_all(text, language), key=lambda day: (day.span.start, -day.span.end))
    kept: list[Day] = []
    for day in found:
        if not kept or day.span.start >= kept[-1].span.end:
            kept.append(day)
    return tuple(kept)


def without_year(text: str, language: Language) -> Span | None:
    """Where a day and a month are written without a year, as agencies do: "April 13", "13.04."."""
    for tongue in patterns.tongues(language):
        if found := _without_year(tongue).search(text):
            return Span(*found.span())
    return None


def before(text: str, anchor: dt.date, language: Language) -> Iterator[dt.date]:
    """The days that are written without a year, in the year in which they lie last before the anchor."""
    for tongue in patterns.tongues(language):
        for found in _without_year(tongue).finditer(text):
            named = found["month"] or found["of"]
            month = _months(tongue)[folded(named)] if named else int(found["number"])
            days = (
                date(str(year), month, found["day"] or found["first"] or found["figure"])
                for year in (anchor.year, anchor.year - 1)
            )
            yield from (day for day in days if day and day <= anchor)


def weekdays(text: str, language: Language) -> frozenset[int]:
    """The days of the week that the text names, Monday being 0."""
    named = (_weekdays(language).get(folded(word)) for word in WEEKDAY.findall(text))
    return frozenset(number for number in named if number is not None)


@cache
def _without_year(language: Language) -> re.Pattern[str]:
    month = alternatives(_months(language))
    day = r"[12]\d|3[01]|0?[1-9]"
    return re.compile(
        rf"(?<![\d.])(?P<day>{day})\.?\s(?:\w{{2}}\s)?(?P<month>{month})(?!\w)\.?(?!,?\s\d{{4}})"
        rf"|\b(?P<of>{month})\.?\s(?P<first>{day})(?!\d)(?!,?\s\d{{4}})"
        rf"|(?<![\d.])(?P<figure>{day})\.(?P<number>0\d|1[0-2])\.(?!\d)",
        re.IGNORECASE,
    )


def _all(text: str, language: Language) -> Iterator[Day]:
    for tongue in patterns.tongues(language) if IN_FULL.search(text) else ():
        months = _months(tongue)
        for notation in _notations(tongue):
            for found in notation.finditer(text):
                if day := date(found["year"], months[folded(found["month"])], found["day"]):
                    yield Day(Span(*found.span()), day)
    for figures in (YEAR_FIRST, DAY_FIRST, MONTH_FIRST) if IN_FIGURES.search(text) else ():
        for found in figures.finditer(text):
            if day := _in_figures(found, text, language):
                yield Day(Span(*found.span()), day)


@cache
def _notations(language: Language) -> tuple[re.Pattern[str], ...]:
    """The ways to write a day with the month in words."""
    slots = {"day": DAY, "month": f"(?P<month>{alternatives(_months(language))})", "year": YEAR}
    written = patterns.written(language, "day_notations")
    return tuple(re.compile(SLOT.sub(lambda slot: slots[slot[1]], each), re.IGNORECASE) for each in written)


@cache
def _months(language: Language) -> Mapping[str, int]:
    months: Mapping[str, int] = language.words("timexes")["slots"]["month"]
    return {folded(name): number for name, number in months.items()}


def _in_figures(found: re.Match[str], text: str, language: Language) -> dt.date | None:
    """The day in figures: where the first two may both be the month, the weekday or the language tells which."""
    year = found["year"] or f"{CENTURY}{found['short']}"
    stated = date(year, int(found["month"]), found["day"])
    other = None if found.re is YEAR_FIRST or "/" not in found[0] else date(year, int(found["day"]), found["month"])
    if stated is None or other is None:
        return stated
    named = weekdays(text, language)
    if (stated.weekday() in named) != (other.weekday() in named):
        return stated if stated.weekday() in named else None
    return stated if _order(text, language) == ("month-day" if found.re is MONTH_FIRST else "day-month") else None


def _order(line: str, language: Language) -> str:
    """Which goes first where both may be the month."""
    if patterns.pattern(language, "month_first_lines").search(line):
        return "month-day"
    order: str = patterns.written(language, "slashed_days")
    return order


@cache
def _weekdays(language: Language) -> Mapping[str, int]:
    weekdays: Mapping[str, int] = language.words("timexes")["slots"]["weekday"]
    return {folded(name): number for name, number in weekdays.items()}


def date(year: str, month: int, day: str) -> dt.date | None:
    """The day of the calendar, None where there is none."""
    with suppress(ValueError):
        return dt.date(int(year), month, int(day))
    return None
