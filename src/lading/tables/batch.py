"""Rows of a table, column by column: what a whole column can be asked at once need not be asked row by row."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from lading.tables.row import Row

if TYPE_CHECKING:
    import polars as pl


@dataclass(frozen=True, slots=True)
class Batch:
    """Consecutive rows of a table.

    `frame` holds the regular rows with every column by its name, in the order of the columns that were asked for:
    cells of a text file as strings, as they stand there and never null; cells of Parquet as they are stored.
    `numbers` are the row numbers of the frame, ascending. `rows` gives the rows at some positions of the frame as
    reading row by row gives them. `apart` are the rows that have no place in a frame: ragged, blank, or with a cell
    that no column can hold; ascending by number.
    """

    frame: "pl.DataFrame"
    numbers: "pl.Series"
    rows: Callable[[Sequence[int]], Iterator[Row]]
    apart: tuple[Row, ...] = ()
