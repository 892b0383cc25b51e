"""Cells of sources that have types of their own: JSON, rows in a descriptor, spreadsheets, constraints of a field."""

import datetime as dt
from collections.abc import Callable, Mapping
from decimal import Decimal
from typing import Any

from lading.column import Column, ColumnType
from lading.descriptor import Field
from lading.tables.cells.geopoints import of_array, of_object
from lading.tables.cells.parsing import parse
from lading.values import Duration, GeoPoint


def value(column: Column, field: Field, cell: Any) -> Any:
    """The value of a cell that is no text; ValueError where it is none of the column's type."""
    if column.type == "number" and column.python is Decimal:
        return Decimal(str(_number(field, cell)))
    if column.type == "duration" and column.python is dt.timedelta and isinstance(cell, dt.timedelta):
        return cell
    return of_type(column.type, field, cell)


def of_type(column_type: ColumnType, field: Field, cell: Any) -> Any:
    """The value of such a type; ValueError where the cell is none."""
    if column_type not in TYPED:
        raise ValueError(cell)
    return TYPED[column_type](field, cell)


def _instance_of(kind: type) -> Callable[[Field, Any], Any]:
    def check(_: Field, cell: Any) -> Any:
        if not isinstance(cell, kind):
            raise ValueError(cell)
        return cell

    return check


def _integer(_: Field, cell: Any) -> int:
    if isinstance(cell, bool) or not isinstance(cell, int | float | Decimal) or cell % 1 != 0:
        raise ValueError(cell)
    return int(cell)


def _number(_: Field, cell: Any) -> Any:
    if isinstance(cell, bool) or not isinstance(cell, int | float | Decimal):
        raise ValueError(cell)
    try:
        return cell if isinstance(cell, Decimal) else float(cell)
    except OverflowError:
        raise ValueError(cell) from None


def _date(_: Field, cell: Any) -> dt.date:
    """Spreadsheets have no days, but times at midnight."""
    if isinstance(cell, dt.datetime) and cell.time() == dt.time():
        return cell.date()
    if isinstance(cell, dt.datetime) or not isinstance(cell, dt.date):
        raise ValueError(cell)
    return cell


def _duration(_: Field, cell: Any) -> Duration:
    if not isinstance(cell, dt.timedelta):
        raise ValueError(cell)
    return Duration.of(cell)


def _geopoint(field: Field, cell: Any) -> GeoPoint:
    match field.format:
        case "array":
            return of_array(cell)
        case "object":
            return of_object(cell)
        case _:
            raise ValueError(cell)


def _list(field: Field, cell: Any) -> list[Any]:
    if not isinstance(cell, list):
        raise ValueError(cell)
    kind = field.item_type
    return [parse(kind, item) if isinstance(item, str) else of_type(kind, field, item) for item in cell]


TYPED: Mapping[ColumnType, Callable[[Field, Any], Any]] = {
    "integer": _integer,
    "number": lambda field, cell: float(_number(field, cell)),
    "boolean": _instance_of(bool),
    "date": _date,
    "time": _instance_of(dt.time),
    "datetime": _instance_of(dt.datetime),
    "year": _integer,
    "duration": _duration,
    "object": _instance_of(dict),
    "array": _instance_of(list),
    "list": _list,
    "geopoint": _geopoint,
    "geojson": _instance_of(dict),
    "any": lambda _, cell: cell,
}
