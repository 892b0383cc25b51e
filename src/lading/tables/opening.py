"""Opens a table, whatever its files are."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from lading.column import Column
from lading.descriptor import TableSchema
from lading.tables.batch import Batch
from lading.tables.read import read_csv, read_parquet
from lading.tables.row import Row
from lading.tables.source import Source, TableFiles


@dataclass(frozen=True, slots=True)
class RowsOfFile:
    """A table in one file, read row by row."""

    files: TableFiles
    columns: Sequence[Column]
    schema: TableSchema | None

    @property
    def is_text(self) -> bool:
        """Whether cells are texts."""
        return self.files.format == "csv"

    @property
    def row_by_row(self) -> str | None:
        """Why the table has no batches."""
        return "files of this kind are read row by row"

    def rows(self) -> Iterator[Row]:
        """Every row, in order."""
        files = self.files
        if files.format == "parquet":
            return read_parquet(files.paths[0], self.columns, self.schema)
        return read_csv(files.paths[0], self.columns, files.dialect, encoding=files.encoding, schema=self.schema)

    def batches(self) -> Iterator[Batch]:
        """None."""
        return iter(())


def open_table(files: TableFiles, columns: Sequence[Column], schema: TableSchema | None) -> Source:
    """The source of the rows of a table."""
    return RowsOfFile(files, columns, schema)
