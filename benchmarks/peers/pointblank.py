"""Pointblank: a step for each check, and the extract of the rows that failed it."""

import sys
from pathlib import Path

import pointblank as pb
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

REQUIRED = ["shipment_id", "sequence", "mode", "status", "weight", "pieces", "booked", "due", "scanned", "fragile"]
EXTRACT = 1_000


def validation(path: Path) -> pb.Validate:
    """The steps. A missing value passes all but the step that requires it, so that it is counted once."""
    steps = (
        pb.Validate(scan(path).drop(ROW).collect())
        .col_vals_not_null([*REQUIRED, "customs_code", "contact"])
        .rows_distinct("shipment_id")
        .col_vals_regex("shipment_id", SHIPMENT_ID, na_pass=True)
        .col_vals_ge("sequence", 1, na_pass=True)
        .col_vals_in_set("mode", [*MODES, None])
        .col_vals_in_set("status", [*STATUSES, None])
        .col_vals_between("weight", MIN_WEIGHT, MAX_WEIGHT, na_pass=True)
        .col_vals_between("pieces", 1, MAX_PIECES, na_pass=True)
        # Polars holds NaN to be greater than any number.
        .col_vals_between("insured", 0, sys.float_info.max, na_pass=True)
        .col_vals_ge("booked", FIRST_DAY, na_pass=True)
        .col_vals_ge("due", pb.col("booked"), na_pass=True)
        .col_vals_regex("customs_code", CUSTOMS_CODE, na_pass=True)
        .col_vals_regex("contact", CONTACT, na_pass=True)
        .col_vals_between("note", 1, MAX_NOTE, na_pass=True, pre=with_lengths)
    )
    return steps.col_vals_expr(~pl.col(UNREAD)) if path.suffix == ".csv" else steps


def with_lengths(frame: pl.DataFrame) -> pl.DataFrame:
    """The number of characters of each note in its place."""
    return frame.with_columns(pl.col("note").str.len_chars())


def main(path: Path) -> None:
    """Check a table."""
    done = validation(path).interrogate(extract_limit=EXTRACT)
    cells: list[Cell] = []
    for step, failed in done.get_data_extracts().items():
        column = done.validation_info[step - 1].column
        # A list where rows are compared, nothing where a condition of our own is given.
        field = column[0] if isinstance(column, list) else column or "insured"
        cells += [(row, field) for row in failed["_row_num_"]]
    report(cells)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
