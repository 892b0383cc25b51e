"""A column as queries: how its cells are read, and what its values meet."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import polars as pl

from lading.column import Column
from lading.compile import stored, text
from lading.compile.conditions import Condition, Conditions, NotByColumnsError, conditions
from lading.compile.distinct import Accepted, Accepts, Translated
from lading.compile.dtypes import dtype_of
from lading.compile.schema import FieldSchema
from lading.tables.cells import CellReader

TIMES = ("time", "datetime")
NOT_READ_AS_EMPTY = ("integer", "number", "date", "time", "datetime")
"""The types of which an empty cell is no value anyway."""


def values_of(number: int) -> str:
    """What the values of a column are called in a query."""
    return f"values {number}"


@dataclass(frozen=True, slots=True)
class ReadColumn:
    """A column of a batch: where it has no cell, and its values, null also where none is certain.

    Where no dtype holds them, there are no values, but perhaps a condition on the cells.
    """

    missing: pl.Expr
    values: pl.Expr | None = None
    accepted: pl.Expr | None = None

    def parts(self, number: int) -> list[pl.Expr]:
        """What is to be read, under names with the number of the column."""
        values = [] if self.values is None else [self.values.alias(values_of(number))]
        accepted = [] if self.accepted is None else [self.accepted.alias(f"accepted {number}")]
        return [self.missing.alias(f"missing {number}"), *values, *accepted]

    def done(self, number: int) -> "ReadColumn":
        """The same once it is read."""
        return ReadColumn(
            pl.col(f"missing {number}"),
            None if self.values is None else pl.col(values_of(number)),
            None if self.accepted is None else pl.col(f"accepted {number}"),
        )


@dataclass(frozen=True, slots=True)
class ColumnQuery:
    """What is asked of a column; `accepted` is asked of cells of text whose values no dtype holds."""

    column: Column
    reader: CellReader | None
    met: Conditions
    accepted: Condition
    translated: Callable[[pl.Expr], pl.Expr] | None
    fallback: str | None

    def read(self, cells: pl.Series) -> ReadColumn:
        """The column of a batch that is called as the series is."""
        cell = pl.col(cells.name)
        if self.reader is None:
            held = dtype_of(self.column) is not None
            values = stored.values(cell, cells.dtype, self.column.type) if held else None
            return ReadColumn(cell.is_null(), values)
        missing = text.missing(cell, self.reader.missing)
        present = pl.when(~missing).then(cell)
        if dtype_of(self.column) is None or self._has_offsets(cells):
            return ReadColumn(missing, None, self.accepted(present))
        if self.translated is not None:
            return ReadColumn(missing, self.translated(present))
        as_it_is = self.reader.missing <= {""} and self.column.type in NOT_READ_AS_EMPTY
        return ReadColumn(missing, text.values(cell if as_it_is else present, self.reader))

    def faults(self, read: ReadColumn) -> list[pl.Expr]:
        """Where a value is missing that has to be there, or is refused, or not certain."""
        allowed = [] if self.met.nullable else [read.missing]
        if read.values is None:
            return [*allowed, ~read.missing if read.accepted is None else ~read.accepted]
        return [*allowed, read.values.is_null() & ~read.missing, *(~meets(read.values) for meets in self.met.of_values)]

    def _has_offsets(self, cells: pl.Series) -> bool:
        """Whether the times of a batch seem to have offsets, for which the dtype has no room: the first tells."""
        if self.column.type not in TIMES or self.reader is None:
            return False
        shown = cells.head(1_000).drop_nulls()
        first = next((cell for cell in shown if cell not in self.reader.missing), "")
        return first.endswith("Z") or first[-6:-5] in ("+", "-")


def column_query(
    column: Column, field: FieldSchema, reader: CellReader | None, *, as_read: bool, offsets: bool
) -> ColumnQuery:
    """The query of a column; `as_read` where rules read it, `offsets` where its times may have one."""
    accepts = Accepts(field.validator(), as_read=as_read, offsets=offsets)
    met, fallback = _met(column, field, accepts)
    translated = None
    dtype = dtype_of(column)
    if reader is not None and dtype is not None and text.values(pl.col(""), reader) is None:
        translated = Translated(reader.parse, dtype)
    return ColumnQuery(column, reader, met, Accepted(_after(reader, accepts)), translated, fallback)


def _met(column: Column, field: FieldSchema, accepts: Accepts) -> tuple[Conditions, str | None]:
    """The conditions on a column, and why Python has to judge its values, if it has to."""
    nullable = accepts(None)
    if dtype_of(column) is None:
        return Conditions(
            nullable
        ), f"no column of a query holds its values: they are of the type {_name(column.python)}"
    try:
        return conditions(field, column), None
    except NotByColumnsError as reason:
        judged = (_told_apart, Accepted(accepts)) if column.type == "number" else (Accepted(accepts),)
        return Conditions(nullable, judged), str(reason)


def _told_apart(number: pl.Expr) -> pl.Expr:
    """Polars takes all NaN for one value, and 0.0 and -0.0; a validator may tell them apart."""
    return number.is_finite() & ((number != 0) | (1 / number > 0))


def _after(reader: CellReader | None, accepts: Accepts) -> Callable[[str], bool]:
    def accepted(cell: str) -> bool:
        try:
            return reader is not None and accepts(reader.parse(cell))
        except Exception:  # whatever it is, the row tells it
            return False

    return accepted


def _name(python: Any) -> str:
    return getattr(python, "__name__", None) or str(python)
