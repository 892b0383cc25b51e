"""The JSON Schema (2020-12) of a record model: one row as a JSON object."""

from collections.abc import Mapping
from typing import Any

from lading.column import Column, ColumnType, columns
from lading.derive.lexical import json_value
from lading.derive.words import description
from lading.record import Record

JSON_SCHEMA = "https://json-schema.org/draft/2020-12/schema"
TIME = r"[0-9]{2}:[0-9]{2}:[0-9]{2}(\.[0-9]+)?"  # the formats of JSON Schema want an offset

YEAR = "-?[0-9]{4,}"
DURATION = "-?P([0-9]+[YMD])*(T([0-9]+[HM])*([0-9]+([.][0-9]+)?S)?)?"  # the format knows neither sign nor fraction
TEXT = {"type": "string"}

JSON_TYPES: Mapping[ColumnType, Mapping[str, str]] = {
    "string": {"type": "string"},
    "integer": {"type": "integer"},
    "number": {"type": "number"},
    "boolean": {"type": "boolean"},
    "date": {"type": "string", "format": "date"},
    "time": {"type": "string", "pattern": f"^{TIME}$"},
    "datetime": {"type": "string", "pattern": f"^[0-9]{{4}}-[0-9]{{2}}-[0-9]{{2}}T{TIME}$"},
    "year": {"type": "integer"},
    "yearmonth": {"type": "string", "pattern": f"^{YEAR}-[0-9]{{2}}$"},
    "duration": {"type": "string", "pattern": f"^{DURATION}$"},
    "object": {"type": "object"},
    "array": {"type": "array"},
    "list": {"type": "array"},
    "geopoint": TEXT,
    "geojson": {"type": "object"},
    "any": {},
}
FORMATS: Mapping[str, Mapping[str, str]] = {
    "uri": TEXT | {"format": "uri"},
    "uuid": TEXT | {"format": "uuid"},
    "email": TEXT | {"format": "email"},
    "binary": TEXT | {"contentEncoding": "base64"},
}
"""Texts whose format has a name in JSON Schema too."""
ZONED = TEXT | {"format": "date-time"}
COMPARED = ("integer", "number", "string")
"""What JSON Schema has bounds for."""


def json_schema(model: type[Record]) -> dict[str, Any]:
    """The schema of one row; rules that compare fields are beyond JSON Schema and stand in the description."""
    fields = columns(model)
    return {
        "$schema": JSON_SCHEMA,
        "title": model.table.title,
        "description": "\n".join([description(model), *(f"- {rule.description}" for rule in model.rules)]),
        "type": "object",
        "properties": {column.name: _property(column) for column in fields},
        "required": [column.name for column in fields],
        "additionalProperties": False,
    }


def _property(column: Column) -> dict[str, Any]:
    described: dict[str, Any] = {"description": column.description}
    if column.unit:
        described["unit"] = column.unit
    if column.vocabulary:
        values = [{"const": member.value, "title": member.label} for member in column.vocabulary]
        return described | {"oneOf": [*values, {"type": "null"}] if column.nullable else values}
    if column.constraints.enum:
        return described | {"enum": [*column.constraints.enum, *([None] if column.nullable else [])]}
    json_type = ZONED if column.zoned else FORMATS.get(column.format, JSON_TYPES[column.type])
    return {**described, **json_type, **_nullable(json_type, column), **_bounds(column)}


def _nullable(json_type: Mapping[str, str], column: Column) -> dict[str, Any]:
    return {"type": [json_type["type"], "null"]} if column.nullable and json_type else {}


def _bounds(column: Column) -> dict[str, Any]:
    if column.type not in COMPARED or column.format == "binary":
        return {}  # no bounds for points in time; and the text of bytes is longer than they are
    bounds = column.constraints
    stated = {
        "minimum": bounds.minimum,
        "maximum": bounds.maximum,
        "exclusiveMinimum": bounds.exclusive_minimum,
        "exclusiveMaximum": bounds.exclusive_maximum,
        "multipleOf": bounds.multiple_of,
        "minLength": bounds.min_length,
        "maxLength": bounds.max_length,
        "pattern": bounds.pattern,
    }
    return {name: json_value(value) for name, value in stated.items() if value is not None}
