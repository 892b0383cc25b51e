"""The baseline: how each document fared when its figures were last raised. No figure may fall below it.

A figure is taken over the documents that the baseline knows as they are now, so that a new document, or better answers
to an old one, is not held against the converter. Figures are added up, so that one document may lose a little where
others of its language and family gain.
"""

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from lading.issue import LadingError
from scripts.evaluation.marking import Marks
from scripts.evaluation.measures import Measure
from scripts.evaluation.scores import Group, Tallies, add_up, lasting
from scripts.evaluation.tally import Tally


@dataclass(frozen=True, slots=True)
class Standing:
    """How a document fared, and as what it was."""

    digest: str
    tallies: Tallies


@dataclass(frozen=True, slots=True)
class Fall:
    """A figure below the baseline."""

    group: Group
    measure: Measure
    before: float
    now: float

    def __str__(self) -> str:
        where = " ".join(part for part in self.group if part)
        return f"{self.measure}, {where}: {self.now:.4f} is below {self.before:.4f} of the baseline"


Baseline = Mapping[str, Standing]


def read_baseline(path: Path) -> dict[str, Standing]:
    """The baseline in a file; empty where there is none."""
    if not path.exists():
        return {}
    try:
        written = json.loads(path.read_text(encoding="utf-8"))
        return {
            name: Standing(
                standing["digest"],
                {Measure(measure): Tally(*counts) for measure, counts in standing["tallies"].items()},
            )
            for name, standing in written.items()
        }
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise LadingError(f"{path}: is no baseline ({error}); take the committed one") from None


def falls(results: Sequence[Marks], baseline: Baseline) -> Iterator[Fall]:
    """Every figure that is below the baseline, over the documents that are there on both sides."""
    shared = [marks for marks in results if _is_as_it_was(marks, baseline)]
    before = add_up((marks.known, baseline[marks.known.name].tallies) for marks in shared)
    now = add_up((marks.known, marks.tallies) for marks in shared)
    for group, tallies in before.items():
        for measure, tally in tallies.items():
            was, is_now = lasting(measure, tally), lasting(measure, now.get(group, {}).get(measure, Tally()))
            if is_now < was:
                yield Fall(group, measure, was, is_now)


def raised(results: Sequence[Marks], baseline: Baseline) -> dict[str, Standing]:
    """The baseline with the documents as they fared now; those of which the text is not at hand stay."""
    return {**baseline, **{marks.known.name: Standing(marks.known.digest, marks.tallies) for marks in results}}


def render(baseline: Baseline) -> str:
    """The file of a baseline: one document a line."""
    lines = (f"{json.dumps(name)}: {_standing(baseline[name])}" for name in sorted(baseline))
    return "{\n" + ",\n".join(lines) + "\n}\n"


def _standing(standing: Standing) -> str:
    tallies = {measure.value: standing.tallies[measure].counts for measure in Measure if measure in standing.tallies}
    return json.dumps({"digest": standing.digest, "tallies": tallies}, separators=(", ", ": "))


def _is_as_it_was(marks: Marks, baseline: Baseline) -> bool:
    standing = baseline.get(marks.known.name)
    return standing is not None and standing.digest == marks.known.digest
