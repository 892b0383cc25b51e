"""Stored values in the dtype of their column: what a query casts exactly as the row reader does."""

import datetime as dt
from collections.abc import Callable, Mapping

import polars as pl

from lading.column import Column, ColumnType
from lading.compile.distinct import AcceptedStored, Accepts
from lading.compile.dtypes import DTYPES, dtype_of
from lading.compile.reading import ReadColumn

DAYS = (dt.date.min, dt.date.max)
DAY_IN_NANOSECONDS = 86_400_000_000_000
TOLD_BY_EQUALITY = (pl.String, pl.Decimal, pl.Boolean, pl.Date)
"""Equal cells of these are the same cell."""
PER_SECOND = {"ms": 1_000, "us": 1_000_000, "ns": 1_000_000_000}
EPOCH = dt.date(1970, 1, 1)
FIRST_SECOND = (dt.date.min - EPOCH).days * 86_400
AFTER_THE_LAST = ((dt.date.max - EPOCH).days + 1) * 86_400


class StoredCells:
    """Reads the cells of a stored column."""

    def __init__(self, column: Column, accepts: Accepts, any_offset: bool) -> None:
        self._column = column
        self._accepted = AcceptedStored(column, accepts)
        self._any_offset = any_offset

    def __call__(self, cells: pl.Series) -> ReadColumn:
        """The column of a batch that is called as the series is."""
        cell, dtype, column = pl.col(cells.name), cells.dtype, self._column
        missing = cell.is_null()
        if column.format == "binary":
            return ReadColumn(missing)  # whether they are bytes, or a text of them, a frame does not say
        if isinstance(dtype, pl.Datetime) and dtype.time_zone is not None:
            # The instant is the same in the zone of the frame, but a validator may look at the hour.
            return ReadColumn(missing, accepted=_whole_microseconds(cell, dtype) if self._any_offset else None)
        if dtype_of(column) is not None:
            return ReadColumn(missing, _values(cell, dtype, column.type))
        told = isinstance(dtype, TOLD_BY_EQUALITY) or dtype.is_integer()
        return ReadColumn(missing, accepted=self._accepted(cell)) if told else ReadColumn(missing)


def _values(cell: pl.Expr, dtype: pl.DataType, column_type: ColumnType) -> pl.Expr | None:
    """The values of a stored column, null where none is certain; None where no query reads them."""
    if isinstance(dtype, pl.Null):
        return cell.cast(DTYPES[column_type][1])
    return READERS[column_type](cell, dtype)


def _texts(cell: pl.Expr, dtype: pl.DataType) -> pl.Expr | None:
    match dtype:
        case pl.String():
            return cell
        case pl.Categorical() | pl.Enum():
            return cell.cast(pl.String)
        case _:
            return None


def _whole_numbers(cell: pl.Expr, dtype: pl.DataType) -> pl.Expr | None:
    if dtype.is_integer() or (isinstance(dtype, pl.Decimal) and dtype.scale == 0):
        return cell.cast(pl.Int64, strict=False)
    return None


def _numbers(cell: pl.Expr, dtype: pl.DataType) -> pl.Expr | None:
    match dtype:
        case pl.Float64():
            return cell
        case pl.Float32() | pl.Decimal():
            return cell.cast(pl.String).cast(pl.Float64)  # 0.1 is the double 0.1, not the one next to the single 0.1
        case _ if dtype.is_integer():
            return cell.cast(pl.Float64)
        case _:
            return None


def _truth(cell: pl.Expr, dtype: pl.DataType) -> pl.Expr | None:
    return cell if isinstance(dtype, pl.Boolean) else None


def _days(cell: pl.Expr, dtype: pl.DataType) -> pl.Expr | None:
    return pl.when(cell.is_between(*DAYS)).then(cell) if isinstance(dtype, pl.Date) else None


def _clocks(cell: pl.Expr, dtype: pl.DataType) -> pl.Expr | None:
    if not isinstance(dtype, pl.Time):
        return None
    nanoseconds = cell.to_physical()
    return pl.when(nanoseconds.is_between(0, DAY_IN_NANOSECONDS - 1) & (nanoseconds % 1_000 == 0)).then(cell)


def _moments(cell: pl.Expr, dtype: pl.DataType) -> pl.Expr | None:
    if not isinstance(dtype, pl.Datetime) or dtype.time_zone is not None:
        return None
    count, per_second = cell.to_physical(), PER_SECOND[dtype.time_unit]
    if dtype.time_unit == "ns":
        return pl.when(count % 1_000 == 0).then(cell.dt.cast_time_unit("us"))
    inside = count.is_between(FIRST_SECOND * per_second, AFTER_THE_LAST * per_second, closed="left")
    return pl.when(inside).then(cell.dt.cast_time_unit("us"))


def _whole_microseconds(cell: pl.Expr, dtype: pl.Datetime) -> pl.Expr:
    """Whether a time with an offset is one in Python too, whatever the offset is."""
    within = cell.dt.year().is_between(dt.MINYEAR + 1, dt.MAXYEAR - 1)
    return within & (cell.to_physical() % 1_000 == 0) if dtype.time_unit == "ns" else within


READERS: Mapping[ColumnType, Callable[[pl.Expr, pl.DataType], pl.Expr | None]] = {
    "string": _texts,
    "integer": _whole_numbers,
    "number": _numbers,
    "boolean": _truth,
    "date": _days,
    "time": _clocks,
    "datetime": _moments,
    "year": _whole_numbers,
}
