"""The parts of a Data Package descriptor (v2.0), with the names and defaults of the standard.

What v1.0 wrote otherwise is read as v2.0 has it: a single name for a list of names, an empty name for a self-reference.
Unknown properties are kept, since the standard allows them everywhere.
"""

from collections.abc import Mapping, Sequence
from typing import Annotated, Any, Literal

import pydantic
from pydantic import AfterValidator, BeforeValidator, StrictBool, StrictInt
from pydantic_core import PydanticCustomError

from lading.descriptor.base import Descriptor, Name, Names, NotEmpty
from lading.descriptor.dialect import Dialect

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


def _as_objects(entries: Any) -> Any:
    """`categories` may hold bare values or objects."""
    if not isinstance(entries, Sequence) or isinstance(entries, str):
        return entries
    return [entry if isinstance(entry, Mapping) else {"value": entry} for entry in entries]


def _as_values(entries: Any) -> Any:
    """`missingValues` may hold strings or objects."""
    if not isinstance(entries, Sequence) or isinstance(entries, str):
        return entries
    return [entry.get("value") if isinstance(entry, Mapping) else entry for entry in entries]


def _first(value: Any) -> Any:
    """The profile of v2.0 takes `fieldsMatch` for an array, its text for a string."""
    return value[0] if isinstance(value, list) and len(value) == 1 else value


def _text_or_integer(value: Any) -> Any:
    if not isinstance(value, str | int) or isinstance(value, bool):
        raise PydanticCustomError("category", "the value of a category is a text or an integer")
    return value


MissingValues = Annotated[tuple[str, ...], BeforeValidator(_as_values)]
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
    min_length: StrictInt | None = None
    max_length: StrictInt | None = None
    pattern: str | None = None
    enum: Annotated[tuple[Any, ...], NotEmpty] | None = None


class Field(Descriptor):
    """A column as described."""

    name: Name
    type: FieldType = "any"
    format: str = "default"
    title: str | None = None
    description: str | None = None
    unit: Any = None
    constraints: FieldConstraints = FieldConstraints()
    categories: Annotated[tuple[Category, ...], BeforeValidator(_as_objects)] | None = None
    missing_values: MissingValues | None = None
    true_values: tuple[str, ...] = ("true", "True", "TRUE", "1")
    false_values: tuple[str, ...] = ("false", "False", "FALSE", "0")
    decimal_char: str = "."
    group_char: str | None = None
    bare_number: StrictBool = True


class ForeignKeyReference(Descriptor):
    """Where a foreign key leads; no resource for the table itself."""

    fields: Names
    resource: Annotated[str | None, AfterValidator(lambda name: name or None)] = None


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


class Resource(Descriptor):
    """A table or another file of the package."""

    standard: str | None = pydantic.Field(None, alias="$schema")
    name: Name
    paths: Names | None = pydantic.Field(None, alias="path")
    data: Any = None
    type: str | None = None
    title: str | None = None
    description: str | None = None
    format: str | None = None
    mediatype: str | None = None
    encoding: str = "utf-8"
    bytes: Annotated[StrictInt, pydantic.Field(ge=0)] | None = None
    hash: Annotated[str, pydantic.Field(pattern=r"^([^:]+:[0-9A-Fa-f]+|[0-9A-Fa-f]{32})$")] | None = None
    digest: str | None = pydantic.Field(None, alias="lading:digest")
    remote: tuple[str, ...] = pydantic.Field((), alias="lading:remote")
    """The addresses of a schema and a dialect that lie elsewhere and were not fetched."""
    compression: str | None = None
    dialect: Dialect | None = None
    table_schema: TableSchema | None = pydantic.Field(None, alias="schema")


class Package(Descriptor):
    """A data package: its metadata and its resources."""

    standard: str | None = pydantic.Field(None, alias="$schema")
    name: Name | None = None
    title: str | None = None
    description: str | None = None
    version: str | None = None
    homepage: str | None = None
    licenses: tuple[dict[str, Any], ...] = ()
    contributors: tuple[dict[str, Any], ...] = ()
    sources: tuple[dict[str, Any], ...] = ()
    keywords: tuple[str, ...] = ()
    resources: Annotated[tuple[Resource, ...], NotEmpty]

    def resource(self, name: str) -> Resource:
        """The resource of that name; KeyError when there is none."""
        return {resource.name: resource for resource in self.resources}[name]
