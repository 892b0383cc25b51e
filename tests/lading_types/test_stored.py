"""Values as Parquet stores them: those that the same cells have in a text file."""

import datetime as dt
from decimal import Decimal
from fractions import Fraction
from typing import Annotated, Any
from uuid import UUID

import pyarrow as pa
import pytest
from pydantic import Field

from lading.column import Column, columns
from lading.record import Record, Table
from lading.tables import arrow
from lading.tables.arrow import Unreadable
from lading.tables.cells import cell_readers
from lading.values import Duration, GeoPoint, YearMonth
from tests.lading_types.described import described

UUID_OF_ONE = UUID(int=1)
POINT = {"type": "Point", "coordinates": [1.0, 2.0]}

STORED: dict[str, tuple[dict[str, Any], Any, list[Any]]] = {
    "years as numbers": ({"type": "year"}, pa.array([2024, -44], pa.int16()), [2024, -44]),
    "years as text": ({"type": "year"}, pa.array(["2024", "-0044"]), [2024, -44]),
    "months": ({"type": "yearmonth"}, pa.array(["2024-01"]).dictionary_encode(), [YearMonth(2024, 1)]),
    "durations as text": ({"type": "duration"}, pa.array(["P1Y", None]), [Duration(12, Fraction(0)), None]),
    "durations": (
        {"type": "duration"},
        pa.array([dt.timedelta(days=1, microseconds=1)]),
        [Duration(0, 86_400 + Fraction(1, 1_000_000))],
    ),
    "objects as text": ({"type": "object"}, pa.array(['{"a": 1}']), [{"a": 1}]),
    "objects as structs": ({"type": "object"}, pa.array([{"a": 1, "b": [2]}]), [{"a": 1, "b": [2]}]),
    "objects as maps": (
        {"type": "object"},
        pa.array([[("a", 1), ("b", 2)]], pa.map_(pa.string(), pa.int64())),
        [{"a": 1, "b": 2}],
    ),
    "arrays as text": ({"type": "array"}, pa.array([b"[1, null]"]), [[1, None]]),
    "arrays": ({"type": "array"}, pa.array([[1, None], []], pa.large_list(pa.int8())), [[1, None], []]),
    "lists": ({"type": "list", "itemType": "date"}, pa.array([[dt.date(2024, 1, 26)]]), [[dt.date(2024, 1, 26)]]),
    "lists as text": ({"type": "list", "itemType": "integer"}, pa.array(["[1, 2]"]), [[1, 2]]),
    "points as text": ({"type": "geopoint"}, pa.array(["1.5, 2"]), [GeoPoint(1.5, 2.0)]),
    "points as structs": ({"type": "geopoint"}, pa.array([{"lat": 2.0, "lon": 1.5}]), [GeoPoint(1.5, 2.0)]),
    "points as lists": ({"type": "geopoint"}, pa.array([[1.5, 2.0]], pa.list_(pa.float64(), 2)), [GeoPoint(1.5, 2.0)]),
    "GeoJSON as structs": (
        {"type": "geojson"},
        pa.array([POINT, {"type": "Feature", "geometry": POINT, "properties": None}]),
        [POINT, {"type": "Feature", "geometry": POINT, "properties": None}],
    ),
    "bytes": ({"type": "string", "format": "binary"}, pa.array([b"\x00\xff"], pa.binary()), ["AP8="]),
    "bytes as text": ({"type": "string", "format": "binary"}, pa.array(["AP8="]), ["AP8="]),
    "UUIDs": ({"type": "string", "format": "uuid"}, pa.array([UUID_OF_ONE.bytes], pa.binary(16)), [str(UUID_OF_ONE)]),
    "anything": ({}, pa.array([1, 2]), [1, 2]),
    "nothing": ({"type": "geojson"}, pa.nulls(2), [None, None]),
}
UNSTORED: dict[str, tuple[dict[str, Any], Any]] = {
    "years as fractions": ({"type": "year"}, pa.array([2024.0])),
    "months as numbers": ({"type": "yearmonth"}, pa.array([202401])),
    "objects as lists": ({"type": "object"}, pa.array([[1]])),
    "arrays as structs": ({"type": "array"}, pa.array([{"a": 1}])),
    "dates as text": ({"type": "date"}, pa.array(["2024-01-26"])),
    "points as numbers": ({"type": "geopoint"}, pa.array([1.5])),
}
UNREADABLE: dict[str, tuple[dict[str, Any], Any]] = {
    "a year as text": ({"type": "year"}, pa.array(["24"])),
    "an object as text": ({"type": "object"}, pa.array(["[1]"])),
    "a map with a key twice": ({"type": "object"}, pa.array([[("a", 1), ("a", 2)]], pa.map_(pa.string(), pa.int64()))),
    "a point of three": ({"type": "geopoint"}, pa.array([[1.0, 2.0, 3.0]])),
    "nanoseconds": ({"type": "duration"}, pa.array([1], pa.duration("ns"))),
}


def column_of(field: dict[str, Any]) -> Column:
    (column,) = columns(described(field).model)
    return column


@pytest.mark.parametrize(("field", "stored", "values"), STORED.values(), ids=STORED)
def test_a_stored_column_has_the_values_that_its_type_has(
    field: dict[str, Any], stored: Any, values: list[Any]
) -> None:
    column = column_of(field)
    assert arrow.holds(stored.type, column)
    found = arrow.values(stored, column)
    assert found == values
    for value in found:
        described(field).model.model_validate({"value": value})


@pytest.mark.parametrize(("field", "stored"), UNSTORED.values(), ids=UNSTORED)
def test_a_column_that_is_stored_as_another_type_holds_no_values(field: dict[str, Any], stored: Any) -> None:
    assert not arrow.holds(stored.type, column_of(field))


@pytest.mark.parametrize(("field", "stored"), UNREADABLE.values(), ids=UNREADABLE)
def test_a_cell_that_says_nothing_is_unreadable_and_the_others_are_read(field: dict[str, Any], stored: Any) -> None:
    both = pa.concat_arrays([stored, pa.nulls(1, stored.type)])
    assert arrow.holds(stored.type, column_of(field))
    unreadable, absent = arrow.values(both, column_of(field))
    assert isinstance(unreadable, Unreadable)
    assert absent is None


class Cargo(Record):
    """A row whose types are of Python."""

    table = Table("cargo", "Cargo", "number")
    number: Annotated[UUID, Field(description="Number.")]
    weight: Annotated[Decimal, Field(description="Weight.")]
    voyage: Annotated[dt.timedelta, Field(description="Time under way.")]
    seal: Annotated[bytes, Field(description="Seal.")]


AS_TEXT = {"number": str(UUID_OF_ONE), "weight": "1.10", "voyage": "P1DT1S", "seal": "AP8="}
AS_STORED: dict[str, Any] = {
    "number": pa.array([UUID_OF_ONE.bytes], pa.binary(16)),
    "weight": pa.array([Decimal("1.10")]),
    "voyage": pa.array([dt.timedelta(days=1, seconds=1)]),
    "seal": pa.array([b"\x00\xff"], pa.binary()),
}
CARGO = Cargo(number=UUID_OF_ONE, weight=Decimal("1.1"), voyage=dt.timedelta(days=1, seconds=1), seal=b"\x00\xff")


def test_cells_are_read_as_the_types_that_a_strict_model_declares() -> None:
    readers = cell_readers(columns(Cargo), None)
    assert Cargo.model_validate({reader.name: reader.read(AS_TEXT[reader.name]) for reader in readers}) == CARGO


def test_stored_values_are_read_as_the_types_that_a_strict_model_declares() -> None:
    stored = {column.name: arrow.values(AS_STORED[column.name], column)[0] for column in columns(Cargo)}
    assert Cargo.model_validate(stored) == CARGO


@pytest.mark.parametrize("stored", [pa.float32(), pa.float64(), pa.decimal128(5, 2), pa.decimal256(50, 2)], ids=str)
def test_a_decimal_has_the_digits_of_the_number_that_is_stored(stored: pa.DataType) -> None:
    column = next(column for column in columns(Cargo) if column.name == "weight")
    weights: Any = pa.array([Decimal("1.10") if pa.types.is_decimal(stored) else 1.1], stored)
    assert arrow.holds(stored, column)
    assert arrow.values(weights, column) == [Decimal("1.1")]
