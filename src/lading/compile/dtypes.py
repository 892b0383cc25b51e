"""The dtype of each type of column."""

import datetime as dt
from collections.abc import Mapping

import polars as pl

from lading.column import Column, ColumnType

DTYPES: Mapping[ColumnType, tuple[type, pl.DataType]] = {
    "string": (str, pl.String()),
    "integer": (int, pl.Int64()),
    "number": (float, pl.Float64()),
    "boolean": (bool, pl.Boolean()),
    "date": (dt.date, pl.Date()),
    "time": (dt.time, pl.Time()),
    "datetime": (dt.datetime, pl.Datetime("us")),
    "year": (int, pl.Int64()),
}
"""The type of Python of the values of a column, and the dtype that holds them."""

WHOLE_NUMBERS = range(-(2**63), 2**63)
"""Those that a column holds."""


def python_of(column: Column) -> type:
    """The type of the values of a column that a dtype holds."""
    return DTYPES[column.type][0]


def dtype_of(column: Column) -> pl.DataType | None:
    """The dtype that holds the values of a column exactly, if there is one."""
    python, dtype = DTYPES.get(column.type, (None, None))
    return dtype if column.python is python and not column.zoned else None
