"""Cells of a text file as values: what Polars reads as the row reader does, in the forms where the two agree.

Polars reads more than Table Schema allows: white space before a number, one digit of a month, the second 60, `inf`.
"""

import datetime as dt
from collections.abc import Callable, Collection, Mapping

import polars as pl

from lading.column import ColumnType
from lading.compile.distinct import Accepted, Accepts, Translated
from lading.compile.dtypes import dtype_of
from lading.compile.reading import ReadColumn
from lading.descriptor import Field
from lading.tables.cells import CellReader

FEW = 8
LOOKED_AT = 1_000
NEVER_EMPTY = ("integer", "number", "date", "time", "datetime")
"""The types of which an empty cell is no value anyway."""
DAY = "[0-9]{4}-[0-9]{2}-[0-9]{2}"
CLOCK = r"[0-9]{2}:[0-9]{2}:[0-5][0-9](?:\.[0-9]{1,6})?"
FIRST_DAY = dt.date.min
LENGTH_OF_DAY = len("2020-12-31T")
LENGTH_OF_CLOCK = len("12:34:56")
LENGTH_OF_MICROSECONDS = len(".123456")


class TextCells:
    """Reads the cells of a column of text."""

    def __init__(self, reader: CellReader, accepts: Accepts) -> None:
        self._reader = reader
        self._dtype = dtype_of(reader.column)
        self._query = _query(reader)
        self._translated = None if self._dtype is None else Translated(reader.parse, self._dtype)
        self._accepted = Accepted(lambda text: accepts.after(reader.parse, text))

    def __call__(self, cells: pl.Series) -> ReadColumn:
        """The column of a batch that is called as the series is."""
        cell, reader = pl.col(cells.name), self._reader
        missing = _missing(cell, reader.missing)
        present = pl.when(~missing).then(cell)
        if self._translated is None or self._have_offsets(cells):
            return ReadColumn(missing, accepted=self._accepted(present))
        if self._query is None:
            return ReadColumn(missing, self._translated(present))
        as_they_are = reader.missing <= {""} and reader.column.type in NEVER_EMPTY
        return ReadColumn(missing, self._query(cell if as_they_are else present))

    def _have_offsets(self, cells: pl.Series) -> bool:
        """Whether the times of a batch seem to have offsets, for which no dtype has room: the first of them tells."""
        if self._reader.column.type not in ("time", "datetime"):
            return False
        beginning = cells.head(LOOKED_AT).drop_nulls()
        first = next((cell for cell in beginning if cell not in self._reader.missing), "")
        return first.endswith("Z") or first[-6:-5] in ("+", "-")


def _missing(cell: pl.Expr, texts: Collection[str]) -> pl.Expr:
    """Where there is no value; a column that is not there at all has none either."""
    if len(texts) > FEW:
        return cell.is_null() | cell.is_in(pl.Series(sorted(texts)).implode())
    return pl.any_horizontal([cell.is_null(), *(cell == text for text in sorted(texts))])


def _query(reader: CellReader) -> Callable[[pl.Expr], pl.Expr] | None:
    """What reads cells that are written like this, if a query does."""
    if reader.column.type == "boolean":
        return lambda cell: _truth(cell, reader.field)
    return READERS.get(reader.column.type) if reader.usual else None


def _whole_numbers(cell: pl.Expr) -> pl.Expr:
    return cell.cast(pl.Int64, strict=False)


def _numbers(cell: pl.Expr) -> pl.Expr:
    number = cell.cast(pl.Float64, strict=False)
    return pl.when(number.is_finite()).then(number)


def _truth(cell: pl.Expr, field: Field) -> pl.Expr:
    true, false = (
        pl.any_horizontal([pl.lit(False), *(cell == word for word in words)])
        for words in (field.true_values, field.false_values)
    )
    return pl.when(false).then(False).when(true).then(True)


def _days(cell: pl.Expr) -> pl.Expr:
    day = cell.str.to_date("%Y-%m-%d", strict=False)
    return pl.when(cell.str.contains(f"^{DAY}$") & (day >= FIRST_DAY)).then(day)


def _clocks(cell: pl.Expr) -> pl.Expr:
    regular = pl.when(cell.str.contains(f"^{CLOCK}$")).then(cell)
    return _with_or_without_fraction(
        regular, LENGTH_OF_CLOCK, lambda text, fraction: text.str.to_time(f"%H:%M:%S{fraction}", strict=False)
    )


def _moments(cell: pl.Expr) -> pl.Expr:
    regular = pl.when(cell.str.contains(f"^{DAY}T{CLOCK}$")).then(cell)
    moment = _with_or_without_fraction(
        regular,
        LENGTH_OF_DAY + LENGTH_OF_CLOCK,
        # To remember what was read takes longer than to read it again: few times are the same to the microsecond.
        lambda text, fraction: text.str.to_datetime(
            f"%Y-%m-%dT%H:%M:%S{fraction}", time_unit="us", strict=False, cache=False
        ),
    )
    return pl.when(moment >= dt.datetime.combine(FIRST_DAY, dt.time())).then(moment)


def _with_or_without_fraction(text: pl.Expr, length: int, read: Callable[[pl.Expr, str], pl.Expr]) -> pl.Expr:
    """The times of texts of this length, and of longer ones; a format for any fraction takes eight times as long."""
    n_bytes = text.str.len_bytes()
    return pl.coalesce(
        read(pl.when(n_bytes == length + LENGTH_OF_MICROSECONDS).then(text), ".%6f"),
        read(pl.when(n_bytes == length).then(text), ""),
        read(pl.when(~n_bytes.is_in([length, length + LENGTH_OF_MICROSECONDS])).then(text), "%.f"),
    )


READERS: Mapping[ColumnType, Callable[[pl.Expr], pl.Expr]] = {
    "string": lambda cell: cell,
    "integer": _whole_numbers,
    "number": _numbers,
    "date": _days,
    "time": _clocks,
    "datetime": _moments,
}
