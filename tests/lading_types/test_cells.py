"""Cells of each type and format of Table Schema; to add a case, add a line to a file in cells/."""

import pytest

from lading.tables.write import cell_text
from tests.lading_types.described import Case, cases, described, entries

TYPES = {
    *("string", "number", "integer", "boolean", "object", "array", "list", "datetime", "date", "time", "year"),
    *("yearmonth", "duration", "geopoint", "geojson", "any"),
}


@pytest.mark.parametrize("case", [case for case in cases("cells") if case.accepted], ids=str)
def test_a_cell_that_its_field_allows_has_its_value(case: Case) -> None:
    assert cell_text(described(case.field).value(case.text)) == case.value


@pytest.mark.parametrize("case", [case for case in cases("cells") if not case.accepted], ids=str)
def test_a_cell_that_its_field_does_not_allow_has_none(case: Case) -> None:
    with pytest.raises(ValueError):
        described(case.field).value(case.text)


def test_every_type_is_there_with_the_reason_for_each_decision() -> None:
    found = entries("cells")
    assert {entry["field"].get("type", "any") for entry in found} == TYPES
    assert all(entry["section"] and entry["because"] for entry in found)


def test_a_missing_value_is_none_whatever_the_type() -> None:
    field = {"type": "integer", "missingValues": [{"value": "-99", "label": "refused"}, {"value": "none"}]}
    column = described(field)
    assert column.value("-99") is None
    assert column.value("none") is None
    with pytest.raises(ValueError):
        column.value("")
