"""What a relative expression is resolved against, and the expression that a match becomes."""

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass, field

from schemas.vocabularies import TimexModifier, TimexType
from scripts.reading.found import Timex
from scripts.reading.grammar import Match
from scripts.reading.numerals import Numerals
from scripts.reading.times.calendar import PartialDate, Unit


@dataclass
class Surroundings:
    """What a relative expression is resolved against.

    `anchor` is the day of the document, `stated` are the days and months that it dates fully, `spoken_of` is the day
    last mentioned, `direction` tells where the sentence at hand looks: back (-1), ahead (1) or neither (0).
    """

    numerals: Numerals
    anchor: dt.date | None
    stated: tuple[PartialDate, ...]
    numeric_date_order: str
    spoken_of: dt.date | None = field(default=None)
    direction: int = 0


Reading = Callable[[Match, Surroundings], Timex | None]
"""How a match becomes an expression; None where it is none after all."""


def timex(
    match: Match, value: str | None, kind: TimexType, anchor: str | None = None, modifier: str | None = None
) -> Timex:
    """The expression that a match becomes; `modifier` is the name of one, where the words in the slots give none."""
    modifier = modifier or match.first_value("edge", "bound", "bound_behind")
    return Timex(
        match.start, match.end, kind, value, TimexModifier[modifier] if modifier else None, anchor if value else None
    )


def count(match: Match, numerals: Numerals) -> int | None:
    """How many units the match tells of; None where the text leaves it open."""
    if "number" in match.words:
        number = numerals.value(match.words["number"])
        return int(number) if number.is_integer() else None
    if "pair" in match.values:
        return int(match.values["pair"])
    return 1 if {"one", "one_unit"} & match.words.keys() else None


def unit(match: Match) -> Unit:
    """The unit of time that the match names."""
    return Unit(match.first_value("unit", "units", "one_unit"))


def iso(day: dt.date | None) -> str | None:
    """The day as ISO 8601, where there is one."""
    return day.isoformat() if day else None
