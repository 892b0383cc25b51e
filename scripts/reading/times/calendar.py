"""Arithmetic on calendar dates of which only a part may be known, written as TIMEX3 values."""

import calendar
import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum


class Unit(StrEnum):
    """Units of the calendar, by the letters that ISO 8601 and TIMEX3 give them in a duration."""

    MINUTE = "TM"
    HOUR = "TH"
    DAY = "D"
    WEEK = "W"
    MONTH = "M"
    YEAR = "Y"
    DECADE = "DE"
    CENTURY = "CE"


FIRST_MONTHS = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}
MONTHS_OF_SEASON = 3


@dataclass(frozen=True, slots=True)
class PartialDate:
    """A year, month or day; a year of None is unknown, as in "on 9 November"."""

    year: int | None = None
    month: int | None = None
    day: int | None = None

    @classmethod
    def of(cls, day: dt.date) -> "PartialDate":
        """The whole date."""
        return cls(day.year, day.month, day.day)

    def exists(self) -> bool:
        """Whether the calendar has such a date; an unknown year may be a leap year."""
        if self.month is None:
            return self.day is None
        if not 1 <= self.month <= 12:
            return False
        last = calendar.monthrange(2000 if self.year is None else self.year, self.month)[1]
        return self.day is None or 1 <= self.day <= last

    def in_year(self, year: int | None) -> "PartialDate":
        """The same day or month of another year."""
        return PartialDate(year, self.month, self.day)

    def date(self) -> dt.date | None:
        """The day, where year, month and day are known."""
        if self.year is None or self.month is None or self.day is None:
            return None
        return dt.date(self.year, self.month, self.day)

    def first_day(self) -> dt.date | None:
        """The first day that is possible; None where the year is unknown."""
        return dt.date(self.year, self.month or 1, self.day or 1) if self.year is not None else None

    def __str__(self) -> str:
        parts = ["XXXX" if self.year is None else f"{self.year:04}"]
        parts += [f"{part:02}" for part in (self.month, self.day) if part is not None]
        return "-".join(parts)


LONGEST_WITHOUT_LEAP_DAY = 8
"""Years, around the turn of most centuries."""


def nearest(date: PartialDate, anchor: dt.date, direction: int = 0) -> PartialDate:
    """A day or month without a year, in the year that brings it nearest to `anchor`.

    A positive `direction` admits only what does not lie before the anchor, a negative one only what does not lie after
    it. Of two equally near the earlier is taken: texts look back more often than ahead.
    """
    years = range(anchor.year - LONGEST_WITHOUT_LEAP_DAY, anchor.year + LONGEST_WITHOUT_LEAP_DAY + 1)
    candidates = [date.in_year(year) for year in years if dt.MINYEAR <= year <= dt.MAXYEAR]
    return min((it for it in candidates if it.exists()), key=lambda it: _distance(it, anchor, direction))


def _distance(date: PartialDate, anchor: dt.date, direction: int) -> tuple[bool, int]:
    first = date.first_day() or anchor
    here = anchor if date.day else anchor.replace(day=1)
    days = (first - here).days
    return days * direction < 0, abs(days)


def nearest_of(dates: Iterable[PartialDate], anchor: dt.date) -> PartialDate:
    """Of dates whose year is known the one nearest to `anchor`; the earlier of two equally near."""
    return min(dates, key=lambda it: (_distance(it, anchor, 0), str(it)))


def nearest_weekday(weekday: int, anchor: dt.date, direction: int = 0) -> dt.date:
    """The day nearest to `anchor` that falls on a weekday (Monday is 0); on either side where `direction` is 0."""
    ahead = (weekday - anchor.weekday()) % 7
    behind = ahead - 7 if ahead else 0
    if direction > 0 or (direction == 0 and ahead <= -behind):
        return anchor + dt.timedelta(days=ahead)
    return anchor + dt.timedelta(days=behind)


def shift(anchor: dt.date, count: int, unit: Unit) -> str:
    """The date some units after `anchor` (before it, for a negative count), no finer than the unit tells."""
    match unit:
        case Unit.DAY | Unit.WEEK:
            return (anchor + dt.timedelta(days=count * (7 if unit is Unit.WEEK else 1))).isoformat()
        case Unit.MONTH:
            years, month = divmod(anchor.year * 12 + anchor.month - 1 + count, 12)
            return str(PartialDate(years, month + 1))
        case Unit.YEAR:
            return str(PartialDate(anchor.year + count))
        case Unit.DECADE:
            return f"{anchor.year // 10 + count:03}"
        case Unit.CENTURY:
            return f"{anchor.year // 100 + count:02}"
        case _:
            raise ValueError(f"no date is a number of {unit.name.lower()}s away from a day")


def week(day: dt.date) -> str:
    """The ISO week of a day."""
    year, number, _ = day.isocalendar()
    return f"{year:04}-W{number:02}"


def period(anchor: dt.date, count: int, unit: Unit) -> str:
    """The whole unit that lies `count` units after the one that holds `anchor`: the week, month or year."""
    if unit is Unit.WEEK:
        return week(anchor + dt.timedelta(weeks=count))
    return shift(anchor, count, unit)


def duration(count: str, unit: Unit) -> str:
    """A length of time; `count` is X where it is not told."""
    if unit in (Unit.HOUR, Unit.MINUTE):
        return f"PT{count}{unit.value[1:]}"
    return f"P{count}{unit}"


def clock(hour: int, minute: int = 0) -> str | None:
    """A time of day, None where there is no such time."""
    return f"T{hour:02}:{minute:02}" if 0 <= hour < 24 and 0 <= minute < 60 else None


def last_day(value: str) -> dt.date | None:
    """The last day of a year, month or day written as ISO 8601; None for any other value."""
    first = first_day(value)
    if first is None or len(value) > len("2021-05"):
        return first
    if len(value) == len("2021"):
        return dt.date(first.year, 12, 31)
    return dt.date(first.year, first.month, calendar.monthrange(first.year, first.month)[1])


def first_day(value: str) -> dt.date | None:
    """The first day of a year, month or day written as ISO 8601; None for any other value."""
    parts = value.partition("T")[0].split("-")
    lengths = [len(part) for part in parts]
    if lengths != [4, 2, 2][: len(parts)] or not all(part.isdecimal() for part in parts):
        return None
    date = PartialDate(*map(int, parts))
    return date.first_day() if date.exists() else None


def season(value: str) -> tuple[dt.date, dt.date] | None:
    """The first and the last day of a season of the north, written as in TIMEX3: 2022-FA; None for any other value."""
    year, _, name = value.partition("-")
    if name not in FIRST_MONTHS or not year.isdecimal():
        return None
    first = dt.date(int(year), FIRST_MONTHS[name], 1)
    last = last_day(shift(first, MONTHS_OF_SEASON - 1, Unit.MONTH))
    return (first, last) if last else None
