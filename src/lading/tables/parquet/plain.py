"""Columns whose cells are the values of a table already: Polars reads them in a third of the time that Arrow takes.

Polars is less careful than Arrow: a day in the year 300000 ends the process, and columns are sorted if a file says so.
So whatever may be read otherwise than Arrow reads it, or not at all, is left to Arrow, a few row groups at a time.
"""

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate
from typing import BinaryIO

import polars as pl

from lading.column import Column, ColumnType
from lading.descriptor import TableSchema
from lading.issue import IssuesError
from lading.tables import matching
from lading.tables.batch import Batch
from lading.tables.parquet.footer import RowGroup, row_groups
from lading.tables.parquet.pages import LARGEST_STEP, SMALLEST_STEP, STEP_BYTES, size
from lading.tables.parquet.parts import Part, Stretch
from lading.tables.row import Row

WHOLE_NUMBERS = (pl.Int8(), pl.Int16(), pl.Int32(), pl.Int64())
PLAIN: Mapping[ColumnType, tuple[type, tuple[pl.DataType, ...]]] = {
    "string": (str, (pl.String(),)),
    "integer": (int, WHOLE_NUMBERS),
    "year": (int, WHOLE_NUMBERS),
    "number": (float, (pl.Float64(),)),
    "boolean": (bool, (pl.Boolean(),)),
    "date": (dt.date, (pl.Date(),)),
    "datetime": (dt.datetime, (pl.Datetime("us"), pl.Datetime("ms"))),
}
"""The type of the values of a column, and the dtypes whose cells are these values."""
CALENDAR = (dt.date.min, dt.date.max)
MOST_AT_ONCE = 2**28
"""The bytes that a row group takes in memory, if it is read here as a whole."""
CELL_BYTES = 8
"""What a cell takes beside its page: of a text that is repeated there are only views."""
GZIP = 2
"""The compression whose checksum Polars does not look at."""
REFUSED = (pl.exceptions.PolarsError, pl.exceptions.PanicException, OSError, MemoryError)


@dataclass(frozen=True, slots=True)
class PlainFile:
    """A file that has the columns of a table and no others, all of them plain."""

    part: Part
    schema: pl.Schema
    groups: Sequence[RowGroup]

    def read(self, first: int, end: int | None) -> Iterator[pl.DataFrame | Stretch]:
        """The frames of row groups in their order, and in between the stretches that are left to Arrow."""
        at, end = first, len(self.groups[:end])
        rows_before = [*accumulate((group.n_rows for group in self.groups), initial=0)]
        with self.part.path.open("rb") as file:
            while at < end:
                after = self._together(file, at, end)
                frame = self._frame(rows_before[at], rows_before[after] - rows_before[at]) if after > at else None
                after = max(after, at + 1)
                yield from [Stretch(self.part, at, after)] if frame is None else _slices(frame)
                at = after

    def _together(self, file: BinaryIO, first: int, end: int) -> int:
        """The end of the row groups that are read together; the first itself where that is not read here."""
        n_rows, n_bytes = 0, 0.0
        for number in range(first, end):
            n_rows += self.groups[number].n_rows
            if number > first and n_rows > LARGEST_STEP:
                return number
            n_bytes += self._size(file, self.groups[number])
            if n_bytes > (STEP_BYTES if number > first else MOST_AT_ONCE):
                return number
        return end

    def _size(self, file: BinaryIO, group: RowGroup) -> float:
        if any(chunk.codec == GZIP for chunk in group.chunks):
            return float("inf")
        try:
            return size(file, group, frozenset(self.schema)).unpacked + group.n_rows * len(self.schema) * CELL_BYTES
        except IssuesError:  # said by whoever reads it
            return float("inf")

    def _frame(self, first: int, n_rows: int) -> pl.DataFrame | None:
        scan = pl.scan_parquet(self.part.path, glob=False, hive_partitioning=False, use_statistics=False, cache=False)
        try:
            frame = scan.slice(first, n_rows).collect(engine="streaming")
        except REFUSED:
            return None
        return frame if frame.schema == self.schema and frame.height == n_rows and _is_certain(frame) else None


def plain_file(part: Part, columns: Sequence[Column], schema: TableSchema | None) -> PlainFile | None:
    """The file, if all of its columns are plain."""
    by_name = {column.name: column for column in columns}
    try:
        with part.path.open("rb") as file:
            groups = row_groups(file, part.path.stat().st_size)
        if not groups or any(chunk.leaf.in_utc for chunk in groups[0].chunks):
            return None  # Polars prints that it panics where it does not know their zone
        found = pl.Schema(pl.read_parquet_schema(part.path))
    except (IssuesError, *REFUSED):
        return None
    if found.keys() != by_name.keys() or any(matching.compare([*found], [*by_name], schema)):
        return None
    is_plain = all(_is_plain(by_name[name], dtype) for name, dtype in found.items())
    return PlainFile(part, found, groups) if is_plain else None


def batches(names: Sequence[str], frames: Iterable[pl.DataFrame], first: int) -> Iterator[Batch]:
    """The frames as batches, small ones together; `first` is the number of the first row."""
    for frame in _gathered(frames):
        yield _batch(frame, names, first)
        first += frame.height


def _batch(frame: pl.DataFrame, names: Sequence[str], first: int) -> Batch:
    ordered = pl.DataFrame([frame.get_column(name) for name in names])

    def rows(positions: Sequence[int]) -> Iterator[Row]:
        for position, values in zip(positions, ordered[list(positions)].rows(), strict=True):
            yield Row(first + position, None, dict(zip(names, values, strict=True)))

    numbers = pl.int_range(first, first + frame.height, dtype=pl.Int64, eager=True).alias("number")
    return Batch(ordered, numbers, rows)


def _slices(frame: pl.DataFrame) -> Iterator[pl.DataFrame]:
    """The frame in parts whose cells are not too much memory for Python, even if all of them are looked at."""
    if frame.height <= SMALLEST_STEP or (frame.height <= LARGEST_STEP and frame.estimated_size() <= STEP_BYTES):
        yield frame
        return
    # Parts of the same length, and as few as may be: each is asked many questions.
    parts = max(-(-frame.height // LARGEST_STEP), 2)
    length = -(-frame.height // parts)
    for start in range(0, frame.height, length):
        yield from _slices(frame[start : start + length])


def _gathered(frames: Iterable[pl.DataFrame]) -> Iterator[pl.DataFrame]:
    held: list[pl.DataFrame] = []
    for frame in frames:
        if held and not _fits(held, frame):
            yield pl.concat(held)
            held = []
        if held or frame.height <= LARGEST_STEP // 2:
            held.append(frame)
        else:
            yield frame  # at once, so that it is looked at while the next one is read
    if held:
        yield pl.concat(held)


def _fits(held: Sequence[pl.DataFrame], frame: pl.DataFrame) -> bool:
    together = [*held, frame]
    n_bytes = sum(each.estimated_size() for each in together)
    n_rows = sum(each.height for each in together)
    return held[0].schema == frame.schema and n_rows <= LARGEST_STEP and n_bytes <= STEP_BYTES


def _is_plain(column: Column, dtype: pl.DataType) -> bool:
    python, dtypes = PLAIN.get(column.type, (None, ()))
    return column.python is python and dtype in dtypes


def _is_certain(frame: pl.DataFrame) -> bool:
    """Whether no row is blank, and Polars has no wrong idea of a column, nor values that Python does not have."""
    if frame.height > 1 and any(any(series.flags.values()) for series in frame):
        return False
    if (
        all(series.null_count() for series in frame)
        and frame.select(pl.all_horizontal(pl.all().is_null()).any()).item()
    ):
        return False
    return all(_is_in_calendar(series) for series in frame if series.dtype.is_temporal())


def _is_in_calendar(series: pl.Series) -> bool:
    first, last = pl.Series(CALENDAR).cast(series.dtype).to_physical()
    numbers = _renamed(series).to_physical()
    # Of the last day only the beginning.
    return series.null_count() == len(series) or bool(first <= numbers.min() and numbers.max() <= last)


def _renamed(series: pl.Series) -> pl.Series:
    """The series under a name that stands for nothing else: with one like ^a$, Polars does not find it."""
    return series.alias("cells")
