"""The day of a document: what "today" means in it."""

import datetime as dt
from collections.abc import Iterable, Sequence

from lading.standoff import Span
from schemas.vocabularies import ZoneKind
from scripts.reading.found import Facts, Layout, Timex
from scripts.reading.times import calendar

DAYS_UNTIL_PUBLISHED = 7
"""A transcript may come out some days after the talks, whose day its title states."""

LENGTH_OF_DAY = len("2021-05-10")


def today(layout: Layout, facts: Facts, stated: Iterable[tuple[Span, dt.date]]) -> dt.date | None:
    """The day of the talks: what title or date line say, unless that is another day than the publication belongs to."""
    titles = [zone.span for zone in layout.zones if zone.kind is ZoneKind.TITLE]
    in_title = [day for span, day in stated if any(title.contains(span) for title in titles)]
    published = facts.date_published
    if published is None:
        return in_title[-1] if in_title else None
    of_talks = [facts.event_date] if facts.event_date and layout.turns else []
    delayed = [day for day in (*of_talks, *in_title) if 0 <= (published - day).days <= DAYS_UNTIL_PUBLISHED]
    return delayed[-1] if delayed else published


def stated_days(timexes: Sequence[Timex]) -> list[tuple[Span, dt.date]]:
    """The days that expressions state in full, so that nothing had to be resolved."""
    whole = [(timex, (timex.value or "").partition("T")[0]) for timex in timexes if timex.anchor is None]
    return [
        (timex.span, day)
        for timex, value in whole
        if len(value) == LENGTH_OF_DAY and (day := calendar.first_day(value)) is not None
    ]
