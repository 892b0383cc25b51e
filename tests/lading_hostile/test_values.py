"""Numbers of any length, and days at both ends of the calendar: the same in memory and by columns."""

from pathlib import Path

import pytest

from lading.validate import validate
from tests.lading_hostile.made import table
from tests.lading_hostile.oracle import hold_to_promises

DIGITS = "9" * 10_000
NUMBERS = (
    DIGITS,
    f"-{DIGITS}",
    f"0.{DIGITS}",
    "1e999999",
    "-1e999999",
    "1e-999999",
    f"1e{DIGITS}",
    "-0",
    str(2**63),
    "nan",
    "-INF",
)
DAYS = (
    "0000-12-31",
    "0001-01-01",
    "9999-12-31",
    "10000-01-01",
    "-0001-01-01",
    "2024-02-30",
    "0001-01-01T00:00:00+23:59",
)
TIMES = (
    "9999-12-31T23:59:59.999999",
    "9999-12-31T24:00:00",
    "9999-12-31T23:59:59-23:59",
    "24:00:00",
    "23:59:60",
    "23:59:59.9999999",
)
TYPES = (
    "integer",
    "number",
    "year",
    "yearmonth",
    "duration",
    "date",
    "time",
    "datetime",
    "geopoint",
    "list",
    "boolean",
    "any",
)


@pytest.mark.parametrize("kind", TYPES)
@pytest.mark.parametrize("form", ["default", "any"])
def test_values_beyond_all_bounds_are_judged(kind: str, form: str, tmp_path: Path) -> None:
    if form == "any" and kind not in ("date", "time", "datetime"):
        return
    folder = tmp_path / "package"
    folder.mkdir()
    rows = "x\n" + "".join(f'"{value}"\n' for value in (*NUMBERS, *DAYS, *TIMES))
    table(folder, rows, [{"name": "x", "type": kind, "format": form}], uniqueKeys=[["x"]])
    hold_to_promises(folder, None, tmp_path)


@pytest.mark.parametrize("kind", ["integer", "number", "year", "date", "datetime", "duration"])
@pytest.mark.parametrize("value", [DIGITS, "1e999999", "-1e999999", "NaN", "9999-12-31", "P99999999999999999999Y"])
@pytest.mark.parametrize("constraint", ["minimum", "exclusiveMaximum", "enum"])
def test_constraints_beyond_all_bounds_are_met_or_refused(
    kind: str, value: str, constraint: str, tmp_path: Path
) -> None:
    constraints = {constraint: [value] if constraint == "enum" else value}
    folder = tmp_path / "package"
    folder.mkdir()
    table(folder, "x\n5\n2024-01-31\n", [{"name": "x", "type": kind, "constraints": constraints}])
    hold_to_promises(folder, None, tmp_path)


@pytest.mark.parametrize(
    ("number", "code"), [(DIGITS, "package-error"), ("1e999999", "schema-error"), ("NaN", "package-error")]
)
def test_a_number_that_no_json_should_hold_is_one_issue(number: str, code: str, tmp_path: Path) -> None:
    table(tmp_path, "x\n5\n", [{"name": "x", "type": "integer", "constraints": {"minimum": "@"}}])
    descriptor = tmp_path / "datapackage.json"
    descriptor.write_text(descriptor.read_text().replace('"@"', number))
    (issue,) = validate(tmp_path).issues
    assert issue.code == code
