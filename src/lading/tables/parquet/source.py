"""A table in Parquet files: read by Polars as far as its columns are plain, by Arrow where they are not."""

from bisect import bisect_left
from collections.abc import Callable, Generator, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from functools import cached_property, partial
from itertools import groupby
from operator import itemgetter
from pathlib import Path
from typing import TYPE_CHECKING, Any

from lading.column import Column
from lading.descriptor import Dialect, TableSchema
from lading.issue import IssuesError
from lading.tables.ahead import one_ahead
from lading.tables.batch import Batch
from lading.tables.parquet.footer import row_groups
from lading.tables.parquet.parts import Part, Stretch, parts
from lading.tables.row import Row
from lading.tables.source import TableFiles

if TYPE_CHECKING:
    import polars as pl

    from lading.tables.parquet.plain import PlainFile
    from lading.tables.parquet.stored import StoredTable


@dataclass(frozen=True)
class ParquetSource:
    """A table in Parquet files that have the columns, in any order; or some consecutive row groups of each file."""

    files: TableFiles
    columns: Sequence[Column]
    schema: TableSchema | None = None
    first_group: int = 0
    end_group: int | None = None

    @property
    def is_text(self) -> bool:
        """Cells have types."""
        return False

    @cached_property
    def row_by_row(self) -> str | None:
        """Columns that no frame holds as they are stored."""
        try:
            others = [file for file in self._divided if isinstance(file, Part)]
        except (IssuesError, OSError):  # said where it is read
            return None
        return self._stored.row_by_row(others) if others else None

    def file_of(self, row: int) -> Path | None:
        """The file that a row stands in, by what the footers say."""
        place = bisect_left(self._last_rows, row, key=itemgetter(0))
        return self._last_rows[place][1] if place < len(self._last_rows) else None

    @cached_property
    def _last_rows(self) -> Sequence[tuple[int, Path]]:
        """The number of the last row of each file, up to one whose footer cannot be read."""
        ends: list[tuple[int, Path]] = []
        last = 0
        with suppress(IssuesError, OSError):
            for part in parts(self.files.paths):
                with part.path.open("rb") as file:
                    last += sum(group.n_rows for group in row_groups(file, part.path.stat().st_size))
                ends.append((last, part.path))
        return ends

    def rows(self) -> Iterator[Row]:
        """Every row, in order."""
        return self._stored.rows(Stretch(part, self.first_group, self.end_group) for part in parts(self.files.paths))

    def batches(self) -> Iterator[Batch]:
        """Every row, in order; the next batch is made while one is in use."""
        return one_ahead(self._batches())

    def _batches(self) -> Generator[Batch, None, None]:
        first = 1
        for kind, found in groupby(self._read(), type):
            for batch in self._reader(kind)(found, first):
                yield batch
                first += len(batch.frame) + len(batch.apart)

    def _reader(self, kind: type) -> Callable[[Iterator[Any], int], Iterator[Batch]]:
        """What makes batches of frames, or of stretches that were left to Arrow."""
        from lading.tables.parquet import plain

        names = [column.name for column in self.columns]
        return self._stored.batches if kind is Stretch else partial(plain.batches, names)

    def _read(self) -> "Iterator[pl.DataFrame | Stretch]":
        for file in self._divided:
            if isinstance(file, Part):
                yield Stretch(file, self.first_group, self.end_group)
            else:
                yield from file.read(self.first_group, self.end_group)

    @cached_property
    def _divided(self) -> "Sequence[PlainFile | Part]":
        """The files, those that are plain and the others."""
        from lading.tables.parquet.plain import plain_file

        return [plain_file(part, self.columns, self.schema) or part for part in parts(self.files.paths)]

    @cached_property
    def _stored(self) -> "StoredTable":
        from lading.tables.parquet.stored import StoredTable  # Arrow, which takes as long to load as a small table

        return StoredTable(self.columns, self.schema)


def read_parquet(path: Path, columns: Sequence[Column], schema: TableSchema | None = None) -> Iterator[Row]:
    """The rows of a Parquet file that has the columns, in any order.

    What a column of strings stands in for, because no column type is the type of its field, is read as text.
    """
    return ParquetSource(TableFiles((path,), "parquet", Dialect()), columns, schema).rows()
