"""Table Schema: the fields of a table, and its keys."""

import functools
from collections.abc import Mapping, Sequence
from typing import Annotated, Any, Literal

import pydantic
from pydantic import AfterValidator, BeforeValidator, StrictBool
from pydantic_core import PydanticCustomError

from lading.descriptor.base import Count, Descriptor, Name, Names, NotEmpty, Texts

FieldType = Literal[
    "string",
    "number",
    "integer",
    "boolean",
    "object",
    "array",
    "list",
    "datetime",
    "date",
    "time",
    "year",
    "yearmonth",
    "duration",
    "geopoint",
    "geojson",
    "any",
]
ItemType = Literal["string", "integer", "boolean", "number", "datetime", "date", "time"]


def _is_list(value: Any) -> bool:
    return isinstance(value, Sequence) and not isinstance(value, str)


def _as_objects(entries: Any) -> Any:
    """`categories` may hold bare values or objects."""
    if not _is_list(entries):
        return entries
    return [entry if isinstance(entry, Mapping) else {"value": entry} for entry in entries]


def _as_values(entries: Any) -> Any:
    """`missingValues` may hold strings or objects."""
    if not _is_list(entries):
        return entries
    return [entry.get("value") if isinstance(entry, Mapping) else entry for entry in entries]


def _first(value: Any) -> Any:
    """The profile of v2.0 takes `fieldsMatch` for an array, its text for a string."""
    return value[0] if isinstance(value, list) and len(value) == 1 else value


def _text_or_integer(value: Any) -> Any:
    if not isinstance(value, str | int) or isinstance(value, bool):
        raise PydanticCustomError("category", "the value of a category is a text or an integer")
    return value


MissingValues = Annotated[Texts, BeforeValidator(_as_values)]
FieldsMatch = Annotated[Literal["exact", "equal", "subset", "superset", "partial"], BeforeValidator(_first)]


class Category(Descriptor):
    """One of the values that a field may have, and its label."""

    value: Annotated[Any, AfterValidator(_text_or_integer)]
    label: str | None = None


class FieldConstraints(Descriptor):
    """What the values of a field have to meet."""

    required: StrictBool = False
    unique: StrictBool = False
    minimum: Any = None
    maximum: Any = None
    exclusive_minimum: Any = None
    exclusive_maximum: Any = None
    min_length: Count | None = None
    max_length: Count | None = None
    pattern: str | None = None
    enum: Annotated[tuple[Any, ...], NotEmpty] | None = None
    json_schema: dict[str, Any] | None = None


@functools.cache
def _none() -> FieldConstraints:
    """The constraints of most fields; not made before they are needed, since that takes a while."""
    return FieldConstraints()


class Field(Descriptor):
    """A column as described."""

    name: Name
    type: FieldType = "any"
    format: str = "default"
    title: str | None = None
    description: str | None = None
    example: Any = None
    unit: Any = None
    rdf_type: str | None = None
    constraints: FieldConstraints = pydantic.Field(default_factory=_none)
    categories: Annotated[tuple[Category, ...], BeforeValidator(_as_objects)] | None = None
    categories_ordered: StrictBool | None = None
    missing_values: MissingValues | None = None
    true_values: Texts = ("true", "True", "TRUE", "1")
    false_values: Texts = ("false", "False", "FALSE", "0")
    decimal_char: str = "."
    group_char: str | None = None
    bare_number: StrictBool = True
    delimiter: str = ","
    """What stands between the items of a list."""
    item_type: ItemType = "string"


class ForeignKeyReference(Descriptor):
    """Where a foreign key leads; no resource for the table itself."""

    fields: Names
    resource: Annotated[str | None, AfterValidator(lambda name: name or None)] = None
    package: str | None = None
    """The address of another package that the resource is in (a recipe of the standard)."""


class ForeignKey(Descriptor):
    """Fields that hold a value of the fields they refer to."""

    fields: Names
    reference: ForeignKeyReference


class TableSchema(Descriptor):
    """The fields and keys of a table."""

    standard: str | None = pydantic.Field(None, alias="$schema")
    fields: Annotated[tuple[Field, ...], NotEmpty]
    fields_match: FieldsMatch = "exact"
    missing_values: MissingValues = ("",)
    primary_key: Names | None = None
    unique_keys: tuple[Names, ...] = ()
    foreign_keys: tuple[ForeignKey, ...] = ()
