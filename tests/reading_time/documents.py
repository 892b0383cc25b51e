"""Documents for the tests, made of one zone."""

import datetime as dt

from schemas.vocabularies import ZoneKind
from scripts.reading import amounts
from scripts.reading.found import Amount, Facts, Layout, Timex, Zone
from scripts.reading.language import Language
from scripts.reading.times import timexes

ENGLISH = Language("en")


def of_one_zone(text: str, kind: ZoneKind = ZoneKind.SPEECH) -> Layout:
    """A layout in which the whole text is one zone."""
    return Layout((Zone(0, len(text), kind),), ())


def published_on(day: dt.date | None) -> Facts:
    """Facts of a document of which only the day is known, if that."""
    return Facts(
        title=None,
        genre=None,
        issuer=None,
        date_published=day,
        time_published=None,
        date_basis=None,
        source_identifier=None,
    )


def timexes_of(text: str, day: dt.date | None = None, language: Language = ENGLISH) -> tuple[Timex, ...]:
    """The temporal expressions of a text of a day."""
    return timexes.find(text, of_one_zone(text), published_on(day), language)


def amounts_of(text: str, day: dt.date | None = None, language: Language = ENGLISH) -> tuple[Amount, ...]:
    """The amounts of a text of a day."""
    return amounts.find(text, of_one_zone(text), published_on(day), timexes_of(text, day, language), language)
