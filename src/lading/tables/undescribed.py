"""The columns of a table that nobody described: only its labels tell."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import islice

from lading.tables.csv.blocks import blocks
from lading.tables.csv.dialect import text_dialect
from lading.tables.csv.encoding import as_utf8
from lading.tables.csv.header import joined_labels
from lading.tables.csv.lines import Lines, lines
from lading.tables.csv.records import records
from lading.tables.records.files import entries
from lading.tables.source import TableFiles

TEXT = ("csv", "tsv")


def labels(files: TableFiles) -> tuple[str, ...]:
    """The labels of the columns, each of them once; none where the table has no header or nothing in it.

    Raises IssuesError where the beginning of the table cannot be read.
    """
    if files.format in TEXT and not isinstance(files.data, list):
        found: Iterable[str] = _of_text(files)
    else:
        found = _of_records(files)
    return tuple(dict.fromkeys(label for label in found if label))


def _of_text(files: TableFiles) -> Sequence[str]:
    wanted = files.dialect.label_rows
    if not wanted:
        return ()
    dialect = text_dialect(files.dialect, files.format)
    found = Lines(lines(_content(files), dialect.terminator), dialect.comment)
    rows = [record.cells for record in islice(records(found, dialect), max(wanted)) if record.number in wanted]
    return joined_labels(rows, files.dialect.header_join, ())


def _content(files: TableFiles) -> Iterator[bytes]:
    if isinstance(files.data, str):
        return iter([files.data.encode()])
    if not files.paths:
        return iter(())
    return as_utf8(blocks(files.paths[0], files.compression), files.encoding)


def _of_records(files: TableFiles) -> Iterable[str]:
    first = next((entry for file in entries(files) for entry in file), None)
    if first is None or first.fault is not None:
        return ()
    cells = first.cells.keys() if isinstance(first.cells, Mapping) else first.cells
    if not isinstance(cells, Iterable):
        return ()
    return [str(cell) for cell in cells if cell is not None]
