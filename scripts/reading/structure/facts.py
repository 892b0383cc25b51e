"""What a document says of itself: title, genre, issuer, day and time of publication, reference number."""

import datetime as dt
from collections.abc import Iterator

from schemas.vocabularies import DateBasis, ZoneKind
from scripts.reading.found import Facts, Layout
from scripts.reading.language import Language
from scripts.reading.structure import dateline, genre, inline, patterns, prose
from scripts.reading.structure.dateline import Dateline


def read(text: str, layout: Layout, language: Language) -> Facts:
    """The facts that stand in the header; what does not stand there is None."""
    title = next(_lines(text, layout, ZoneKind.TITLE, language), None)
    issuer = _named(text, layout, language, ZoneKind.ISSUER, "issuers", "name")
    identifier = _named(text, layout, language, ZoneKind.SOURCE_IDENTIFIER, "source_identifiers", "id")
    stated = _datelines(text, layout, language)
    date, basis = _published(stated, title, identifier, _agency_dateline(text, layout, language), language)
    time = next((line.time for line in stated if line.time), None)
    titles = " ".join(_lines(text, layout, ZoneKind.TITLE, language)) or None
    return Facts(title, genre.read(text, titles, layout, language), issuer, date, time, basis, identifier)


def _lines(text: str, layout: Layout, kind: ZoneKind, language: Language) -> Iterator[str]:
    """The blocks of the zones of one kind, each on one line."""
    zones = [zone.span for zone in layout.zones if zone.kind is kind]
    for block in inline.split(text, language):
        if any(zone.contains(block.span) for zone in zones):
            yield prose.plain(block.text)


def _named(text: str, layout: Layout, language: Language, kind: ZoneKind, patterns_key: str, group: str) -> str | None:
    for line in _lines(text, layout, kind, language):
        if found := patterns.named(language, patterns_key, line):
            return found[group].strip()
    return None


def _datelines(text: str, layout: Layout, language: Language) -> list[Dateline]:
    lines = (dateline.read(line, language) for line in _lines(text, layout, ZoneKind.DATELINE, language))
    return [line for line in lines if line]


def _agency_dateline(text: str, layout: Layout, language: Language) -> Dateline | None:
    """The date line that opens the first paragraph of an account."""
    first = next(
        (line for kind in (ZoneKind.LEAD, ZoneKind.NARRATIVE) for line in _lines(text, layout, kind, language)), ""
    )
    return dateline.before_dash(first, language)


def _published(
    stated: list[Dateline], title: str | None, identifier: str | None, agency: Dateline | None, language: Language
) -> tuple[dt.date | None, DateBasis | None]:
    """The day of publication and what it was read from: a date line, the lead, the title, or the reference number."""
    readings = (
        (next((line.date for line in stated if line.date), None), DateBasis.DATELINE),
        (agency.date if agency else None, DateBasis.LEAD),
        (dateline.day_in(title or "", language), DateBasis.TITLE),
        (dateline.day_in_reference(identifier or ""), DateBasis.SOURCE_IDENTIFIER),
    )
    return next(((day, basis) for day, basis in readings if day), (None, None))
