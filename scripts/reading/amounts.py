"""Amounts of a document: money, shares, measurements, counts, and the ordinals of anniversaries.

A number word such as three is an amount only where it counts persons or is modified (more than three agreements):
elsewhere it tells which things are meant, not how many. Dates, times and lengths of time are no amounts.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from lading.standoff import Span, gaps
from schemas.vocabularies import AmountModifier, ZoneKind
from scripts.reading.found import Amount, Facts, Layout, Timex
from scripts.reading.grammar import Grammar, Match, any_of
from scripts.reading.language import Language
from scripts.reading.numerals import Numerals, numerals
from scripts.reading.readable import readable
from scripts.reading.reference_periods import DatedParagraph, period_words
from scripts.reading.times.today import stated_days, today

MEASURE_REACH = 200
"""How far in front of a figure, in code points, the word that tells what it measures may stand."""

CURRENCIES = ("currency", "symbol", "currency_code")


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
    unit_of_people: str


def find(text: str, layout: Layout, facts: Facts, timexes: Sequence[Timex], language: Language) -> tuple[Amount, ...]:
    """The amounts of a document, in order, disjoint from each other and from the temporal expressions."""
    words = _words(language)
    day = today(layout, facts, stated_days(timexes))
    paragraphs = (
        DatedParagraph(text, span, _within(timexes, span), day, period_words(language))
        for kind, span in readable(text, layout)
        if kind != ZoneKind.SOURCE_IDENTIFIER
    )
    return tuple(amount for paragraph in paragraphs for amount in _in_paragraph(paragraph, words))


def _within(timexes: Sequence[Timex], span: Span) -> Sequence[Timex]:
    """The expressions within a span, of those of a document in their order."""
    first, end = (bisect_left(timexes, place, key=lambda timex: timex.start) for place in span)
    return timexes[first:end]


def _in_paragraph(paragraph: DatedParagraph, words: _Words) -> Iterator[Amount]:
    free = gaps([Span(0, paragraph.span.start), *(timex.span for timex in paragraph.timexes)], paragraph.span.end)
    for match in words.grammar.find(paragraph.text, free):
        if (unit := _unit(match, words)) is None:
            continue
        yield Amount(
            match.start,
            match.end,
            _value(match, words.numerals),
            unit,
            _modifier(match),
            match.rule.settings.get("measure") or _measure(paragraph, match, unit, words),
            paragraph.period(match),
        )


def _modifier(match: Match) -> AmountModifier | None:
    name = match.first_value("modifier", "sure_modifier", "modifier_behind")
    return AmountModifier[name] if name else None


def _value(match: Match, numbers: Numerals) -> float:
    if "fraction" in match.values:
        return float(match.values["fraction"])
    names = ("number", "figures", "number_words", "big_number_words", "ordinal")
    return numbers.value(next(match.words[name] for name in names if name in match.words))


def _unit(match: Match, words: _Words) -> str | None:
    """What is counted; None where the match is no amount after all."""
    match match.rule.reads:
        case "nothing":
            return None
        case "money":
            return next(str(match.values[name]) for name in CURRENCIES if name in match.values)
        case "measured":
            return str(match.values["measure_unit"])
        case "counted":
            return _singular(match, words)
        case _:
            return str(match.rule.settings["unit"])


def _singular(match: Match, words: _Words) -> str:
    if "demonym" in match.words:
        return words.unit_of_people
    if (unit := match.first_value("irregular_plural", "noun", "counted")) is not None:
        return str(unit)
    noun = match.words.get("plural") or match.words["counted"]
    for ending, singular in words.plural_endings.items():
        if noun.endswith(ending):
            return noun.removesuffix(ending) + singular
    return noun


def _measure(paragraph: DatedParagraph, match: Match, unit: str, words: _Words) -> str | None:
    """What the figure measures: by the nearest telling word of its clause, in front of it or else behind it.

    A clause that tells nothing goes on from what stands in front of it in the paragraph.
    """
    clause = paragraph.clause(match)
    context = Span(max(paragraph.span.start, match.start - MEASURE_REACH), match.start)
    measures = [measure for measure in words.measures if measure.of in (match.rule.reads, unit)]

    def told(within: Span) -> list[tuple[int, str]]:
        return [
            (it.start(), measure.name) for measure in measures for it in measure.words.finditer(paragraph.text, *within)
        ]

    if before := told(Span(clause.start, match.start)):
        return max(before)[1]
    if after := told(Span(match.end, clause.end)):
        return min(after)[1]
    return max(told(context), default=(0, None))[1]


@cache
def _words(language: Language) -> _Words:
    words: Mapping[str, Any] = language.words("amounts")
    numbers = numerals(language)
    measures = [_Measure(it["measure"], it["of"], any_of(it["words"])) for it in words["measures"]]
    return _Words(Grammar(words, numbers.slots()), numbers, words["plural_endings"], measures, words["unit_of_people"])
