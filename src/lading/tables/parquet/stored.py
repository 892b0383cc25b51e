"""Parquet files as Arrow reads them, by rows and by columns."""

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq

from lading.column import Column
from lading.descriptor import TableSchema
from lading.issue import Issue, IssuesError, quoted
from lading.tables import arrow, matching
from lading.tables.batch import Batch
from lading.tables.cells import CellReader, cell_readers
from lading.tables.parquet.footer import row_groups
from lading.tables.parquet.pages import LARGEST_STEP, STEP_BYTES, rows_at_once
from lading.tables.parquet.parts import Part, Stretch
from lading.tables.parquet.rows import rows_of
from lading.tables.row import Row

UNREADABLE = (pa.ArrowException, OSError, ValueError, MemoryError)
"""What Arrow raises for a file that is no Parquet, or not all of it."""
STREAM_BYTES = 2**20
FRAMED_CONSTANTS = ("string", "integer", "number", "boolean", "date")
PLAIN = (str, int, float, bool, dt.date)
"""The types of columns whose values may be told by the names of folders, and that are the same in every frame."""


@dataclass(frozen=True, slots=True)
class Piece:
    """Consecutive rows as they are stored; `constant` are the values that all of them have."""

    stored: pa.RecordBatch
    constant: Mapping[str, Any]


@dataclass(frozen=True)
class StoredTable:
    """A table with these columns, in any files that have them."""

    columns: Sequence[Column]
    schema: TableSchema | None = None

    def row_by_row(self, files: Iterable[Part]) -> str | None:
        """Columns that no frame holds as they are stored in some of the files."""
        try:
            for part in files:
                with pq.ParquetFile(part.path) as file:
                    if reason := self._unframed(file.schema_arrow, part):
                        return reason
        except (*UNREADABLE, IssuesError):
            return None  # said where it is read
        return None

    def rows(self, stretches: Iterable[Stretch]) -> Iterator[Row]:
        """Every row, in order."""
        first = 1
        for piece in self._pieces(stretches):
            yield from self._rows(piece, range(first, first + piece.stored.num_rows))
            first += piece.stored.num_rows

    def batches(self, stretches: Iterable[Stretch], first: int) -> Iterator[Batch]:
        """Every row, in order; `first` is the number of the first one."""
        for piece in _gathered(self._pieces(stretches)):
            yield self._batch(piece, first)
            first += piece.stored.num_rows

    def _batch(self, piece: Piece, first: int) -> Batch:
        import polars as pl

        from lading.tables.parquet.frames import frame_of  # what it computes with is slow to load

        frame, doubtful = frame_of(piece.stored, self._by_name, piece.constant)
        numbers = pl.int_range(first, first + frame.height, dtype=pl.Int64, eager=True).alias("number")
        if doubtful:
            held = ~pl.int_range(frame.height, eager=True).is_in(doubtful)
            frame, numbers = frame.filter(held), numbers.filter(held)

        def rows(positions: Sequence[int]) -> Iterator[Row]:
            return self._some(piece, first, [numbers[position] for position in positions])

        apart = tuple(self._some(piece, first, [first + position for position in doubtful]))
        return Batch(frame, numbers, rows, apart)

    def _some(self, piece: Piece, first: int, numbers: Sequence[int]) -> Iterator[Row]:
        taken = piece.stored.take(pa.array([number - first for number in numbers], pa.int64()))
        return self._rows(Piece(taken, piece.constant), numbers)

    def _rows(self, piece: Piece, numbers: Sequence[int]) -> Iterator[Row]:
        return rows_of(piece.stored, numbers, self._by_name, piece.constant)

    @cached_property
    def _by_name(self) -> Mapping[str, Column]:
        return {column.name: column for column in self.columns}

    def _pieces(self, stretches: Iterable[Stretch]) -> Iterator[Piece]:
        for stretch in stretches:
            path = stretch.part.path
            try:
                with pq.ParquetFile(path, buffer_size=STREAM_BYTES) as file:
                    constant = self._constant(stretch.part, file.schema_arrow)
                    for stored in self._stored(stretch, file):
                        yield Piece(stored, constant)
            except UNREADABLE as error:
                reason = str(error).partition("\n")[0]
                hint = "the file is truncated or damaged: write it again"
                raise IssuesError([Issue("source-error", f"no readable Parquet: {reason}", hint)]) from None

    def _stored(self, stretch: Stretch, file: pq.ParquetFile) -> Iterator[pa.RecordBatch]:
        names = [name for name in self._by_name if name in file.schema_arrow.names]
        path = stretch.part.path
        with path.open("rb") as pages:
            groups = list(enumerate(row_groups(pages, path.stat().st_size)))
            for number, group in groups[stretch.first_group : stretch.end_group]:
                step = rows_at_once(pages, group, frozenset(names))
                for stored in file.iter_batches(step, row_groups=[number], columns=names):
                    yield _without_views(stored.select(names))

    def _constant(self, part: Part, stored: pa.Schema) -> Mapping[str, Any]:
        """The values of columns that the file does not have: those that its folders tell, and missing ones."""
        told = {name: part.cells[name] for name in self._by_name if name in part.cells and name not in stored.names}
        _raise_if_any(matching.compare([*stored.names, *told], list(self._by_name), self.schema))
        _raise_if_any(self._wrongly_stored(stored))
        values: dict[str, Any] = {name: None for name in self._by_name if name not in stored.names}
        for reader in cell_readers([self._by_name[name] for name in values if name in told], self.schema):
            if (text := told[reader.name]) is not None:
                values[reader.name] = _cell(reader, text)
        return values

    def _wrongly_stored(self, schema: pa.Schema) -> Iterator[Issue]:
        for column in self.columns:
            if schema.names.count(column.name) != 1:
                continue
            stored = schema.field(column.name).type
            if not arrow.holds(stored, column):
                message = f"the column {column.name} is stored as {stored}, which is no {column.type}"
                yield Issue("type-error", message, f"write it as {column.type}", field=column.name)

    def _unframed(self, stored: pa.Schema, part: Part) -> str | None:
        from lading.tables.parquet.frames import unframed

        for column in self.columns:
            kinds = [field.type for field in stored if field.name == column.name]
            for kind in kinds:
                if unframed(kind, column):
                    return f"{column.name} is stored as {kind}"
            if kinds:
                continue
            if column.name in part.cells and (column.type not in FRAMED_CONSTANTS or column.python not in PLAIN):
                return f"{column.name} is told by the names of folders"
        return None


def _without_views(stored: pa.RecordBatch) -> pa.RecordBatch:
    """The same with cells that Arrow can pick some of."""
    plain: dict[Any, Any] = {pa.string_view(): pa.large_string(), pa.binary_view(): pa.large_binary()}
    if not any(kind in plain for kind in stored.schema.types):
        return stored
    arrays = [array.cast(plain[array.type]) if array.type in plain else array for array in stored.columns]
    return pa.RecordBatch.from_arrays(arrays, stored.schema.names)


def _cell(reader: CellReader, text: str) -> Any:
    try:
        return reader.read(text)
    except ValueError:
        message = f"{quoted(text)} in {reader.name}, as the name of a folder has it, is no {reader.column.type}"
        issue = Issue("type-error", message, f"expected {reader.expected}", field=reader.name, cell=text)
        raise IssuesError([issue]) from None


def _gathered(pieces: Iterator[Piece]) -> Iterator[Piece]:
    """The pieces, small ones together as long as they have the same constants and types."""
    held: list[Piece] = []
    try:
        for piece in pieces:
            if held and not _fits(held, piece):
                yield _joined(held)
                held = []
            held.append(piece)
    except IssuesError:
        if held:
            yield _joined(held)
        raise
    if held:
        yield _joined(held)


def _fits(held: Sequence[Piece], piece: Piece) -> bool:
    rows = sum(each.stored.num_rows for each in held) + piece.stored.num_rows
    n_bytes = sum(each.stored.nbytes for each in held)
    alike = held[0].constant is piece.constant and held[0].stored.schema.equals(piece.stored.schema)
    return alike and rows <= LARGEST_STEP and n_bytes < STEP_BYTES


def _joined(pieces: Sequence[Piece]) -> Piece:
    if len(pieces) == 1:
        return pieces[0]
    table = pa.Table.from_batches([piece.stored for piece in pieces]).combine_chunks()
    return Piece(table.to_batches()[0], pieces[0].constant)


def _raise_if_any(issues: Iterator[Issue]) -> None:
    if found := tuple(issues):
        raise IssuesError(found)
