"""The columns of a record model: its annotations read once, for everything that is derived from them."""

import datetime as dt
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from enum import Enum, Flag
from functools import lru_cache
from typing import Any, Literal, get_args, get_origin
from uuid import UUID

import pydantic
from pydantic import AnyUrl, AwareDatetime, EmailStr, NaiveDatetime
from pydantic.fields import FieldInfo

from lading.annotation import Unwrapped, unwrap
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
    "multiple_of": "multiple_of",
    "max_digits": "max_digits",
    "decimal_places": "decimal_places",
}
"""What Pydantic calls a constraint, and what it is called here. All others are left to Pydantic."""

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
"""The types whose values are as Table Schema has them by default."""

MOST_DIGITS = 38
"""Of a decimal that Parquet, Arrow and databases have a type for."""
PLACES = 18
"""Digits after the point, of a decimal that may have any number of them."""

LISTED = (str, int, float, bool)
"""The types whose values a closed list may hold."""

MODELS_REMEMBERED = 256
"""Models whose columns are read from their annotations once: whoever writes many small tables asks for them often."""

CLOCKS = (pydantic.PastDate, pydantic.FutureDate, pydantic.PastDatetime, pydantic.FutureDatetime)


@dataclass(frozen=True, slots=True)
class SchemaType:
    """What Table Schema calls the values of a field, where the annotation alone does not tell.

    As in `Annotated[int, SchemaType("year")]` or `Annotated[list[float], SchemaType("geopoint", "array")]`.
    """

    type: ColumnType
    format: str = "default"


@dataclass(frozen=True, slots=True)
class Constraints:
    """The bounds of a field, in the terms of Table Schema; it has no word for the last three."""

    minimum: Any = None
    maximum: Any = None
    exclusive_minimum: Any = None
    exclusive_maximum: Any = None
    min_length: int | None = None
    max_length: int | None = None
    pattern: str | None = None
    enum: tuple[Any, ...] | None = None
    multiple_of: int | float | Decimal | None = None
    max_digits: int | None = None
    decimal_places: int | None = None


@dataclass(frozen=True, slots=True)
class Column:
    """A field of a record model, read once for everything that is derived from it.

    `python` is the type of its values as they are stored and written: `str` for a closed list of texts, whatever class
    lists them; `AnyUrl` for URLs of every kind; `Any` where a value of any type is one. `format` is that of Table
    Schema. `zoned` are times that all have an offset.
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
    zoned: bool = False

    @property
    def digits(self) -> tuple[int, int]:
        """How many digits there is room for in its decimals, and how many of them after the point.

        As many as are declared; where that is left open, as many as decimals of databases have at most.
        """
        declared = self.constraints
        if declared.max_digits is None:
            return MOST_DIGITS, min(PLACES if declared.decimal_places is None else declared.decimal_places, MOST_DIGITS)
        if declared.decimal_places is None:  # all of them may stand before the point, or after it
            return min(2 * declared.max_digits, MOST_DIGITS), min(declared.max_digits, MOST_DIGITS // 2)
        total = min(declared.max_digits, MOST_DIGITS)
        return total, min(declared.decimal_places, total)


@lru_cache(MODELS_REMEMBERED)
def columns(model: type[Record]) -> tuple[Column, ...]:
    """The columns of a record model: the primary key first, the others in the order of declaration.

    Raises DeclarationError for an annotation that no column type stands for, and for a field without description.
    What Table Schema has no word for (a validator, strictness, a transformation) is allowed: Pydantic sees to it.
    """
    described = {column_name(model, name): info for name, info in model.model_fields.items()}
    names = dict.fromkeys((*model.table.key, *described))
    return tuple(_column(model, name, described[name]) for name in names)


def refuse_nullable_key(model: type[Record]) -> None:
    """Refuse a key part of which may be missing: nothing would tell its rows apart, or put them in order.

    A model alone may have one: its rows can be judged, though no package can be made of them.
    """
    for column in columns(model):
        if column.nullable and column.name in model.table.key:
            message = "a part of the primary key is never missing; leave None out of its type, or choose another key"
            raise DeclarationError(f"{model.__name__}.{column.name}: {message}")


def _column(model: type[Record], name: str, info: FieldInfo) -> Column:
    where = f"{model.__name__}.{name}"
    if not info.description:
        raise DeclarationError(f"{where}: a field needs a description")
    inside = unwrap(info.annotation, info.metadata, where)
    values = _listed(inside.base, where)
    python = _type_of_all(values, where) if values else _type_of(inside, where)
    schema_type = _schema_type(python, inside, where)
    return Column(
        name,
        schema_type.type,
        inside.nullable,
        info.description,
        python,
        schema_type.format,
        unit=next((item.name for item in inside.metadata if isinstance(item, Unit)), None),
        vocabulary=inside.base if _is_a(inside.base, Vocabulary) else None,
        constraints=_constraints(inside.metadata, values, _length_of_texts(model) if inside.base is str else {}),
        zoned=_says(inside, AwareDatetime),
    )


def _says(inside: Unwrapped, kind: Any) -> bool:
    """Whether a type of Pydantic is the annotation, or stands beside it: `PastDate`, `Annotated[date, PastDate()]`."""
    return inside.base is kind or any(isinstance(item, kind) for item in inside.metadata)


def _is_a(base: Any, kind: type) -> bool:
    return isinstance(base, type) and issubclass(base, kind)


def _listed(base: Any, where: str) -> tuple[Any, ...]:
    """The values of a closed list, none where the type is no such list."""
    if get_origin(base) is Literal:
        return get_args(base)
    if _is_a(base, Flag):
        raise DeclarationError(f"{where}: a column holds one value, not any combination of {base.__name__}")
    return tuple(member.value for member in base) if _is_a(base, Enum) else ()


def _type_of_all(values: Iterable[Any], where: str) -> type:
    types = {type(value) for value in values}
    if len(types) != 1 or not types <= set(LISTED):
        names = ", ".join(sorted(found.__name__ for found in types))
        raise DeclarationError(f"{where}: the values of a closed list are all texts or all numbers, not {names}")
    return types.pop()


def _type_of(inside: Unwrapped, where: str) -> Any:
    base = inside.base
    for clock in CLOCKS:
        if _says(inside, clock):
            message = "would make a file valid today that was not yesterday, or no longer is tomorrow; give a bound"
            raise DeclarationError(f"{where}: {clock.__name__} {message}")
    if base in (AwareDatetime, NaiveDatetime):
        return dt.datetime
    if _is_a(base, AnyUrl):
        return AnyUrl
    if base is EmailStr:
        return str
    if (origin := get_origin(base)) is not None:
        if not any(isinstance(item, SchemaType) for item in inside.metadata):
            raise DeclarationError(f"{where}: a column holds no {origin!r}; use a link table")
        return origin
    return base


def _schema_type(python: Any, inside: Unwrapped, where: str) -> SchemaType:
    """What Table Schema calls the values: what the field says, else what their type tells."""
    for item in inside.metadata:
        if isinstance(item, SchemaType):
            return item
    if inside.base is EmailStr:
        return SchemaType("string", "email")
    found = SCHEMA_TYPES.get(python)
    if found is None:
        raise DeclarationError(f"{where}: no column type stands for {python!r}")
    return found


SCHEMA_TYPES: Mapping[type, SchemaType] = {
    **{python: SchemaType(name) for python, name in COLUMN_TYPES.items()},
    Decimal: SchemaType("number"),
    dt.timedelta: SchemaType("duration"),
    bytes: SchemaType("string", "binary"),
    UUID: SchemaType("string", "uuid"),
    AnyUrl: SchemaType("string", "uri"),
}


def _length_of_texts(model: type[Record]) -> Mapping[str, int | None]:
    """The bounds that the model sets for all of its texts."""
    config = model.model_config
    return {"min_length": config.get("str_min_length") or None, "max_length": config.get("str_max_length")}


def _constraints(metadata: Iterable[Any], values: tuple[Any, ...], everywhere: Mapping[str, Any]) -> Constraints:
    found = dict(everywhere)
    for item in metadata:
        for attribute, name in CONSTRAINTS.items():
            value = getattr(item, attribute, None)
            if value is not None:
                found[name] = value.pattern if isinstance(value, re.Pattern) else value
    return Constraints(**found, enum=values or None)
