"""All validators on the same tables, side by side: in rounds, each in another order, each validator as a process."""

import random
import subprocess
import sys
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass, field, replace
from typing import Any

from benchmarks.files import FORMATS, ROOT, STATES, TRUTH, Format, State, package, table
from benchmarks.measure import Run, measure
from benchmarks.score import Score, score, truth
from benchmarks.validators import VALIDATORS, Findings, Validator

TINY = 10
TIMEOUT = 900.0
ENOUGH = 150.0
"""Seconds after which a case is not repeated."""


@dataclass(slots=True)
class Case:
    """A validator on a table, and its runs."""

    validator: Validator
    rows: int
    form: Format
    state: State
    runs: list[Run] = field(default_factory=list)
    findings: Findings | None = None
    failure: str | None = None

    @property
    def done(self) -> bool:
        """Whether another run would tell nothing more, or take too long."""
        return self.failure is not None or sum(run.seconds for run in self.runs) > ENOUGH

    def run(self) -> None:
        """Run it once more."""
        command = self.validator.command(package(self.rows, self.form, self.state))
        run = measure(command, ROOT, TIMEOUT)
        try:
            if run.status not in self.validator.exit_codes:
                raise ValueError(f"ended with status {run.status} after {run.seconds:.0f} s")
            self.findings = self.validator.findings(run.output)
        except ValueError as error:
            self.failure = next(iter(run.errors.strip().splitlines()[-1:]), str(error))
        else:
            # What it said is not kept: whoever measures has to stay small.
            self.runs.append(replace(run, output="", errors=""))

    def score(self) -> Score | None:
        """What it found."""
        if self.findings is None or not self.validator.checks:
            return None
        return score(truth(package(self.rows, self.form, self.state) / TRUTH), *self.findings)

    def as_json(self) -> dict[str, Any]:
        """For the file of results."""
        scored = self.score()
        return {
            "rows": self.rows,
            "format": self.form,
            "state": self.state,
            "validator": self.validator.name,
            "seconds": [round(run.seconds, 3) for run in self.runs],
            "processor": [round(run.processor, 3) for run in self.runs],
            "memory": [round(run.memory, 1) for run in self.runs],
            "score": asdict(scored) if scored else None,
            "failure": self.failure,
        }


def cases(rows: int, validators: Sequence[Validator]) -> list[Case]:
    """What is run on tables of one size; on a tiny one, where only the start counts, those without a fault."""
    return [
        Case(validator, rows, form, state)
        for validator in validators
        if rows <= (validator.most_rows or rows)
        for form in FORMATS
        for state in (STATES if rows > TINY else STATES[:1])
    ]


def bench(sizes: Sequence[int], rounds: int, names: Sequence[str]) -> Iterator[Case]:
    """Make the data, run all cases, and give each when its size is done."""
    validators = [validator for validator in VALIDATORS if not names or validator.name in names]
    for rows in sizes:
        subprocess.run([sys.executable, "-m", "benchmarks.generate", str(rows)], cwd=ROOT, check=True)
        at_this_size = cases(rows, validators)
        _read_once(rows)
        for number in range(rounds):
            # The same order whenever the benchmarks are run, another in each round.
            for case in random.Random(number).sample(at_this_size, len(at_this_size)):  # noqa: S311
                if not case.done:
                    print(f"\r{rows} rows, round {number + 1}: {case.validator.name:<30}", end="", file=sys.stderr)
                    case.run()
        print(file=sys.stderr)
        yield from at_this_size


def _read_once(rows: int) -> None:
    """Have the files in the memory of the operating system, so that the first to read them is at no disadvantage."""
    for form in FORMATS:
        for state in STATES:
            with table(package(rows, form, state)).open("rb") as file:
                while file.read(2**24):
                    pass
