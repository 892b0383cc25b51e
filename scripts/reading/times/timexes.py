"""Temporal expressions of a document, resolved against its day and against each other."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from typing import Any

from lading.standoff import Span
from schemas.vocabularies import TimexType, ZoneKind
from scripts.reading.found import Facts, Layout, Timex
from scripts.reading.grammar import Grammar, Match, alternatives, any_of
from scripts.reading.language import Language
from scripts.reading.numerals import Numerals, numerals
from scripts.reading.readable import readable
from scripts.reading.times import calendar, dates, readings
from scripts.reading.times.calendar import PartialDate
from scripts.reading.times.surroundings import Surroundings
from scripts.reading.times.today import today

DATED = {"date", "numeric_date"}
CLAUSE_END = re.compile(r"[.,!?;](?=\s)|\n")
FUTURE_STEM = r"(?<!\w)\w{3,20}"
CLAUSE_REACH = 120
"""How far around an expression, in code points, its clause is read."""


@dataclass(frozen=True, slots=True)
class _Words:
    """What a word file says of temporal expressions, ready for use."""

    grammar: Grammar
    numerals: Numerals
    numeric_date_order: str
    joiner: re.Pattern[str]
    future: re.Pattern[str]
    past: re.Pattern[str]
    past_verbs: re.Pattern[str]


def find(text: str, layout: Layout, facts: Facts, language: Language) -> tuple[Timex, ...]:
    """The temporal expressions of a document, in order and disjoint."""
    words = _words(language)
    spans = [span for kind, span in readable(text, layout) if kind != ZoneKind.SOURCE_IDENTIFIER]
    matches = _with_shared_years(text, words.grammar.find(text, spans), words)
    stated = [(match, date) for match in matches if (date := _stated(match, words)) and date.year is not None]
    surroundings = Surroundings(
        words.numerals,
        today(layout, facts, [(Span(it.start, it.end), day) for it, date in stated if (day := date.date())]),
        tuple(date for _, date in stated),
        words.numeric_date_order,
    )
    return tuple(_resolved(text, matches, surroundings, words))


def _resolved(text: str, matches: Sequence[Match], surroundings: Surroundings, words: _Words) -> Iterator[Timex]:
    for match in matches:
        surroundings.direction = _direction(text, match, words)
        timex = readings.read(match, surroundings)
        if timex is not None:
            yield timex
            if timex.type is TimexType.DATE and len(timex.value or "") == len("2021-05-10"):
                surroundings.spoken_of = calendar.first_day(timex.value or "") or surroundings.spoken_of


def _stated(match: Match, words: _Words) -> PartialDate | None:
    """The date that a match states, complete or not; None where it states none."""
    if match.rule.reads not in DATED:
        return None
    date = dates.partial_date(match, words.numeric_date_order)
    return date if date.month is not None and date.exists() else None


def _with_shared_years(text: str, matches: Sequence[Match], words: _Words) -> Sequence[Match]:
    """The matches, those joined to a later date that states the year completed with it: 11 January and 26 May 2021."""
    shared: list[Match] = []
    for match in reversed(matches):
        year = _shared_year(text, match, shared[-1], words) if shared else None
        shared.append(replace(match, words={**match.words, "year": f"{year}"}) if year else match)
    return shared[::-1]


def _shared_year(text: str, match: Match, following: Match, words: _Words) -> int | None:
    """The year that a match takes from the one joined to it; the one before where the year turns between them."""
    date, next_date = _stated(match, words), _stated(following, words)
    if date is None or next_date is None or next_date.year is None:
        return None
    is_told = {"relation", "relation_behind", "this_year"} & match.words.keys()
    alike = date.year is None and not is_told and (date.day is None) == (next_date.day is None)
    if not alike or not words.joiner.fullmatch(text, match.end, following.start):
        return None
    year_turns = str(date.in_year(next_date.year)) > str(next_date)
    return next_date.year - year_turns


def _direction(text: str, match: Match, words: _Words) -> int:
    """Whether the words around an expression look ahead (1), back (-1) or neither (0); the rule itself may tell."""
    if told := match.rule.settings.get("direction"):
        return int(told)
    if words.past.search(text, max(0, match.start - 20), match.start):
        return -1
    before = text[max(0, match.start - CLAUSE_REACH) : match.start]
    after = text[match.end : match.end + CLAUSE_REACH]
    clause = CLAUSE_END.split(before)[-1] + " " + CLAUSE_END.split(after)[0]
    if words.future.search(clause):
        return 1
    return -1 if words.past_verbs.search(clause) else 0


@cache
def _words(language: Language) -> _Words:
    words: Mapping[str, Any] = language.words("timexes")
    numbers, endings = numerals(language), alternatives(words["future_endings"])
    return _Words(
        Grammar(words, numbers.slots()),
        numbers,
        words["numeric_date_order"],
        re.compile(rf"\s*(?:[-\u2013,]|,?\s*\b(?:{alternatives(words['joiners'])})\b)\s*", re.IGNORECASE),
        re.compile(f"{any_of(words['future_words']).pattern}|{FUTURE_STEM}(?:{endings})(?!\\w)", re.IGNORECASE),
        any_of(words["past_words"], behind=r"\s+$"),
        any_of(words["past_verbs"]),
    )
