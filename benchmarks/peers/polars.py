"""A query written by hand in Polars: a condition for each check, and the rows where one does not hold."""

import sys
from collections.abc import Iterator
from pathlib import Path

import polars as pl

from benchmarks.findings import Cell, report
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

FAULTY = {
    "shipment_id": ~pl.col("shipment_id").str.contains(SHIPMENT_ID) | ~pl.col("shipment_id").is_first_distinct(),
    "sequence": pl.col("sequence") < 1,
    "mode": ~pl.col("mode").is_in(MODES),
    "status": ~pl.col("status").is_in(STATUSES),
    "weight": ~pl.col("weight").is_between(MIN_WEIGHT, MAX_WEIGHT),
    "pieces": ~pl.col("pieces").is_between(1, MAX_PIECES),
    # Polars holds NaN to be greater than any number.
    "insured": ~pl.col("insured").is_finite() | (pl.col("insured") < 0),
    "booked": pl.col("booked") < FIRST_DAY,
    "due": pl.col("due") < pl.col("booked"),
    "scanned": pl.lit(value=False),
    "fragile": pl.lit(value=False),
    "customs_code": ~pl.col("customs_code").str.contains(CUSTOMS_CODE),
    "contact": ~pl.col("contact").str.contains(CONTACT),
    "note": ~pl.col("note").str.len_chars().is_between(1, MAX_NOTE),
}
OPTIONAL = {"insured", "note"}


def conditions(path: Path) -> Iterator[pl.Expr]:
    """Where each field is at fault."""
    for name, faulty in FAULTY.items():
        where = faulty.fill_null(value=False) if name in OPTIONAL else faulty | pl.col(name).is_null()
        if name == "insured" and path.suffix == ".csv":
            where |= pl.col(UNREAD)
        yield where.fill_null(value=False).alias(name)


def main(path: Path) -> None:
    """Check a table."""
    found = scan(path).select(ROW, *conditions(path)).filter(pl.any_horizontal(pl.exclude(ROW))).collect()
    cells: list[Cell] = [(row[ROW], name) for row in found.iter_rows(named=True) for name in FAULTY if row[name]]
    report(cells)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
