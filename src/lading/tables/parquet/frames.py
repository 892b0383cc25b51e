"""Stored columns as a frame of Polars that says exactly what they say, but for the rows that no frame can hold.

Polars takes the cells of Arrow as they are: text that is no UTF-8, a time after midnight, a second in the year 300000
would be undefined or another value there.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any, TypeAlias

import pyarrow as pa
import pyarrow.compute as pc

from lading.column import Column
from lading.derive.arrow import arrow_type
from lading.tables import arrow

if TYPE_CHECKING:
    import polars as pl

Array: TypeAlias = Any
"""An array of Arrow, whatever it holds."""
DAYS = (-719_162, 2_932_896)
"""The first and the last day of the calendar of Python, counted from 1970-01-01."""
UNITS: Mapping[str, int] = {"s": 1, "ms": 10**3, "us": 10**6, "ns": 10**9}
DAY_SECONDS = 24 * 60 * 60
MOST_DIGITS = 38
"""The digits that a decimal of Polars has at most."""


def unframed(stored: pa.DataType, column: Column) -> bool:
    """Whether no column of a frame holds cells that are stored like this."""
    if pa.types.is_dictionary(stored):
        return unframed(stored.value_type, column)
    if isinstance(stored, pa.TimestampType):
        return not _is_known_zone(stored)
    if pa.types.is_decimal(stored):
        decimal: Any = stored
        return bool(decimal.precision > MOST_DIGITS or decimal.scale < 0)
    if arrow.is_bytes(stored):
        return not (column.type == "string" and column.python is str and column.format != "binary")
    return not (
        pa.types.is_null(stored)
        or pa.types.is_boolean(stored)
        or pa.types.is_integer(stored)
        or pa.types.is_floating(stored)
        or pa.types.is_date(stored)
        or pa.types.is_time(stored)
        or arrow.is_text(stored)
    )


def frame_of(
    stored: pa.RecordBatch, columns: Mapping[str, Column], constant: Mapping[str, Any]
) -> tuple["pl.DataFrame", Sequence[int]]:
    """The frame, and the positions of the rows that it does not hold as they are: blank ones and doubtful ones."""
    import polars as pl

    doubtful: set[int] = set()
    arrays: dict[str, Array] = {}
    for name, column in columns.items():
        if name not in constant:
            arrays[name], positions = _framed(stored.column(name), column)
            doubtful.update(positions)
    if all(value is None for value in constant.values()):
        doubtful.update(_blank(list(arrays.values()), stored.num_rows))
    frame: pl.DataFrame = pl.DataFrame()
    if arrays:
        frame = pl.from_arrow(pa.RecordBatch.from_arrays(list(arrays.values()), list(arrays)), rechunk=False)  # type: ignore[assignment]
    same = [_repeated(columns[name], value, stored.num_rows) for name, value in constant.items()]
    whole = frame.with_columns(same)
    # Not by select, to which names like ^a$ and * stand for several columns.
    return pl.DataFrame([whole.get_column(name) for name in columns]), sorted(doubtful)


def _repeated(column: Column, value: Any, rows: int) -> "pl.Series":
    import polars as pl

    one: pl.Series = pl.from_arrow(pa.array([value], arrow_type(column)))  # type: ignore[assignment]
    return one.new_from_index(0, rows).alias(column.name)


def _blank(arrays: Sequence[Array], rows: int) -> Sequence[int]:
    if any(array.null_count == 0 for array in arrays):
        return ()
    empty: Any = pa.array([True] * rows)
    for array in arrays:
        empty = pc.and_(empty, array.is_null())
    return _where(empty)


def _framed(array: Array, column: Column) -> tuple[Array, Sequence[int]]:
    """The column as Polars may take it, and the positions of cells that are null there because they do not fit."""
    stored = array.type
    if pa.types.is_dictionary(stored):
        decoded, positions = _exact(array, lambda cells: cells.dictionary_decode())
        framed, more = _framed(decoded, column)
        return framed, (*positions, *more)
    if pa.types.is_null(stored):
        return pa.array([None] * len(array), arrow_type(column)), ()
    if arrow.is_text(stored):
        return _exact(array, _whole)
    if arrow.is_bytes(stored) and column.format == "binary" and column.python is not bytes:
        return pa.array(arrow.values(array, column), pa.large_string()), ()
    if arrow.is_bytes(stored):
        text = pa.large_string() if pa.types.is_large_binary(stored) else pa.string()
        return _exact(array, lambda cells: cells.cast(text))
    if pa.types.is_float16(stored):
        return array.cast(pa.float64()), ()
    if pa.types.is_decimal(stored):
        return array.cast(pa.decimal128(stored.precision, stored.scale)), ()
    if pa.types.is_date(stored):
        days, positions = _exact(array, lambda cells: cells.cast(pa.date32()))
        within, more = _within(days, pa.int32(), *DAYS)
        return within, (*positions, *more)
    if pa.types.is_time(stored):
        return _within(array, _width(stored), 0, DAY_SECONDS * UNITS[stored.unit] - 1)
    if pa.types.is_timestamp(stored):
        return _timestamps(array, stored)
    return array, ()


def _timestamps(array: Array, stored: Any) -> tuple[Array, Sequence[int]]:
    unit: Any = "ns" if stored.unit == "ns" else "us"
    target = pa.timestamp(unit, tz="UTC" if stored.tz else None)
    times, positions = _exact(array, lambda cells: cells.cast(pa.timestamp(unit, tz=stored.tz)).cast(target))
    # A day less on either side: where there are zones, the first and the last hours may lie outside of the calendar.
    low, high = ((day * DAY_SECONDS) * UNITS[unit] for day in (DAYS[0] + 2, DAYS[1] - 1))
    if unit == "ns":
        return times, positions
    within, more = _within(times, pa.int64(), low, high)
    return within, (*positions, *more)


def _exact(array: Array, convert: Callable[[Array], Array]) -> tuple[Array, Sequence[int]]:
    """The cells converted; null where that fails, with the positions of these."""
    try:
        return convert(array), ()
    except pa.ArrowException:
        failing = tuple(_failing(array, convert, 0))
    left_out = frozenset(failing)
    kept: Any = [None if position in left_out else position for position in range(len(array))]
    return convert(array.take(pa.array(kept, pa.int64()))), failing


def _failing(array: Array, convert: Callable[[Array], Array], first: int) -> Iterator[int]:
    try:
        convert(array)
    except pa.ArrowException:
        if len(array) == 1:
            yield first
            return
        half = len(array) // 2
        yield from _failing(array.slice(0, half), convert, first)
        yield from _failing(array.slice(half), convert, first + half)


def _within(array: Array, width: pa.DataType, low: int, high: int) -> tuple[Array, Sequence[int]]:
    numbers: Any = array.view(width)
    bounds: Any = pc.min_max(numbers).as_py()
    if bounds["min"] is None or low <= bounds["min"] <= bounds["max"] <= high:
        return array, ()
    outside = pc.or_(pc.less(numbers, pa.scalar(low, width)), pc.greater(numbers, pa.scalar(high, width)))
    without = pc.fill_null(outside, pa.scalar(False))
    return pc.if_else(without, pa.scalar(None, array.type), array), _where(without)


def _whole(array: Array) -> Array:
    array.validate(full=True)
    return array


def _where(flags: Array) -> Sequence[int]:
    positions: Any = pc.indices_nonzero(flags).to_pylist()
    return tuple(positions)


def _width(stored: pa.DataType) -> pa.DataType:
    return pa.int32() if stored.bit_width == 32 else pa.int64()


def _is_known_zone(stored: pa.TimestampType) -> bool:
    if stored.tz is None:
        return True
    try:
        pa.scalar(0, stored).as_py()
    except Exception:  # whatever the database of time zones has to say
        return False
    return True
