"""Every file in `cases` is a damaged package and the issues that it gives; adding a case is adding a file."""

from collections.abc import Collection, Iterable, Sequence
from pathlib import Path
from typing import Any

import pytest
import yaml

from lading.check.resources import TablePlan
from lading.engine import reading
from lading.engine.reading import Failing
from lading.issue import Issue, Severity
from lading.tables.row import Row
from lading.validate import validate
from tests.lading_validate import mutations
from tests.lading_validate.harbour import HARBOUR, records, write_harbour

CASES = sorted((Path(__file__).parent / "cases").glob("*.yaml"))
COMPARED = ("code", "severity", "resource", "row", "line", "field")


def places(issues: Iterable[dict[str, Any]], names: Iterable[str]) -> list[tuple[Any, ...]]:
    """The named attributes of each issue, in a stable order."""
    return sorted((tuple(issue.get(name) for name in names) for issue in issues), key=repr)


def expected(case: dict[str, Any]) -> list[dict[str, Any]]:
    return [{"severity": "error", **issue} for issue in case["expect"]]


def found(case: dict[str, Any], folder: Path, failing: Failing | None = None) -> Collection[Issue]:
    tables = mutations.changed(records(), case.get("changed", {}))
    package = write_harbour(folder, tables)
    for name, argument in case.items():
        if name in mutations.OPERATIONS:
            mutations.OPERATIONS[name](folder, argument)
    return validate(package, dataset=HARBOUR, texts=folder / "texts", failing=failing).issues


@pytest.fixture(params=["in memory", "by columns"])
def small_bytes(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Tables are read in both ways: as small ones, and as large ones."""
    if request.param == "by columns":
        monkeypatch.setattr(reading, "SMALL_BYTES", -1)


@pytest.mark.usefixtures("small_bytes")
@pytest.mark.parametrize("file", CASES, ids=lambda file: file.stem)
def test_a_damaged_package_gives_these_issues_and_no_others(file: Path, tmp_path: Path) -> None:
    case = yaml.safe_load(file.read_text(encoding="utf-8"))
    assert set(case) <= {"says", "changed", "expect", *mutations.OPERATIONS}
    issues = [issue.as_json() for issue in found(case, tmp_path)]
    assert places(issues, COMPARED) == places(expected(case), COMPARED)
    for wanted in case["expect"]:
        assert any(wanted.items() <= issue.items() for issue in issues), f"no issue has all of {wanted}"
    assert all(issue["message"] and "\n" not in issue["message"] for issue in issues)


@pytest.mark.usefixtures("small_bytes")
@pytest.mark.parametrize("file", CASES, ids=lambda file: file.stem)
def test_every_row_with_an_error_is_told_as_failing(file: Path, tmp_path: Path) -> None:
    told: list[tuple[Any, ...]] = []

    def note(table: TablePlan, row: Row, issues: Sequence[Issue]) -> None:
        told.extend((table.resource, row.number, row.line, issue.code, issue.field) for issue in issues)

    issues = found(yaml.safe_load(file.read_text(encoding="utf-8")), tmp_path, note)
    of_rows = [
        (issue.resource, issue.row, issue.line, issue.code, issue.field)
        for issue in issues
        if issue.row is not None and issue.severity is Severity.ERROR
    ]
    assert sorted(told, key=repr) == sorted(of_rows, key=repr)
