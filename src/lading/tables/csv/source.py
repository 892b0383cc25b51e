"""A table in text files with delimiters."""

from collections.abc import Generator, Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager, nullcontext
from dataclasses import dataclass, field, replace
from pathlib import Path

from lading.descriptor import TableSchema
from lading.issue import Issue, IssuesError
from lading.tables.ahead import one_ahead
from lading.tables.batch import Batch
from lading.tables.cells import CellReader
from lading.tables.csv.blocks import opened
from lading.tables.csv.dialect import text_dialect
from lading.tables.csv.encoding import as_utf8
from lading.tables.csv.header import Head
from lading.tables.csv.lines import Lines, lines
from lading.tables.csv.records import records
from lading.tables.labels import LabelsError
from lading.tables.row import Row
from lading.tables.source import TableFiles

LONGEST_HEAD = 1000
"""Up to which record of a file a descriptor may name headers and comments, if it is to be read by columns."""


@dataclass(frozen=True, slots=True)
class CsvSource:
    """A table in one or several text files, each with its own header, or all but the first without one."""

    files: TableFiles
    readers: Sequence[CellReader]
    schema: TableSchema | None
    after: Path | None = None
    """A file that comes before these: its header is theirs too, its rows are not read."""
    first_rows: dict[int, tuple[int, Path]] = field(init=False, repr=False, compare=False, default_factory=dict)
    """The number of the first row of each file that was read so far, a file that is named twice among them twice."""

    @property
    def is_text(self) -> bool:
        """Cells are texts."""
        return True

    @property
    def row_by_row(self) -> str | None:
        """Why the table has no batches, if it has none."""
        described = self.files.dialect
        if described.null_sequence is not None:
            return "a null sequence stands for missing cells"
        if described.skip_blank_rows:
            return "blank rows are skipped"
        if max((0, *described.label_rows, *described.comment_rows)) > LONGEST_HEAD:
            return "headers or comments come late in the file"
        try:
            return text_dialect(described, self.files.format).why_not_in_blocks()
        except IssuesError:
            return "no file has such a dialect"

    def file_of(self, row: int) -> Path | None:
        """The last of the files that begin at this row or before it."""
        return next((path for first, path in reversed(self.first_rows.values()) if first <= row), None)

    def rows(self) -> Iterator[Row]:
        """Every row, in order."""
        dialect = text_dialect(self.files.dialect, self.files.format)
        number = 0
        faults: tuple[Issue, ...] = ()
        for place, (path, (head, file)) in enumerate(zip(self._paths(), self._files(), strict=True)):
            self.first_rows[place] = (number + 1, path)
            with file as content:
                found = Lines(lines(content, dialect.terminator), dialect.comment)
                for record in head.data(records(found, dialect)):
                    if any(record.cells) or not self.files.dialect.skip_blank_rows:
                        number += 1
                        yield head.reader.row(number, record.line, record.cells)
            faults += head.faults
        _raise_if_any(faults)

    def batches(self) -> Iterator[Batch]:
        """Every row, in order, in batches of what is in a block of a file; the next one is made ahead."""
        return one_ahead(self._batches())

    def _batches(self) -> Generator[Batch, None, None]:
        from lading.tables.csv.apart import one_by_one
        from lading.tables.csv.batches import FileInBatches

        if self.row_by_row is not None:
            yield from one_by_one(self.rows(), [reader.name for reader in self.readers])
            return
        dialect = text_dialect(self.files.dialect, self.files.format)
        number = 0
        faults: tuple[Issue, ...] = ()
        for place, (path, (head, file)) in enumerate(zip(self._paths(), self._files(), strict=True)):
            self.first_rows[place] = (number + 1, path)
            with file as content:
                read = FileInBatches(content, dialect, head, number)
                yield from read
            number = read.number
            faults += head.faults
        _raise_if_any(faults)

    def _paths(self) -> Iterator[Path]:
        return iter(self.files.paths if not isinstance(self.files.data, str) else (Path(), *self.files.paths))

    def _files(self) -> Iterator[tuple[Head, AbstractContextManager[Iterator[bytes]]]]:
        """Each file as UTF-8, and what tells its header and its data apart."""
        null = self.files.dialect.null_sequence
        nulls = frozenset() if null is None else frozenset([null])
        readers = [replace(reader, missing=reader.missing | nulls) for reader in self.readers]
        head = None if self.after is None else self._head_of(self.after, readers)
        for file in self._contents():
            head = Head(self.files.dialect, readers, self.schema, head)
            yield head, file

    def _head_of(self, path: Path, readers: Sequence[CellReader]) -> Head:
        dialect = text_dialect(self.files.dialect, self.files.format)
        head = Head(self.files.dialect, readers, self.schema)
        with self._content(path) as content:
            next(head.data(records(Lines(lines(content, dialect.terminator), dialect.comment), dialect)), None)
        return head

    def _contents(self) -> Iterator[AbstractContextManager[Iterator[bytes]]]:
        if isinstance(self.files.data, str):
            yield nullcontext(as_utf8([self.files.data.encode("utf-8", "surrogatepass")], "utf-8"))
        yield from map(self._content, self.files.paths)

    @contextmanager
    def _content(self, path: Path) -> Iterator[Iterator[bytes]]:
        with opened(path, self.files.compression) as content:
            yield as_utf8(content, self.files.encoding)


def _raise_if_any(faults: Sequence[Issue]) -> None:
    if faults:
        raise LabelsError(faults)
