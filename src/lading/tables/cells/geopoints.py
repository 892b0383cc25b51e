"""Points on the Earth as texts (Table Schema: geopoint)."""

import math
import re
from collections.abc import Callable
from typing import Any

from lading.descriptor import Field
from lading.tables.cells.structured import json_array, json_object
from lading.values import GeoPoint

DEGREES = r"[+-]?(?:[0-9]+(?:\.[0-9]*)?|\.[0-9]+)(?:[eE][+-]?[0-9]+)?"
PAIR = re.compile(rf"(?P<lon>{DEGREES}), ?(?P<lat>{DEGREES})")


def geopoint(field: Field) -> Callable[[str], GeoPoint]:
    """What reads the points of a field."""
    match field.format:
        case "array":
            return lambda text: of_array(json_array(text))
        case "object":
            return lambda text: of_object(json_object(text))
        case _:
            return _pair


def of_array(values: Any) -> GeoPoint:
    """The point of a JSON array of longitude and latitude; ValueError where it is something else."""
    if not isinstance(values, list | tuple) or len(values) != 2:
        raise ValueError("a point has a longitude and a latitude")
    return _point(*values)


def of_object(values: Any) -> GeoPoint:
    """The point of a JSON object with the keys lon and lat alone; ValueError where it is something else."""
    if not isinstance(values, dict) or values.keys() != {"lon", "lat"}:
        raise ValueError("a point has the keys lon and lat")
    return _point(values["lon"], values["lat"])


def _pair(text: str) -> GeoPoint:
    found = PAIR.fullmatch(text)
    if found is None:
        raise ValueError(text)
    return _point(float(found["lon"]), float(found["lat"]))


def _point(lon: Any, lat: Any) -> GeoPoint:
    for degrees in (lon, lat):
        if isinstance(degrees, bool) or not isinstance(degrees, int | float) or not math.isfinite(degrees):
            raise ValueError("a longitude and a latitude are numbers")
    return GeoPoint(float(lon), float(lat))
