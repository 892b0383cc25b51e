"""The setting of the occasion that a document is about: day and place, which need not be those of publication."""

import datetime as dt
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

from schemas.vocabularies import Genre, ZoneKind
from scripts.reading.grammar import alternatives, folded
from scripts.reading.language import Language
from scripts.reading.structure import dateline, days, designation, occasion, patterns, titles, venue, wording
from scripts.reading.structure.title_page import TitlePage

SPOKEN = {Genre.PRESS_CONFERENCE, Genre.BRIEFING, Genre.MEETING_REMARKS, Genre.SPEECH}
"""Where the document tells one day only, these are as a rule published on the day on which they took place."""
TOLD = {
    Genre.READOUT,
    Genre.NEWS,
    Genre.MEETING_REMARKS,
    Genre.INTERVIEW,
    Genre.PRESS_CONFERENCE,
    Genre.JOINT_STATEMENT,
}
"""In the first sentences of these the occasion and its day are told."""
SITE = {ZoneKind.SITE_BANNER, ZoneKind.SITE_SECTION, ZoneKind.TRAILER}
LONGEST_OPENING = 60
"""In code points: place and day that an agency puts in front of a text."""
LATEST_TOLD = 31
"""In days: what lies further back is history."""
WEEK = 7


@dataclass(frozen=True, slots=True)
class Setting:
    """Day and place, as printed; None where nothing tells."""

    date: dt.date | None
    place: str | None


def find(page: TitlePage, genre: Genre | None, published: dt.date | None, language: Language) -> Setting:
    """The day and the place of the occasion; pages on nothing of the kind have neither."""
    if genre is None or (genre is Genre.NEWS and not _is_official(page, language)):
        return Setting(None, None)
    day = next(_days(page, genre, published, language), None)
    return Setting(day, next(_places(page, genre, day, language), None))


def _is_official(page: TitlePage, language: Language) -> bool:
    """Whether the news are of public bodies and those who hold office in them."""
    named = [person for line in (page.title or "", *page.account) for person in designation.find(line, language)]
    return occasion.is_official(page.title or "", page.account, named, (), language)


def _days(page: TitlePage, genre: Genre, published: dt.date | None, language: Language) -> Iterator[dt.date]:
    if day := dateline.day_in(page.stated("event_date") or "", language):
        yield day
    for line in (*reversed(page.titles), *page.headings):
        if day := dateline.day_in(line, language):
            yield day
    lines = page.datelines
    told = [line for line in lines if line.date and not line.is_update]
    yield from (line.date for line in told if line.date and (published is None or line.date < published))
    yield from _of_agency(page, language)
    if genre is Genre.JOINT_STATEMENT:
        yield from (signed.date for signed in _signatures(page, language) if signed.date)
    if genre in TOLD:
        yield from _told(page, genre, published, language)
    if published:
        yield from _in_its_year(page, published, language)
    yield from (line.date for line in told if line.date and line.place)
    if published and (genre in SPOKEN or (genre is Genre.READOUT and published in _in_full(page, language))):
        yield published


def _in_full(page: TitlePage, language: Language) -> set[dt.date]:
    """The days that the account tells in full."""
    return {day.date for line in page.account for day in days.find(line, language)}


def _of_agency(page: TitlePage, language: Language) -> Iterator[dt.date]:
    """The day in brackets before the first words."""
    for line in page.account[:1]:
        agency = dateline.before_dash(line, language)
        if agency and agency.date and agency.is_bracketed:
            yield agency.date


def _in_its_year(page: TitlePage, published: dt.date, language: Language) -> Iterator[dt.date]:
    """The day without a year on a line of its own, or in front of an agency's first words."""
    lines = [line.text for line in page.lines if line.kind is not ZoneKind.TRAILER]
    stated = [line for line in (*lines, *page.account[:1]) if dateline.is_day_without_year(line, language)]
    opening = [line[:LONGEST_OPENING] for line in page.account[:1] if dateline.before_dash(line, language)]
    for line in (*stated, *opening):
        for day in days.before(line, published, language):
            if (published - day).days <= LATEST_TOLD:
                yield day


def _told(page: TitlePage, genre: Genre, published: dt.date | None, language: Language) -> Iterator[dt.date]:
    """The days of the first sentences: in full, or counted from the day of publication.

    Without a day of publication any may be history, but for the first sentence, and what a readout dates.
    """
    account = [line for line in page.account if dateline.place_beside_day(line, language) is None]
    for line in account:
        for day in days.find(line, language):
            opens = line is page.account[0] or genre is Genre.READOUT
            if opens if published is None else 0 < (published - day.date).days <= LATEST_TOLD:
                yield day.date
        if published:
            yield from _counted(line, published, language)
            near = days.before(line, published, language)
            yield from (day for day in near if (published - day).days <= LATEST_TOLD)


def _counted(line: str, published: dt.date, language: Language) -> Iterator[dt.date]:
    for found in _counting(language).finditer(line):
        if patterns.pattern(language, "days_ahead").search(line[: found.start()]):
            continue
        word = folded(" ".join(found[0].split()))
        shift = _deictic(language).get(word)
        if shift is None:
            shift = -((published.weekday() - _weekday(language)[word]) % WEEK)
        if shift <= 0:
            yield published + dt.timedelta(days=shift)


@cache
def _counting(language: Language) -> re.Pattern[str]:
    words = alternatives([*_deictic(language), *_weekday(language)])
    return re.compile(rf"(?<!\w)(?:{words})(?!\w)", re.IGNORECASE)


@cache
def _deictic(language: Language) -> Mapping[str, int]:
    return _slot(language, "deictic")


@cache
def _weekday(language: Language) -> Mapping[str, int]:
    return _slot(language, "weekday_name")


def _slot(language: Language, name: str) -> Mapping[str, int]:
    slot: Mapping[str, int] = language.words("timexes")["slots"][name]
    return {folded(word): value for word, value in slot.items()}


def _places(page: TitlePage, genre: Genre, day: dt.date | None, language: Language) -> Iterator[str]:
    if place := page.stated("place"):
        yield place
    yield from _beside_day(page, day, language)
    yield from (line.place for line in page.datelines if line.place and not line.is_update)
    for heading in page.headings:
        for stated in reversed(days.find(heading, language)):
            place = venue.beside(heading, stated.span.start, stated.span.end, language)
            if (
                place
                and not _is_outlet(place, language)
                and not any(place in speaker or speaker in place for speaker in page.speakers)
            ):
                yield place
        if place := venue.after_dash(heading, language):
            yield place
    if genre in (*SPOKEN, Genre.JOINT_STATEMENT):
        yield from filter(None, (venue.at_end(heading, language) for heading in page.headings))
    for line in page.of(ZoneKind.DATELINE):
        behind = dateline.place_behind_preposition(line, language)
        if not any(map(str.isdecimal, line)) and (place := behind or dateline.place_of(line, language)):
            yield place
    for line in page.account:
        if (agency := dateline.before_dash(line, language)) and agency.place:
            yield agency.place
        if place := dateline.place_beside_day(line, language):
            yield place
    for above, below in pairwise(page.lines):
        told = above.kind is ZoneKind.TITLE and below.kind is ZoneKind.DATELINE and above.text != page.title
        place = dateline.place_of(above.text, language) if told else None
        if place and not titles.names_speaker(above.text, language):
            yield place
    if genre in SPOKEN:
        yield from _alone(page, language)
    if genre is Genre.JOINT_STATEMENT:
        yield from (signed.place for signed in _signatures(page, language) if signed.place)


def _is_outlet(place: str, language: Language) -> bool:
    """Whether what a title names in front of a day is whom the interview was given: "on Radio Velm, 3 May"."""
    return place.casefold().split()[0] in wording.grammar(language).outlets


def _beside_day(page: TitlePage, day: dt.date | None, language: Language) -> Iterator[str]:
    """The place that the account tells with the day of the occasion, where the date lines tell another day."""
    if any(line.date in (None, day) for line in page.datelines):
        return
    for line in page.account:
        stated = (found.span for found in days.find(line, language) if found.date == day)
        yield from filter(None, (venue.next_to(line, span.end, language) for span in stated))


def _alone(page: TitlePage, language: Language) -> Iterator[str]:
    """The places that stand alone around a date line below the title; a town with its country goes first."""
    lines = [line for line in page.header if line.kind not in SITE]
    dated = [line.kind is ZoneKind.DATELINE for line in lines]
    towns, others = [], []
    for number, line in enumerate(lines):
        if line.kind is not ZoneKind.LEAD or not any(dated[max(number - 1, 0) :]):
            continue
        place = None if titles.names_speaker(line.text, language) else dateline.place_of(line.text, language)
        if place and "," in place:
            towns.append(place)
        elif place and line.text not in page.speakers and any(dated[max(number - 1, 0) : number + 2]):
            others.append(place)
    yield from (*towns, *others)


def _signatures(page: TitlePage, language: Language) -> Iterator[dateline.Dateline]:
    """Where and when the parties signed, as the last lines tell."""
    for line in page.last:
        if signed := dateline.read(line, language):
            yield signed
        elif patterns.pattern(language, "signing_sentences").search(line):
            for day in days.find(line, language):
                yield dateline.Dateline(day.date, None, venue.beside(line, day.span.start, day.span.end, language))
