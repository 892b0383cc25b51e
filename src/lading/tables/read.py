"""Tables read from a file, row by row: every cell typed, and what cannot be typed an issue with its place.

A row number counts data records from 1: the header does not count, a blank line does, so that a record has the same
number in a CSV file and in its Parquet twin. A file that cannot be read as the table it is described as raises
IssuesError; what is wrong with a single row comes with the row.
"""

from collections.abc import Iterator, Sequence
from pathlib import Path

from lading.column import Column
from lading.descriptor import Dialect, TableSchema
from lading.tables.cells import cell_readers
from lading.tables.csv import CsvSource
from lading.tables.parquet import read_parquet
from lading.tables.row import Row
from lading.tables.source import TableFiles

__all__ = ["read_csv", "read_parquet"]


def read_csv(
    path: Path,
    columns: Sequence[Column],
    dialect: Dialect | None = None,
    *,
    encoding: str = "utf-8",
    schema: TableSchema | None = None,
) -> Iterator[Row]:
    """The rows of a CSV file; the schema says how its columns are matched and its cells are written."""
    files = TableFiles((path,), "csv", dialect or Dialect(), encoding)
    return CsvSource(files, cell_readers(columns, schema), schema).rows()
