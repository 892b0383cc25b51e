"""When a document was published, and what tells so."""

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import dataclass

from schemas.vocabularies import DateBasis, Genre, ZoneKind
from scripts.reading import blocks
from scripts.reading.language import Language
from scripts.reading.structure import clock, dateline, days, patterns, titles
from scripts.reading.structure.title_page import TitlePage

LONGEST = 100
"""In code points: a line that tells the day behind the text."""
RIGHTS = re.compile(r"\u00a9\s?((?:19|20)\d{2})\b")
URL = "://"
"""In the header of a printed page, which bears the day on which it was printed."""


@dataclass(frozen=True, slots=True)
class Publication:
    """The day, the time and what the day was read from; None where nothing tells."""

    date: dt.date | None = None
    time: str | None = None
    basis: DateBasis | None = None


def find(page: TitlePage, language: Language) -> Publication:
    """The first that tells: a particular, a date line, the lead, the extractor's mark, the title, the reference."""
    stated = next((each for each in _stated(page, language) if each.date), Publication())
    of_the_day = (line.time for line in page.datelines if line.date in (None, stated.date))
    return Publication(stated.date, stated.time or next(filter(None, of_the_day), None), stated.basis)


def _stated(page: TitlePage, language: Language) -> Iterator[Publication]:
    if value := page.stated("published"):
        yield _of_value(value, language)
    lines = page.datelines
    yield from (Publication(line.date, line.time, DateBasis.DATELINE) for line in lines if line.tells_publication)
    yield from _of_lead(page, language)
    yield from _of_trailer(page, language)
    for stamp in filter(blocks.STAMP.fullmatch, page.of(ZoneKind.DATELINE)):
        yield Publication(dateline.day_in(stamp, language), None, DateBasis.DATELINE)
    titled = dateline.day_in(page.title or "", language)
    numbered = dateline.day_in_reference(page.identifier or "")
    if numbered and titled and numbered > titled:
        # The title tells the day of the occasion, then.
        yield Publication(numbered, None, DateBasis.SOURCE_IDENTIFIER)
    yield Publication(titled, None, DateBasis.TITLE)
    if titles.genre(page.title or "", language) is Genre.JOINT_STATEMENT:
        yield from (Publication(line.date, None, DateBasis.DATELINE) for line in lines if line.is_bracketed)
    for heading in page.headings:
        yield Publication(dateline.day_in(heading, language), None, DateBasis.TITLE)
    for banner in (ZoneKind.SITE_BANNER, ZoneKind.SITE_SECTION):
        stated = [found.date for line in page.of(banner) if URL not in line for found in days.find(line, language)]
        if len(set(stated)) == 1:
            yield Publication(stated[0], None, DateBasis.DATELINE)
    yield Publication(numbered, None, DateBasis.SOURCE_IDENTIFIER)
    for line in page.last[-1:]:
        if signed := dateline.read(line, language):
            yield Publication(signed.date, None, DateBasis.DATELINE)


def _of_value(value: str, language: Language) -> Publication:
    found = days.find(value, language)
    rest = value[found[0].span.end :] if found else value
    return Publication(found[0].date if found else None, clock.cut(rest, language, alone=False)[0], DateBasis.DATELINE)


def _of_lead(page: TitlePage, language: Language) -> Iterator[Publication]:
    """The day in the first words: that of an agency, or of a sentence that says when the document was issued."""
    for line in page.account:
        agency = dateline.before_dash(line, language)
        if agency and agency.tells_publication:
            yield Publication(agency.date, None, DateBasis.LEAD)
    yield from _of_year_of_rights(page, language)
    for line in page.account:
        if patterns.pattern(language, "publication_sentences").search(line):
            yield Publication(dateline.day_in(line, language), None, DateBasis.LEAD)


def _of_year_of_rights(page: TitlePage, language: Language) -> Iterator[Publication]:
    """The day without a year that an agency puts first, in the year of the rights: the day of the week proves it."""
    years = {int(found[1]) for line in page.lines if (found := RIGHTS.search(line.text))}
    for line in page.account[:1] if len(years) == 1 else ():
        if dateline.before_dash(line, language):
            last = dt.date(min(years), 12, 31)
            near = (day for day in days.before(line[:LONGEST], last, language) if day.year == last.year)
            proved = (day for day in near if day.weekday() in days.weekdays(line, language))
            yield from (Publication(day, None, DateBasis.LEAD) for day in proved)


def _of_trailer(page: TitlePage, language: Language) -> Iterator[Publication]:
    """The day of a line behind the text that opens with a word for publication and ends with the day."""
    opening = re.compile(rf"(?:{patterns.written(language, 'particulars')['published']})\b", re.IGNORECASE)
    for line in page.behind:
        found = days.find(line, language) if len(line) <= LONGEST else []
        if len(found) == 1 and line.rstrip(" .").endswith(line[found[0].span.start : found[0].span.end].rstrip(" .")):
            yield Publication(found[0].date if opening.match(line) else None, None, DateBasis.DATELINE)
