"""The columns of a record model: its annotations read once, for everything that is derived from them."""

import datetime as dt
import types
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, fields, is_dataclass
from typing import Annotated, Any, Literal, Union, get_args, get_origin

import annotated_types
from pydantic.fields import FieldInfo

from lading.record import DeclarationError, Record, Unit, Vocabulary, column_name

ColumnType = Literal[
    "string",
    "integer",
    "number",
    "boolean",
    "date",
    "time",
    "datetime",
    "year",
    "yearmonth",
    "duration",
    "object",
    "array",
    "list",
    "geopoint",
    "geojson",
    "any",
]
"""The types of Table Schema."""

CONSTRAINTS: Mapping[str, str] = {
    "ge": "minimum",
    "le": "maximum",
    "gt": "exclusive_minimum",
    "lt": "exclusive_maximum",
    "min_length": "min_length",
    "max_length": "max_length",
    "pattern": "pattern",
}
"""What Pydantic calls a constraint, and what it is called here."""

VocabularyType = type[Vocabulary]

COLUMN_TYPES: Mapping[type, ColumnType] = {
    bool: "boolean",
    int: "integer",
    float: "number",
    str: "string",
    dt.datetime: "datetime",
    dt.date: "date",
    dt.time: "time",
}


@dataclass(frozen=True, slots=True)
class Constraints:
    """The bounds of a field, in the terms of Table Schema."""

    minimum: Any = None
    maximum: Any = None
    exclusive_minimum: Any = None
    exclusive_maximum: Any = None
    min_length: int | None = None
    max_length: int | None = None
    pattern: str | None = None


@dataclass(frozen=True, slots=True)
class Column:
    """A field of a record model, read once for everything that is derived from it.

    `python` is the type of its values as they are stored and written: `str` for a closed list of texts, whatever class
    lists them; `Any` where a value of any type is one. `format` is that of Table Schema.
    """

    name: str
    type: ColumnType
    nullable: bool
    description: str
    python: Any
    format: str = "default"
    unit: str | None = None
    vocabulary: VocabularyType | None = None
    constraints: Constraints = field(default_factory=Constraints)


def columns(model: type[Record]) -> tuple[Column, ...]:
    """The columns of a record model: the primary key first, the others in the order of declaration.

    Raises DeclarationError for an annotation that no column type stands for, and for a field without description.
    """
    described = {column_name(model, name): info for name, info in model.model_fields.items()}
    names = dict.fromkeys((*model.table.key, *described))
    return tuple(_column(model, name, described[name]) for name in names)


def _column(model: type[Record], name: str, info: FieldInfo) -> Column:
    where = f"{model.__name__}.{name}"
    if not info.description:
        raise DeclarationError(f"{where}: a field needs a description")
    base, metadata, nullable = _unwrap(info.annotation, where)
    metadata = [*metadata, *info.metadata]
    vocabulary = base if isinstance(base, type) and issubclass(base, Vocabulary) else None
    column_type = "string" if vocabulary else COLUMN_TYPES.get(base)
    if column_type is None:
        raise DeclarationError(f"{where}: no column type stands for {base!r}")
    unit = next((item.name for item in metadata if isinstance(item, Unit)), None)
    constraints = _constraints(metadata, base is str, where)
    python = str if vocabulary else base
    return Column(name, column_type, nullable, info.description, python, "default", unit, vocabulary, constraints)


def _unwrap(annotation: Any, where: str) -> tuple[Any, list[Any], bool]:
    """The plain type inside `Annotated` and `| None`, the metadata met on the way, and whether None is allowed."""
    metadata: list[Any] = []
    nullable = False
    while (origin := get_origin(annotation)) is not None:
        if origin is Annotated:
            annotation, *more = get_args(annotation)
            metadata = [part for item in more for part in _parts(item)] + metadata
        elif origin in (Union, types.UnionType):
            members = [member for member in get_args(annotation) if member is not types.NoneType]
            if len(members) != 1:
                raise DeclarationError(f"{where}: a column has one type, not {annotation!r}")
            nullable = True
            annotation = members[0]
        else:
            raise DeclarationError(f"{where}: a column holds no {origin!r}; use a link table")
    return annotation, metadata, nullable


def _parts(item: Any) -> Iterable[Any]:
    if isinstance(item, FieldInfo):
        return item.metadata
    return item if isinstance(item, annotated_types.GroupedMetadata) else (item,)


def _constraints(metadata: Iterable[Any], text: bool, where: str) -> Constraints:
    found: dict[str, Any] = {"min_length": 1} if text else {}
    for item in metadata:
        if isinstance(item, annotated_types.BaseMetadata) and (unknown := _stated(item) - CONSTRAINTS.keys()):
            raise DeclarationError(f"{where}: a Table Schema has no {', '.join(sorted(unknown))}; make a rule of it")
        for attribute, name in CONSTRAINTS.items():
            value = getattr(item, attribute, None)
            if value is not None:
                found[name] = value
    return Constraints(**found)


def _stated(item: annotated_types.BaseMetadata) -> set[str]:
    """The constraints that an annotation states: some are dataclasses, those of Pydantic have attributes alone."""
    names = [member.name for member in fields(item)] if is_dataclass(item) else vars(item)
    return set(names)
