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

MOST_DIGITS = 38
"""Of a decimal that every reader of Parquet knows."""


def arrow_schema(model: type[Record], metadata: Mapping[str, str]) -> pa.Schema:
    """The schema with the descriptions and units of the fields, non-nullability, and `metadata` for the table.

    Vocabularies are plain strings: dictionary encoding is the writer's business, not the reader's.
    """
    return pa.schema(
        [_field(column) for column in columns(model)],
        metadata={name.encode(): text.encode() for name, text in metadata.items()},
    )


def arrow_type(column: Column) -> pa.DataType:
    """How the values of a column are stored.

    Decimals have as many digits as are declared. Where that is left open no fixed number of them is enough, and a
    double would not be exact: they are stored as text, as they stand in the CSV file.
    """
    if column.python is Decimal:
        digits, places = column.digits or (MOST_DIGITS + 1, 0)
        return pa.decimal128(digits, places) if digits <= MOST_DIGITS else pa.string()
    if column.python is bytes:
        return pa.binary()
    if column.python is dt.timedelta:
        return pa.duration("us")
    return pa.timestamp("us", tz="UTC") if column.zoned else ARROW_TYPES[column.type]


def _field(column: Column) -> "pa.Field[Any]":
    metadata = {"description": column.description} | ({"unit": column.unit} if column.unit else {})
    return pa.field(column.name, arrow_type(column), column.nullable, metadata)
