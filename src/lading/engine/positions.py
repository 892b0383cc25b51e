"""Spans of many records at once."""

from collections.abc import Mapping

import polars as pl

from lading.standoff import TextPositionSelector


def plainly_inside(values: pl.DataFrame, selector: TextPositionSelector, lengths: Mapping[str, int]) -> pl.Series:
    """Whether each span is absent, or selects something that ends within its document as far as its length is known."""
    start, end = pl.col(selector.start), pl.col(selector.end)
    length = pl.col(selector.document).replace_strict(lengths, default=None, return_dtype=pl.Int64)
    absent = start.is_null() & end.is_null()
    inside = absent | ((start < end) & (end <= length).fill_null(value=True))
    return values.select(inside.fill_null(value=False)).to_series()
