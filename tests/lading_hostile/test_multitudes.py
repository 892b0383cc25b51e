"""Very many of one thing: in bounded memory, and in time that grows with their number."""

import json
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from lading.descriptor.paths import MOST_FILES
from lading.issue import LadingError
from lading.locate import folder as folders
from lading.tables.csv.header import MOST_COLUMNS
from lading.validate import validate
from tests.lading_hostile.apart import issues_of, lading
from tests.lading_hostile.made import INTEGER, TEXT, package, table

N_ERRORS = 100_000


def errors(folder: Path, form: str) -> Path:
    """A table each row of which has a fault of its own."""
    fields: Any = [*INTEGER, {"name": "y", "type": "string", "constraints": {"pattern": "z[0-9]+"}}]
    if form == "csv":
        return table(folder, "x,y\n" + "".join(f"{n},y{n}\n" for n in range(N_ERRORS)), fields)
    found = table(folder, "", fields, "t.parquet")
    pq.write_table(pa.table({"x": range(N_ERRORS), "y": [f"y{n}" for n in range(N_ERRORS)]}), folder / "t.parquet")
    return found


@pytest.mark.parametrize(("form", "report"), [("csv", "json"), ("parquet", "sarif"), ("parquet", "html")])
def test_many_errors_that_are_all_different_are_listed_in_bounded_memory(
    form: str, report: str, tmp_path: Path
) -> None:
    (tmp_path / "package").mkdir()
    options = ("--jobs", 1, "--no-cache", "--limit", 0, "--failures", tmp_path / "failing")
    file = tmp_path / "report"
    done = lading(
        "validate", errors(tmp_path / "package", form), "--format", report, "--output", file, *options, seconds=120
    )
    assert done.code == 1, done.stderr
    assert done.memory < 700 * 2**20, done.memory
    assert pq.read_metadata(tmp_path / "failing" / "t.parquet").num_rows == N_ERRORS
    text = file.read_text(encoding="utf-8")
    if report == "json":
        assert json.loads(text)["counts"]["error"] == N_ERRORS
    assert f"y{N_ERRORS - 1}" in text


def test_thousands_of_columns_and_of_faults_in_a_row_take_seconds(tmp_path: Path) -> None:
    names = [f"c{number}" for number in range(2_000)]
    fields = [{"name": name, "type": "integer"} for name in names]
    rows = [names, *(["1"] * 2_000 for _ in range(150)), ["a"] * 2_000, ["b"] * 10]
    folder = table(tmp_path, "\n".join(",".join(row) for row in rows) + "\n", fields)
    found = issues_of(folder, "--failures", tmp_path / "failing", megabytes=700)
    assert [sum(issue["row"] == number for issue in found) for number in (151, 152)] == [2_000, 10 + 101]
    assert pq.read_metadata(tmp_path / "failing" / "t.parquet").num_rows == 2 * 101


@pytest.mark.parametrize("name", ["enum", "categories", "missingValues"])
def test_lists_of_a_hundred_thousand_values_are_looked_up(name: str, tmp_path: Path) -> None:
    values = [f"v{number}" for number in range(100_000)]
    rows = "x\n" + "\n".join([*values[:20_000], "bad"]) + "\n"
    if name == "missingValues":
        found = issues_of(table(tmp_path, rows, INTEGER, missingValues=["", *values]))
        assert [issue["code"] for issue in found] == ["blank-row"] * 20_000 + ["type-error"]
    else:
        listed = {"constraints": {"enum": values}} if name == "enum" else {"categories": values}
        (issue,) = issues_of(table(tmp_path, rows, [{"name": "x", "type": "string", **listed}]))
        assert (issue["code"], issue["row"]) == ("constraint-error", 20_001)
        assert len(issue["message"]) < 200


def test_a_folder_without_descriptor_has_a_bounded_number_of_files(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert MOST_FILES == 100_000
    monkeypatch.setattr(folders, "MOST_FILES", 20)
    for number in range(21):
        (tmp_path / f"t{number}.csv").write_text("x\n1\n")
    with pytest.raises(LadingError, match="no more than 20 files are read"):
        validate(tmp_path)


def test_a_header_of_too_many_cells_is_one_issue_also_without_a_schema(tmp_path: Path) -> None:
    (tmp_path / "t.csv").write_text("x," * MOST_COLUMNS + "x\n1\n")
    (issue,) = validate(package(tmp_path, {"name": "t", "path": "t.csv"})).issues
    assert f"no more than {MOST_COLUMNS:,} columns" in issue.message


@pytest.mark.parametrize(
    ("dialect", "message"),
    [({"headerRows": [1_000_000]}, "the header is in row 1,000,000"), ({"commentRows": list(range(2, 200_000))}, None)],
)
def test_rows_of_a_dialect_may_be_far_down_or_many(dialect: Any, message: str | None, tmp_path: Path) -> None:
    table(tmp_path, "x\n" * 200_000, TEXT)
    found = issues_of(package(tmp_path, {"name": "t", "path": "t.csv", "dialect": dialect, "schema": {"fields": TEXT}}))
    assert [issue["message"][: len(message or "")] for issue in found] == ([message] if message else [])
