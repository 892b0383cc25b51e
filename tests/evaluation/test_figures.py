"""No figure of the converter is below the committed baseline: `make eval` tells more."""

from collections.abc import Sequence

import pytest

from scripts.evaluate import BASELINE, DOCUMENTS, at_hand, documents, evaluate
from scripts.evaluation.baseline import falls, read_baseline, render
from scripts.evaluation.marking import Marks
from scripts.evaluation.persons import Persons
from scripts.evaluation.tally import Tally
from scripts.registry import Registry


@pytest.fixture(scope="module")
def results(registry: Registry, persons: Persons) -> Sequence[Marks]:
    return list(evaluate(at_hand(documents([DOCUMENTS], persons)), registry, persons))


def test_no_figure_is_below_the_baseline(results: Sequence[Marks]) -> None:
    assert [str(fall) for fall in falls(results, read_baseline(BASELINE))] == []


def test_a_document_that_was_read_without_a_miss_still_is(results: Sequence[Marks]) -> None:
    """Run `make eval RAISE=1` when another document of its language and family gains what this one loses."""
    baseline = read_baseline(BASELINE)
    flawless = {name for name, standing in baseline.items() if all(map(is_full, standing.tallies.values()))}
    assert {marks.known.name: marks.misses for marks in results if marks.known.name in flawless and marks.misses} == {}


def is_full(tally: Tally) -> bool:
    return tally.right == tally.found == tally.expected


def test_the_baseline_knows_every_document_as_it_is(results: Sequence[Marks]) -> None:
    """Run `make eval RAISE=1` after adding a document or changing its answers."""
    digests = {name: standing.digest for name, standing in read_baseline(BASELINE).items()}
    assert [marks.known.name for marks in results if digests.get(marks.known.name) != marks.known.digest] == []


def test_the_baseline_knows_no_document_that_is_gone(persons: Persons) -> None:
    there = {known.name for _, known in documents([DOCUMENTS], persons)}
    assert set(read_baseline(BASELINE)) <= there


def test_the_baseline_is_written_by_the_script() -> None:
    assert render(read_baseline(BASELINE)) == BASELINE.read_text(encoding="utf-8")
