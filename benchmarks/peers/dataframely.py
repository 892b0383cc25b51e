"""Dataframely: `Schema.filter` on a lazy frame, which evaluates all rules in one query, and the rows that failed."""

import sys
from pathlib import Path

import dataframely as dy
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


class Stored(dy.Schema):
    """A row of the Parquet file."""

    row = dy.UInt32()
    shipment_id = dy.String(primary_key=True, regex=SHIPMENT_ID)
    sequence = dy.Int64(min=1)
    mode = dy.String(check=lambda mode: mode.is_in(MODES))
    status = dy.String(check=lambda status: status.is_in(STATUSES))
    weight = dy.Float64(min=MIN_WEIGHT, max=MAX_WEIGHT)
    pieces = dy.Int64(min=1, max=MAX_PIECES)
    insured = dy.Float64(nullable=True, min=0)
    booked = dy.Date(min=FIRST_DAY)
    due = dy.Date()
    scanned = dy.Datetime()
    fragile = dy.Bool()
    customs_code = dy.String(regex=CUSTOMS_CODE)
    contact = dy.String(regex=CONTACT)
    # Its own `max_length` counts bytes.
    note = dy.String(nullable=True, check=lambda note: note.str.len_chars().is_between(1, MAX_NOTE))

    @dy.rule()
    def due_after_booking(cls) -> pl.Expr:
        """No shipment is due before it is booked."""
        return cls.due.col >= cls.booked.col


class Written(Stored):
    """A row of the CSV file."""

    insured_unread = dy.Bool(check=lambda unread: ~unread)


FIELDS = {"primary_key": "shipment_id", "due_after_booking": "due", UNREAD: "insured"}


def main(path: Path) -> None:
    """Check a table."""
    schema = Written if path.suffix == ".csv" else Stored
    failed = schema.filter(scan(path)).failure.details()
    rules = [name for name in failed.columns if name not in schema.column_names()]
    verdicts = failed.unpivot(rules, index=ROW, variable_name="rule").filter(pl.col("value") == "invalid")
    named = [(row, rule.partition("|")[0], rule) for row, rule in verdicts.select(ROW, "rule").iter_rows()]
    report(((row, FIELDS.get(name, name)) for row, name, _ in named), message=named[0][2] if named else None)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
