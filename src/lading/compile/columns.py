"""A column as queries: how its cells are read, and what its values meet."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import polars as pl

from lading.column import Column
from lading.compile.conditions import Conditions, NotByColumnsError, conditions, takes_any_offset
from lading.compile.distinct import Accepted, Accepts
from lading.compile.dtypes import dtype_of
from lading.compile.reading import ReadColumn
from lading.compile.schema import FieldSchema
from lading.compile.stored import StoredCells
from lading.compile.text import TextCells
from lading.record import Record
from lading.tables.cells import CellReader


@dataclass(frozen=True, slots=True)
class ColumnQuery:
    """What is asked of a column, and why Python has to answer, where it has to."""

    column: Column
    met: Conditions
    read: Callable[[pl.Series], ReadColumn]
    fallback: str | None

    def faults(self, read: ReadColumn) -> list[pl.Expr]:
        """Where a value is missing that has to be there, or is refused, or not certain."""
        allowed = [] if self.met.nullable else [read.missing]
        refused = [] if read.values is None else [~meets(read.values) for meets in self.met.of_values]
        return [*allowed, read.uncertain, *refused]


def text_column(model: type[Record], column: Column, field: FieldSchema, reader: CellReader) -> ColumnQuery:
    """The query of a column of text."""
    accepts = _accepts(model, column, field)
    met, fallback = _met(column, field, accepts)
    return ColumnQuery(column, met, TextCells(reader, accepts), fallback)


def stored_column(model: type[Record], column: Column, field: FieldSchema) -> ColumnQuery:
    """The query of a column of stored values."""
    accepts = _accepts(model, column, field)
    met, fallback = _met(column, field, accepts)
    return ColumnQuery(
        column, met, StoredCells(column, accepts, model.has_offsets and takes_any_offset(field)), fallback
    )


def _accepts(model: type[Record], column: Column, field: FieldSchema) -> Accepts:
    read_by_rules = any(column.name in rule.expression.fields() for rule in model.rules)
    return Accepts(field.validator(), as_read=read_by_rules, offsets=model.has_offsets or column.zoned)


def _met(column: Column, field: FieldSchema, accepts: Accepts) -> tuple[Conditions, str | None]:
    """The conditions on the values, and why Python has to judge them, if it has to."""
    if dtype_of(column) is None:
        return Conditions(accepts(None)), f"no query holds values of the type {_name(column.python)}"
    try:
        return conditions(field, column), None
    except NotByColumnsError as reason:
        judged = (_told_apart, Accepted(accepts)) if column.type == "number" else (Accepted(accepts),)
        return Conditions(accepts(None), judged), str(reason)


def _told_apart(number: pl.Expr) -> pl.Expr:
    """Polars takes all NaN for one value, and so 0.0 and -0.0; a validator may tell them apart."""
    return number.is_finite() & ((number != 0) | (1 / number > 0))


def _name(python: Any) -> str:
    return getattr(python, "__name__", None) or str(python)
