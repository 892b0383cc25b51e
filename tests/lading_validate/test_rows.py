"""Rows are checked as Pydantic checks them: nothing more is refused, nothing less, and in the same fields."""

import datetime as dt
from typing import Any, ClassVar

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import Field, ValidationError, field_validator

from lading.check.rows import check
from lading.expression import Expression, field
from lading.issue import Issue, LadingError
from lading.record import Record, Table, rule
from lading.tables.row import Row
from tests.lading_validate.harbour import Ship, Visit

anything = (
    st.none()
    | st.booleans()
    | st.integers(-3, 3)
    | st.floats(-3, 3)
    | st.sampled_from(["", "gannet", "Skua!", "sail", "oars", float("nan"), float("inf")])
    | st.dates(dt.date(1880, 1, 1), dt.date(1880, 1, 9))
    | st.datetimes()
)


def rows_of(model: type[Record]) -> st.SearchStrategy[dict[str, Any]]:
    return st.fixed_dictionaries(dict.fromkeys(model.model_fields, anything))


def by_pydantic(model: type[Record], values: dict[str, Any]) -> set[str | None]:
    try:
        model(**values)
    except ValidationError as error:
        return {str(details["loc"][0]) if details["loc"] else None for details in error.errors()}
    return set()


def by_check(model: type[Record], values: dict[str, Any]) -> set[str | None]:
    checked = check(Row(1, None, values), model)
    return set() if isinstance(checked, Record) else {issue.field for issue in checked}


@given(rows_of(Ship))
def test_a_row_is_a_record_where_pydantic_makes_one(values: dict[str, Any]) -> None:
    assert by_check(Ship, values) == by_pydantic(Ship, values)


@given(
    st.fixed_dictionaries({"ship_id": st.just("gannet"), "number": st.just(1), "arrived": anything, "left": anything})
)
def test_a_row_breaks_a_rule_where_it_does_for_pydantic(values: dict[str, Any]) -> None:
    assert by_check(Visit, values) == by_pydantic(Visit, values)


def test_the_issues_of_a_row_are_kept_and_its_other_cells_checked() -> None:
    unread = Issue("type-error", "'one' in number is no integer", row=1, field="number")
    values = {"ship_id": "Skua!", "arrived": dt.date(1880, 1, 2), "left": None}
    checked = check(Row(1, 2, values, (unread,)), Visit)
    assert not isinstance(checked, Record)
    assert [(issue.code, issue.field) for issue in checked] == [
        ("type-error", "number"),
        ("constraint-error", "ship_id"),
    ]


def test_a_broken_rule_is_told_with_the_values_that_break_it() -> None:
    values = {"ship_id": "gannet", "number": 1, "arrived": dt.date(1880, 1, 2), "left": dt.date(1880, 1, 1)}
    checked = check(Row(1, 2, values), Visit)
    assert not isinstance(checked, Record)
    (issue,) = checked
    assert issue.code == "row-constraint"
    assert {"1880-01-02", "1880-01-01", "leaves_after_arriving:"} <= set(
        issue.message.rstrip(".").replace(",", "").split()
    )


class Sail(Record):
    """A sail, of which validation changes what is said."""

    table: ClassVar = Table("sails", "Sails", ())
    name: str = Field(description="What it is called.")
    area: int = Field(9, description="In square metres.")

    @field_validator("name")
    @classmethod
    def _in_capitals(cls, name: str) -> str:
        return {"jib": "JIB", "lug": "LUG"}[name]

    @rule
    def is_no_jib(cls) -> Expression:
        """No jib is bent on."""
        return field("name") != "JIB"

    @rule
    def is_small(cls) -> Expression:
        """It is small."""
        return field("area") < 9


@pytest.mark.parametrize(
    ("values", "broken"),
    [({"name": "jib", "area": 1}, "is_no_jib"), ({"name": "lug"}, "is_small"), ({"name": "lug", "area": 1}, None)],
)
def test_a_rule_that_is_broken_by_what_validation_makes_of_a_row_is_told(
    values: dict[str, Any], broken: str | None
) -> None:
    checked = check(Row(1, 2, values), Sail)
    assert broken is None or not isinstance(checked, Record)
    assert [issue.rule for issue in checked if isinstance(issue, Issue)] == [broken] * (broken is not None)


def test_a_validator_that_fails_is_no_verdict_on_the_row() -> None:
    with pytest.raises(LadingError, match=r"Sail could not judge row 7: KeyError\('spinnaker'\)"):
        check(Row(7, 8, {"name": "spinnaker", "area": 1}), Sail)
