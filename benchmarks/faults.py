"""The faults that are planted, and the list of them: what a validator has to find, row by row and field by field."""

import datetime as dt
import itertools
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from benchmarks.files import Format
from benchmarks.rows import identifier
from benchmarks.score import DUPLICATE, ROW_RULE, Planted
from benchmarks.shipments import FIRST_DAY, MAX_NOTE, MAX_PIECES, MAX_WEIGHT

Row = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Fault:
    """A way to be wrong: the field whose value it replaces, and the value, made from the sound row."""

    kind: str
    field: str
    value: Callable[[Row], Any]


def _always(value: Any) -> Callable[[Row], Any]:
    return lambda _: value


TYPED_FAULTS = (
    Fault("pattern", "shipment_id", lambda row: row["shipment_id"].lower()),
    Fault("minimum", "sequence", _always(0)),
    Fault("enum", "mode", _always("Rail")),
    Fault("required", "status", _always(None)),
    Fault("maximum", "weight", _always(MAX_WEIGHT + 0.01)),
    Fault("minimum", "pieces", _always(0)),
    Fault("minimum", "insured", _always(-0.01)),
    Fault("minimum", "booked", _always(FIRST_DAY - dt.timedelta(days=1))),
    Fault(ROW_RULE, "due", lambda row: row["booked"] - dt.timedelta(days=1)),
    Fault(DUPLICATE, "shipment_id", lambda row: identifier(row["twin"])),
    Fault("required", "scanned", _always(None)),
    Fault("required", "fragile", _always(None)),
    Fault("pattern", "customs_code", lambda row: row["customs_code"] + "."),
    Fault("pattern", "contact", lambda row: row["contact"].replace("@", " at ")),
    Fault("length", "note", _always("я" * (MAX_NOTE + 1))),
    Fault("enum", "status", _always("lost")),
    Fault("minimum", "weight", _always(0.0)),
    Fault("maximum", "pieces", _always(MAX_PIECES + 1)),
    Fault("not a number", "insured", _always(float("nan"))),
    Fault("required", "contact", _always(None)),
)
"""Faults that a column of the right type can hold."""

TEXT_FAULTS = (
    Fault("type", "sequence", lambda row: f"no. {row['sequence']}"),
    Fault("type", "weight", lambda row: f"{row['weight']} kg"),
    Fault("type", "pieces", _always("a dozen")),
    Fault("type", "insured", _always("n/a")),
    Fault("date", "booked", lambda row: row["booked"].strftime("%d/%m/%Y")),
    Fault("date", "due", _always("2024-02-30")),
    Fault("date", "scanned", _always("2024-01-01T25:00:00")),
    Fault("type", "fragile", _always("maybe")),
)
"""Faults that only a text file can hold."""

FAULTS: Mapping[Format, Sequence[Fault]] = {"parquet": TYPED_FAULTS, "csv": TYPED_FAULTS + TEXT_FAULTS}


@dataclass(frozen=True, slots=True)
class Place:
    """Where a fault goes, and which sound row's key it repeats if it repeats one."""

    row: int
    fault: Fault
    twin: int

    def listed(self) -> Planted:
        """What is to be found here."""
        fields = ("due", "booked") if self.fault.kind == ROW_RULE else (self.fault.field,)
        return Planted(self.row, self.fault.kind, fields, self.twin if self.fault.kind == DUPLICATE else None)


def places(form: Format, rows: int, count: int) -> Iterator[Place]:
    """One fault after the other, of all kinds in turn: spread over the table, at no regular distance."""
    if count * 4 > rows:
        raise ValueError(f"{rows} rows have no room for {count} faults")
    distance = rows // count
    numbers = [index * distance + 3 + index * index * 31 % (distance - 2) for index in range(count)]
    taken = set(numbers)
    for number, fault in zip(numbers, itertools.cycle(FAULTS[form]), strict=False):
        twin = next(row for row in range(number // 2, number) if row not in taken)
        taken.add(twin)
        yield Place(number, fault, twin)
