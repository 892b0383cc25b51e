"""Rows are checked as Pydantic checks them: nothing more is refused, nothing less, and in the same fields."""

import datetime as dt
from typing import Any

from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from lading.check.rows import check
from lading.issue import Issue
from lading.record import Record
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
