import datetime as dt
from typing import Any

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator
from pydantic import ValidationError

from lading.derive.jsonschema import json_schema
from lading.record import Record
from schemas import BAKU_TALKS
from schemas.documents import Document
from tests.lading_write.lighthouses import LIGHTHOUSES, Keeper
from tests.lading_write.rows import FEW, rows


def as_json(row: dict[str, Any]) -> dict[str, Any]:
    return {
        name: value.isoformat() if isinstance(value, dt.date | dt.time) else value for name, value in row.items()
    }  # fmt: skip


def fits_field_by_field(model: type[Record], row: dict[str, Any]) -> bool:
    try:
        model.model_validate(row)
    except ValidationError as error:
        return all(fault["type"] == "row_constraint" for fault in error.errors())
    return True


@pytest.mark.parametrize("model", [*LIGHTHOUSES.records, *BAKU_TALKS.records], ids=lambda model: model.__name__)
def test_the_schema_is_one(model: type[Record]) -> None:
    Draft202012Validator.check_schema(json_schema(model))


@pytest.mark.parametrize("model", [*LIGHTHOUSES.records, Document], ids=lambda model: model.__name__)
def test_the_schema_accepts_the_rows_that_the_model_accepts(model: type[Record]) -> None:
    validator = Draft202012Validator(json_schema(model), format_checker=Draft202012Validator.FORMAT_CHECKER)

    @FEW
    @given(rows(model, spoiling=st.booleans()))
    def agree(row: dict[str, Any]) -> None:
        assume(not has_early_minimum(row))
        assert validator.is_valid(as_json(row)) == fits_field_by_field(model, row)

    agree()


def has_early_minimum(row: dict[str, Any]) -> bool:
    """JSON Schema has no bounds for dates; the one such bound of these models is not compared."""
    return False if row.get("first_lit") is None else row["first_lit"] < dt.date(1500, 1, 1)


def test_a_row_is_an_object_with_all_columns_and_no_others() -> None:
    validator = Draft202012Validator(json_schema(Keeper))
    keeper = {"keeper_id": "orla", "lighthouse_id": None, "trained_by": None, "motto": None}
    assert validator.is_valid(keeper)
    assert not validator.is_valid(keeper | {"age": 40})
    assert not validator.is_valid({"keeper_id": "orla"})


def test_the_description_states_the_rules_of_the_row() -> None:
    assert json_schema(Keeper)["description"] == (
        "The keepers, each with whoever trained them.\n- A motto is in capitals."
    )
