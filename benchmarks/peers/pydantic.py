"""Pydantic, row by row: what every other validator is measured against."""

import csv
import datetime as dt
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Annotated, Any, Literal, Self

import pyarrow.parquet as pq
from pydantic import BaseModel, ConfigDict, Field, ValidationError, model_validator

from benchmarks.findings import Cell, report
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


class Shipment(BaseModel):
    """One row, as one would declare it who has Pydantic alone."""

    model_config = ConfigDict(extra="forbid", str_min_length=1, allow_inf_nan=False)

    shipment_id: Annotated[str, Field(pattern=SHIPMENT_ID)]
    sequence: Annotated[int, Field(ge=1)]
    mode: Literal["road", "rail", "sea", "air"]
    status: Literal["booked", "collected", "in-transit", "delivered", "returned"]
    weight: Annotated[float, Field(ge=MIN_WEIGHT, le=MAX_WEIGHT)]
    pieces: Annotated[int, Field(ge=1, le=MAX_PIECES)]
    insured: Annotated[float, Field(ge=0)] | None = None
    booked: Annotated[dt.date, Field(ge=FIRST_DAY)]
    due: dt.date
    scanned: dt.datetime
    fragile: bool
    customs_code: Annotated[str, Field(pattern=CUSTOMS_CODE)]
    contact: Annotated[str, Field(pattern=CONTACT)]
    note: Annotated[str, Field(max_length=MAX_NOTE)] | None = None

    @model_validator(mode="after")
    def due_after_booking(self) -> Self:
        """No shipment is due before it is booked."""
        if self.due < self.booked:
            raise ValueError("due before booked")
        return self


def stored_rows(path: Path) -> Iterator[dict[str, Any]]:
    """The rows of a Parquet file."""
    for batch in pq.ParquetFile(path).iter_batches():
        yield from batch.to_pylist()


def written_rows(path: Path) -> Iterator[dict[str, Any]]:
    """The rows of a CSV file, their cells as text, without the empty ones."""
    with path.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            yield {name: cell for name, cell in row.items() if cell}


def failures(rows: Iterator[dict[str, Any]], validate: Callable[[dict[str, Any]], Any]) -> Iterator[tuple[Cell, str]]:
    """Every error, and the keys that were there before."""
    keys = set()
    for number, row in enumerate(rows, 1):
        try:
            validate(row)
        except ValidationError as error:
            for detail in error.errors(include_url=False, include_context=False):
                yield (number, str(detail["loc"][0]) if detail["loc"] else None), detail["msg"]
        if (key := row.get("shipment_id")) in keys:
            yield (number, "shipment_id"), "this key was there before"
        keys.add(key)


def main(path: Path) -> None:
    """Check a table."""
    if path.suffix == ".csv":
        found = list(failures(written_rows(path), Shipment.model_validate_strings))
    else:
        found = list(failures(stored_rows(path), Shipment.model_validate))
    report((cell for cell, _ in found), message=found[0][1] if found else None)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
