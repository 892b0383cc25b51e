"""The annotation of a field: its type, with every constraint of the field as metadata that Pydantic understands."""

import datetime as dt
from collections.abc import Callable, Collection, Mapping
from types import GenericAlias
from typing import Annotated, Any

from annotated_types import Ge, Gt, Le, Lt, MaxLen, MinLen
from pydantic import AfterValidator

from lading.adopt import formats, geojson, topojson
from lading.adopt.described import MisfitError
from lading.adopt.listed import closed_list
from lading.adopt.nested import json_schema_validator
from lading.adopt.patterns import WholePattern
from lading.adopt.values import constraint_value
from lading.column import SchemaType
from lading.descriptor import Field
from lading.values import Duration, GeoPoint, YearMonth

PLAIN: Mapping[str, Any] = {
    "string": str,
    "integer": int,
    "number": float,
    "boolean": bool,
    "date": dt.date,
    "time": dt.time,
    "datetime": dt.datetime,
    "year": int,
    "yearmonth": YearMonth,
    "duration": Duration,
    "object": dict[str, Any],
    "array": list[Any],
    "geopoint": GeoPoint,
    "geojson": dict[str, Any],
    "any": Any,
}
SAID_BY_THE_TYPE = frozenset({"string", "integer", "number", "boolean", "date", "time", "datetime"})


def annotation(field: Field, missing: Collection[str], name: str) -> Any:
    """The annotation; MisfitError, or SchemaError, where a constraint has a value that the type has not.

    `missing` are texts that stand for no value, also where a constraint lists them.
    """
    bounds = [*_bounds(field), *_checks(field)]
    base, listed = closed_list(field, missing, name, _base(field), bounded=bool(bounds))
    said = field.type in SAID_BY_THE_TYPE and field.format == "default"
    schema_type = () if said else (SchemaType(field.type, field.format),)
    metadata = [*bounds, *listed, *schema_type]
    return Annotated[(base, *metadata)] if metadata else base


def _base(field: Field) -> Any:
    return GenericAlias(list, (PLAIN[field.item_type],)) if field.type == "list" else PLAIN[field.type]


def _bounds(field: Field) -> list[Any]:
    constraints = field.constraints
    ordered: Mapping[Callable[[Any], Any], Any] = {
        Ge: constraints.minimum,
        Le: constraints.maximum,
        Gt: constraints.exclusive_minimum,
        Lt: constraints.exclusive_maximum,
    }
    others: Mapping[Callable[[Any], Any], Any] = {
        MinLen: constraints.min_length,
        MaxLen: constraints.max_length,
        WholePattern: constraints.pattern,
    }
    bounds = [bound(_limit(field, value)) for bound, value in ordered.items() if value is not None]
    return [*bounds, *(bound(value) for bound, value in others.items() if value is not None)]


def _limit(field: Field, value: Any) -> Any:
    limit = constraint_value(field, value)
    if limit != limit:
        raise MisfitError("no value is more or less than NaN")
    return limit


def _checks(field: Field) -> list[Any]:
    """What only a function can tell of a value."""
    checks = [check for (name, form), check in CHECKS.items() if name == field.type and form in (field.format, "")]
    if field.constraints.json_schema is not None and (check := json_schema_validator(field.constraints.json_schema)):
        checks.append(check)
    return [AfterValidator(check) for check in checks]


CHECKS: Mapping[tuple[str, str], Callable[[Any], Any]] = {
    ("string", "email"): formats.email,
    ("string", "uri"): formats.uri,
    ("string", "binary"): formats.binary,
    ("string", "uuid"): formats.uuid,
    ("geopoint", ""): formats.on_earth,
    ("geojson", "default"): geojson.check,
    ("geojson", "topojson"): topojson.check,
}
"""By type and format, none of which means all."""
