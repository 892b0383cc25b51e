"""Rows in batches that hold no columns: what has no place in a frame is looked at row by row."""

from collections.abc import Iterator, Sequence
from itertools import islice

import polars as pl

from lading.issue import IssuesError
from lading.tables.batch import Batch
from lading.tables.row import Row

ROWS_AT_ONCE = 4096


def one_by_one(rows: Iterator[Row], names: Sequence[str]) -> Iterator[Batch]:
    """All rows of columns with these names; where they cannot be read any further, those before come first."""
    failure: IssuesError | None = None
    while failure is None:
        apart: list[Row] = []
        try:
            apart.extend(islice(rows, ROWS_AT_ONCE))
        except IssuesError as error:
            failure = error
        if not apart:
            break
        frame = pl.DataFrame(schema=dict.fromkeys(names, pl.String))
        yield Batch(frame, pl.Series(dtype=pl.Int64), lambda _: iter(()), tuple(apart))
    if failure:
        raise failure
