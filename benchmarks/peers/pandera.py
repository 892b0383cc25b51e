"""Pandera: lazy validation of an eager frame, the one way in which it checks values and collects all failures."""

import sys
from pathlib import Path

import pandera.polars as pa
import polars as pl

from benchmarks.findings import report
from benchmarks.peers.frames import ROW, UNREAD, scan
from benchmarks.shipments import (
    CONTACT,
    CUSTOMS_CODE,
    FIRST_DAY,
    MAX_NOTE,
    MAX_PIECES,
    MAX_WEIGHT,
    MIN_WEIGHT,
    MODES,
    SHIPMENT_ID,
    STATUSES,
)

COLUMNS = {
    "shipment_id": pa.Column(str, pa.Check.str_matches(SHIPMENT_ID), unique=True),
    "sequence": pa.Column(int, pa.Check.ge(1)),
    "mode": pa.Column(str, pa.Check.isin(MODES)),
    "status": pa.Column(str, pa.Check.isin(STATUSES)),
    "weight": pa.Column(float, pa.Check.in_range(MIN_WEIGHT, MAX_WEIGHT)),
    "pieces": pa.Column(int, pa.Check.in_range(1, MAX_PIECES)),
    # Polars holds NaN to be greater than any number.
    "insured": pa.Column(float, pa.Check.in_range(0, sys.float_info.max), nullable=True),
    "booked": pa.Column(pl.Date, pa.Check.ge(FIRST_DAY)),
    "due": pa.Column(pl.Date),
    "scanned": pa.Column(pl.Datetime("us")),
    "fragile": pa.Column(bool),
    "customs_code": pa.Column(str, pa.Check.str_matches(CUSTOMS_CODE)),
    "contact": pa.Column(str, pa.Check.str_matches(CONTACT)),
    "note": pa.Column(str, pa.Check.str_length(1, MAX_NOTE), nullable=True),
}


def due_after_booking(data: pa.PolarsData) -> pl.LazyFrame:
    """No shipment is due before it is booked."""
    return data.lazyframe.select(pl.col("due") >= pl.col("booked"))


def schema(path: Path) -> pa.DataFrameSchema:
    """The schema of the stored or of the written table."""
    written = {UNREAD: pa.Column(bool, pa.Check.eq(False))} if path.suffix == ".csv" else {}
    return pa.DataFrameSchema({**COLUMNS, **written}, checks=pa.Check(due_after_booking, name="due"))


def main(path: Path) -> None:
    """Check a table."""
    try:
        schema(path).validate(scan(path).drop(ROW).collect(), lazy=True)
    except pa.errors.SchemaErrors as errors:
        cases = errors.failure_cases
        fields = {None: "due", UNREAD: "insured"}
        named = [
            (None if index is None else index + 1, fields.get(column, column))
            for index, column in cases.select("index", "column").iter_rows()
        ]
        report(named, cases.height, str(cases.row(0, named=True)))
    else:
        report([])


if __name__ == "__main__":
    main(Path(sys.argv[1]))
