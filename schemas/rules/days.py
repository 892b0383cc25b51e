"""The days that a document states: reference number, title and dateline agree with the day of publication.

In which words title and dateline state them is no matter: their temporal expressions have values.
"""

import datetime as dt
import re
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress

from lading.dataset import Breach, Tables, dataset_rule
from schemas.documents import Document
from schemas.rules.spans import by_document, span
from schemas.timexes import Timex
from schemas.vocabularies import ZoneKind
from schemas.zones import Zone

DAY = re.compile(r"^\d{4}-\d{2}-\d{2}")
TIME = re.compile(r"(?<=T)\d{2}:\d{2}")
DAY_IN_SOURCE_IDENTIFIER = re.compile(r"\b(?P<day>\d{2})-(?P<month>\d{2})-(?P<year>\d{4})$")


@dataset_rule(Document)
def source_identifiers_carry_the_day(tables: Tables) -> Iterator[Breach]:
    """The day in the reference number is the day of publication."""
    for document in tables.of(Document):
        day = day_in_source_identifier(document.source_identifier or "")
        if day and document.date_published and day != document.date_published:
            message = f"the reference number is of {day}, the document of {document.date_published}"
            yield Breach(document, message, "source_identifier")


@dataset_rule(Document, Zone, Timex)
def titles_carry_the_day(tables: Tables) -> Iterator[Breach]:
    """Where the title states days, that of the occasion or that of publication is one of them."""
    stated = _values(tables, ZoneKind.TITLE)
    for document in tables.of(Document):
        days = _parts(DAY, stated[document.document_id])
        known = [str(day) for day in (document.event_date, document.date_published) if day]
        if days and known and not {*days} & {*known}:
            yield Breach(document, _disagrees("title", "day", days, " or ".join(known)), "title")


@dataset_rule(Document, Zone, Timex)
def datelines_carry_the_day(tables: Tables) -> Iterator[Breach]:
    """Where the dateline states days, the day of publication is one of them; likewise the time."""
    stated = _values(tables, ZoneKind.DATELINE)
    for document in tables.of(Document):
        values = stated[document.document_id]
        days, times = _parts(DAY, values), _parts(TIME, values)
        if document.date_published and days and str(document.date_published) not in days:
            yield Breach(document, _disagrees("dateline", "day", days, document.date_published), "date_published")
        if document.time_published and times and document.time_published not in times:
            yield Breach(document, _disagrees("dateline", "time", times, document.time_published), "time_published")


def _values(tables: Tables, kind: ZoneKind) -> Mapping[str, Sequence[str]]:
    """The values of the temporal expressions in the zones of a kind, by document."""
    zones = by_document(zone for zone in tables.of(Zone) if zone.kind == kind)
    values: dict[str, list[str]] = {document.document_id: [] for document in tables.of(Document)}
    for document_id, timexes in by_document(tables.of(Timex)).items():
        lines = [span(zone) for zone in zones.get(document_id, ())]
        within = (timex for timex in timexes if any(line.contains(span(timex)) for line in lines))
        values[document_id] = [timex.value for timex in within if timex.value]
    return values


def _parts(pattern: re.Pattern[str], values: Sequence[str]) -> Sequence[str]:
    """The part of each value that is a day, or a time of day; not every value has one."""
    return [found[0] for value in values if (found := pattern.search(value))]


def _disagrees(where: str, what: str, stated: Sequence[str], known: object) -> str:
    return f"the {where} states the {what} {', '.join(stated)}, not {known}"


def day_in_source_identifier(source_identifier: str) -> dt.date | None:
    """The day at the end of a reference number such as 12-31-01-2020, if it has one."""
    if (found := DAY_IN_SOURCE_IDENTIFIER.search(source_identifier)) is None:
        return None
    with suppress(ValueError):
        return dt.date(int(found["year"]), int(found["month"]), int(found["day"]))
    return None
