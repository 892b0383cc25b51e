"""Columns of Arrow as values of Python: those that the same cells have in a CSV file."""

from dataclasses import dataclass
from typing import Any, TypeAlias

import pyarrow as pa

from lading.column import ColumnType
from lading.derive.arrow import ARROW_TYPES

Array: TypeAlias = "pa.Array[Any]"
NO_VALUE = (ArithmeticError, LookupError, ValueError, pa.ArrowException)
"""What Arrow raises for a cell that no value of Python stands for: nanoseconds, the year 10000, bytes of no text."""


@dataclass(frozen=True, slots=True)
class Unreadable:
    """A cell without a value, as text where it can be shown."""

    text: str | None


def holds(stored: pa.DataType, column_type: ColumnType) -> bool:
    """Whether cells stored like this may be values of a column type."""
    if pa.types.is_dictionary(stored):
        stored = stored.value_type
    if pa.types.is_null(stored):
        return True
    match column_type:
        case "string":
            return _is_text(stored) or _is_bytes(stored)
        case "integer":
            return pa.types.is_integer(stored) or (isinstance(stored, pa.Decimal128Type) and stored.scale == 0)
        case "number":
            return pa.types.is_floating(stored) or pa.types.is_integer(stored) or pa.types.is_decimal(stored)
        case "boolean":
            return pa.types.is_boolean(stored)
        case "date":
            return pa.types.is_date(stored)
        case "time":
            return pa.types.is_time(stored)
        case "datetime":
            return pa.types.is_timestamp(stored)
        case _:
            return _is_text(stored) or _is_bytes(stored)


def values(array: Array, column_type: ColumnType | None) -> list[Any]:
    """The values of a column that holds the type, or the text of its cells; Unreadable where there is none."""
    try:
        return list(_convert(array, column_type))
    except NO_VALUE:
        return [_value(array.slice(position, 1), column_type) for position in range(len(array))]


def _value(cell: Array, column_type: ColumnType | None) -> Any:
    try:
        return _convert(cell, column_type)[0]
    except NO_VALUE:
        return Unreadable(_shown(cell))


def _shown(cell: Array) -> str | None:
    try:
        return str(cell.cast(pa.string())[0].as_py())
    except NO_VALUE:
        return None


def _convert(array: Any, column_type: ColumnType | None) -> Any:
    if pa.types.is_dictionary(array.type):
        array = array.dictionary_decode()
    stored = array.type
    if pa.types.is_null(stored):
        return [None] * len(array)
    match column_type:
        case None:
            as_text = array.cast(pa.string()) if pa.types.is_temporal(stored) else array
            return [None if value is None else str(value) for value in as_text.to_pylist()]
        case "string":
            return [value.decode() if isinstance(value, bytes) else value for value in array.to_pylist()]
        case "number":
            return _numbers(array).to_pylist()
        case "integer" if pa.types.is_integer(stored):
            return array.to_pylist()
        case "datetime":
            return array.cast(pa.timestamp("us", tz=stored.tz)).to_pylist()
        case _:
            return array.cast(ARROW_TYPES[column_type]).to_pylist()


def _numbers(array: Any) -> Any:
    if pa.types.is_float32(array.type) or pa.types.is_decimal(array.type):
        # By way of text: 0.1 is the double 0.1, not the double that is next to the single 0.1.
        return array.cast(pa.string()).cast(pa.float64())
    return array.cast(pa.float64(), safe=False)  # an integer beyond 2 to the 53rd is the double next to it


def _is_text(stored: pa.DataType) -> bool:
    return pa.types.is_string(stored) or pa.types.is_large_string(stored) or pa.types.is_string_view(stored)


def _is_bytes(stored: pa.DataType) -> bool:
    """Text that its writer did not mark as such."""
    return pa.types.is_binary(stored) or pa.types.is_large_binary(stored) or pa.types.is_binary_view(stored)
