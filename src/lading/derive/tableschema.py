"""The Table Schema (Data Package v2) of a record model."""

import math
from typing import Any

from lading.borrow import Borrowed
from lading.column import Column, columns, refuse_nullable_key
from lading.derive.lexical import json_value
from lading.record import DeclarationError, Record, Reference

TABLE_SCHEMA = "https://datapackage.org/profiles/2.0/tableschema.json"


def table_schema(model: type[Record], *, suffix: str = "") -> dict[str, Any]:
    """The schema of the table; its foreign keys refer to resources named by table and `suffix`."""
    refuse_nullable_key(model)
    schema: dict[str, Any] = {
        "$schema": TABLE_SCHEMA,
        "fields": [_field(model, column) for column in columns(model)],
        "missingValues": [""],
    }
    if model.table.key:
        schema["primaryKey"] = list(model.table.key)
    if model.table.unique:
        schema["uniqueKeys"] = [list(names) for names in model.table.unique]
    if model.table.references:
        schema["foreignKeys"] = [_foreign_key(model, reference, suffix) for reference in model.table.references]
    return schema


def _field(model: type[Record], column: Column) -> dict[str, Any]:
    if not issubclass(model, Borrowed):  # which was not declared with a Table Schema in mind
        _refuse_misreadable(model, column)
    field: dict[str, Any] = {"name": column.name, "type": column.type}
    if column.format != "default":
        field["format"] = column.format
    field["description"] = column.description
    if column.unit:
        field["unit"] = column.unit
    if constraints := _constraints(column):
        field["constraints"] = constraints
    if column.vocabulary:
        field["categories"] = [{"value": member.value, "label": member.label} for member in column.vocabulary]
    return field


def _constraints(column: Column) -> dict[str, Any]:
    bounds = column.constraints
    constraints = {
        "required": None if column.nullable else True,
        "minimum": bounds.minimum,
        "maximum": bounds.maximum,
        "exclusiveMinimum": bounds.exclusive_minimum,
        "exclusiveMaximum": bounds.exclusive_maximum,
        "minLength": bounds.min_length,
        "maxLength": _longest_text(column),
        "pattern": bounds.pattern if _is_whole(bounds.pattern) else None,
    }
    stated = {name: json_value(value) for name, value in constraints.items() if value is not None}
    return stated | ({"enum": list(bounds.enum)} if bounds.enum else {})


def _longest_text(column: Column) -> int | None:
    """The maximum length as others count it: of bytes some count the text that stands for them, four for three."""
    longest = column.constraints.max_length
    return longest if longest is None or column.python is not bytes else 4 * math.ceil(longest / 3)


def _foreign_key(model: type[Record], reference: Reference, suffix: str) -> dict[str, Any]:
    # The standard wants the name of the resource left out where a table refers to itself.
    resource = {} if reference.to == model.table.name else {"resource": reference.to + suffix}
    return {"fields": list(reference.fields), "reference": resource | {"fields": list(reference.to_fields)}}


def _refuse_misreadable(model: type[Record], column: Column) -> None:
    """Refuse what means one thing on a record model and another in a Table Schema."""
    where = f"{model.__name__}.{column.name}"
    if not column.vocabulary and "" in (column.constraints.enum or ()):
        raise DeclarationError(f"{where}: an empty text cannot be told from a missing value in a CSV file")
    pattern = column.constraints.pattern
    if pattern and not _is_whole(pattern):
        raise DeclarationError(f"{where}: the pattern {pattern!r} must match the whole value, from ^ to $")


def _is_whole(pattern: str | None) -> bool:
    """Whether a pattern says that it is one for the whole value, as Table Schema takes it."""
    return pattern is not None and pattern.startswith("^") and pattern.endswith("$")
