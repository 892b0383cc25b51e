"""Adding up: the tallies of all documents, of each language and of each family."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from scripts.evaluation.accounts import Known
from scripts.evaluation.measures import DETAILS, Measure
from scripts.evaluation.tally import Tally

Tallies = Mapping[Measure, Tally]


class Group(NamedTuple):
    """Some of the documents: `by` is empty for all of them."""

    by: str
    name: str


ALL = Group("", "all")
LANGUAGE = "language"
FAMILY = "family"


def groups(known: Known) -> Iterator[Group]:
    """The groups that a document belongs to."""
    yield ALL
    yield Group(LANGUAGE, known.language)
    yield Group(FAMILY, known.family)


def add_up(members: Iterable[tuple[Known, Tallies]]) -> dict[Group, dict[Measure, Tally]]:
    """The tallies of each group, in the order of their names."""
    totals: dict[Group, dict[Measure, Tally]] = defaultdict(lambda: defaultdict(Tally))
    for known, tallies in members:
        for group in groups(known):
            for measure, tally in tallies.items():
                totals[group][measure] += tally
    return {group: dict(totals[group]) for group in sorted(totals)}


def headline(measure: Measure, tally: Tally) -> float | None:
    """The figure that stands for all three: F1; of details, precision, as what was not found counts elsewhere."""
    return tally.precision if measure in DETAILS else tally.f1


def lasting(measure: Measure, tally: Tally) -> float:
    """The figure that may not fall: F1; of details, recall, since finding more, and less of it right, is no loss.

    It is 1 where there was nothing to find and nothing was found.
    """
    figure = tally.recall if measure in DETAILS else tally.f1
    return 1.0 if figure is None else figure
