"""Writes the data: `python -m benchmarks.generate 100000` makes four data packages of that many rows, and the truth.

Parquet and CSV, each without a fault and with planted ones. Nothing is random: the same number of rows gives the same
bytes. What was planted where is in `planted.json`, beside the descriptor.
"""

import argparse
import json
import shutil
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Any

import polars as pl
import pyarrow as pa
import pyarrow.parquet as pq

from benchmarks.faults import TEXT_FAULTS, Place, places
from benchmarks.files import DATA, FORMATS, STATES, TRUTH, Format, package
from benchmarks.rows import shipments
from benchmarks.shipments import SHIPMENTS, Shipment
from lading.derive.datapackage import FORMS
from lading.derive.tableschema import table_schema

N_FAULTS = 1_000
PORTION = 2**18
ROW_GROUP = 2**17


def generate(rows: int, n_faults: int, data: Path = DATA) -> None:
    """Write the packages of one size, those that are not there yet."""
    for form in FORMATS:
        for state in STATES:
            folder = package(rows, form, state, data)
            if not folder.exists():
                draft = folder.with_name(f".{folder.name}")
                shutil.rmtree(draft, ignore_errors=True)
                draft.mkdir(parents=True)
                _write(draft, form, rows, list(places(form, rows, n_faults)) if state == "planted" else [])
                draft.rename(folder)


def _write(folder: Path, form: Format, rows: int, faults: Sequence[Place]) -> None:
    path = folder / f"shipments.{form}"
    described = {"name": "shipments", "type": "table", "path": path.name, **FORMS[form]}
    descriptor = {
        "$schema": "https://datapackage.org/profiles/2.0/datapackage.json",
        "name": SHIPMENTS.name,
        "resources": [described | {"schema": table_schema(Shipment)}],
    }
    (folder / "datapackage.json").write_text(json.dumps(descriptor, indent=2), encoding="utf-8")
    (folder / TRUTH).write_text(json.dumps([asdict(fault.listed()) for fault in faults], indent=1), encoding="utf-8")
    if form == "parquet":
        _write_parquet(path, _portions(rows, faults))
    else:
        _write_csv(path, _portions(rows, faults))


def _portions(rows: int, faults: Sequence[Place]) -> Iterator[tuple[pl.DataFrame, Mapping[str, Any]]]:
    """The table in portions, typed faults planted; and for each the texts to plant, by field and position."""
    for first in range(1, rows + 1, PORTION):
        frame = shipments(first, min(PORTION, rows + 1 - first))
        texts: dict[str, dict[int, str]] = {}
        typed: dict[str, dict[int, Any]] = {}
        for place in faults:
            position = place.row - first
            if 0 <= position < frame.height:
                row = frame.row(position, named=True) | {"twin": place.twin}
                target = texts if place.fault in TEXT_FAULTS else typed
                target.setdefault(place.fault.field, {})[position] = place.fault.value(row)
        yield _replaced(frame, typed), texts


def _replaced(frame: pl.DataFrame, cells: Mapping[str, Mapping[int, Any]]) -> pl.DataFrame:
    columns = {name: frame[name].scatter(list(new), list(new.values())) for name, new in cells.items()}
    return frame.with_columns(**columns)


def _write_parquet(path: Path, portions: Iterator[tuple[pl.DataFrame, Mapping[str, Any]]]) -> None:
    empty = shipments(1, 0).to_arrow(compat_level=pl.CompatLevel.oldest())
    schema = pa.schema([(field.name, _plain(field.type)) for field in empty.schema])
    with pq.ParquetWriter(path, schema, compression="zstd") as writer:
        for frame, _ in portions:
            arrow = frame.to_arrow(compat_level=pl.CompatLevel.oldest())
            writer.write_table(arrow.cast(schema), row_group_size=ROW_GROUP)


def _plain(type: pa.DataType) -> pa.DataType:  # noqa: A002 - the type of a field
    return pa.string() if pa.types.is_large_string(type) else type


def _write_csv(path: Path, portions: Iterator[tuple[pl.DataFrame, Mapping[str, Any]]]) -> None:
    with path.open("wb") as file:
        for number, (frame, texts) in enumerate(portions):
            written = frame.with_columns(pl.col("scanned").dt.to_string("%Y-%m-%dT%H:%M:%S")).cast(pl.String)
            _replaced(written, texts).write_csv(file, include_header=number == 0)


def main() -> None:
    """The command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("rows", nargs="+", type=int, help="how many rows, one size after the other")
    for rows in parser.parse_args().rows:
        generate(rows, min(N_FAULTS, rows // 4))


if __name__ == "__main__":
    main()
