"""The results as read from their file: what the table and the picture are made of."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from statistics import median
from typing import Any

from benchmarks.files import FORMATS, STATES, Format
from benchmarks.validators import VALIDATORS, Validator


@dataclass(frozen=True, slots=True)
class Line:
    """A validator on the tables of one size and format: its runs on the clean and on the planted one."""

    validator: Validator
    clean: Mapping[str, Any] | None
    planted: Mapping[str, Any] | None

    def seconds(self, state: str) -> float | None:
        """The median of the times of whole runs."""
        return self._median(state, "seconds")

    def fastest(self, state: str) -> float | None:
        """The shortest time of a whole run."""
        case = self._case(state)
        return min(case["seconds"]) if case and case["seconds"] else None

    def memory(self) -> float | None:
        """The peak of the memory, in megabytes, in the worse of the two states."""
        return max((m for state in STATES if (m := self._median(state, "memory")) is not None), default=None)

    @property
    def score(self) -> Mapping[str, Any] | None:
        """What it found of what was planted."""
        return self.planted["score"] if self.planted else None

    @property
    def failure(self) -> str | None:
        """Why there are no times."""
        return next((case["failure"] for case in (self.clean, self.planted) if case and case["failure"]), None)

    def _case(self, state: str) -> Mapping[str, Any] | None:
        return self.clean if state == "clean" else self.planted

    def _median(self, state: str, measure: str) -> float | None:
        case = self._case(state)
        return median(case[measure]) if case and case[measure] else None


def sizes(results: Mapping[str, Any]) -> Sequence[int]:
    """The sizes that were run, the smallest first."""
    return sorted({case["rows"] for case in results["cases"]})


def lines(results: Mapping[str, Any], rows: int, form: Format) -> Iterator[Line]:
    """Each validator that was run on tables of this size and format, in the order of their list."""
    found = {
        (case["validator"], case["state"]): case
        for case in results["cases"]
        if case["rows"] == rows and case["format"] == form
    }
    for validator in VALIDATORS:
        clean, planted = (found.get((validator.name, state)) for state in STATES)
        if clean or planted:
            yield Line(validator, clean, planted)


def pages(results: Mapping[str, Any]) -> Iterator[tuple[int, Format, Sequence[Line]]]:
    """Everything, a size and format at a time."""
    for rows in sizes(results):
        for form in FORMATS:
            if found := list(lines(results, rows, form)):
                yield rows, form, found
