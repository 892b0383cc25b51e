"""What lading and frictionless find in a package, in the same terms, and the disagreements that are known."""

import re
import warnings
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import frictionless
import yaml

from lading.issue import Severity
from lading.validate import validate
from tests.lading_frictionless.packages import Package

HERE = Path(__file__).parent
DISAGREEMENTS: list[dict[str, Any]] = yaml.safe_load((HERE / "disagreements.yaml").read_text("utf-8"))
OF_ROWS = ("primary-key", "foreign-key", "unique-error", "blank-row", "extra-cell")
"""The codes with which lading may name a field although it is the row that has the fault."""


@dataclass(frozen=True)
class Finding:
    """An error, and where it is; the row is the number of the data record."""

    code: str
    resource: str | None
    row: int | None = None
    field: str | None = None


Findings = dict[Finding, str]
"""What was found, and in which words."""


def by_lading(folder: Path) -> Findings:
    """The errors that lading finds."""
    return {
        Finding(issue.code, issue.resource, issue.row, None if _is_of_a_row(issue.code, issue.row) else issue.field): (
            issue.message
        )
        for issue in validate(folder).issues
        if issue.severity is Severity.ERROR
    }


def by_frictionless(folder: Path, package: Package) -> Findings:
    """The errors that frictionless finds."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            report = frictionless.Package(str(folder / "datapackage.json")).validate()
        except frictionless.FrictionlessException as failure:
            return {Finding(each.type, None): each.note for each in failure.to_errors()}
    found = {Finding(error.type, None): error.note for error in report.errors}
    for task in report.tasks:
        for error in task.errors:
            row = _row(getattr(error, "row_number", None), package.records[task.name])
            field = getattr(error, "field_name", None) or getattr(error, "label", None)
            of_a_row = _is_of_a_row(error.type, row) or not field
            found[Finding(error.type, task.name, row, None if of_a_row else str(field))] = error.note
    return found


def _is_of_a_row(code: str, row: int | None) -> bool:
    return row is not None and code in OF_ROWS and code != "unique-error"


def _row(number: int | None, records: list[int]) -> int | None:
    """The number of the data record, where frictionless counts all records of the file."""
    if number is None:
        return None
    return records.index(number) + 1 if number in records else -number


def explained(finder: str, finding: Finding, message: str, features: Iterable[str]) -> int | None:
    """Which of the disagreements says that only this one of the two finds such a thing in such a package."""
    for number, entry in enumerate(DISAGREEMENTS):
        for match in entry["match"]:
            if (
                match["finder"] == finder
                and re.fullmatch(match.get("code", ".*"), finding.code)
                and re.search(match.get("message", ""), message)
                and all(any(re.fullmatch(one, feature) for feature in features) for one in match.get("where", []))
            ):
                return number
    return None
