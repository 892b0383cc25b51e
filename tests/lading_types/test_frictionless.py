"""The same cells by frictionless: wherever it says something else, disagreements.yaml says which passage decides."""

import datetime as dt
import json
import warnings
from decimal import Decimal
from typing import Any

import pytest
import yaml

from lading.values import Duration, GeoPoint, YearMonth
from tests.lading_types.described import HERE, Case, cases, described

frictionless = pytest.importorskip("frictionless")

DISAGREEMENTS: list[dict[str, Any]] = yaml.safe_load((HERE / "disagreements.yaml").read_text("utf-8"))
LISTED = {
    (json.dumps(cells["field"]), text): (cells["lading"], cells["frictionless"])
    for entry in DISAGREEMENTS
    for cells in entry["cells"]
    for text in cells["texts"]
}
CASES = [*cases("cells"), *cases("constraints")]


def verdict_of_lading(field: dict[str, Any], text: str) -> str:
    try:
        described(field).value(text)
    except ValueError:
        return "refused"
    return "accepted"


def read_by_frictionless(field: dict[str, Any], text: str) -> tuple[Any, Any]:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        field_of_theirs = frictionless.Field.from_descriptor({"name": "value", "type": "any", **field})
        value, notes = field_of_theirs.read_cell(text)
    return value, notes


def verdict_of_frictionless(field: dict[str, Any], text: str) -> str:
    try:
        _, notes = read_by_frictionless(field, text)
    except Exception:
        return "none"
    return "refused" if notes else "accepted"


def comparable(value: Any) -> Any:
    """A value of frictionless as lading has it: numbers are doubles, months and points have types of their own."""
    match value:
        case Decimal():
            return float(value)
        case list():
            return [comparable(item) for item in value]
        case tuple() if hasattr(value, "month"):
            return YearMonth(*value)
        case tuple():
            return GeoPoint(*map(float, value))
        case dt.timedelta():
            return Duration.of(value)
        case _ if hasattr(value, "tdelta"):
            seconds = Duration.of(value.tdelta).seconds
            return Duration(int(12 * value.years + value.months), seconds)
        case _:
            return value


@pytest.mark.parametrize("case", CASES, ids=str)
def test_both_say_the_same_where_no_disagreement_is_listed(case: Case) -> None:
    verdict = "accepted" if case.accepted else "refused"
    listed = LISTED.get((json.dumps(case.field), case.text), (verdict, verdict))
    assert listed[0] == verdict
    match listed[1]:
        case "never":
            pass
        case "another value":
            value, _ = read_by_frictionless(case.field, case.text)
            assert comparable(value) != described(case.field).value(case.text)
        case theirs:
            assert verdict_of_frictionless(case.field, case.text) == theirs


@pytest.mark.parametrize(
    "case",
    [case for case in CASES if case.accepted and (json.dumps(case.field), case.text) not in LISTED],
    ids=str,
)
def test_what_both_read_has_the_same_value(case: Case) -> None:
    ours, theirs = described(case.field).value(case.text), comparable(read_by_frictionless(case.field, case.text)[0])
    assert ours == theirs or (ours != ours and theirs != theirs)


@pytest.mark.parametrize(("field", "text"), LISTED, ids=str)
def test_lading_says_what_a_disagreement_says_of_it(field: str, text: str) -> None:
    assert verdict_of_lading(json.loads(field), text) == LISTED[field, text][0]


def test_each_disagreement_is_of_a_cell_that_is_tested_and_says_who_is_right_and_why() -> None:
    tested = {(json.dumps(case.field), case.text) for case in CASES}
    assert tested >= LISTED.keys()
    assert all(first != second for first, second in LISTED.values())
    for entry in DISAGREEMENTS:
        assert entry["right"] in ("lading", "frictionless", "either")
        assert entry["passage"]
        assert entry["because"]
