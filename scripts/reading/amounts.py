"""Amounts of a document: money, shares, measurements, counts, and the ordinals of anniversaries.

A number word such as three is an amount only where it counts persons or is modified (more than three agreements):
elsewhere it tells which things are meant, not how many. Dates, times and lengths of time are no amounts.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from lading.standoff import Span, gaps
from schemas.vocabularies import AmountModifier, TimexType, ZoneKind
from scripts.reading.found import Amount, Layout, Timex
from scripts.reading.grammar import Grammar, Match, alternatives
from scripts.reading.language import Language
from scripts.reading.numerals import Numerals, numerals
from scripts.reading.readable import readable

PERCENT = "percent"
MEASURE_REACH = 200
"""How far in front of a figure, in code points, the word that tells what it measures may stand."""

CURRENCIES = ("symbol", "currency", "currency_code")


@dataclass(frozen=True, slots=True)
class _Measure:
    """What a figure measures when one of the words stands nearby."""

    name: str
    of: str
    words: re.Pattern[str]


@dataclass(frozen=True, slots=True)
class _Words:
    """What a word file says of amounts, ready for use."""

    grammar: Grammar
    numerals: Numerals
    plural_endings: Mapping[str, str]
    measures: Sequence[_Measure]
    clause_end: re.Pattern[str]
    since: re.Pattern[str]


def find(text: str, layout: Layout, timexes: Sequence[Timex], language: Language) -> tuple[Amount, ...]:
    """The amounts of a document, in order, disjoint from each other and from the temporal expressions."""
    words = _words(language)
    paragraphs = [span for kind, span in readable(text, layout) if kind != ZoneKind.SOURCE_IDENTIFIER]
    return tuple(amount for paragraph in paragraphs for amount in _in_paragraph(text, paragraph, timexes, words))


def _in_paragraph(text: str, paragraph: Span, timexes: Sequence[Timex], words: _Words) -> Iterator[Amount]:
    within = [timex for timex in timexes if paragraph.contains(timex.span)]
    free = gaps([Span(0, paragraph.start), *(timex.span for timex in within)], paragraph.end)
    for match in words.grammar.find(text, free):
        if (unit := _unit(match, words)) is None:
            continue
        yield Amount(
            match.start,
            match.end,
            _value(match, words.numerals),
            unit,
            _modifier(match),
            match.rule.settings.get("measure") or _measure(text, paragraph, match, unit, words),
            _reference_period(text, match, within, words),
        )


def _modifier(match: Match) -> AmountModifier | None:
    if "vague_number" in match.values:
        return AmountModifier.AT_LEAST
    name = match.values.get("modifier") or match.values.get("sure_modifier")
    return AmountModifier[name] if name else None


def _value(match: Match, numbers: Numerals) -> float:
    for name in ("fraction", "vague_number"):
        if name in match.values:
            return float(match.values[name])
    names = ("number", "figures", "number_words", "big_number_words", "ordinal")
    return numbers.value(next(match.words[name] for name in names if name in match.words))


def _unit(match: Match, words: _Words) -> str | None:
    """What is counted; None where the match is no amount after all."""
    match match.rule.reads:
        case "money":
            return next(str(match.values[name]) for name in CURRENCIES if name in match.values)
        case "percent" | "fraction":
            return PERCENT
        case "points":
            return "percentage point"
        case "anniversary":
            return "year"
        case "measured":
            return str(match.values["measure_unit"])
        case "counted":
            return _singular(match, words)
        case _:
            return None


def _singular(match: Match, words: _Words) -> str:
    if "irregular_plural" in match.values:
        return str(match.values["irregular_plural"])
    noun = match.words.get("plural") or match.words["counted"]
    for ending, singular in words.plural_endings.items():
        if noun.endswith(ending):
            return noun.removesuffix(ending) + singular
    return noun


def _measure(text: str, paragraph: Span, match: Match, unit: str, words: _Words) -> str | None:
    """What the figure measures, by the nearest telling word of its paragraph in front of it, else behind it."""
    measures = [measure for measure in words.measures if measure.of in (match.rule.reads, unit)]
    start = max(paragraph.start, match.start - MEASURE_REACH)
    before = [(found.start(), it.name) for it in measures for found in it.words.finditer(text, start, match.start)]
    if before:
        return max(before)[1]
    clause = words.clause_end.search(text, match.end, paragraph.end)
    end = clause.start() if clause else paragraph.end
    after = [(found.start(), it.name) for it in measures for found in it.words.finditer(text, match.end, end)]
    return min(after)[1] if after else None


def _reference_period(text: str, match: Match, timexes: Sequence[Timex], words: _Words) -> str | None:
    """The month, quarter or year that the nearest expression of the same clause names, or the stretch up to today."""
    periods = [
        (max(timex.start - match.end, match.start - timex.end), period)
        for timex in timexes
        if (period := _period(text, timex, words)) and not words.clause_end.search(text, *_between(match, timex))
    ]
    return min(periods)[1] if periods else None


def _between(match: Match, timex: Timex) -> tuple[int, int]:
    return (match.end, timex.start) if match.end <= timex.start else (timex.end, match.start)


def _period(text: str, timex: Timex, words: _Words) -> str | None:
    """The period that an expression names; None for a day, or where its value is unknown."""
    if timex.value is None:
        return None
    if timex.type is TimexType.DURATION:
        return f"{timex.value}/{timex.anchor}" if timex.anchor else None
    whole = timex.type is TimexType.DATE and timex.value[:4].isdecimal() and len(timex.value) < len("2021-05-10")
    if not whole:
        return None
    since = words.since.search(text, max(0, timex.start - 20), timex.start)
    return f"{timex.value}/{timex.anchor}" if since and timex.anchor else timex.value


@cache
def _words(language: Language) -> _Words:
    words: Mapping[str, Any] = language.words("amounts")
    numbers = numerals(language)
    measures = [
        _Measure(it["measure"], it["of"], re.compile(rf"\b(?:{alternatives(it['words'])})\b", re.IGNORECASE))
        for it in words["measures"]
    ]
    return _Words(
        Grammar(words, numbers.slots()),
        numbers,
        words["plural_endings"],
        measures,
        re.compile(rf"[.!?;](?=\s)|\n|,\s+(?:{alternatives(words['clause_openers'])})\b", re.IGNORECASE),
        re.compile(rf"\b(?:{alternatives(words['since'])})\s+$", re.IGNORECASE),
    )
