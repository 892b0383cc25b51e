"""Expressions relative to the day of the document, or to the day last spoken of."""

from schemas.vocabularies import TimexType
from scripts.reading.found import Timex
from scripts.reading.grammar import Match
from scripts.reading.times import calendar
from scripts.reading.times.calendar import Unit
from scripts.reading.times.surroundings import Surroundings, count, iso, timex, unit


def deictic(match: Match, surroundings: Surroundings) -> Timex:
    """Today, tomorrow, yesterday and parts of these days."""
    values, anchor = match.values, surroundings.anchor
    night = "deictic_night" in values
    part = "NI" if night else values.get("part_of_day")
    kind = TimexType.TIME if part else TimexType.DATE
    if anchor is None:
        return timex(match, None, kind)
    days = match.first_value("deictic_night", "deictic", "tomorrow") or 0
    value = calendar.shift(anchor, days, Unit.DAY) + (f"T{part}" if part else "")
    return timex(match, value, kind, iso(anchor))


def period(match: Match, surroundings: Surroundings) -> Timex:
    """This, last or next week, month or year."""
    if (anchor := surroundings.anchor) is None:
        return timex(match, None, TimexType.DATE)
    relation = match.first_value("relation", "relation_behind") or 0  # at the end of the year: of this one
    value = calendar.period(anchor, relation, Unit(match.values["period"]))
    return timex(match, value, TimexType.DATE, iso(anchor))


def shift(match: Match, surroundings: Surroundings) -> Timex:
    """A number of units before or after: two years ago, three weeks later."""
    values, step = match.values, unit(match)
    later = match.first_value("later", "later_in_front")
    anchor = surroundings.anchor if later is None else surroundings.spoken_of
    sign = match.first_value("direction", "direction_in_front") if later is None else later
    is_rough = "pair" in values or step is Unit.WEEK  # two weeks later is a day that nobody counted
    modifier = "APPROX" if is_rough else None
    if match.first_value("bound", "bound_behind") == "MORE_THAN":
        modifier = "BEFORE" if sign < 0 else "AFTER"
    number = count(match, surroundings.numerals)
    if anchor is None or number is None or step in (Unit.HOUR, Unit.MINUTE):
        return timex(match, None, TimexType.DATE, None, modifier)
    value = calendar.shift(anchor, sign * number, step)
    if "pair" in values and step is Unit.WEEK:
        value = calendar.period(anchor, sign * number, step)
    return timex(match, value, TimexType.DATE, iso(anchor), modifier)


def next_day(match: Match, surroundings: Surroundings) -> Timex:
    """A day counted from the day last spoken of."""
    if (day := surroundings.spoken_of) is None:
        return timex(match, None, TimexType.DATE)
    value = calendar.shift(day, match.values["next_day"], Unit.DAY)
    return timex(match, value, TimexType.DATE, day.isoformat())


def reference(match: Match, _surroundings: Surroundings) -> Timex:
    """An undetermined past, present or future, as the rule says."""
    return timex(match, match.rule.settings["value"], TimexType.DATE)
