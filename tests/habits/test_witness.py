"""Programs that know nothing of lading read what it wrote, and agree."""

import csv
import json
from typing import Any

import duckdb
import pandas
import polars
import pytest
from frictionless import Package

from schemas import BAKU_TALKS
from tests.habits.repository import ROOT, text

TABLES = [model.table.name for model in BAKU_TALKS.records]


def csv_rows(table: str) -> int:
    with (ROOT / "data" / "tables" / f"{table}.csv").open(encoding="utf-8", newline="") as file:
        return sum(1 for _ in csv.reader(file)) - 1


@pytest.mark.filterwarnings("ignore::DeprecationWarning")
def test_frictionless_finds_no_fault_in_the_csv_tables() -> None:
    descriptor: dict[str, Any] = json.loads(text("datapackage.json"))
    descriptor["resources"] = [table for table in descriptor["resources"] if table["format"] == "csv"]
    report = Package.from_descriptor(descriptor, basepath=str(ROOT)).validate()
    assert report.stats["tasks"] == len(TABLES)
    assert report.flatten(["type", "title", "note"]) == []


@pytest.mark.parametrize("table", TABLES)
def test_duckdb_polars_and_pandas_load_as_many_rows_as_the_csv_file_has(table: str) -> None:
    path = str(ROOT / "data" / "tables" / f"{table}.parquet")
    rows = csv_rows(table)
    assert duckdb.read_parquet(path).shape[0] == rows
    assert polars.read_parquet(path).height == rows
    assert len(pandas.read_parquet(path)) == rows


def test_duckdb_runs_the_create_statements() -> None:
    with duckdb.connect() as connection:
        connection.execute(text("schemas/derived/duckdb.sql"))
        created = connection.execute("select table_name from information_schema.tables").fetchall()
    assert {name for (name,) in created} == set(TABLES)
