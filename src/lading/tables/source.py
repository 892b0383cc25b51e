"""Where the rows of a table come from, whatever its files are."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Protocol

from lading.descriptor import Dialect
from lading.issue import LadingError
from lading.tables.batch import Batch
from lading.tables.row import Row


@dataclass(frozen=True, slots=True)
class TableFiles:
    """The files that make up a table, in their order, and how they are laid out.

    `format` is that of the content below any compression: csv, tsv, parquet, json, ndjson, xlsx, ods ...
    `compression` is gz, bz2, xz, zst, zip or None. `data` are rows that stand in the descriptor itself.
    """

    paths: tuple[Path, ...]
    format: str
    dialect: Dialect
    encoding: str = "utf-8"
    compression: str | None = None
    data: Any = None


class UnreadableFormatError(LadingError):
    """Files of a format that is not read here, or not without an extra that is not installed, and why."""


class Source(Protocol):
    """A table that can be read from its beginning as often as wanted.

    Both ways of reading raise IssuesError where the table cannot be read (any further) as it is described; what was
    read before has been yielded.
    """

    @property
    def is_text(self) -> bool:
        """Whether cells are texts, to be read under the lexical rules of Table Schema, and not typed values."""

    @property
    def row_by_row(self) -> str | None:
        """Why the table has no batches, if it has none."""

    def rows(self) -> Iterator[Row]:
        """Every row, in order."""

    def file_of(self, row: int) -> Path | None:
        """The file that a row stands in, which has been read already; None where the table is in no file."""

    def batches(self) -> Iterator[Batch]:
        """Every row, in order, in batches of a bounded size."""
