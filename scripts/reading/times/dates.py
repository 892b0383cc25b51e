"""Dates and times of day, as years, months and days are stated or left to be understood."""

from schemas.vocabularies import TimexType
from scripts.reading.found import Timex
from scripts.reading.grammar import Match
from scripts.reading.times import calendar
from scripts.reading.times.calendar import PartialDate
from scripts.reading.times.surroundings import Surroundings, iso, timex

NOON = 12


def partial_date(match: Match, numeric_date_order: str) -> PartialDate:
    """The year, month and day that the match states."""
    words = match.words
    year = int(words["year"]) if "year" in words else None
    if match.rule.reads == "numeric_date":
        first, second = int(words["day_or_month"]), int(words["month_or_day"])
        swapped = PartialDate(year, first, second)
        if swapped.exists() and (numeric_date_order == "month-day" or second > NOON):
            return swapped
        return PartialDate(year, second, first)
    month = match.first_value("month", "month_name", "plain_month", "genitive_month")
    if "month_number" in words:
        month = int(words["month_number"])
    return PartialDate(year, month, int(words["day"]) if "day" in words else None)


def time_of_day(match: Match) -> str | None:
    """The time that the match states, as `T23:48`; None where it states none."""
    if "hour" not in match.words:
        return None
    hour, minute = int(match.words["hour"]), int(match.words.get("minute", 0))
    if (noon := match.values.get("meridiem")) is not None:
        if hour > NOON:
            return None
        hour = hour % NOON + noon
    return calendar.clock(hour, minute)


def date(match: Match, surroundings: Surroundings) -> Timex | None:
    """A day, month, season, quarter or year, with the time of day where one is given."""
    stated = partial_date(match, surroundings.numeric_date_order)
    if not stated.exists():
        return None
    resolved, anchor = _completed(match, stated, surroundings)
    if not resolved.exists():  # a leap day of a year that has none
        return None
    value = str(resolved)
    if season := match.first_value("season", "season_name"):
        value = _season(season, resolved.year, match)
        anchor = anchor or (iso(surroundings.anchor) if stated.year is None else None)
    elif part := match.values.get("part_of_year"):
        value = f"{value}-{part}"
    if clock := time_of_day(match):
        return timex(match, value + clock, TimexType.TIME, anchor)
    return timex(match, value, TimexType.DATE, anchor)


def _completed(match: Match, stated: PartialDate, surroundings: Surroundings) -> tuple[PartialDate, str | None]:
    """The date with its year, and the date that this was resolved against.

    A date that the document states in full elsewhere is only repeated: as any full date it has no anchor, as is usual
    in TIMEX3, where an anchor is another time than that of the expression.
    """
    if stated.year is not None:
        return stated, None
    anchor = surroundings.anchor
    years = match.first_value("relation", "relation_behind", "this_year")
    if years is not None or stated.month is None:
        years = years or 0
        return stated.in_year(anchor.year + years if anchor else None), iso(anchor)
    alike = [it for it in surroundings.stated if it.month == stated.month and stated.day in (it.day, None)]
    if alike and (stated.day or anchor is None):
        same = calendar.nearest_of(alike, anchor) if anchor else max(alike, key=str)
        resolved = stated.in_year(same.year)
        return resolved, None if resolved == same else str(same)
    if anchor is not None:
        direction = match.values.get("relation_to_name") or surroundings.direction
        return calendar.nearest(stated, anchor, direction), iso(anchor)
    latest = max((day for it in surroundings.stated if (day := it.date())), default=None)
    return (calendar.nearest(stated, latest, 1), iso(latest)) if latest else (stated, None)


def _season(season: str, year: int | None, match: Match) -> str:
    if match.values.get("relation_to_name") and year is not None:
        year += match.values["relation_to_name"]
    return f"{'XXXX' if year is None else year}-{season}"


def weekday(match: Match, surroundings: Surroundings) -> Timex:
    """A day of the week: the nearest to the day of the document, where the sentence does not tell which."""
    direction = match.values.get("relation_to_name", surroundings.direction)
    part = match.values.get("part_of_day")
    kind = TimexType.TIME if part else TimexType.DATE
    if (anchor := surroundings.anchor) is None:
        return timex(match, None, kind)
    day = calendar.nearest_weekday(match.values["weekday_name"], anchor, direction)
    return timex(match, day.isoformat() + (f"T{part}" if part else ""), kind, iso(anchor))


def decade(match: Match, _surroundings: Surroundings) -> Timex | None:
    """Ten years named by the first of them: the 1990s."""
    year = int(match.words["year"])
    return timex(match, f"{year // 10}", TimexType.DATE) if year % 10 == 0 else None


def century(match: Match, surroundings: Surroundings) -> Timex:
    """A hundred years, named by an ordinal, or by a Roman numeral."""
    named = match.first_value("century_name")
    begun = surroundings.numerals.value(match.words["ordinal"]) - 1 if named is None else named
    return timex(match, f"{int(begun):02}", TimexType.DATE)


def clock(match: Match, surroundings: Surroundings) -> Timex | None:
    """A time of day alone: of the day of the document."""
    if (clock := time_of_day(match)) is None:
        return None
    anchor = iso(surroundings.anchor)
    return timex(match, f"{anchor or 'XXXX-XX-XX'}{clock}", TimexType.TIME, anchor)
