"""A package of invented ports and calls, described by Table Schemas alone, in several files."""

import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq

ROWS = 600

PORTS = {
    "primaryKey": ["port_id"],
    "uniqueKeys": [["code"]],
    "fields": [
        {"name": "port_id", "type": "number"},
        {"name": "code", "type": "string", "constraints": {"pattern": "[A-Z]{2}[0-9]+"}},
        {"name": "opened", "type": "date"},
    ],
}
CALLS = {
    "primaryKey": ["year", "call"],
    "uniqueKeys": [["stamp"], ["berth", "stamp"]],
    "foreignKeys": [
        {"fields": ["port_id"], "reference": {"resource": "ports", "fields": ["port_id"]}},
        {"fields": ["year", "before"], "reference": {"resource": "", "fields": ["year", "call"]}},
        {"fields": ["berth"], "reference": {"resource": "berths", "fields": ["berth"]}},
    ],
    "fields": [
        {"name": "year", "type": "integer"},
        {"name": "call", "type": "integer", "constraints": {"required": True, "minimum": 1}},
        {"name": "before", "type": "integer"},
        {"name": "port_id", "type": "number"},
        {"name": "berth", "type": "string", "constraints": {"pattern": "b[0-9]+"}},
        {"name": "stamp", "type": "datetime"},
        {"name": "state", "type": "string", "constraints": {"enum": ["in", "out"]}},
    ],
}
BERTHS = {"primaryKey": "berth", "fields": [{"name": "berth", "type": "string"}, {"name": "metres", "type": "integer"}]}


def ports() -> dict[str, list[Any]]:
    """Sound ports."""
    return {
        "port_id": [float(number) for number in range(ROWS)],
        "code": [f"PO{number}" for number in range(ROWS)],
        "opened": [None if number % 7 else f"19{number % 90 + 10}-01-02" for number in range(ROWS)],
    }


def calls() -> dict[str, list[Any]]:
    """Sound calls of one year."""
    return {
        "call": list(range(1, ROWS + 1)),
        "before": [None, *range(1, ROWS)],
        "port_id": [float(number * 31 % ROWS) for number in range(ROWS)],
        "berth": [f"b{number % 20}" for number in range(ROWS)],
        "stamp": [1_000_000 * number for number in range(ROWS)],
        "state": ["in" if number % 3 else "out" for number in range(ROWS)],
    }


def berths() -> dict[str, list[Any]]:
    """Sound berths."""
    return {"berth": [f"b{number}" for number in range(20)], "metres": list(range(20))}


def write_parquet(path: Path, columns: Mapping[str, Sequence[Any]], group_rows: int = 100) -> None:
    """A file of several row groups."""
    types = {"opened": pa.string(), "stamp": pa.timestamp("us"), "call": pa.int64(), "before": pa.int64()}
    arrays = {name: pa.array(values, types.get(name)) for name, values in columns.items()}
    if "opened" in arrays:
        arrays["opened"] = arrays["opened"].cast(pa.date32())
    path.parent.mkdir(parents=True, exist_ok=True)
    pq.write_table(pa.table(arrays), path, row_group_size=group_rows)


def write_fleet(
    folder: Path, of_ports: Mapping[str, Any], of_years: Mapping[int, Mapping[str, Any]], of_berths: Mapping[str, Any]
) -> Path:
    """The package: ports in one file, calls in a folder of partitions, berths in CSV."""
    write_parquet(folder / "ports.parquet", of_ports)
    for year, columns in of_years.items():
        later = {name: values[ROWS // 2 :] for name, values in columns.items()}
        write_parquet(folder / f"calls/year={year}/0.parquet", {name: v[: ROWS // 2] for name, v in columns.items()})
        write_parquet(folder / f"calls/year={year}/1.parquet", later)
    lines = [",".join(of_berths), *(",".join(map(str, cells)) for cells in zip(*of_berths.values(), strict=True))]
    (folder / "berths.csv").write_text("\n".join(lines) + "\n", encoding="utf-8")
    return describe(
        folder,
        {"name": "ports", "path": "ports.parquet", "schema": PORTS},
        {"name": "calls", "path": "calls", "format": "parquet", "schema": CALLS},
        {"name": "berths", "path": "berths.csv", "schema": BERTHS},
    )


def describe(folder: Path, *resources: Mapping[str, Any]) -> Path:
    """The descriptor beside the files."""
    package = {"$schema": "https://datapackage.org/profiles/2.0/datapackage.json", "name": "fleet"}
    (folder / "datapackage.json").write_text(json.dumps({**package, "resources": list(resources)}), encoding="utf-8")
    return folder
