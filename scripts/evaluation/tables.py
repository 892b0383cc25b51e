"""Scores as tables for people, and as JSON for programs."""

import json
from collections.abc import Iterator, Mapping, Sequence

from rich.table import Column, Table

from scripts.evaluation.baseline import Fall
from scripts.evaluation.marking import Marks
from scripts.evaluation.measures import Measure
from scripts.evaluation.scores import ALL, FAMILY, LANGUAGE, Group, headline
from scripts.evaluation.tally import Tally

Scores = Mapping[Group, Mapping[Measure, Tally]]

OF_FAMILIES = (
    Measure.READ,
    Measure.TURNS,
    Measure.TURN_SPEAKERS,
    Measure.TURN_KINDS,
    Measure.NO_TURNS,
    Measure.NOT_DIPLOMATIC,
    Measure.QUOTATIONS,
    Measure.QUOTATION_SPEAKERS,
    Measure.TITLE,
    Measure.PUBLISHED,
)
"""What is shown of a family of layouts."""


def by_measure(scores: Scores) -> Table:
    """Each measure over all documents, and its headline in each language."""
    languages = _names(scores, LANGUAGE)
    table = Table("measure", *(_right(title) for title in ("precision", "recall", "F1", "of")), title="Scores")
    for language in languages:
        table.add_column(language, justify="right")
    for measure in Measure:
        tally = scores.get(ALL, {}).get(measure, Tally())
        if tally.f1 is not None:
            figures = (tally.precision, tally.recall, tally.f1)
            others = (
                headline(measure, scores[Group(LANGUAGE, language)].get(measure, Tally())) for language in languages
            )
            table.add_row(measure, *map(_shown, figures), str(tally.expected), *map(_shown, others))
    return table


def by_family(scores: Scores) -> Table:
    """The headlines of the main measures in each family of layouts."""
    table = Table("family", *(_right(measure) for measure in OF_FAMILIES), title="By family of layouts")
    for family in _names(scores, FAMILY):
        tallies = scores[Group(FAMILY, family)]
        table.add_row(family, *(_shown(headline(measure, tallies.get(measure, Tally()))) for measure in OF_FAMILIES))
    return table


def as_json(scores: Scores, results: Sequence[Marks], below: Sequence[Fall]) -> str:
    """Everything that there is to say, for programs."""
    said = {
        "scores": [
            {
                "by": group.by,
                "name": group.name,
                "measure": measure,
                "right": tally.right,
                "found": tally.found,
                "expected": tally.expected,
                "precision": tally.precision,
                "recall": tally.recall,
                "f1": tally.f1,
            }
            for group, tallies in scores.items()
            for measure, tally in tallies.items()
        ],
        "misses": [
            {
                "document": marks.known.name,
                "measure": miss.measure,
                "span": miss.span,
                "found": miss.found,
                "expected": miss.expected,
            }
            for marks in results
            for miss in marks.misses
        ],
        "below": [
            {
                "by": fall.group.by,
                "name": fall.group.name,
                "measure": fall.measure,
                "before": fall.before,
                "now": fall.now,
            }
            for fall in below
        ],
    }
    return json.dumps(said, ensure_ascii=False, indent=1)


def misses(results: Sequence[Marks]) -> Iterator[str]:
    """One line for each miss."""
    return (f"{marks.known.name}: {miss}" for marks in results for miss in marks.misses)


def _names(scores: Scores, by: str) -> list[str]:
    return [group.name for group in scores if group.by == by]


def _right(title: str) -> Column:
    return Column(title, justify="right")


def _shown(figure: float | None) -> str:
    return "" if figure is None else f"{figure:.3f}"
