"""What a validator found, held against what was planted."""

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from benchmarks.faults import Planted
from benchmarks.findings import Cell


@dataclass(frozen=True, slots=True)
class Score:
    """How many of the planted faults a validator counted, and how many of them it named by row, and by row and field.

    `wrong` are rows that it named without reason. `message` is one of its messages.
    """

    planted: int
    found: int
    rows: int
    fields: int
    wrong: int
    message: str | None


def truth(path: Path) -> list[Planted]:
    """The list of what was planted."""
    listed: Sequence[Mapping[str, object]] = json.loads(path.read_text(encoding="utf-8"))
    return [Planted(**{**fault, "fields": tuple(fault["fields"])}) for fault in listed]  # type: ignore[arg-type]


def score(planted: Sequence[Planted], cells: Iterable[Cell], counted: int, message: str | None) -> Score:
    """A fault counts as found where its row is named; if no rows are named at all, as many as were counted."""
    named: dict[int, set[str | None]] = {}
    for row, field in cells:
        if row is not None:
            named.setdefault(row, set()).add(field)
    rows = [fault for fault in planted if fault.row in named]
    fields = [fault for fault in rows if named[fault.row] & set(fault.fields)]
    # A validator may name both rows of two with the same key.
    faulty = {fault.row for fault in planted} | {fault.twin for fault in planted}
    found = len(rows) if named else min(counted, len(planted))
    return Score(len(planted), found, len(rows), len(fields), len(named.keys() - faulty), message)
