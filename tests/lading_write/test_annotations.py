"""Every kind of field that a record model may have, and those that it may not."""

import datetime as dt
from decimal import Decimal
from enum import Enum, IntFlag
from pathlib import Path
from typing import Annotated, Any, ClassVar, Literal, NewType
from uuid import UUID

import pyarrow as pa
import pytest
from pydantic import (
    UUID4,
    AnyUrl,
    AwareDatetime,
    EmailStr,
    Field,
    FutureDate,
    HttpUrl,
    NaiveDatetime,
    PastDate,
    PastDatetime,
    PositiveFloat,
    StrictInt,
    ValidationError,
    condecimal,
    confloat,
    conint,
    constr,
    create_model,
)

from lading.column import Column, SchemaType, columns
from lading.derive.arrow import arrow_type
from lading.derive.tableschema import table_schema
from lading.record import DeclarationError, Record, Table, cells_of
from tests.lading_write.instruments import Grade, Instrument, Maker, State
from tests.lading_write.lighthouses import Lamp

Slug = NewType("Slug", str)


class Mixed(Enum):
    ONE = 1
    TWO = "two"


class Flags(IntFlag):
    LEFT = 1
    RIGHT = 2


class Blank(Enum):
    NOTHING = ""
    SOMETHING = "something"


def model_of(annotation: Any) -> type[Record]:
    table = (ClassVar[Table], Table("things", "Things", "thing"))
    fields: dict[str, Any] = {"table": table, "thing": (annotation, Field(description="A thing."))}
    return create_model("Thing", __base__=Record, __module__=__name__, **fields)


def column_of(annotation: Any) -> Column:
    (column,) = columns(model_of(annotation))
    return column


@pytest.mark.parametrize(
    ("annotation", "column_type", "column_format", "python"),
    [
        (Literal["a", "b"], "string", "default", str),
        (Literal[1, 2], "integer", "default", int),
        (Literal["a", None], "string", "default", str),
        (Maker, "string", "default", str),
        (State, "string", "default", str),
        (Grade, "integer", "default", int),
        (Lamp, "string", "default", str),
        (Decimal, "number", "default", Decimal),
        (condecimal(max_digits=5, decimal_places=2), "number", "default", Decimal),
        (AnyUrl, "string", "uri", AnyUrl),
        (HttpUrl | None, "string", "uri", AnyUrl),
        (UUID, "string", "uuid", UUID),
        (UUID4, "string", "uuid", UUID),
        (constr(min_length=2, strip_whitespace=True), "string", "default", str),
        (conint(ge=1), "integer", "default", int),
        (confloat(allow_inf_nan=False), "number", "default", float),
        (PositiveFloat, "number", "default", float),
        (StrictInt, "integer", "default", int),
        (AwareDatetime, "datetime", "default", dt.datetime),
        (NaiveDatetime, "datetime", "default", dt.datetime),
        (dt.timedelta, "duration", "default", dt.timedelta),
        (bytes, "string", "binary", bytes),
        (Slug, "string", "default", str),
        (Annotated[int, SchemaType("year")], "year", "default", int),
        (Annotated[list[float], SchemaType("geopoint", "array")], "geopoint", "array", list),
        (Annotated[Any, SchemaType("any")], "any", "default", Any),
    ],
    ids=str,
)
def test_an_annotation_says_the_type_of_its_column(
    annotation: Any, column_type: str, column_format: str, python: Any
) -> None:
    column = column_of(annotation)
    assert (column.type, column.format, column.python) == (column_type, column_format, python)


def test_an_address_of_mail_is_a_text_in_the_format_of_one() -> None:
    pytest.importorskip("email_validator")
    column = column_of(EmailStr)
    assert (column.type, column.format, column.python) == ("string", "email", str)


@pytest.mark.parametrize(
    ("annotation", "reason"),
    [
        (PastDate, "PastDate would make a file valid today that was not yesterday"),
        (FutureDate | None, "FutureDate would make"),
        (Annotated[dt.date, PastDate()], "PastDate would make"),  # type: ignore[call-arg]
        (PastDatetime, "PastDatetime would make"),
        (list[str], "a column holds no .*list.*; use a link table"),
        (int | str, "a column has one type"),
        (Mixed, "are all texts or all numbers, not int, str"),
        (Literal["a", 1], "are all texts or all numbers, not int, str"),
        (Flags, "a column holds one value, not any combination of Flags"),
        (Path, "no column type stands for .*Path"),
        (Any, "no column type stands for"),
    ],
    ids=str,
)
def test_what_no_column_can_hold_is_refused_with_the_reason(annotation: Any, reason: str) -> None:
    with pytest.raises(DeclarationError, match=rf"Thing\.thing: .*{reason}"):
        column_of(annotation)


@pytest.mark.parametrize("annotation", [Blank, Literal["", "a"]], ids=str)
def test_a_closed_list_has_no_empty_text(annotation: Any) -> None:
    with pytest.raises(DeclarationError, match="an empty text cannot be told from a missing value"):
        table_schema(model_of(annotation))


@pytest.mark.parametrize(
    ("annotation", "stored"),
    [
        (condecimal(max_digits=5, decimal_places=2), pa.decimal128(5, 2)),
        (condecimal(max_digits=38, decimal_places=0), pa.decimal128(38, 0)),
        (condecimal(max_digits=50, decimal_places=2), pa.decimal128(38, 2)),
        (condecimal(max_digits=5, decimal_places=9), pa.decimal128(5, 5)),
        (condecimal(max_digits=5), pa.decimal128(10, 5)),
        (condecimal(max_digits=30), pa.decimal128(38, 19)),
        (condecimal(decimal_places=2), pa.decimal128(38, 2)),
        (Decimal, pa.decimal128(38, 18)),
        (AwareDatetime, pa.timestamp("us", tz="UTC")),
        (NaiveDatetime, pa.timestamp("us")),
        (dt.timedelta, pa.duration("us")),
        (bytes, pa.binary()),
        (UUID, pa.string()),
        (Grade, pa.int64()),
    ],
    ids=str,
)
def test_a_column_is_stored_as_what_holds_all_of_its_values(annotation: Any, stored: pa.DataType) -> None:
    assert arrow_type(column_of(annotation)) == stored


def described(name: str) -> dict[str, Any]:
    (field,) = (field for field in table_schema(Instrument)["fields"] if field["name"] == name)
    return {part: said for part, said in field.items() if part not in ("name", "description")}


def test_the_table_schema_says_what_it_has_words_for() -> None:
    assert described("maker") == {
        "type": "string",
        "constraints": {"required": True, "enum": ["Hale & Sons", "Okoro, Lagos"]},
    }
    assert described("shelf") == {"type": "integer", "constraints": {"enum": [1, 2, 3]}}
    assert described("grade") == {"type": "integer", "constraints": {"enum": [1, 2]}}
    assert described("price") == {"type": "number", "constraints": {"minimum": 0}}
    assert described("page") == {"type": "string", "format": "uri"}
    assert described("inventory") == {"type": "string", "format": "uuid", "constraints": {"required": True}}
    assert described("service") == {"type": "duration"}
    assert described("photograph") == {"type": "string", "format": "binary", "constraints": {"maxLength": 12}}
    assert described("parts") == {"type": "integer", "constraints": {"exclusiveMinimum": 0}}
    assert described("screws") == {"type": "integer", "constraints": {"minimum": 0}}
    assert described("label") == {"type": "string", "constraints": {"minLength": 1}}


@pytest.mark.parametrize(
    ("annotation", "minimum"),
    [
        (Annotated[dt.timedelta, Field(ge=dt.timedelta(hours=36))], "P1DT12H"),
        (Annotated[Decimal, Field(ge=Decimal("0.10"))], 0.1),
        (Annotated[Decimal, Field(ge=Decimal(12))], 12),
        (Annotated[Decimal, Field(ge=Decimal("0.1234567890123456789"))], "0.1234567890123456789"),
        (Annotated[AwareDatetime, Field(ge=dt.datetime(1900, 1, 1, tzinfo=dt.UTC))], "1900-01-01T00:00:00+00:00"),
        (Annotated[float, Field(ge=0.5)], 0.5),
    ],
    ids=str,
)
def test_a_bound_is_written_as_exactly_as_it_was_declared(annotation: Any, minimum: Any) -> None:
    (field,) = table_schema(model_of(annotation))["fields"]
    assert field["constraints"] == {"required": True, "minimum": minimum}


ROW = dict.fromkeys((column.name for column in columns(Instrument)), None) | {
    "class": "AB-1",
    "maker": "Okoro, Lagos",
    "inventory": UUID(int=7),
}


def test_a_member_of_an_enum_may_be_given_as_its_value() -> None:
    made = Instrument.model_validate(ROW | {"grade": 2, "state": "broken"})
    assert (made.maker, made.grade, made.state) == (Maker.OKORO, Grade.SECOND, State.BROKEN)
    assert made == Instrument.model_validate(ROW | {"maker": Maker.OKORO, "grade": Grade.SECOND, "state": State.BROKEN})
    assert made.key == ("Okoro, Lagos", "AB-1")
    assert cells_of(made) == ROW | {"grade": 2, "state": "broken"}


@pytest.mark.parametrize(
    ("change", "error"),
    [
        ({"maker": "Nobody"}, "enum"),
        ({"grade": 3}, "enum"),
        ({"shelf": 4}, "literal_error"),
        ({"price": Decimal("1.234")}, "decimal_max_places"),
        ({"screws": 6}, "multiple_of"),
        ({"label": "blast"}, "value_error"),
        ({"weight": 13.0}, "value_error"),
        ({"photograph": b""}, "no_bytes"),
        ({"length": Decimal("NaN")}, "finite_number"),
        ({"lent": dt.datetime(1900, 1, 1)}, "timezone_aware"),  # noqa: DTZ001
        ({"returned": dt.datetime(1900, 1, 1, tzinfo=dt.UTC)}, "timezone_naive"),
        ({"page": "ftp://store.example/"}, "url_scheme"),
        ({"state": "broken", "grade": 1}, "row_constraint"),
        ({"maker": "Hale & Sons", "lamp": "gas"}, "row_constraint"),
    ],
    ids=str,
)
def test_pydantic_judges_what_no_schema_has_words_for(change: dict[str, Any], error: str) -> None:
    with pytest.raises(ValidationError) as caught:
        Instrument.model_validate(ROW | change)
    assert [fault["type"] for fault in caught.value.errors()] == [error]
