"""Patito: a Pydantic model that is checked column by column; it says how many rows failed, not which."""

import datetime as dt
import re
import sys
from pathlib import Path
from typing import Literal

import patito as pt
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
    SHIPMENT_ID,
)


class Stored(pt.Model):
    """A row of the Parquet file."""

    shipment_id: str = pt.Field(unique=True, pattern=SHIPMENT_ID)
    sequence: int = pt.Field(ge=1)
    mode: Literal["road", "rail", "sea", "air"] = pt.Field(dtype=pl.String)
    status: Literal["booked", "collected", "in-transit", "delivered", "returned"] = pt.Field(dtype=pl.String)
    weight: float = pt.Field(ge=MIN_WEIGHT, le=MAX_WEIGHT)
    pieces: int = pt.Field(ge=1, le=MAX_PIECES)
    # Polars holds NaN to be greater than any number.
    insured: float | None = pt.Field(ge=0, constraints=pt.field.is_not_nan())
    booked: dt.date = pt.Field(constraints=pt.field >= FIRST_DAY)
    due: dt.date = pt.Field(constraints=pt.field >= pl.col("booked"))
    scanned: dt.datetime = pt.Field(dtype=pl.Datetime("us"))
    fragile: bool
    customs_code: str = pt.Field(pattern=CUSTOMS_CODE)
    contact: str = pt.Field(pattern=CONTACT)
    # Its own `max_length` would count bytes.
    note: str | None = pt.Field(constraints=pt.field.str.len_chars().is_between(1, MAX_NOTE))


class Written(Stored):
    """A row of the CSV file."""

    insured_unread: bool = pt.Field(constraints=~pt.field)


def count(message: str) -> int:
    """How many faults a message tells of: both rows of two with the same key, and no number where it lists values."""
    number = re.match(r"\d+", message)
    if number is None:
        return 1
    return int(number[0]) // 2 if "duplicated" in message else int(number[0])


def main(path: Path) -> None:
    """Check a table."""
    model = Written if path.suffix == ".csv" else Stored
    try:
        model.validate(scan(path).drop(ROW).collect())
    except pt.exceptions.DataFrameValidationError as failure:
        errors = sorted((str(error["loc"][0]), str(error["msg"])) for error in failure.errors())
        cells = [(None, "insured" if field == UNREAD else field) for field, _ in errors]
        report(cells, sum(count(message) for _, message in errors), ": ".join(errors[0]))
    else:
        report([])


if __name__ == "__main__":
    main(Path(sys.argv[1]))
