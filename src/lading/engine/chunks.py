"""A large table in chunks: the rows that have to be looked at one by one, and the values of all of them as columns."""

import datetime as dt
import heapq
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from functools import partial
from itertools import islice

import polars as pl
import polars.selectors as cs

from lading.column import Column, ColumnType
from lading.compile import Compiled
from lading.tables.batch import Batch
from lading.tables.row import Row
from lading.tables.source import Source

Schema = Mapping[str, pl.DataType]

CHUNK_ROWS = 20_000
DTYPES: Mapping[ColumnType, pl.DataType] = {
    "string": pl.String(),
    "integer": pl.Int64(),
    "number": pl.Float64(),
    "boolean": pl.Boolean(),
    "date": pl.Date(),
    "time": pl.Time(),
    "datetime": pl.Datetime("us"),
    "year": pl.Int64(),
}
PLAIN = (str, int, float, bool, dt.date, dt.time, dt.datetime)
"""Types of Python whose values a dtype holds exactly."""


@dataclass(frozen=True, slots=True)
class Chunk:
    """Consecutive rows of a table.

    `suspects` are those that may have issues. `values` holds the wanted columns of all rows that columns can hold,
    though not in their order, with the `numbers` of the rows; `apart` are the other rows. `others` gives, by their
    numbers, rows that are no suspects.
    """

    n_rows: int
    suspects: Sequence[Row]
    values: pl.DataFrame
    numbers: pl.Series
    apart: Sequence[Row]
    others: Callable[[Sequence[int]], Iterator[Row]]

    def rows(self, numbers: Collection[int]) -> list[Row]:
        """The rows of these numbers, ascending."""
        at_hand = [row for row in self.suspects if row.number in numbers]
        wanted = sorted(set(numbers).difference(row.number for row in at_hand))
        return sorted([*at_hand, *self.others(wanted)], key=lambda row: row.number)


class Reading:
    """A table that can be read in chunks, again and again; by columns where it and its model allow that."""

    def __init__(self, source: Source, compiled: Compiled, columns: Iterable[Column]) -> None:
        self.source = source
        self.row_by_row = source.row_by_row or compiled.row_by_row
        self._compiled = compiled
        self._dtypes = {column.name: dtype for column in columns if (dtype := dtype_of(column)) is not None}

    def holds(self, names: Iterable[str]) -> bool:
        """Whether the values of these columns can be held as columns."""
        return self._dtypes.keys() >= set(names)

    def chunks(self, wanted: Collection[str]) -> Iterator[Chunk]:
        """All rows in order, with the values of the wanted columns."""
        schema = {name: self._dtypes[name] for name in wanted}
        if self.row_by_row is not None:
            return _by_rows(self.source.rows(), schema)
        return (_by_columns(batch, self._compiled, schema) for batch in self.source.batches())

    def rows(self, numbers: Sequence[int]) -> Iterator[Row]:
        """The rows of these numbers, ascending."""
        wanted = set(numbers)
        if self.row_by_row is not None:
            return (row for row in self.source.rows() if row.number in wanted)
        return (row for batch in self.source.batches() for row in _rows_of(batch, wanted))


def dtype_of(column: Column) -> pl.DataType | None:
    """The dtype that holds the values of a column exactly, if one does."""
    return DTYPES.get(column.type) if column.python in PLAIN else None


def _by_columns(batch: Batch, compiled: Compiled, schema: Schema) -> Chunk:
    examined = compiled.examine(batch.frame)
    n_rows = len(batch.frame) + len(batch.apart)
    if examined.values.select(cs.by_name(*schema, require_all=False)).schema != pl.Schema(schema):
        rows = sorted([*batch.apart, *batch.rows(range(len(batch.frame)))], key=_number)
        return Chunk(n_rows, rows, *_as_columns(rows, schema), lambda _: iter(()))
    values, numbers = examined.values.select(list(schema)), batch.numbers.cast(pl.Int64)
    suspects = examined.suspects.arg_true()
    if suspects.is_empty() and not batch.apart:
        return Chunk(n_rows, (), values, numbers, (), partial(_others, batch))
    rows = sorted([*batch.apart, *batch.rows(suspects.to_list())], key=_number)
    held, held_numbers, apart = _as_columns(rows, schema)
    values = pl.concat([values.filter(~examined.suspects), held])
    numbers = pl.concat([numbers.filter(~examined.suspects), held_numbers])
    return Chunk(n_rows, rows, values, numbers, apart, partial(_others, batch))


def _by_rows(rows: Iterator[Row], schema: Schema) -> Iterator[Chunk]:
    while chunk := list(islice(rows, CHUNK_ROWS)):
        yield Chunk(len(chunk), chunk, *_as_columns(chunk, schema), lambda _: iter(()))


def _rows_of(batch: Batch, wanted: Set[int]) -> Iterator[Row]:
    numbers = batch.numbers.cast(pl.Int64)
    positions = numbers.is_in(pl.Series(wanted, dtype=pl.Int64).implode()).arg_true()
    apart = (row for row in batch.apart if row.number in wanted)
    return heapq.merge(apart, batch.rows(positions.to_list()), key=_number)


def _number(row: Row) -> int:
    return row.number


def _others(batch: Batch, numbers: Sequence[int]) -> Iterator[Row]:
    wanted = pl.Series(numbers, dtype=pl.Int64)
    return batch.rows(batch.numbers.cast(pl.Int64).search_sorted(wanted).to_list()) if len(wanted) else iter(())


def _as_columns(rows: Sequence[Row], schema: Schema) -> tuple[pl.DataFrame, pl.Series, Sequence[Row]]:
    """The rows that fit into columns, with their numbers, and the others."""
    fitting, apart = list(rows), []
    try:
        frame = _frame(fitting, schema)
    except (TypeError, OverflowError, ValueError, pl.exceptions.PolarsError):
        fitting = [row for row in rows if _fits(row, schema)]
        apart = [row for row in rows if not _fits(row, schema)]
        frame = _frame(fitting, schema)
    return frame, pl.Series([row.number for row in fitting], dtype=pl.Int64), apart


def _fits(row: Row, schema: Schema) -> bool:
    try:
        _frame([row], schema)
    except (TypeError, OverflowError, ValueError, pl.exceptions.PolarsError):
        return False
    return True


def _frame(rows: Sequence[Row], schema: Schema) -> pl.DataFrame:
    columns = {name: [row.values.get(name) for row in rows] for name in schema}
    for name, values in columns.items():
        if isinstance(schema[name], pl.Datetime) and any(isinstance(v, dt.datetime) and v.tzinfo for v in values):
            raise ValueError(f"{name}: a time with an offset")
    return pl.DataFrame(columns, schema=dict(schema), strict=True)
