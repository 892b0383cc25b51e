"""How the cells of each type of Table Schema are read, and what they look like."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from lading.column import ColumnType
from lading.descriptor import Field
from lading.tables.cells import temporal
from lading.tables.cells.booleans import boolean
from lading.tables.cells.geopoints import geopoint
from lading.tables.cells.numbers import integer, number
from lading.tables.cells.structured import delimited, json_array, json_object
from lading.values import Duration, YearMonth
from lading.values.year import year

EXPECTED: Mapping[ColumnType, str] = {
    "string": "text",
    "integer": "digits with a sign at most, such as 42",
    "number": "a decimal number with a point, such as 3.5",
    "boolean": "true or false",
    "date": "a day of the calendar as YYYY-MM-DD",
    "time": "a time of day as hh:mm:ss",
    "datetime": "a day and a time as YYYY-MM-DDThh:mm:ss",
    "year": "a year as YYYY",
    "yearmonth": "a month as YYYY-MM",
    "duration": "a duration as PnYnMnDTnHnMnS, such as P1Y6M",
    "object": 'a JSON object, such as {"a": 1}',
    "array": "a JSON array, such as [1, 2]",
    "list": "items with the delimiter of the field between them",
    "geopoint": 'longitude and latitude as "lon, lat", such as 90.5, 45.5',
    "geojson": "a GeoJSON object",
    "any": "anything",
}
"""What a cell of each type looks like by default, for people."""


@dataclass(frozen=True, slots=True)
class Parser:
    """What gives the value of a cell, or raises ValueError, and what such a cell looks like, for people."""

    parse: Callable[[str], Any]
    expected: str


def parser(field: Field) -> Parser:
    """The parser of the cells of a field."""
    return Parser(READERS[field.type](field), _expected(field))


def parse(column_type: ColumnType, text: str) -> Any:
    """The value of a cell that is written as the standard has it by default; ValueError when it has none."""
    return _default(column_type).parse(text)


@cache
def _default(column_type: ColumnType) -> Parser:
    return parser(Field(name=column_type, type=column_type))


def _list(field: Field) -> Callable[[str], list[Any]]:
    return delimited(field.delimiter, _default(field.item_type).parse)


def _expected(field: Field) -> str:
    default = EXPECTED[field.type]
    match field.type:
        case "boolean":
            return f"{' or '.join(field.true_values[:1])} or {' or '.join(field.false_values[:1])}"
        case "date" | "time" | "datetime" if (pattern := temporal.time_format(field)) not in ("default", "any"):
            return f"a {field.type} as {pattern}"
        case "date" | "time" | "datetime" if field.format == "any":
            return f"a {field.type} in one of the usual ways, such as {default.rpartition(' ')[2]}"
        case "number" | "integer" if not (field.bare_number and field.decimal_char == "." and not field.group_char):
            return f"a {field.type} with {_signs(field)}"
        case "list":
            return f"{field.item_type} items with {field.delimiter!r} between them"
        case "geopoint" if field.format in ("array", "object"):
            return "[lon, lat], such as [90.5, 45.5]" if field.format == "array" else '{"lon": 90.5, "lat": 45.5}'
        case "geojson" if field.format == "topojson":
            return "a TopoJSON object"
        case _:
            return default


def _signs(field: Field) -> str:
    signs = [] if field.type == "integer" else [f"{field.decimal_char!r} as its decimal sign"]
    if field.group_char:
        signs.append(f"{field.group_char!r} between groups of digits")
    if not field.bare_number:
        signs.append("no other digits around it")
    return " and ".join(signs)


READERS: Mapping[ColumnType, Callable[[Field], Callable[[str], Any]]] = {
    "string": lambda _: str,
    "integer": integer,
    "number": number,
    "boolean": boolean,
    "date": temporal.date,
    "time": temporal.time,
    "datetime": temporal.datetime,
    "year": lambda _: year,
    "yearmonth": lambda _: YearMonth.parse,
    "duration": lambda _: Duration.parse,
    "object": lambda _: json_object,
    "array": lambda _: json_array,
    "list": _list,
    "geopoint": geopoint,
    "geojson": lambda _: json_object,
    "any": lambda _: str,
}
