"""Constraints on each type of Table Schema; to add a case, add a line to a file in constraints/ or to misfits.yaml."""

from typing import Any

import pytest
import yaml
from pydantic import ValidationError

from lading.adopt import adopt
from lading.descriptor import TableSchema
from lading.issue import IssuesError
from tests.lading_types.described import HERE, Case, cases, described

MISFITS: list[dict[str, Any]] = yaml.safe_load((HERE / "misfits.yaml").read_text("utf-8"))


@pytest.mark.parametrize("case", [case for case in cases("constraints") if case.accepted], ids=str)
def test_a_value_that_meets_the_constraints_is_one(case: Case) -> None:
    described(case.field).value(case.text)


@pytest.mark.parametrize("case", [case for case in cases("constraints") if not case.accepted], ids=str)
def test_a_value_that_does_not_meet_the_constraints_is_none(case: Case) -> None:
    with pytest.raises(ValueError):
        described(case.field).value(case.text)


@pytest.mark.parametrize("field", MISFITS, ids=str)
def test_a_field_that_no_cell_could_fit_is_an_issue_of_the_schema(field: dict[str, Any]) -> None:
    try:
        schema = TableSchema.model_validate({"fields": [{"name": "value", **field}]})
    except ValidationError:
        return  # found where descriptors are read
    with pytest.raises(IssuesError) as caught:
        adopt(schema, "table")
    (issue,) = caught.value.issues
    assert (issue.code, issue.resource, issue.field) == ("schema-error", "table", "value")


def test_a_long_list_of_values_is_not_repeated_for_each_cell() -> None:
    column = described({"type": "string", "constraints": {"enum": [f"value {number}" for number in range(5000)]}})
    assert column.value("value 4999") == "value 4999"
    with pytest.raises(ValueError) as caught:
        column.value("value 5000")
    assert len(str(caught.value)) < 1000
