"""Columns of Arrow as values of Python: those that the same cells have in a CSV file."""

import base64
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any, TypeAlias
from uuid import UUID

import pyarrow as pa

from lading.column import Column, ColumnType
from lading.derive.arrow import ARROW_TYPES
from lading.descriptor import Field
from lading.tables.cells import parser
from lading.tables.cells.geopoints import of_array, of_object
from lading.tables.cells.python import as_declared
from lading.tables.cells.structured import json_array
from lading.values import Duration

Array: TypeAlias = "pa.Array[Any]"
NO_VALUE = (ArithmeticError, LookupError, ValueError, pa.ArrowException)
"""What Arrow raises for a cell that no value of Python stands for: nanoseconds, the year 10000, bytes of no text."""
UUID_BYTES = 16


@dataclass(frozen=True, slots=True)
class Unreadable:
    """A cell without a value, as text where it can be shown."""

    text: str | None


def holds(stored: pa.DataType, column: Column) -> bool:
    """Whether cells stored like this may be values of a column.

    What Parquet has no type for may be text, as in a CSV file, or JSON.
    """
    stored = _plain(stored)
    return pa.types.is_null(stored) or HOLDS[column.type](stored, column)


def values(array: Array, column: Column) -> list[Any]:
    """The values of a column that holds them; Unreadable where there is none."""
    try:
        return list(_convert(array, column))
    except NO_VALUE:
        return [_value(array.slice(position, 1), column) for position in range(len(array))]


def _value(cell: Array, column: Column) -> Any:
    try:
        return _convert(cell, column)[0]
    except NO_VALUE:
        return Unreadable(_shown(cell))


def _shown(cell: Array) -> str | None:
    try:
        return str(cell.cast(pa.string())[0].as_py())
    except NO_VALUE:
        return None


def _convert(array: Any, column: Column) -> Any:
    if isinstance(array, pa.ExtensionArray):
        array = array.storage
    if pa.types.is_dictionary(array.type):
        array = array.dictionary_decode()
    if pa.types.is_null(array.type):
        return [None] * len(array)
    return CONVERT.get(column.type, _cast)(array, column)


def _each(array: Any, convert: Callable[[Any], Any]) -> list[Any]:
    return [None if value is None else convert(value) for value in array.to_pylist(maps_as_pydicts="strict")]


def _from_text(column: Column) -> Callable[[str], Any]:
    """What reads a text that stands for a value; of a list that is JSON, since a column knows no delimiter."""
    field = Field(name=column.name, type=column.type, format=column.format)
    if column.type == "list":
        return json_array
    return as_declared(column.python, field) or parser(field).parse


def _strings(array: Any, column: Column) -> list[Any]:
    fixed = pa.types.is_fixed_size_binary(array.type)
    if column.python is bytes:
        return array.to_pylist() if is_bytes(array.type) or fixed else _each(array, _from_text(column))
    if column.python is UUID:
        parse = _from_text(column)
        return _each(array, lambda cell: UUID(bytes=cell) if fixed else parse(_decoded(cell)))
    if fixed and column.format == "uuid":
        return _each(array, lambda cell: str(UUID(bytes=cell)))
    if column.format == "binary" and (is_bytes(array.type) or fixed):
        return _each(array, lambda cell: base64.b64encode(cell).decode())
    return _each(array, _decoded)


def _decoded(cell: str | bytes) -> str:
    return cell.decode() if isinstance(cell, bytes) else cell


def _numbers(array: Any, column: Column) -> list[Any]:
    exact = pa.types.is_float32(array.type) or pa.types.is_decimal(array.type)
    if column.python is Decimal:
        cells = array.cast(pa.string()) if pa.types.is_float32(array.type) else array
        return _each(cells, lambda cell: cell if isinstance(cell, Decimal) else Decimal(str(cell)))
    # By way of text: 0.1 is the double 0.1, not the double that is next to the single 0.1.
    # An integer beyond 2 to the 53rd is the double next to it.
    if exact:
        return list(array.cast(pa.string()).cast(pa.float64()).to_pylist())
    return list(_as(array, pa.float64(), safe=False).to_pylist())


def _integers(array: Any, column: Column) -> list[Any]:
    if is_text(array.type):
        return _each(array, _from_text(column))
    return list((array if pa.types.is_integer(array.type) else array.cast(pa.int64())).to_pylist())


def _datetimes(array: Any, _: Column) -> list[Any]:
    return list(_as(array, pa.timestamp("us", tz=array.type.tz)).to_pylist())


def _durations(array: Any, column: Column) -> list[Any]:
    if is_text(array.type):
        return _each(array, _from_text(column))
    deltas = array.cast(pa.duration("us"))
    return list(deltas.to_pylist()) if column.python is not Duration else _each(deltas, Duration.of)


def _nested(array: Any, column: Column) -> list[Any]:
    if is_text(array.type) or is_bytes(array.type):
        return _each(_as_text(array), _from_text(column))
    if column.type == "geopoint":
        return _each(array, lambda cell: of_object(cell) if isinstance(cell, dict) else of_array(cell))
    return _each(array, _without_absent if column.type == "geojson" else lambda cell: cell)


def _without_absent(value: Any) -> Any:
    """A struct has all members that any of its cells has; only a Feature of GeoJSON has some that are null."""
    if isinstance(value, list):
        return [_without_absent(item) for item in value]
    if not isinstance(value, dict):
        return value
    kept = ("geometry", "properties") if value.get("type") == "Feature" else ()
    there = {name: item for name, item in value.items() if item is not None or name in kept}
    return {name: item if name == "properties" else _without_absent(item) for name, item in there.items()}


def _anything(array: Any, _: Column) -> list[Any]:
    for is_of_kind, kind in ((pa.types.is_duration, pa.duration), (pa.types.is_time64, pa.time64)):
        if is_of_kind(array.type):
            return list(array.cast(kind("us")).to_pylist())
    if pa.types.is_timestamp(array.type):
        return list(array.cast(pa.timestamp("us", tz=array.type.tz)).to_pylist())
    return _each(_as_text(array), lambda cell: cell)


def _cast(array: Any, column: Column) -> list[Any]:
    if is_text(array.type):
        return _each(array, _from_text(column))
    return list(_as(array, ARROW_TYPES[column.type]).to_pylist())


def _as(array: Any, kind: pa.DataType, **options: bool) -> Any:
    """The array with cells of that type; what casts is slow to load, and most are of it already."""
    return array if array.type == kind else array.cast(kind, **options)


def _as_text(array: Any) -> Any:
    try:
        return array.cast(pa.large_string()) if is_bytes(array.type) else array
    except pa.ArrowException:
        return array


def _plain(stored: pa.DataType) -> pa.DataType:
    if isinstance(stored, pa.BaseExtensionType):
        return _plain(stored.storage_type)
    return _plain(stored.value_type) if pa.types.is_dictionary(stored) else stored


def is_text(stored: pa.DataType) -> bool:
    """Whether cells are texts, however long."""
    return pa.types.is_string(stored) or pa.types.is_large_string(stored) or pa.types.is_string_view(stored)


def is_bytes(stored: pa.DataType) -> bool:
    """Text that its writer did not mark as such, or bytes."""
    return pa.types.is_binary(stored) or pa.types.is_large_binary(stored) or pa.types.is_binary_view(stored)


def _is_any_text(stored: pa.DataType) -> bool:
    return is_text(stored) or is_bytes(stored)


def _is_list(stored: pa.DataType) -> bool:
    of_any_length = pa.types.is_list(stored) or pa.types.is_large_list(stored) or pa.types.is_fixed_size_list(stored)
    return of_any_length or pa.types.is_list_view(stored) or pa.types.is_large_list_view(stored)


def _is_object(stored: pa.DataType) -> bool:
    return pa.types.is_struct(stored) or pa.types.is_map(stored)


def _is_string(stored: pa.DataType, column: Column) -> bool:
    if not pa.types.is_fixed_size_binary(stored):
        return _is_any_text(stored)
    return column.format == "binary" or (column.format == "uuid" and stored.byte_width == UUID_BYTES)


HOLDS: Mapping[ColumnType, Callable[[Any, Column], bool]] = {
    "string": _is_string,
    "integer": lambda stored, _: (
        pa.types.is_integer(stored) or (isinstance(stored, pa.Decimal128Type) and stored.scale == 0)
    ),
    "number": lambda stored, _: (
        pa.types.is_floating(stored) or pa.types.is_integer(stored) or pa.types.is_decimal(stored)
    ),
    "boolean": lambda stored, _: pa.types.is_boolean(stored),
    "date": lambda stored, _: pa.types.is_date(stored),
    "time": lambda stored, _: pa.types.is_time(stored),
    "datetime": lambda stored, _: pa.types.is_timestamp(stored),
    "year": lambda stored, _: pa.types.is_integer(stored) or is_text(stored),
    "yearmonth": lambda stored, _: is_text(stored),
    "duration": lambda stored, _: pa.types.is_duration(stored) or is_text(stored),
    "object": lambda stored, _: _is_object(stored) or _is_any_text(stored),
    "array": lambda stored, _: _is_list(stored) or _is_any_text(stored),
    "list": lambda stored, _: _is_list(stored) or _is_any_text(stored),
    "geopoint": lambda stored, _: _is_object(stored) or _is_list(stored) or is_text(stored),
    "geojson": lambda stored, _: _is_object(stored) or _is_any_text(stored),
    "any": lambda _stored, _: True,
}
CONVERT: Mapping[ColumnType, Callable[[Any, Column], list[Any]]] = {
    "string": _strings,
    "integer": _integers,
    "number": _numbers,
    "datetime": _datetimes,
    "year": _integers,
    "duration": _durations,
    "object": _nested,
    "array": _nested,
    "list": _nested,
    "geopoint": _nested,
    "geojson": _nested,
    "any": _anything,
}
"""How each type is read; all others are cast."""
