"""What a field may not say, by its type: formats, constraints and categories that Table Schema has not for it."""

from collections import Counter
from collections.abc import Collection, Hashable, Iterable, Iterator, Mapping
from typing import Any

from pydantic.fields import FieldInfo

from lading.descriptor.places import Place
from lading.descriptor.schema import Field
from lading.issue import Issue, quoted, shortened

ORDERED = ("integer", "number", "date", "time", "datetime", "duration", "year", "yearmonth")
COLLECTIONS = ("string", "array", "object", "list", "geojson")
APPLIES: Mapping[str, Collection[str]] = {
    "minimum": ORDERED,
    "maximum": ORDERED,
    "exclusive_minimum": ORDERED,
    "exclusive_maximum": ORDERED,
    "min_length": COLLECTIONS,
    "max_length": COLLECTIONS,
    "pattern": ("string",),
    "json_schema": ("array", "object"),
}
"""The types that a constraint is for; those that are not here are for all."""
DATES = ("date", "time", "datetime")
FORMATS: Mapping[str, Collection[str]] = {
    "string": ("default", "email", "uri", "binary", "uuid"),
    "geopoint": ("default", "array", "object"),
    "geojson": ("default", "topojson"),
}
"""The formats of a type that has others than the default; dates and times have any."""
CATEGORICAL = {"string": str, "integer": int}


def faults(field: Field, place: Place) -> Iterator[Issue]:
    """What is wrong with a field that is well formed in itself."""
    yield from _format(field, place.below("format"))
    yield from _constraints(field, place.below("constraints"))
    yield from _categories(field, place.below("categories"))


def _format(field: Field, place: Place) -> Iterator[Issue]:
    known = FORMATS.get(_type(field), ("default",))
    if _type(field) not in (*DATES, "any") and field.format not in known:
        message = f"a field of the type {_type(field)} has no format {quoted(field.format)}"
        yield place.issue("schema-error", message, f"known are {', '.join(known)}")


def _constraints(field: Field, place: Place) -> Iterator[Issue]:
    properties = type(field.constraints).model_fields
    for name in field.constraints.model_fields_set & APPLIES.keys():
        types = APPLIES[name]
        if _type(field) not in types:
            message = f"a field of the type {_type(field)} has no such constraint"
            yield place.below(properties[name].alias or name).issue(
                "schema-error", message, f"it is for {', '.join(types)}"
            )
    for name in field.constraints.model_extra or ():
        message = "the standard knows no such constraint, and nothing was checked by it"
        yield place.below(name).warning("not-checked", message, f"it knows {', '.join(sorted(_known(properties)))}")
    if repeated := _repeated(field.constraints.enum or ()):
        yield place.below("enum").issue("schema-error", f"{shown(repeated[0])} is there more than once")


def _categories(field: Field, place: Place) -> Iterator[Issue]:
    if field.categories is None:
        return
    if (expected := CATEGORICAL.get(field.type)) is None:
        yield place.issue("schema-error", f"a field of the type {field.type} has no categories")
        return
    values = [category.value for category in field.categories]
    for number, value in enumerate(values):
        if not isinstance(value, expected):
            yield place.below(number).issue("schema-error", f"{shown(value)} is no {field.type}")
    if repeated := _repeated(values):
        yield place.issue("schema-error", f"{shown(repeated[0])} is there more than once")
    if repeated := _repeated(category.label for category in field.categories if category.label is not None):
        yield place.issue("schema-error", f"the label {shown(repeated[0])} is there more than once")
    known = set(values)
    for value in field.constraints.enum or ():
        if not isinstance(value, Hashable) or (value not in known and str(value) not in map(str, values)):
            yield place.issue("schema-error", f"{shown(value)} in the constraint enum is none of the categories")
            return


def _type(field: Field) -> str:
    """The type by which a field is judged: the profiles take one without a type for a string."""
    return field.type if "type" in field.model_fields_set else "string"


def _known(properties: Mapping[str, FieldInfo]) -> Iterator[str]:
    return (info.alias or name for name, info in properties.items())


def _repeated(values: Iterable[Any]) -> list[Any]:
    """The values that are there more than once, as JSON sees it: 1 is not true, and 1.0 is 1."""
    counts = Counter((isinstance(value, bool), value) for value in values if isinstance(value, Hashable))
    return [value for (_, value), count in counts.items() if count > 1]


def shown(value: Any) -> str:
    """A value of a descriptor for a message."""
    return quoted(value) if isinstance(value, str) else shortened(str(value))
