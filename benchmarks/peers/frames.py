"""The table as Polars reads it, for the validators that check a frame."""

from pathlib import Path

import polars as pl

ROW = "row"
UNREAD = "insured_unread"


def scan(path: Path) -> pl.LazyFrame:
    """The table with the numbers of its rows, from 1.

    In CSV, a cell that cannot be read is null. Where a value is required, that is an error by itself. Where it is not,
    in `insured`, a column says whether there was a text that is no number.
    """
    if path.suffix == ".parquet":
        return pl.scan_parquet(path, row_index_name=ROW, row_index_offset=1)
    # As text first: faster than to have the reader of CSV files convert the cells and ignore what it cannot convert.
    texts = pl.scan_csv(path, infer_schema=False, row_index_name=ROW, row_index_offset=1)
    insured = pl.col("insured").cast(pl.Float64, strict=False)
    return texts.with_columns(
        pl.col("sequence", "pieces").cast(pl.Int64, strict=False),
        pl.col("weight").cast(pl.Float64, strict=False),
        insured,
        (pl.col("insured").is_not_null() & insured.is_null()).alias(UNREAD),
        pl.col("booked", "due").str.to_date("%Y-%m-%d", strict=False),
        pl.col("scanned").str.to_datetime("%Y-%m-%dT%H:%M:%S", strict=False),
        pl.when(pl.col("fragile").is_in(["true", "false"])).then(pl.col("fragile") == "true"),
    )
