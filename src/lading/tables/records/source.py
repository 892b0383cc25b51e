"""A table of records with typed cells, read row by row."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import chain, count
from pathlib import Path
from typing import Any, TypeAlias

from lading.column import Column
from lading.descriptor import TableSchema
from lading.issue import Issue, IssuesError
from lading.tables import matching
from lading.tables.batch import Batch
from lading.tables.cells import CellReader, cell_readers
from lading.tables.csv.header import Head
from lading.tables.csv.records import Record
from lading.tables.labels import LabelsError
from lading.tables.records import rows, spreadsheets
from lading.tables.records.entry import Entry
from lading.tables.records.files import entries
from lading.tables.row import Row
from lading.tables.source import TableFiles

NO_LINE = 0
Places: TypeAlias = Sequence[tuple[CellReader, int | None]]


@dataclass(frozen=True)
class RecordsSource:
    """A table in JSON files, in a descriptor or in spreadsheets: records are objects, or arrays below a header."""

    files: TableFiles
    columns: Sequence[Column]
    schema: TableSchema | None = None

    @property
    def is_text(self) -> bool:
        """Cells have types, though these may be texts."""
        return False

    @property
    def row_by_row(self) -> str:
        """Why there are no batches."""
        return (
            "rows in the descriptor are few" if self.files.data is not None else f"{self.files.format} has no columns"
        )

    def file_of(self, row: int) -> Path | None:
        """The file, where there is only one: rows of several are not told apart."""
        return self.files.paths[0] if len(self.files.paths) == 1 and row else None

    def rows(self) -> Iterator[Row]:
        """Every row, in order."""
        numbers = count(1)
        for file_entries in entries(self.files):
            first = next(file_entries, None)
            if first is None:
                continue
            of_objects = isinstance(first.cells, Mapping) or self.files.dialect.item_type == "object"
            read = self._objects if of_objects else self._arrays
            yield from read(chain([first], file_entries), numbers)

    def batches(self) -> Iterator[Batch]:
        """None: `row_by_row` says why."""
        return iter(())

    @cached_property
    def _readers(self) -> tuple[CellReader, ...]:
        return cell_readers(self.columns, self.schema)

    def _objects(self, found: Iterator[Entry], numbers: Iterator[int]) -> Iterator[Row]:
        names = [column.name for column in self.columns]
        more = self.schema is not None and self.schema.fields_match in matching.MAY_HAVE_MORE
        described = None if more or self.files.dialect.item_keys else frozenset(names)
        for place, entry in enumerate(found):
            number = next(numbers)
            if not isinstance(entry.cells, Mapping):
                yield _no_row(number, entry, "object")
                continue
            if place == 0 and described is not None and not entry.cells.keys() <= described:
                # Of the first record as of a header: where a column has another name, all records have it.
                raise IssuesError(matching.compare(list(entry.cells), names, self.schema))
            yield rows.of_mapping(number, entry.line, entry.cells, self._readers, described)

    def _arrays(self, found: Iterator[Entry], numbers: Iterator[int]) -> Iterator[Row]:
        head = Head(self.files.dialect, self._readers, self.schema)
        for place, entry in enumerate(found, start=1):
            if not isinstance(entry.cells, Sequence) or isinstance(entry.cells, str):
                yield _no_row(next(numbers), entry, "array")
                continue
            cells: list[Any] = list(entry.cells)
            if head.places is None:
                cells = ["" if cell is None else rows.shown(cell) for cell in cells]
            for record in _without_line(head.admit, Record(place, entry.line or NO_LINE, cells)):
                yield self._array(next(numbers), record, head)
        for record in _without_line(lambda _: head.finish(), Record(0, NO_LINE, [])):
            yield self._array(next(numbers), record, head)
        if head.faults:
            raise LabelsError(
                replace(fault, line=(fault.line or None) if head.labels else None) for fault in head.faults
            )

    def _array(self, number: int, record: Record, head: Head) -> Row:
        places = head.places
        if places is None:
            raise IssuesError([Issue("blank-header", "the table has no header")])
        read = zip(self._readers, places.of_columns, strict=True)
        of_columns = tuple((reader, place) for reader, place in read if reader.name not in places.unread)
        cells: list[Any] = record.cells
        if self.files.format in spreadsheets.EXTRAS:
            cells = self._as_in_sheet(cells, of_columns, places.width)
        row = rows.of_sequence(number, record.line or None, cells, of_columns, places.width)
        return replace(row, unread=places.unread)

    def _as_in_sheet(self, cells: list[Any], of_columns: Places, width: int) -> list[Any]:
        """The cells in full width: a sheet has no cells where nothing was written."""
        cells = [*cells, *[None] * (width - len(cells))]
        for reader, place in of_columns:
            if place is not None:
                cells[place] = spreadsheets.as_typed(reader.column.type, cells[place])
        return cells


def _without_line(admit: Callable[[Record], Sequence[Record]], record: Record) -> Sequence[Record]:
    try:
        return admit(record)
    except IssuesError as error:
        raise IssuesError([replace(issue, line=record.line or None) for issue in error.issues]) from None


def _no_row(number: int, entry: Entry, expected: str) -> Row:
    fault = entry.fault or Issue(
        "source-error", f"the row is no {expected} of JSON", "write all rows alike", line=entry.line
    )
    return Row(number, entry.line, {}, (replace(fault, row=number),))
