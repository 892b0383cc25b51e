"""Adding up: the tallies of all documents, of each language and of each family."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from scripts.evaluation.accounts import Known
from scripts.evaluation.measures import Measure
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
