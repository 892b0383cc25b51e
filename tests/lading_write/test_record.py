"""What no record can be: a value that its files have no room for."""

import datetime as dt
from typing import Any

import pytest
from pydantic import ValidationError

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
