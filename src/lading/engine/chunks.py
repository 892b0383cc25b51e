"""A large table in chunks: the rows that have to be looked at one by one, and the values of all of them as columns."""

import heapq
from collections import deque
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from functools import partial
from itertools import islice

import polars as pl

from lading.column import Column
from lading.compile import Compiled
from lading.compile.dtypes import dtype_of
from lading.issue import IssuesError
from lading.tables.batch import Batch
from lading.tables.row import Row
from lading.tables.source import Source

Schema = Mapping[str, pl.DataType]

CHUNK_ROWS = 20_000


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
        return sorted([*at_hand, *self.others(wanted)], key=number_of)


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
        return (chunk for batch in self.source.batches() for chunk in _by_columns(batch, self._compiled, schema))

    def rows(self, numbers: Sequence[int]) -> Iterator[Row]:
        """The rows of these numbers, ascending."""
        wanted = set(numbers)
        if self.row_by_row is not None:
            return (row for row in self.source.rows() if row.number in wanted)
        return (row for batch in self.source.batches() for row in _rows_of(batch, wanted))


def _by_columns(batch: Batch, compiled: Compiled, schema: Schema) -> Iterator[Chunk]:
    examined = compiled.examine(batch.frame)
    values, suspects = examined.values, examined.suspects
    if any(values.schema.get(name) != dtype for name, dtype in schema.items()):
        # A column whose values no frame holds as they are stored: each row is read.
        suspects = suspects | True
        values = pl.DataFrame(
            {name: pl.repeat(None, len(batch.frame), dtype=schema[name], eager=True) for name in schema}
        )
    # Not by select, to which names like ^a$ and * stand for several columns.
    values = pl.DataFrame([values.get_column(name) for name in schema])
    numbers = batch.numbers.cast(pl.Int64)
    n_suspects = int(suspects.sum()) + len(batch.apart)
    if n_suspects == 0:
        yield Chunk(len(batch.frame), (), values, numbers, (), partial(_others, batch))
        return
    # Suspects become rows of Python, no more than some at a time.
    length = -(-len(batch.frame) * CHUNK_ROWS // n_suspects) or 1
    apart = deque(batch.apart)
    for start in range(0, max(len(batch.frame), 1), length):
        part = slice(start, start + length)
        is_last = start + length >= len(batch.frame)
        end = None if is_last else numbers[start + length]
        before: list[Row] = []
        while apart and (end is None or apart[0].number < end):
            before.append(apart.popleft())
        doubtful = batch.rows([start + position for position in suspects[part].arg_true()])
        rows = sorted([*before, *doubtful], key=number_of)
        yield _with_suspects(batch, rows, ~suspects[part], values[part], numbers[part])


def _with_suspects(
    batch: Batch, rows: Sequence[Row], sound: pl.Series, values: pl.DataFrame, numbers: pl.Series
) -> Chunk:
    held, held_numbers, apart = as_columns(rows, values.schema)
    n_rows = int(sound.sum()) + len(rows)
    values = pl.concat([values.filter(sound), held]) if values.width else values
    numbers = pl.concat([numbers.filter(sound), held_numbers])
    return Chunk(n_rows, rows, values, numbers, apart, partial(_others, batch))


def _by_rows(rows: Iterator[Row], schema: Schema) -> Iterator[Chunk]:
    failure: IssuesError | None = None
    while failure is None:
        chunk: list[Row] = []
        try:
            chunk.extend(islice(rows, CHUNK_ROWS))
        except IssuesError as error:  # what was read before counts
            failure = error
        if not chunk:
            break
        yield Chunk(len(chunk), chunk, *as_columns(chunk, schema), lambda _: iter(()))
    if failure:
        raise failure


def _rows_of(batch: Batch, wanted: Set[int]) -> Iterator[Row]:
    numbers = batch.numbers.cast(pl.Int64)
    positions = numbers.is_in(pl.Series(sorted(wanted), dtype=pl.Int64).implode()).arg_true()
    apart = (row for row in batch.apart if row.number in wanted)
    return heapq.merge(apart, batch.rows(positions.to_list()), key=number_of)


def number_of(row: Row) -> int:
    """What rows are in order of."""
    return row.number


def _others(batch: Batch, numbers: Sequence[int]) -> Iterator[Row]:
    wanted = pl.Series(numbers, dtype=pl.Int64)
    return batch.rows(batch.numbers.cast(pl.Int64).search_sorted(wanted).to_list()) if len(wanted) else iter(())


def as_columns(rows: Sequence[Row], schema: Schema) -> tuple[pl.DataFrame, pl.Series, Sequence[Row]]:
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
        if schema[name].is_temporal() and any(getattr(value, "tzinfo", None) for value in values):
            raise ValueError(f"{name}: a time with an offset")  # Polars would leave that out
    # Made without names, since a name like ^a$ stands for other columns while times are made.
    return pl.DataFrame([pl.Series(values=values, dtype=schema[name]).alias(name) for name, values in columns.items()])
