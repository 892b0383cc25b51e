"""The structure of TopoJSON (the TopoJSON Format Specification)."""

from collections.abc import Callable, Mapping
from typing import Any

from pydantic_core import PydanticCustomError

from lading.adopt.geojson import FormError, array_of, is_number, position, require

FEWEST_IN_ARC = 2


def check(value: dict[str, Any]) -> dict[str, Any]:
    """A topology, with the arcs that its geometries refer to."""
    try:
        _topology(value)
    except FormError as error:
        raise PydanticCustomError("topojson", "Input should be TopoJSON: {reason}", {"reason": str(error)}) from None
    return value


def _topology(value: Mapping[str, Any]) -> None:
    require(value.get("type") == "Topology", "its type is Topology (section 2)")
    require(isinstance(value.get("objects"), dict), "a topology has an object of objects")
    require(isinstance(value.get("arcs"), list), "a topology has an array of arcs")
    array_of(array_of(position, FEWEST_IN_ARC))(value["arcs"])
    if "transform" in value:
        transform = value["transform"]
        pairs = isinstance(transform, dict) and all(_is_pair(transform.get(name)) for name in ("scale", "translate"))
        require(pairs, "a transform has two numbers as its scale, and two as what it translates by")
    _bounding_box(value)
    for geometry in value["objects"].values():
        _geometry(geometry, len(value["arcs"]))


def _geometry(value: Any, n_arcs: int) -> None:
    require(isinstance(value, dict), "a geometry is an object")
    _bounding_box(value)
    require(isinstance(value.get("properties"), dict | None), "the properties of a geometry are an object or null")
    kind = value.get("type")
    if kind == "GeometryCollection":
        require(isinstance(value.get("geometries"), list), "a GeometryCollection has an array of geometries")
        for geometry in value["geometries"]:
            _geometry(geometry, n_arcs)
    elif kind in ("Point", "MultiPoint"):
        require("coordinates" in value, f"a {kind} has coordinates")
        (position if kind == "Point" else array_of(position))(value["coordinates"])
    else:
        require(isinstance(kind, str) and kind in DEPTHS, "the type of a geometry is one of those of GeoJSON")
        require("arcs" in value, f"a {kind} has arcs")
        _nested(_index_below(n_arcs), DEPTHS[str(kind)])(value["arcs"])


def _nested(check_item: Callable[[Any], None], depth: int) -> Callable[[Any], None]:
    return array_of(_nested(check_item, depth - 1)) if depth else check_item


def _index_below(n_arcs: int) -> Callable[[Any], None]:
    def check_index(value: Any) -> None:
        is_index = isinstance(value, int) and not isinstance(value, bool) and -n_arcs <= value < n_arcs
        require(is_index, "each number of an arc is that of one of the topology")

    return check_index


def _bounding_box(value: Mapping[str, Any]) -> None:
    box = value.get("bbox", [0, 0])
    require(isinstance(box, list) and len(box) % 2 == 0 and all(map(is_number, box)), "a bbox has pairs of numbers")


def _is_pair(value: Any) -> bool:
    return isinstance(value, list) and len(value) == 2 and all(map(is_number, value))


DEPTHS: Mapping[str, int] = {"LineString": 1, "MultiLineString": 2, "Polygon": 2, "MultiPolygon": 3}
"""How deep the numbers of the arcs of a geometry lie in arrays."""
