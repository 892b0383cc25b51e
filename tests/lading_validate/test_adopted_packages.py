"""Packages that somebody else made, checked against models that are made from their Table Schemas."""

import decimal
import json
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq
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
    assert not report.issues
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


UNREAD: dict[str, dict[str, Any]] = {
    "format": {"path": "catches.csv", "format": "dbf"},
    "file elsewhere": {"path": "https://catches.example/catches.csv"},
    "schema elsewhere": {"schema": "https://catches.example/schema.json"},
    "dialect elsewhere": {"dialect": "https://catches.example/dialect.json"},
}


@pytest.mark.parametrize("resource", UNREAD.values(), ids=UNREAD)
def test_what_cannot_be_read_is_said_and_not_passed_over(resource: dict[str, Any], tmp_path: Path) -> None:
    report = report_on(tmp_path, "day,catch\nnever,4\n", **resource)
    assert report.valid
    assert codes(report) == ["not-checked"]


def test_a_format_that_its_type_has_not_is_an_issue_of_the_schema(tmp_path: Path) -> None:
    fields = [{"name": "id", "type": "integer"}, {"name": "value", "type": "string", "format": "postcode"}]
    report = report_on(tmp_path, "id,value\n1,whatever\n", schema={"fields": fields})
    assert codes(report) == ["schema-error"]


@pytest.mark.parametrize("name", ["_id", "table", "rules", "model_fields", "__init__", "column_0"])
def test_a_column_is_checked_whatever_its_name(name: str, tmp_path: Path) -> None:
    fields = [{"name": "day", "type": "date"}, {"name": name, "type": "integer"}]
    report = report_on(tmp_path, f"day,{name}\n1880-05-01,x\n", schema={"fields": fields, "primaryKey": name})
    assert [(issue.code, issue.field) for issue in report.issues] == [("type-error", name)]


def test_a_field_of_any_type_has_nothing_to_check(tmp_path: Path) -> None:
    assert not report_on(tmp_path, "value\nwhatever\n", schema={"fields": [{"name": "value"}]}).issues


def test_a_file_whose_rows_are_not_read_is_still_counted(tmp_path: Path) -> None:
    report = report_on(tmp_path, "%PDF", format="pdf", bytes=5)
    assert codes(report) == ["not-checked", "byte-count"]


def test_constraints_that_make_no_sense_are_an_issue_of_the_schema(tmp_path: Path) -> None:
    fields = [{"name": "day", "type": "date", "constraints": {"minimum": "May"}}]
    (issue,) = report_on(tmp_path, "day\n1880-05-01\n", schema={"fields": fields}).issues
    assert (issue.code, issue.path) == ("schema-error", "datapackage.json#/resources/0/schema/fields/0")


def test_a_reference_to_a_table_without_schema_is_not_checked(tmp_path: Path) -> None:
    key = {"fields": "catch", "reference": {"resource": "boats", "fields": "catch"}}
    (tmp_path / "boats.csv").write_text("catch\n4\n")
    tables = [
        {"name": "catches", "path": "catches.csv", "schema": SCHEMA | {"foreignKeys": [key]}},
        {"name": "boats", "path": "boats.csv"},
    ]
    (tmp_path / "catches.csv").write_text("day,catch\n1880-05-01,4\n")
    (tmp_path / "datapackage.json").write_text(json.dumps({"resources": tables}))
    report = validate(tmp_path)
    assert report.valid
    assert [(issue.code, issue.resource) for issue in report.issues] == [
        ("not-checked", "catches"),
    ]


@pytest.mark.parametrize(
    ("pattern", "matched", "unmatched"),
    [
        ("[a-z]", "a", "ab"),
        ("^a|b$", "a", "axxx"),
        ("^(?!0)[0-9]+$", "12", "012"),
        (r"(\w)\1", "oo", "on"),
    ],
    ids=["without anchors", "anchors of alternatives", "look-ahead", "back-reference"],
)
def test_a_pattern_is_one_of_the_whole_value(pattern: str, matched: str, unmatched: str, tmp_path: Path) -> None:
    schema = {"fields": [{"name": "mark", "type": "string", "constraints": {"pattern": pattern}}]}
    report = report_on(tmp_path, f"mark\n{matched}\n{unmatched}\n", schema=schema)
    assert [(issue.code, issue.row) for issue in report.issues] == [("constraint-error", 2)]


def test_a_cell_may_be_of_any_length(tmp_path: Path) -> None:
    fields = [{"name": "log", "type": "string"}]
    assert report_on(tmp_path, f"log\n{'x' * 200_000}\n", schema={"fields": fields}).valid


def test_the_dialect_of_csv_may_stand_in_an_object_of_its_own(tmp_path: Path) -> None:
    assert report_on(tmp_path, "day;catch\n1880-05-01;4\n", dialect={"csv": {"delimiter": ";"}}).valid


def test_times_of_others_may_have_an_offset(tmp_path: Path) -> None:
    fields = [{"name": "at", "type": "datetime", "constraints": {"minimum": "1880-01-01T00:00:00Z"}}]
    report = report_on(tmp_path, "at\n1880-05-01T06:00:00+02:00\n1879-05-01T06:00:00Z\n", schema={"fields": fields})
    assert [(issue.code, issue.row) for issue in report.issues] == [("constraint-error", 2)]


TWINS = {
    "decimals": ("number", pa.array([decimal.Decimal("1.10")]), "1.1"),
    "decimals as integers": ("integer", pa.array([decimal.Decimal("7")], pa.decimal128(38, 0)), "7"),
    "single precision": ("number", pa.array([0.1], pa.float32()), "0.1"),
    "integers that no double holds": ("number", pa.array([2**53 + 1]), str(2**53 + 1)),
    "no number": ("number", pa.array([float("nan")]), "NaN"),
    "views of text": ("string", pa.array(["cod"], pa.string_view()), "cod"),
    "text that is not marked as such": ("string", pa.array([b"cod"], pa.binary_view()), "cod"),
    "nanoseconds that are microseconds": (
        "datetime",
        pa.array([1000], pa.timestamp("ns")),
        "1970-01-01T00:00:00.000001",
    ),
}


@pytest.mark.parametrize(("column_type", "cells", "text"), TWINS.values(), ids=TWINS)
def test_twins_say_the_same_however_parquet_stores_it(
    column_type: str, cells: "pa.Array[Any]", text: str, tmp_path: Path
) -> None:
    schema = {"fields": [{"name": "id", "type": "integer"}, {"name": "value", "type": column_type}], "primaryKey": "id"}
    pq.write_table(pa.table({"id": [1], "value": cells}), tmp_path / "t.parquet")
    (tmp_path / "t.csv").write_text(f"id,value\n1,{text}\n")
    resources = [
        {"name": name, "path": path, "schema": schema} for name, path in (("t", "t.parquet"), ("t-csv", "t.csv"))
    ]
    (tmp_path / "datapackage.json").write_text(json.dumps({"resources": resources}))
    assert not validate(tmp_path).issues
