"""The readings that the rules of a word file name."""

from collections.abc import Mapping

from scripts.reading.found import Timex
from scripts.reading.grammar import Match
from scripts.reading.times import dates, durations, relative
from scripts.reading.times.surroundings import Reading, Surroundings


def read(match: Match, surroundings: Surroundings) -> Timex | None:
    """The expression that a match stands for; None where it is none."""
    return READINGS[match.rule.reads](match, surroundings)


def _nothing(_match: Match, _surroundings: Surroundings) -> None:
    return None


READINGS: Mapping[str, Reading] = {
    "date": dates.date,
    "numeric_date": dates.date,
    "weekday": dates.weekday,
    "decade": dates.decade,
    "century": dates.century,
    "clock": dates.clock,
    "deictic": relative.deictic,
    "period": relative.period,
    "shift": relative.shift,
    "next_day": relative.next_day,
    "reference": relative.reference,
    "duration": durations.duration,
    "fixed_duration": durations.fixed_duration,
    "repetition": durations.repetition,
    "nothing": _nothing,
}
