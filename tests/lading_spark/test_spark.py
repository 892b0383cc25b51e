import datetime as dt
import math
from collections.abc import Sequence
from pathlib import Path
from typing import Any, ClassVar

import pytest
from pydantic import Field

from lading.check.resources import TablePlan
from lading.engine import reading
from lading.engine.spark import parts
from lading.issue import Issue
from lading.record import Record, Table
from lading.report.results import Report
from lading.tables.row import Row
from lading.validate import validate
from tests.lading_spark import fleet
from tests.lading_validate import harbour

pytestmark = pytest.mark.usefixtures("spark")

Failing = list[tuple[str, int, tuple[Issue, ...]]]


def checked(package: Path, engine: str, **options: Any) -> tuple[Report, Failing]:
    failing: Failing = []

    def note(table: TablePlan, row: Row, issues: Sequence[Issue]) -> None:
        failing.append((table.resource, row.number, tuple(issues)))

    return validate(package, engine=engine, failing=note, **options), failing


def same(package: Path, **options: Any) -> list[Issue]:
    """The issues, which are those of the local engine, in its order."""
    local, local_failing = checked(package, "local", **options)
    spark, spark_failing = checked(package, "spark", **options)
    assert list(spark.issues) == list(local.issues)
    assert spark_failing == [(name, row, tuple(issues)) for name, row, issues in local_failing]
    assert [(one.resource, one.rows, one.columns) for one in spark.resources] == [
        (one.resource, one.rows, one.columns) for one in local.resources
    ]
    return list(spark.issues)


@pytest.fixture
def small_parts(monkeypatch: pytest.MonkeyPatch) -> None:
    """Files are divided."""
    monkeypatch.setattr(parts, "PART_BYTES", 9_000)


@pytest.mark.usefixtures("all_large", "small_parts")
def test_planted_errors_are_those_that_the_local_engine_finds(tmp_path: Path) -> None:
    ports, berths = fleet.ports(), fleet.berths()
    ports["port_id"][400] = ports["port_id"][20]  # a key in two parts
    ports["port_id"][0], ports["port_id"][500] = 0.0, -0.0
    ports["port_id"][550] = ports["port_id"][551] = math.nan
    ports["code"][10], ports["code"][11] = "PO1\n", "po"
    ports["code"][599] = ports["code"][1]
    ports["port_id"][77] = None
    before, after = fleet.calls(), fleet.calls()
    before["stamp"] = [stamp - 10**12 for stamp in before["stamp"]]
    before["stamp"][5] = after["stamp"][590]  # the same in two files
    before["port_id"][3], after["port_id"][4], after["port_id"][5] = 99_999.0, -0.0, math.nan
    after["before"][599] = 5_000
    after["call"][30], after["call"][550] = None, after["call"][2]
    before["berth"][17], before["berth"][18] = "b3\n", "b21"
    after["state"][-1] = "away"
    for column in after.values():
        column[300] = None  # a blank row but for the year
    berths["berth"][4] = "b5"
    package = fleet.write_fleet(tmp_path, ports, {1999: before, 2000: after}, berths)
    issues = same(package)
    assert {issue.code for issue in issues} == {"constraint-error", "primary-key", "unique-error", "foreign-key"}
    assert len(issues) > 20


@pytest.mark.usefixtures("small_parts")
def test_small_tables_beside_large_ones_refer_in_both_directions(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(reading, "SMALL_BYTES", 2_000)
    large, small = fleet.ports(), {"name": ["a", "b", "c", "d"], "port_id": [1.0, math.nan, 7777.0, -0.0]}
    large["port_id"][9] = 12_345.0
    fleet.write_parquet(tmp_path / "ports.parquet", large)
    (tmp_path / "boats.csv").write_text(
        "\n".join(["name,port_id", *(f"{a},{b}" for a, b in zip(*small.values(), strict=True))]), encoding="utf-8"
    )
    (tmp_path / "known.csv").write_text("\n".join(["port_id", *map(str, range(fleet.ROWS // 2))]), encoding="utf-8")
    numbered = {"primaryKey": "port_id", "fields": [{"name": "port_id", "type": "number"}]}
    whole = {"primaryKey": "port_id", "fields": [{"name": "port_id", "type": "integer"}]}
    to = {"fields": ["port_id"], "reference": {"resource": "ports", "fields": ["port_id"]}}
    boats = {"fields": [{"name": "name", "type": "string"}, *numbered["fields"]], "foreignKeys": [to]}
    known = [
        {"fields": ["port_id"], "reference": {"resource": name, "fields": ["port_id"]}} for name in ("known", "whole")
    ]
    fleet.describe(
        tmp_path,
        {"name": "ports", "path": "ports.parquet", "schema": {**fleet.PORTS, "foreignKeys": known}},
        {"name": "boats", "path": "boats.csv", "schema": boats},
        {"name": "known", "path": "known.csv", "schema": numbered},
        {"name": "whole", "path": "known.csv", "schema": whole},
    )
    issues = same(tmp_path)
    assert [(issue.resource, issue.row) for issue in issues if issue.resource == "boats"] == [
        ("boats", 2),
        ("boats", 3),
    ]
    assert len(issues) == 2 + 2 * (fleet.ROWS // 2 + 1)


@pytest.mark.usefixtures("all_large")
def test_rows_of_text_have_the_numbers_of_the_table_and_the_lines_of_their_files(tmp_path: Path) -> None:
    fields = [{"name": "id", "type": "integer"}, {"name": "day", "type": "date"}, {"name": "said", "type": "string"}]
    said = {**fields[2], "constraints": {"pattern": "[a-z ]+"}}
    rows = [f"{number},2001-02-03,so it was" for number in range(300)]
    rows[7:9] = ["", '7,2001-02-03,"two\nlines"']
    rows[20:22] = ["20,2001-02-30,x", "21,2001-02-03"]
    rows[30] = f"{2**70},2001-02-03,x"
    more = [f"{number},2001-02-03,x" for number in range(290, 500)]
    more[11] = f"{2**70},2001-02-03,x"
    header = "id,day,said\n"
    (tmp_path / "1.csv").write_text(header + "\n".join(rows), encoding="utf-8")
    (tmp_path / "2.csv").write_text(header + "\n".join(more), encoding="utf-8")
    (tmp_path / "3.csv").write_bytes(b"500,2001-02-03,x\n" * 5 + b"501,2001-02-03,\xe9\n")
    (tmp_path / "4.csv").write_text(header + "id,x,x\n", encoding="utf-8")
    schema = {"primaryKey": "id", "fields": [*fields[:2], said]}
    fleet.describe(tmp_path, {"name": "said", "path": [f"{n}.csv" for n in range(1, 5)], "schema": schema})
    issues = same(tmp_path)
    assert {"blank-row", "type-error", "missing-cell", "primary-key", "encoding-error"} <= {one.code for one in issues}
    assert "stood in row 31 already" in str([issue.message for issue in issues])


@pytest.mark.usefixtures("all_large", "small_parts")
def test_a_table_ends_where_one_of_its_files_cannot_be_read(tmp_path: Path) -> None:
    names = [f"{number}.parquet" for number in range(4)]
    for name in names:
        fleet.write_parquet(tmp_path / name, fleet.ports())
    whole = (tmp_path / "2.parquet").read_bytes()
    (tmp_path / "2.parquet").write_bytes(whole[: len(whole) // 2])
    fleet.describe(tmp_path, {"name": "ports", "path": names, "schema": {"fields": fleet.PORTS["fields"]}})
    assert [issue.code for issue in same(tmp_path)] == ["source-error"]


@pytest.mark.usefixtures("all_large")
def test_what_depends_on_the_order_of_rows_or_on_records_is_asked_as_ever(tmp_path: Path) -> None:
    records = harbour.records()
    package = harbour.write_harbour(tmp_path, records)
    text = package / "data/tables/remarks.csv"
    text.write_text(text.read_text(encoding="utf-8").replace("r2,", "r3,"), encoding="utf-8")
    visits = package / "data/tables/visits.csv"
    visits.write_text(visits.read_text(encoding="utf-8").replace("1880-05-04", "1880-07-04"), encoding="utf-8")
    codes = {issue.code for issue in same(package, dataset=harbour.HARBOUR, texts=tmp_path / "texts")}
    assert {"twin-error", "hash-count"} <= codes


@pytest.mark.usefixtures("all_large")
def test_a_model_that_no_other_process_can_import_is_read_here(tmp_path: Path) -> None:
    class Port(Record):
        """A port."""

        table: ClassVar = Table("ports", "Ports", "port_id")

        port_id: float = Field(description="Identifier.", lt=5)
        code: str = Field(description="Code.")
        opened: dt.date | None = Field(description="Since when.")

    fleet.write_parquet(tmp_path / "ports.parquet", fleet.ports())
    assert len(same(tmp_path / "ports.parquet", model=Port)) == fleet.ROWS - 5
    (result,) = checked(tmp_path / "ports.parquet", "spark", model=Port)[0].resources
    assert any("not by Spark" in note for note in result.notes)
