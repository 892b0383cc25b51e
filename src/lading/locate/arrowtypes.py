"""Columns as Arrow types them, as fields of a Table Schema."""

from collections.abc import Callable, Sequence
from typing import Any

import pyarrow as pa
import pyarrow.types as at

TYPES: Sequence[tuple[Callable[[pa.DataType], bool], str]] = (
    (at.is_boolean, "boolean"),
    (at.is_integer, "integer"),
    (at.is_floating, "number"),
    (at.is_decimal, "number"),
    (at.is_string, "string"),
    (at.is_large_string, "string"),
    (at.is_string_view, "string"),
    (at.is_date, "date"),
    (at.is_time, "time"),
    (at.is_timestamp, "datetime"),
)
"""The types of Table Schema by those of Arrow; there is none for the others, so that their values can be anything."""


def field(column: "pa.Field[Any]") -> dict[str, Any]:
    """The field of a column; where the column has no nulls, a value is required."""
    stored = column.type.value_type if at.is_dictionary(column.type) else column.type
    described: dict[str, Any] = {"name": column.name, "type": _type(stored)}
    return described if column.nullable else {**described, "constraints": {"required": True}}


def _type(stored: pa.DataType) -> str:
    return next((name for is_one, name in TYPES if is_one(stored)), "any")
