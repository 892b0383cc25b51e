"""The days that a document states: reference number, title and dateline agree with the day of publication."""

import datetime as dt
import re
from collections.abc import Iterator, Sequence
from contextlib import suppress

from lading.dataset import Breach, Tables, dataset_rule
from schemas.documents import Document
from schemas.rules.spans import by_document, span
from schemas.timexes import Timex
from schemas.vocabularies import ZoneKind
from schemas.zones import Zone

MONTHS = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
]
_MONTH = f"({'|'.join(MONTHS)})"
DAY_IN_TITLE = re.compile(rf"\b(?:{_MONTH} (\d{{1,2}}),?|(\d{{1,2}}) {_MONTH}) (\d{{4}})\b")
DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
TIME = re.compile(r"T(\d{2}:\d{2})")
DAY_IN_SOURCE_IDENTIFIER = re.compile(r"\b(?P<day>\d{2})-(?P<month>\d{2})-(?P<year>\d{4})$")


@dataset_rule(Document)
def source_identifiers_carry_the_day(tables: Tables) -> Iterator[Breach]:
    """The day in the reference number is the day of publication."""
    for document in tables.of(Document):
        day = day_in_source_identifier(document.source_identifier or "")
        if day and document.date_published and day != document.date_published:
            message = f"the reference number is of {day}, the document of {document.date_published}"
            yield Breach(document, message, "source_identifier")


@dataset_rule(Document)
def titles_carry_the_day(tables: Tables) -> Iterator[Breach]:
    """The day in the title is that of the occasion or of publication."""
    for document in tables.of(Document):
        day = day_in_title(document.title or "")
        known = {document.date_published, document.event_date} - {None}
        if day and known and day not in known:
            yield Breach(document, f"the title says {day}, the document is of {document.date_published}", "title")


@dataset_rule(Document, Zone, Timex)
def datelines_carry_the_day(tables: Tables) -> Iterator[Breach]:
    """Where the dateline states days, the day of publication is one of them; likewise the time."""
    datelines = by_document(zone for zone in tables.of(Zone) if zone.kind == ZoneKind.DATELINE)
    stated = by_document(timex for timex in tables.of(Timex) if timex.value)
    for document in tables.of(Document):
        lines = [span(zone) for zone in datelines.get(document.document_id, ())]
        timexes = stated.get(document.document_id, ())
        values = [timex.value or "" for timex in timexes if any(line.contains(span(timex)) for line in lines)]
        days = [found[0] for value in values if (found := DAY.match(value))]
        times = [found[1] for value in values if (found := TIME.search(value))]
        if document.date_published and days and str(document.date_published) not in days:
            yield Breach(document, _disagrees("day", days, document.date_published), "date_published")
        if document.time_published and times and document.time_published not in times:
            yield Breach(document, _disagrees("time", times, document.time_published), "time_published")


def _disagrees(what: str, stated: Sequence[str], published: object) -> str:
    return f"the dateline states the {what} {', '.join(stated)}, not {published}"


def day_in_title(title: str) -> dt.date | None:
    """The day that an English title states, if it states one."""
    if (found := DAY_IN_TITLE.search(title)) is None:
        return None
    month_first, day_second, day_first, month_second, year = found.groups()
    return _date(year, MONTHS.index(month_first or month_second) + 1, day_second or day_first)


def day_in_source_identifier(source_identifier: str) -> dt.date | None:
    """The day at the end of a reference number such as 12-31-01-2020, if it has one."""
    found = DAY_IN_SOURCE_IDENTIFIER.search(source_identifier)
    return _date(found["year"], found["month"], found["day"]) if found else None


def _date(year: str, month: str | int, day: str) -> dt.date | None:
    with suppress(ValueError):
        return dt.date(int(year), int(month), int(day))
    return None
