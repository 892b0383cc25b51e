"""Dates and times in whatever way they are written (Table Schema: the format `any`).

The standard leaves it to each implementation what it reads. Here this depends on nothing but the text: neither on
today's date nor on what is installed. Of two numbers that may both be a month the first is, as in dateutil.
"""

import datetime as dt
import re
from collections.abc import Iterator

DATES = (
    "%Y-%m-%d",
    "%Y/%m/%d",
    "%Y.%m.%d",
    "%Y%m%d",
    "%m/%d/%Y",
    "%d/%m/%Y",
    "%m-%d-%Y",
    "%d-%m-%Y",
    "%d.%m.%Y",
    "%m/%d/%y",
    "%d/%m/%y",
    "%d %B %Y",
    "%d %b %Y",
    "%d-%b-%Y",
    "%d-%B-%Y",
    "%d-%b-%y",
    "%B %d %Y",
    "%b %d %Y",
    "%Y %B %d",
    "%Y %b %d",
    "%Y-%b-%d",
)
TIME = re.compile(
    r"(?P<hour>[0-9]{1,2})(?::(?P<minute>[0-9]{2})(?::(?P<second>[0-9]{2})(?:[.,](?P<fraction>[0-9]{1,9}))?)?)?"
    r"(?P<half> ?(?i:[ap]\.?m\.?))?(?P<zone> ?(?:Z|UTC|GMT|[+-][0-9]{2}:?[0-9]{2}))?"
)
APART = re.compile(r"(?P<date>.+?[0-9.a-z])(?:T|,? +(?:at )?)(?P<time>[0-9]{1,2}(?::| ?(?i:[ap]\.?m)).*)")
WEEKDAY = re.compile(r"(?i:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?i:day)?\.?,? +")
ORDINAL = re.compile(r"(?<=[0-9])(?:st|nd|rd|th)\b")
LONGEST_TEXT = 100


def by_pattern(text: str, pattern: str) -> dt.datetime:
    """The time that strptime reads, with an offset only where the pattern has one; ValueError where it reads none."""
    try:
        return dt.datetime.strptime(text, pattern)  # noqa: DTZ007 - what has no offset stays without
    except re.error:  # a pattern that has a part twice
        raise ValueError(pattern) from None


def date(text: str) -> dt.date:
    """The day that a text stands for, also one with a time; ValueError when it stands for none."""
    return next(_dates(text), None) or datetime(text).date()


def time(text: str) -> dt.time:
    """The time of day that a text stands for, also one with a day; ValueError when it stands for none."""
    found = TIME.fullmatch(text.strip()) if len(text) <= LONGEST_TEXT else None
    if found is None:
        return datetime(text).timetz()
    if not found["minute"] and not found["half"]:
        raise ValueError(text)
    return _time(found)


def datetime(text: str) -> dt.datetime:
    """The day and time that a text stands for, the beginning of a day alone; ValueError when it stands for none."""
    if (day := next(_dates(text), None)) is not None:
        return dt.datetime.combine(day, dt.time())
    apart = APART.fullmatch(text.strip()) if len(text) <= LONGEST_TEXT else None
    if apart is None or (day := next(_dates(apart["date"]), None)) is None:
        raise ValueError(text)
    found = TIME.fullmatch(apart["time"])
    if found is None:
        raise ValueError(text)
    return dt.datetime.combine(day, _time(found))


def _dates(text: str) -> Iterator[dt.date]:
    if len(text) > LONGEST_TEXT:
        return
    plain = ORDINAL.sub("", WEEKDAY.sub("", text.strip(), count=1)).replace(",", " ")
    plain = " ".join(plain.split())
    for pattern in DATES:
        try:
            yield by_pattern(plain, pattern).date()
        except ValueError:
            continue


def _time(found: re.Match[str]) -> dt.time:
    hour = int(found["hour"])
    if half := (found["half"] or "").strip().lower():
        if not 1 <= hour <= 12:
            raise ValueError(found.string)
        hour = hour % 12 + (12 if half.startswith("p") else 0)
    microsecond = int((found["fraction"] or "")[:6].ljust(6, "0"))
    return dt.time(hour, int(found["minute"] or 0), int(found["second"] or 0), microsecond, _zone(found["zone"]))


def _zone(text: str | None) -> dt.tzinfo | None:
    zone = (text or "").strip()
    if not zone:
        return None
    if zone in ("Z", "UTC", "GMT"):
        return dt.UTC
    size = dt.timedelta(hours=int(zone[1:3]), minutes=int(zone[-2:]))
    return dt.timezone(-size if zone.startswith("-") else size)
