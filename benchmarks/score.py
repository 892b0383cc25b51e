"""What was planted, and what a validator found of it."""

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from benchmarks.findings import Cell

DUPLICATE = "duplicate key"
ROW_RULE = "row rule"


@dataclass(frozen=True, slots=True)
class Planted:
    """One fault in the data: `fields` are those that a validator may name for it, `twin` the row of an equal key."""

    row: int
    kind: str
    fields: tuple[str, ...]
    twin: int | None = None


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
    listed: Sequence[Mapping[str, Any]] = json.loads(path.read_text(encoding="utf-8"))
    return [Planted(fault["row"], fault["kind"], tuple(fault["fields"]), fault["twin"]) for fault in listed]


def score(planted: Sequence[Planted], cells: Iterable[Cell], counted: int, message: str | None) -> Score:
    """A fault counts as found where its row is named; if no rows are named at all, as many as were counted."""
    named: dict[int, set[str | None]] = {}
    for row, field in cells:
        if row is not None:
            named.setdefault(row, set()).add(field)
    rows = [fault for fault in planted if fault.row in named]
    # A row rule is about the row: naming none of its fields is no less precise.
    fields = [fault for fault in rows if fault.kind == ROW_RULE or named[fault.row] & set(fault.fields)]
    # A validator may name both rows of two with the same key.
    faulty = {fault.row for fault in planted} | {fault.twin for fault in planted}
    found = len(rows) if named else min(counted, len(planted))
    return Score(len(planted), found, len(rows), len(fields), len(named.keys() - faulty), message)
