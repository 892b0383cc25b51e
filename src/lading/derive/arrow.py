"""The Arrow schema of a record model."""

import datetime as dt
from collections.abc import Mapping
from decimal import Decimal
from typing import Any

import pyarrow as pa

from lading.column import Column, ColumnType, columns
from lading.record import Record

ARROW_TYPES: Mapping[ColumnType, pa.DataType] = {
    "string": pa.string(),
    "integer": pa.int64(),
    "number": pa.float64(),
    "boolean": pa.bool_(),
    "date": pa.date32(),
    "time": pa.time64("us"),
    "datetime": pa.timestamp("us"),
    "year": pa.int64(),
    "yearmonth": pa.string(),
    "duration": pa.string(),
    "object": pa.string(),
    "array": pa.string(),
    "list": pa.string(),
    "geopoint": pa.string(),
    "geojson": pa.string(),
    "any": pa.string(),
}
"""How the values of each column type are stored, where the Python type of the column says no more of them."""


def arrow_schema(model: type[Record], metadata: Mapping[str, str]) -> pa.Schema:
    """The schema with the descriptions and units of the fields, non-nullability, and `metadata` for the table.

    Vocabularies are plain strings: dictionary encoding is the writer's business, not the reader's.
    """
    return pa.schema(
        [_field(column) for column in columns(model)],
        metadata={name.encode(): text.encode() for name, text in metadata.items()},
    )


def arrow_type(column: Column) -> pa.DataType:
    """How the values of a column are stored: decimals exactly, moments in UTC."""
    if column.python is Decimal:
        return pa.decimal128(*column.digits)
    if column.python is bytes:
        return pa.binary()
    if column.python is dt.timedelta:
        return pa.duration("us")
    return pa.timestamp("us", tz="UTC") if column.zoned else ARROW_TYPES[column.type]


def _field(column: Column) -> "pa.Field[Any]":
    metadata = {"description": column.description} | ({"unit": column.unit} if column.unit else {})
    return pa.field(column.name, arrow_type(column), column.nullable, metadata)
