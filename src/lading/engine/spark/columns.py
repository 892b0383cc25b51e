"""Values of keys as columns of Spark: those are the same there which Python has equal.

Spark takes texts as their UTF-8 and doubles as they are; days, times and booleans are counted as whole numbers, which
no setting of Spark reads in another way.
"""

from collections.abc import Iterable, Mapping, Sequence

import polars as pl
import pyarrow as pa

from lading.check.keys import Key
from lading.column import Column
from lading.compile.dtypes import dtype_of

Dtypes = Mapping[str, pl.DataType]

ARROW: Mapping[str, pa.DataType] = {"string": pa.string(), "double": pa.float64(), "bigint": pa.int64()}


def dtypes_of(columns: Iterable[Column]) -> Dtypes:
    """The columns whose values a dtype holds."""
    return {column.name: dtype for column in columns if (dtype := dtype_of(column)) is not None}


def spark_type(dtype: pl.DataType) -> str:
    """The type of Spark that stands for a dtype."""
    if dtype == pl.String:
        return "string"
    return "double" if dtype.is_float() else "bigint"


def arrow_type(dtype: pl.DataType) -> pa.DataType:
    """The type of Arrow that Spark reads as that."""
    return ARROW[spark_type(dtype)]


def plain(values: pl.Series) -> pl.Series:
    """The values as Spark compares them, with one zero."""
    if values.dtype == pl.String:
        return values
    if values.dtype.is_float():
        return values + 0.0
    return values.to_physical().cast(pl.Int64)


def typed(values: pl.Series, dtype: pl.DataType) -> pl.Series:
    """The values that plain ones stand for."""
    return values.cast(pl.Int32).cast(dtype) if dtype == pl.Date else values.cast(dtype)


def fitting(keys: Sequence[Key], dtypes: Sequence[pl.DataType]) -> tuple[Sequence[int], pl.DataFrame]:
    """The positions of the keys that dtypes hold, and these as plain columns, which are numbered."""
    positions: Sequence[int] = range(len(keys))
    try:
        frame = _frame(keys, dtypes)
    except UNFIT:
        positions = [position for position, key in enumerate(keys) if _fits(key, dtypes)]
        frame = _frame([keys[position] for position in positions], dtypes)
    return positions, frame.select(plain(column) for column in frame)


UNFIT = (TypeError, OverflowError, ValueError, pl.exceptions.PolarsError)


def _fits(key: Key, dtypes: Sequence[pl.DataType]) -> bool:
    try:
        _frame([key], dtypes)
    except UNFIT:
        return False
    return True


def _frame(keys: Sequence[Key], dtypes: Sequence[pl.DataType]) -> pl.DataFrame:
    series = []
    for number, dtype in enumerate(dtypes):
        values = [key[number] for key in keys]
        if any(getattr(value, "tzinfo", None) is not None for value in values):
            raise ValueError("a time with an offset")
        series.append(pl.Series(str(number), values, dtype, strict=True))
    return pl.DataFrame(series)
