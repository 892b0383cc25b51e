"""The structure of GeoJSON (RFC 7946)."""

from collections.abc import Callable, Mapping
from typing import Any

from pydantic_core import PydanticCustomError

GEOMETRIES = frozenset({"Point", "MultiPoint", "LineString", "MultiLineString", "Polygon", "MultiPolygon"})
FEWEST_IN_LINE, FEWEST_IN_RING = 2, 4
FOREIGN: Mapping[str, frozenset[str]] = {
    **dict.fromkeys((*GEOMETRIES, "GeometryCollection"), frozenset({"geometry", "properties", "features"})),
    "Feature": frozenset({"features"}),
    "FeatureCollection": frozenset({"coordinates", "geometries", "geometry", "properties"}),
}
"""Members that make an object one of another type (section 7.1)."""


class FormError(ValueError):
    """What is wrong with the form of an object."""


def check(value: dict[str, Any]) -> dict[str, Any]:
    """A GeoJSON object, without a look at where it lies."""
    try:
        _object(value)
    except FormError as error:
        raise PydanticCustomError("geojson", "Input should be GeoJSON: {reason}", {"reason": str(error)}) from None
    return value


def position(value: Any) -> None:
    """Two numbers or more (section 3.1.1)."""
    require(isinstance(value, list) and len(value) >= 2 and all(map(is_number, value)), "a position is two numbers")


def is_number(value: Any) -> bool:
    """Whether a value of JSON is a number."""
    return isinstance(value, int | float) and not isinstance(value, bool)


def require(holds: bool, message: str) -> None:
    """FormError with the message unless it holds."""
    if not holds:
        raise FormError(message)


def array_of(check_item: Callable[[Any], None], fewest: int = 0) -> Callable[[Any], None]:
    """What checks an array and its items."""

    def check_array(value: Any) -> None:
        require(isinstance(value, list), "coordinates are arrays")
        require(len(value) >= fewest, f"{fewest} positions at least make a line or a ring")
        for item in value:
            check_item(item)

    return check_array


def _object(value: Any) -> None:
    require(isinstance(value, dict), "it is made of objects")
    kind = value.get("type")
    if "bbox" in value:
        _bounding_box(value["bbox"])
    if isinstance(kind, str) and (strange := FOREIGN.get(kind, frozenset()) & value.keys()):
        raise FormError(f"a {kind} has no {min(strange)}")
    match kind:
        case "Feature":
            _feature(value)
        case "FeatureCollection":
            require(isinstance(value.get("features"), list), "a FeatureCollection has an array of features")
            for feature in value["features"]:
                require(
                    isinstance(feature, dict) and feature.get("type") == "Feature", "each of its items is a Feature"
                )
                _object(feature)
        case "GeometryCollection":
            require(isinstance(value.get("geometries"), list), "a GeometryCollection has an array of geometries")
            for geometry in value["geometries"]:
                _geometry(geometry)
        case _:
            require(isinstance(kind, str) and kind in COORDINATES, "its type is one of the nine of GeoJSON")
            require(isinstance(value.get("coordinates"), list), f"a {kind} has an array of coordinates")
            if value["coordinates"]:  # an empty one is a geometry of nothing (section 3.1)
                COORDINATES[str(kind)](value["coordinates"])


def _geometry(value: Any) -> None:
    is_geometry = isinstance(value, dict) and value.get("type") in (*GEOMETRIES, "GeometryCollection")
    require(is_geometry, "a geometry has the type of one")
    _object(value)


def _feature(value: Mapping[str, Any]) -> None:
    require("geometry" in value and "properties" in value, "a Feature has a geometry and properties, also if null")
    require(isinstance(value["properties"], dict | None), "the properties of a Feature are an object or null")
    if value["geometry"] is not None:
        _geometry(value["geometry"])
    identifier = value.get("id", "")
    require(isinstance(identifier, str) or is_number(identifier), "the id of a Feature is a text or a number")


def _bounding_box(value: Any) -> None:
    numbers = isinstance(value, list) and len(value) >= 4 and len(value) % 2 == 0 and all(map(is_number, value))
    require(numbers, "a bbox is an array of two numbers for each dimension")


def _ring(value: Any) -> None:
    array_of(position, FEWEST_IN_RING)(value)
    require(value[0] == value[-1], "a ring ends where it begins")


_line = array_of(position, FEWEST_IN_LINE)
_polygon = array_of(_ring)
COORDINATES: Mapping[str, Callable[[Any], None]] = {
    "Point": position,
    "MultiPoint": array_of(position),
    "LineString": _line,
    "MultiLineString": array_of(_line),
    "Polygon": _polygon,
    "MultiPolygon": array_of(_polygon),
}
"""What the coordinates of each geometry are (section 3.1)."""
