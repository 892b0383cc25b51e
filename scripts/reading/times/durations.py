"""Lengths of time and recurring times."""

from schemas.vocabularies import TimexType
from scripts.reading.found import Timex
from scripts.reading.grammar import Match
from scripts.reading.times import calendar
from scripts.reading.times.surroundings import Surroundings, count, iso, timex, unit


def duration(match: Match, surroundings: Surroundings) -> Timex:
    """A number of units, or an unknown number of them."""
    number = count(match, surroundings.numerals)
    value = calendar.duration("X" if number is None else str(number), unit(match))
    anchor = iso(surroundings.anchor) if {"stretch", "one_stretch"} & match.words.keys() and number else None
    return timex(match, value, TimexType.DURATION, anchor)


def fixed_duration(match: Match, _surroundings: Surroundings) -> Timex:
    """A length of time that has a name of its own: half a year."""
    return timex(match, match.values["fixed_length"], TimexType.DURATION)


def repetition(match: Match, surroundings: Surroundings) -> Timex:
    """What comes back: every year, each Monday, annually."""
    values = match.values
    if "weekday_name" in values:
        value = f"XXXX-WXX-{values['weekday_name'] + 1}"
    elif "month_name" in values:
        value = f"XXXX-{values['month_name']:02}"
    elif "season_name" in values:
        value = f"XXXX-{values['season_name']}"
    elif "yearly" in values:
        value = values["yearly"]
    else:
        value = calendar.duration(str(count(match, surroundings.numerals) or 1), unit(match))
    return timex(match, value, TimexType.SET)
