"""Columns, tables and references with names that mean something elsewhere."""

import csv
import io
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from lading.failures import FailureWriter
from lading.issue import Severity
from lading.report.formats import FORMATS
from lading.validate import validate
from tests.lading_hostile.made import TEXT, package, table
from tests.lading_hostile.oracle import hold_to_promises

NAMES = [
    *("class", "def", "None", "True", "print", "self", "cls", "table", "rules", "row", "line", "code", "message", "rule"),
    *("__init__", "__class__", "__dict__", "_id", "model_fields", "model_config", "model_validate", "copy", "json", "schema"),
    *('a"b', "a'b", "`a`", "a\\b", "a,b", "a;b", "a b", " ", "\t", "a\nb", "a\r\nb", "\x1b[31m", "\u202ea", "\ufeff", "0", "-1"),
    *("^a.*$", "*", "^.*$", "#", "$", "%s", "{0}", "{{x}}", "</script>", "é", "e\u0301", "ﬁ", "fi", "\U0001d552", "x" * 1000),
]  # fmt: skip
FIELDS: list[dict[str, Any]] = [{"name": name, "type": "integer"} for name in NAMES]


def text(rows: list[list[str]]) -> str:
    stream = io.StringIO()
    csv.writer(stream, lineterminator="\n").writerows(rows)
    return stream.getvalue()


@pytest.mark.parametrize("form", ["csv", "parquet"])
def test_columns_may_be_called_anything(form: str, tmp_path: Path) -> None:
    folder = tmp_path / "package"
    folder.mkdir()
    wrong, right = ["x"] * len(NAMES), ["1"] * len(NAMES)
    keys: dict[str, Any] = {"primaryKey": NAMES, "uniqueKeys": [[name] for name in NAMES]}
    if form == "csv":
        table(folder, text([NAMES, wrong, right, right]), FIELDS, **keys)
    else:
        table(folder, "", FIELDS, "t.parquet", **keys)
        pq.write_table(pa.table([[-1, 1, 1]] * len(NAMES), names=NAMES), folder / "t.parquet")
    found = list(validate(folder).issues)
    assert sum(issue.code == "type-error" for issue in found) == (len(NAMES) if form == "csv" else 0)
    assert sum(issue.code in ("primary-key", "unique-error") for issue in found) == len(NAMES) + 1
    assert {issue.field for issue in found} == {*NAMES, None}
    hold_to_promises(folder, None, tmp_path)


def test_a_name_with_nul_is_the_name_of_no_column_of_a_text(tmp_path: Path) -> None:
    (issue,) = validate(table(tmp_path, "a\0b\n1\n", [{"name": "a\0b"}])).issues
    assert issue.code == "encoding-error"


def test_a_field_without_name_is_one_issue(tmp_path: Path) -> None:
    (issue,) = validate(table(tmp_path, "\n1\n", [{"name": ""}])).issues
    assert (issue.code, issue.path) == ("schema-error", "datapackage.json#/resources/0/schema/fields/0/name")


def test_names_that_differ_in_their_normal_form_alone_are_two_columns(tmp_path: Path) -> None:
    folder = table(
        tmp_path, "\u00e9,e\u0301\n1,x\n", [{"name": name, "type": "integer"} for name in ("\u00e9", "e\u0301")]
    )
    (issue,) = validate(folder).issues
    assert issue.field == "e\u0301"


@pytest.mark.parametrize("name", ["a\0b", "a\nb", "../x", "\u202e", "x" * 5000, "con", "__init__", '"', "^a$"])
def test_resources_may_be_called_anything(name: str, tmp_path: Path) -> None:
    (tmp_path / "t.csv").write_text("x\n1\na\n")
    enum = {"name": "x", "type": "string", "constraints": {"enum": ["1"]}}
    package(tmp_path, {"name": name, "path": "t.csv", "schema": {"fields": [enum]}})
    with FailureWriter(tmp_path / "failing") as writer:
        report = validate(tmp_path, failing=lambda table, row, found: writer.add(table.resource, row, found))
    (issue,) = (issue for issue in report.issues if issue.severity is Severity.ERROR)
    assert (issue.resource, issue.row) == (name, 2)
    assert len(list((tmp_path / "failing").iterdir())) == 1
    for form in FORMATS.values():
        form.render(report, io.StringIO())


def referring(name: str, to: str) -> dict[str, Any]:
    key = {"fields": "x", "reference": {"resource": to, "fields": "x"}}
    return {"name": name, "path": f"{name or 'a'}.csv", "schema": {"fields": TEXT, "foreignKeys": [key]}}


def test_tables_that_refer_to_each_other_in_a_circle_are_checked(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text("x\n1\n2\n")
    (tmp_path / "b.csv").write_text("x\n2\n3\n")
    found = validate(package(tmp_path, referring("a", "b"), referring("b", "a"))).issues
    assert [(issue.code, issue.resource, issue.row) for issue in found] == [
        ("foreign-key", "a", 1),
        ("foreign-key", "b", 2),
    ]


def test_a_reference_to_no_table_is_one_issue(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text("x\n1\n2\n")
    (issue,) = validate(package(tmp_path, referring("a", "b"))).issues
    assert issue.code == "schema-error"


def test_a_reference_to_what_cannot_be_read_is_a_warning(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text("x\n1\n")
    (tmp_path / "b.csv").write_bytes(b"\xff\xfe\xff")
    found = validate(package(tmp_path, referring("a", "b"), referring("b", "b"))).issues
    assert [(issue.code, issue.resource) for issue in found] == [("encoding-error", "b"), ("not-checked", "a")]


def test_a_column_that_refers_to_itself_is_never_wrong(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text("x\n1\n2\n")
    assert validate(package(tmp_path, referring("a", ""))).valid
