"""The Arrow schema of a record model."""

from collections.abc import Mapping
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
}


def arrow_schema(model: type[Record], metadata: Mapping[str, str]) -> pa.Schema:
    """The schema with the descriptions and units of the fields, non-nullability, and `metadata` for the table.

    Vocabularies are plain strings: dictionary encoding is the writer's business, not the reader's.
    """
    return pa.schema(
        [_field(column) for column in columns(model)],
        metadata={name.encode(): text.encode() for name, text in metadata.items()},
    )


def _field(column: Column) -> "pa.Field[Any]":
    metadata = {"description": column.description} | ({"unit": column.unit} if column.unit else {})
    return pa.field(column.name, ARROW_TYPES[column.type], column.nullable, metadata)
