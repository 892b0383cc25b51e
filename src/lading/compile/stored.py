"""Stored values in the dtype of their column: what a query casts exactly as the row reader does."""

import datetime as dt
from collections.abc import Callable, Mapping

import polars as pl

from lading.column import ColumnType

DAYS = (dt.date.min, dt.date.max)
DAY_IN_NANOSECONDS = 86_400_000_000_000
PER_SECOND = {"ms": 1_000, "us": 1_000_000, "ns": 1_000_000_000}
EPOCH = dt.date(1970, 1, 1)
FIRST_SECOND = (dt.date.min - EPOCH).days * 86_400
AFTER_THE_LAST = ((dt.date.max - EPOCH).days + 1) * 86_400


def values(cell: pl.Expr, dtype: pl.DataType, column_type: ColumnType) -> pl.Expr | None:
    """The values of a stored column, null where none is certain; None where no query reads them."""
    if isinstance(dtype, pl.Null):
        return cell
    return READERS[column_type](cell, dtype)


def _texts(cell: pl.Expr, dtype: pl.DataType) -> pl.Expr | None:
    match dtype:
        case pl.String():
            return cell
        case pl.Categorical() | pl.Enum() | pl.Binary():
            return cell.cast(pl.String, strict=False)
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
