"""What a document says of itself: title, genre, issuer, day and time of publication, reference number."""

import datetime as dt
from collections.abc import Mapping, Sequence

from schemas.vocabularies import DateBasis, ZoneKind
from scripts.reading.found import Facts, Layout
from scripts.reading.language import Language
from scripts.reading.structure import dateline, genre, inline, patterns, prose
from scripts.reading.structure.dateline import Dateline

ACCOUNT = (ZoneKind.LEAD, ZoneKind.NARRATIVE)

Lines = Mapping[ZoneKind, Sequence[str]]


def read(text: str, layout: Layout, language: Language) -> Facts:
    """The facts that stand in the header; what does not stand there is None."""
    lines = _lines(text, layout, language)
    title = next(iter(lines[ZoneKind.TITLE]), None)
    issuer = _named(lines[ZoneKind.ISSUER], "issuers", "name", language)
    identifier = _named(lines[ZoneKind.SOURCE_IDENTIFIER], "source_identifiers", "id", language)
    stated = [found for line in lines[ZoneKind.DATELINE] if (found := dateline.read(line, language))]
    date, basis = _published(stated, _agency_dateline(lines, language), title, identifier, language)
    time = next((line.time for line in stated if line.time), None)
    titles = " ".join(lines[ZoneKind.TITLE])
    return Facts(title, genre.read(text, titles, layout, language), issuer, date, time, basis, identifier)


def _lines(text: str, layout: Layout, language: Language) -> Lines:
    """The blocks of the zones of each kind, each on one line."""
    blocks = inline.split(text, language)
    found: dict[ZoneKind, list[str]] = {kind: [] for kind in ZoneKind}
    for zone in layout.zones:
        found[zone.kind] += [prose.plain(block.text) for block in blocks if zone.span.contains(block.span)]
    return found


def _named(lines: Sequence[str], patterns_key: str, group: str, language: Language) -> str | None:
    named = (patterns.named(language, patterns_key, line) for line in lines)
    return next((groups[group].strip() for groups in named if groups), None)


def _agency_dateline(lines: Lines, language: Language) -> Dateline | None:
    """The date line that opens the first paragraph of an account."""
    first = next((line for kind in ACCOUNT for line in lines[kind]), "")
    return dateline.before_dash(first, language)


def _published(
    stated: Sequence[Dateline],
    agency: Dateline | None,
    title: str | None,
    identifier: str | None,
    language: Language,
) -> tuple[dt.date | None, DateBasis | None]:
    """The day of publication and what it was read from: a date line, the lead, the title, or the reference number."""
    readings = (
        (next((line.date for line in stated if line.date), None), DateBasis.DATELINE),
        (agency.date if agency else None, DateBasis.LEAD),
        (dateline.day_in(title or "", language), DateBasis.TITLE),
        (dateline.day_in_reference(identifier or ""), DateBasis.SOURCE_IDENTIFIER),
    )
    return next(((day, basis) for day, basis in readings if day), (None, None))
