"""Dates and times as texts (Table Schema: date, time, datetime)."""

import datetime as dt
import re
from collections.abc import Callable

from lading.descriptor import Field
from lading.tables.cells import anyhow
from lading.tables.cells.anyhow import by_pattern

OFFSET = r"(?:Z|[+-](?:(?:0[0-9]|1[0-3]):[0-5][0-9]|14:00))"
DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
TIME = re.compile(rf"(?:[01][0-9]|2[0-3]):[0-9]{{2}}:[0-9]{{2}}(?:\.[0-9]+)?{OFFSET}?")
DATETIME = re.compile(f"{DATE.pattern}T{TIME.pattern}")
MIDNIGHT = re.compile(rf"(?P<date>{DATE.pattern})T24:00:00(?:\.0+)?(?P<offset>{OFFSET}?)")
"""The end of a day, which XML Schema lets a date and time be (part 2, 3.2.7)."""


def date(field: Field) -> Callable[[str], dt.date]:
    """What reads the days of a field."""
    match time_format(field):
        case "default":
            return _date
        case "any":
            return anyhow.date
        case pattern:
            return lambda text: by_pattern(text, pattern).date()


def time(field: Field) -> Callable[[str], dt.time]:
    """What reads the times of day of a field."""
    match time_format(field):
        case "default":
            return _time
        case "any":
            return anyhow.time
        case pattern:
            return lambda text: by_pattern(text, pattern).timetz()


def datetime(field: Field) -> Callable[[str], dt.datetime]:
    """What reads the days with times of a field."""
    match time_format(field):
        case "default":
            return _datetime
        case "any":
            return anyhow.datetime
        case pattern:
            return lambda text: by_pattern(text, pattern)


def time_format(field: Field) -> str:
    """The format without the prefix that version 0 of the standard had (type and format, backward compatibility)."""
    return field.format.removeprefix("fmt:")


def _date(text: str) -> dt.date:
    # Python reads more than Table Schema allows: "20200131", "2020-W05-5".
    if DATE.fullmatch(text) is None:
        raise ValueError(text)
    return dt.date.fromisoformat(text)


def _time(text: str) -> dt.time:
    if TIME.fullmatch(text) is None:
        raise ValueError(text)
    return dt.time.fromisoformat(text)


def _datetime(text: str) -> dt.datetime:
    if DATETIME.fullmatch(text) is not None:
        return dt.datetime.fromisoformat(text)
    end = MIDNIGHT.fullmatch(text)
    if end is None:
        raise ValueError(text)
    try:
        return dt.datetime.fromisoformat(f"{end['date']}T00:00:00{end['offset']}") + dt.timedelta(days=1)
    except OverflowError:
        raise ValueError(text) from None
