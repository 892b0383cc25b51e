"""What no record can be: a value that its files have no room for, a constraint that its schema has no word for."""

import datetime as dt
from typing import Annotated, Any, ClassVar

import pytest
from pydantic import Field, ValidationError

from lading.column import columns
from lading.record import DeclarationError, Record, Table
from tests.lading_write.lighthouses import WATCHES, Watch


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("remark", "fog\0horn"),
        ("remark", ""),
        ("visibility", float("nan")),
        ("begun", dt.datetime(1851, 3, 1, 17, 30, tzinfo=dt.UTC)),
        ("sunset", dt.time(17, 41, tzinfo=dt.UTC)),
    ],
)
def test_a_value_that_no_csv_file_can_hold_is_refused_in_its_field(name: str, value: Any) -> None:
    with pytest.raises(ValidationError) as caught:
        Watch.model_validate(vars(WATCHES[0]) | {name: value})
    assert [fault["loc"] for fault in caught.value.errors()] == [(name,)]


class Buoy(Record):
    """Buoys."""

    table: ClassVar = Table("buoys", "Buoys", "number")
    number: Annotated[int, Field(multiple_of=5)] = Field(description="Number.")


def test_a_constraint_that_table_schema_does_not_have_is_refused() -> None:
    with pytest.raises(DeclarationError, match=r"Buoy\.number: a Table Schema has no multiple_of"):
        columns(Buoy)
