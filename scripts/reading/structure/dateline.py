"""Days, times and places as they stand in a date line, or before the first words of an agency's text."""

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache

from lading.standoff import Span
from scripts.reading.grammar import alternatives, folded
from scripts.reading.language import Language
from scripts.reading.structure import clock, days, designation, patterns

REFERENCE_DAY = re.compile(r"(?<!\d)(?P<day>\d{2})-(?P<month>\d{2})-(?P<year>(?:19|20)\d{2})$")
LEAD_IN = re.compile(
    r"(?P<bracket>\((?=[^()\n]{3,80}\)\s+(?:[\u2013\u2014-]|--)\s))?(?P<dateline>[^\n]{3,80}?)"
    r"(?:(?(bracket)\))\s+(?:[\u2013\u2014-]|--)\s+|\.[\u2013\u2014-]\s+|(?<=\b\d{4})\.\s+|\s/[^/]{2,40}/\.?\s+)(?=\S)"
)
SIGNED = re.compile(
    r"(?:\s?-?\w{1,5}\.?){0,2}[,.]\s(?P<agency>[^\W\d_]{3,}(?:[ .][^\W\d_]{2,}){0,2}?)[./]?\s+(?=[^\W\d_]|$)"
)
"""The agency behind the day and the word for a year."""
RIGHTS = "\u00a9"
"""In front of who owns the text, and since when."""
LONGEST_LEAD_IN = 60
AGENCY = re.compile(r"\s/[^/]{2,40}/")
SECTION = re.compile(r"^\s*[|\u2013\u2014·•-]\s*(?P<words>[^\W\d][^|]{0,30})$")
"""A section of the site behind the day: "12.08.2010 - Interview"."""
ELIDED = re.compile(r"^[^\W\d_]{1,2}['\u2019](?=\w)")
"""An article or preposition that the place goes on behind, as in "l'Ardoise"."""
FIGURE = re.compile(r"\d")
ENDS_WITH_DAY = re.compile(r"\n[\s.]*$")
ABBREVIATION = 4
"""In code points, with the full stop."""
EDGES = " \t,.;:|/()[]\u2013\u2014·•*_-"
CUT = "\n"

LONGEST = 160
MOST_WORDS_OF_A_PLACE = 8
MOST_WORDS_OF_A_SECTION = 2
MOST_WORDS_OF_A_COLUMN = 10


@dataclass(frozen=True, slots=True)
class Dateline:
    """What a date line says; any part may be missing."""

    date: dt.date | None
    time: str | None
    place: str | None = None
    is_update: bool = False
    """Whether the day is that of a later change."""
    is_bracketed: bool = False
    """Whether day and place stand in brackets, as those of the occasion do."""

    @property
    def tells_publication(self) -> bool:
        """Whether the day may be that of publication."""
        return not (self.is_update or self.is_bracketed)


def read(line: str, language: Language) -> Dateline | None:
    """The day, time and place of a line that says little else; None when the line is no date line."""
    if len(line) > LONGEST or line.endswith(":") or line.startswith(RIGHTS) or not any(map(str.isdecimal, line)):
        return None
    found = days.find(line, language)
    if found and "|" in line and (column := _column(line, language)):
        return column
    rest = _without(line, [day.span for day in found])
    time, rest = clock.cut(rest, language, alone=not found)
    if not (found or time):
        return None
    if not found and (yearless := days.without_year(rest, language)):
        rest = _without(rest, [yearless])
    if found and (section := SECTION.match(line[found[-1].span.end :])) and _is_section(section["words"]):
        rest = rest[: -len(section["words"])]
    if found:
        counters = patterns.furniture(language, "counters")
        rest = counters.sub(lambda told: CUT if FIGURE.search(told[0]) else told[0], rest)
    for extra in patterns.patterns(language, "dateline_extras"):
        rest = extra.sub(CUT, rest)
    if not is_place(rest, language):
        return None
    is_update = bool(found) and _says_update(line[: found[0].span.start], language)
    is_bracketed = line.startswith("(") and line.rstrip(" .").endswith(")")
    return Dateline(found[0].date if found else None, time, _place(rest, language), is_update, is_bracketed)


def _column(line: str, language: Language) -> Dateline | None:
    """What the column with the day says, where the others name an author, a section or a site."""
    columns = [column.strip() for column in line.split("|")]
    others = [column for column in columns if not any(map(str.isdecimal, column))]
    stated = [read(column, language) for column in columns if column not in others]
    short = all(len(column.split()) <= MOST_WORDS_OF_A_COLUMN for column in others)
    if not others or not short or any(_opens_with_kind(column, language) for column in others):
        return None
    return next((each for each in stated if each and each.date), None)


def _opens_with_kind(text: str, language: Language) -> bool:
    return not _is_section(text) and any(each.match(text) for each in _kinds_of_document(language))


def before_dash(paragraph: str, language: Language) -> Dateline | None:
    """The date line and the dash that an agency puts before its first words: "LISK, 3 May 2021 (North Wire) - "."""
    opening = LEAD_IN.match(paragraph)
    if opening is None:
        return _before_agency(paragraph, language)
    stated = designation.NOTE.sub(" ", opening["dateline"])
    if full := read(stated, language):
        return replace(full, is_bracketed=bool(opening["bracket"]))
    day = days.without_year(stated, language)
    place = _place(_without(stated, [day]) if day else stated, language)
    signed = stated != opening["dateline"] or AGENCY.search(opening[0]) is not None
    if place is None or not is_place(place, language) or not (day or signed or place.isupper()):
        return None
    return Dateline(_in_text(day, stated, paragraph, language), None, place)


def _before_agency(paragraph: str, language: Language) -> Dateline | None:
    """The date line of an agency that puts its own name, and no dash, behind the day: "Lisk, 3 May, NORTHWIRE"."""
    head = paragraph[:LONGEST_LEAD_IN]
    found = days.find(head, language)
    day = found[0].span if found else days.without_year(head, language)
    signed = SIGNED.match(paragraph, day.end) if day else None
    if day is None or signed is None or not signed["agency"].isupper():
        return None
    place = _place(paragraph[: day.start], language)
    if place is None or not is_place(paragraph[: day.start], language):
        return None
    return Dateline(found[0].date if found else _in_text(day, head, paragraph, language), None, place)


def _in_text(day: Span | None, stated: str, paragraph: str, language: Language) -> dt.date | None:
    """The day that a date line tells without the year and the words behind it in full."""
    if day is None:
        return None
    written = stated[day.start : day.end]
    told = (found.date for found in days.find(paragraph, language))
    return next((each for each in told if each in days.before(written, each, language)), None)


def place_beside_day(line: str, language: Language) -> str | None:
    """The place that stands with a day without a year on a line that says little else: "Lisk, 3 May, North Wire"."""
    day = days.without_year(line, language) if len(line) <= LONGEST else None
    return place_of(_without(line, [day]), language) if day and not line.endswith((".", ":")) else None


def is_day_without_year(line: str, language: Language) -> bool:
    """Whether a line tells a day without its year, and a place at most."""
    day = days.without_year(line, language) if len(line) <= LONGEST and not line.endswith((".", ":")) else None
    return day is not None and is_place(_without(line, [day]), language)


def day_in(text: str, language: Language) -> dt.date | None:
    """The last day that a text such as a title states in full."""
    return next((day.date for day in reversed(days.find(text, language))), None)


def day_in_reference(reference: str) -> dt.date | None:
    """The day at the end of a reference number such as 12-31-01-2020."""
    found = REFERENCE_DAY.search(reference)
    return days.date(found["year"], int(found["month"]), found["day"]) if found else None


def is_place(rest: str, language: Language) -> bool:
    """Whether what is left names a place at most: a few capitalised words, no sentence, no kind of document."""
    left = [word for word in _words(rest) if not _goes_with_dates(word, language)]
    particles = patterns.words(language, "place_particles")
    if FIGURE.search(rest):
        return False
    return (
        len(left) <= MOST_WORDS_OF_A_PLACE
        and not rest.rstrip().endswith(("!", "?"))
        and not (
            left and rest.rstrip().endswith(".") and not ENDS_WITH_DAY.search(rest) and len(left[-1]) > ABBREVIATION
        )
        and all(ELIDED.sub("", word)[0].isupper() or word.casefold() in particles for word in left)
        and not any(each.search(rest) for each in _kinds_of_document(language))
    )


def tells_weekday(line: str, language: Language) -> bool:
    """Whether the line tells a day with the day of the week."""
    if not any(map(str.isdecimal, line)):
        return False
    return any(folded(word) in _weekdays(language) for word in _words(line)) and bool(days.find(line, language))


def place_of(line: str, language: Language) -> str | None:
    """The place that a line names and nothing else."""
    return _place(line, language) if is_place(line, language) else None


def place_behind_preposition(line: str, language: Language) -> str | None:
    """The place of a line such as "in Velm", which says nothing else."""
    found = _behind_preposition(language).fullmatch(line)
    return place_of(found["place"], language) if found else None


def _without_preposition(piece: str, language: Language) -> str:
    found = _behind_preposition(language).fullmatch(piece)
    return found["place"] if found else piece


@cache
def _behind_preposition(language: Language) -> re.Pattern[str]:
    return re.compile(rf"(?:{alternatives(patterns.written(language, 'place_prepositions').split())})\s(?P<place>\S.*)")


def _is_section(words: str) -> bool:
    return len(words.split()) <= MOST_WORDS_OF_A_SECTION


def _without(line: str, spans: list[Span]) -> str:
    """The line with a cut in place of what is known."""
    for span in reversed(spans):
        line = f"{line[: span.start]}{CUT}{line[span.end :]}"
    return line


def _place(rest: str, language: Language) -> str | None:
    """The first piece between the cuts that holds more than words that go with dates."""
    return next(_pieces(rest, language), None)


def _pieces(rest: str, language: Language) -> Iterator[str]:
    particles = patterns.words(language, "place_particles")
    for piece in re.split(r"[\n|]", rest):
        words = piece.strip(EDGES).split()
        while words and _goes_with_dates(words[0].strip(EDGES), language):
            words.pop(0)
        while words and (_goes_with_dates(words[-1].strip(EDGES), language) or words[-1].casefold() in particles):
            words.pop()
        place = _without_preposition(" ".join(words).strip(EDGES), language)
        if ":" not in place and any(word[0].isupper() for word in _words(place)):
            yield place


def _words(text: str) -> list[str]:
    return [word for word in designation.WORD.findall(text) if word[0].isalpha()]


def _goes_with_dates(word: str, language: Language) -> bool:
    known = folded(word).rstrip(".")
    return known in _weekdays(language) or any(
        known in patterns.words(tongue, "dateline_words") for tongue in patterns.tongues(language)
    )


@cache
def _weekdays(language: Language) -> frozenset[str]:
    return frozenset(
        folded(part)
        for tongue in patterns.tongues(language)
        for name in tongue.words("timexes")["slots"]["weekday"]
        for part in (name, *name.split())
    )


def _says_update(text: str, language: Language) -> bool:
    return patterns.furniture(language, "updated").search(text) is not None


@cache
def _kinds_of_document(language: Language) -> tuple[re.Pattern[str], ...]:
    genres = patterns.written(language, "title_genres")
    return (
        *(re.compile(written, re.I) for _, written in genres),
        patterns.pattern(language, "title_words"),
    )
