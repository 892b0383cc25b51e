"""A length of time: `duration` of XML Schema, in which a month has no fixed number of days."""

import datetime as dt
import re
from dataclasses import dataclass
from fractions import Fraction
from typing import Self

from lading.values.instance import Instance

TEXT = re.compile(
    r"(?P<sign>-?)P(?=[0-9T])(?:(?P<years>[0-9]+)Y)?(?:(?P<months>[0-9]+)M)?(?:(?P<days>[0-9]+)D)?"
    r"(?:T(?=[0-9])(?:(?P<hours>[0-9]+)H)?(?:(?P<minutes>[0-9]+)M)?(?:(?P<seconds>[0-9]+)(?P<fraction>\.[0-9]+)?S)?)?"
)
LONGEST_TEXT = 1000
"""More digits than this say nothing about time, and arithmetic with them takes long."""
REFERENCES = ((1696, 9), (1697, 2), (1903, 3), (1903, 7))
"""The months from whose first days XML Schema has two durations compared (part 2, 3.2.6.2)."""
MINUTE, HOUR, DAY = 60, 3600, 86_400


@dataclass(frozen=True, repr=False, slots=True)
class Duration(Instance):
    """So many months and so many seconds, both of them less than zero in a negative duration.

    A year is twelve months and a day is 24 hours, but a month is neither shorter nor longer than thirty days: one
    duration is shorter than another when it is from whatever day on.
    """

    months: int
    seconds: Fraction

    @classmethod
    def parse(cls, text: str) -> Self:
        """The duration that a text such as P1Y2M3DT4H5M6.7S stands for; ValueError when it stands for none."""
        found = TEXT.fullmatch(text) if len(text) <= LONGEST_TEXT else None
        if found is None:
            raise ValueError(text)
        parts = ("years", "months", "days", "hours", "minutes", "seconds")
        years, months, days, hours, minutes, seconds = (int(found[part] or 0) for part in parts)
        seconds += DAY * days + HOUR * hours + MINUTE * minutes
        sign = -1 if found["sign"] else 1
        return cls(sign * (12 * years + months), sign * (seconds + Fraction(f"0{found['fraction'] or ''}")))

    @classmethod
    def of(cls, delta: dt.timedelta) -> Self:
        """The duration of so many days and seconds."""
        return cls(0, Fraction(delta // dt.timedelta(microseconds=1), 1_000_000))

    def delta(self) -> dt.timedelta:
        """The days and seconds; ValueError where there are months, or more or smaller parts than Python counts."""
        if self.months or (self.seconds * 1_000_000).denominator != 1:
            raise ValueError(str(self))
        try:
            return dt.timedelta(microseconds=int(self.seconds * 1_000_000))
        except OverflowError:
            raise ValueError(str(self)) from None

    def __lt__(self, other: "Duration") -> bool:
        return all(mine < its for mine, its in zip(self._ends(), other._ends(), strict=True))

    def __le__(self, other: "Duration") -> bool:
        return self == other or self < other

    def __gt__(self, other: "Duration") -> bool:
        return other < self

    def __ge__(self, other: "Duration") -> bool:
        return other <= self

    def __str__(self) -> str:
        years, months = divmod(abs(self.months), 12)
        days, rest = divmod(abs(self.seconds), DAY)
        hours, rest = divmod(rest, HOUR)
        minutes, seconds = divmod(rest, MINUTE)
        date = _written({"Y": years, "M": months, "D": days})
        time = _written({"H": hours, "M": minutes, "S": seconds})
        if not date and not time:
            return "PT0S"
        sign = "-" if self.months < 0 or self.seconds < 0 else ""
        return f"{sign}P{date}{'T' if time else ''}{time}"

    def _ends(self) -> tuple[Fraction, ...]:
        """When the duration is over, for each of the days that it may begin on."""
        return tuple(_first_day(year, month + self.months) * DAY + self.seconds for year, month in REFERENCES)


def _written(parts: dict[str, int | Fraction]) -> str:
    return "".join(f"{_decimal(number)}{unit}" for unit, number in parts.items() if number)


def _decimal(number: int | Fraction) -> str:
    """All digits: the denominator is a power of ten, or divides one."""
    whole, rest = divmod(number, 1)
    if not rest:
        return str(whole)
    places = LONGEST_TEXT
    digits = str(rest.numerator * 10**places // rest.denominator).rjust(places, "0").rstrip("0")
    return f"{whole}.{digits}"


def _first_day(year: int, month: int) -> int:
    """The number of days before the first of a month; months beyond 1 to 12 are those of other years."""
    # Years from March on end in the day that only some of them have.
    years, months = divmod(12 * year + month - 3, 12)
    return 365 * years + years // 4 - years // 100 + years // 400 + (153 * months + 2) // 5
