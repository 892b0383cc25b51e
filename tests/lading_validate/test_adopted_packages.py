"""Packages that somebody else made, checked against models that are made from their Table Schemas."""

import json
from pathlib import Path
from typing import Any

import pytest

from lading.report.results import Report
from lading.validate import validate
from tests.lading_validate.harbour import write_harbour

SCHEMA = {"fields": [{"name": "day", "type": "date"}, {"name": "catch", "type": "integer"}]}


def report_on(folder: Path, text: str, **resource: Any) -> Report:
    (folder / "catches.csv").write_text(text, encoding=resource.get("encoding", "utf-8"), newline="")
    table = {"name": "catches", "path": "catches.csv", "schema": SCHEMA, **resource}
    (folder / "datapackage.json").write_text(json.dumps({"resources": [table]}), encoding="utf-8")
    return validate(folder)


def codes(report: Report) -> list[str]:
    return [issue.code for issue in report.issues]


def test_a_package_is_valid_without_its_record_models_too(tmp_path: Path) -> None:
    report = validate(write_harbour(tmp_path))
    assert report.issues == ()
    assert [result.resource for result in report.resources][:2] == ["ships", "ships-csv"]


def test_the_key_need_not_be_the_first_column(tmp_path: Path) -> None:
    schema = SCHEMA | {"primaryKey": "catch"}
    report = report_on(tmp_path, "day,catch\n1880-05-01,4\n1880-05-02,4\n", schema=schema)
    assert [(issue.code, issue.row) for issue in report.issues] == [("primary-key", 2)]


def test_a_table_without_a_key_may_repeat_its_rows(tmp_path: Path) -> None:
    assert report_on(tmp_path, "day,catch\n1880-05-01,4\n1880-05-01,4\n").valid


def test_the_dialect_says_how_cells_are_set_apart(tmp_path: Path) -> None:
    dialect = {"delimiter": ";", "quoteChar": "'", "header": False}
    report = report_on(tmp_path, "'1880-05-01';4\n1880-05-02;x\n", dialect=dialect)
    assert [(issue.code, issue.row, issue.line) for issue in report.issues] == [("type-error", 2, 2)]


def test_missing_values_are_those_that_the_schema_names(tmp_path: Path) -> None:
    report = report_on(tmp_path, "day,catch\nNA,4\n1880-05-01,\n", schema=SCHEMA | {"missingValues": ["NA"]})
    assert [(issue.code, issue.row, issue.field) for issue in report.issues] == [("type-error", 2, "catch")]


def test_the_encoding_is_that_of_the_descriptor(tmp_path: Path) -> None:
    fields = [{"name": "prise", "type": "string"}, {"name": "catch", "type": "integer"}]
    report = report_on(tmp_path, "prise,catch\nmorue salée,4\n", encoding="latin-1", schema={"fields": fields})
    assert report.valid


@pytest.mark.parametrize(
    "resource",
    [
        {"path": "catches.csv", "format": "xlsx"},
        {"path": ["catches.csv", "catches.csv"]},
        {"schema": SCHEMA | {"fieldsMatch": "subset"}},
        {"dialect": {"commentChar": "#"}},
        {"schema": {"fields": [{"name": "model_dump", "type": "string"}]}},
    ],
    ids=["format", "several files", "fieldsMatch", "comments", "a name that no model can have"],
)
def test_what_cannot_be_read_yet_is_said_and_not_passed_over(resource: dict[str, Any], tmp_path: Path) -> None:
    report = report_on(tmp_path, "day,catch\nnever,4\n", **resource)
    assert report.valid
    assert codes(report) == ["not-checked"]


def test_a_file_whose_rows_are_not_read_is_still_counted(tmp_path: Path) -> None:
    report = report_on(tmp_path, "%PDF", format="pdf", bytes=5)
    assert codes(report) == ["not-checked", "byte-count"]


def test_constraints_that_make_no_sense_are_an_issue_of_the_schema(tmp_path: Path) -> None:
    fields = [{"name": "day", "type": "date", "constraints": {"minimum": "May"}}]
    assert codes(report_on(tmp_path, "day\n1880-05-01\n", schema={"fields": fields})) == ["schema-error"]
