import datetime as dt
import math
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest

from lading.check.resources import TablePlan
from lading.engine.spark import parts
from lading.issue import Issue
from lading.report.results import Report
from lading.tables.row import Row
from lading.validate import validate
from tests.lading_spark import fleet

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
    monkeypatch.setattr(parts, "PART_BYTES", 5_000)


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
