"""A table that nobody described: only its labels tell its columns, and how these are apart is a convention."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import islice

from lading.issue import IssuesError
from lading.tables.csv.blocks import blocks
from lading.tables.csv.dialect import TextDialect, text_dialect
from lading.tables.csv.encoding import as_utf8
from lading.tables.csv.header import joined_labels
from lading.tables.csv.lines import Lines, lines
from lading.tables.csv.records import Record, records
from lading.tables.records.files import entries
from lading.tables.source import TableFiles

TEXT = ("csv", "tsv")
DELIMITERS = (";", "\t", "|")
"""Those that files have instead of a comma."""
FIRST_ROWS = 10
"""Of how many rows the cells are counted."""


def labels(files: TableFiles) -> tuple[str, ...]:
    """The labels of the columns, each of them once; none where the table has no header or nothing in it.

    Raises IssuesError where the beginning of the table cannot be read.
    """
    if files.format in TEXT and not isinstance(files.data, list):
        found: Iterable[str] = _of_text(files)
    else:
        found = _of_records(files)
    return tuple(dict.fromkeys(label for label in found if label))


def likelier_delimiter(files: TableFiles) -> str | None:
    """The delimiter that gives a table of one column several, as many in its first rows as in its header.

    None where the descriptor or the ending of the file says what it is: a delimiter is never guessed, only doubted.
    """
    if files.format != "csv" or isinstance(files.data, list) or "delimiter" in files.dialect.model_fields_set:
        return None
    dialect = text_dialect(files.dialect, files.format)
    if _widths(files, dialect)[:1] != [1]:
        return None
    for delimiter in DELIMITERS:
        if delimiter not in (dialect.quote, dialect.escape):
            header, *rows = _widths(files, replace(dialect, delimiter=delimiter)) or [0]
            if header > 1 and rows and {*rows} == {header}:
                return delimiter
    return None


def _widths(files: TableFiles, dialect: TextDialect) -> list[int]:
    """How many cells the last row of the header has and how many each of the first rows; none without a header."""
    header = max(files.dialect.label_rows, default=0)
    try:
        found = _records(files, dialect, header + FIRST_ROWS) if header else []
    except IssuesError:  # said where it is read, if it is read with this delimiter
        return []
    return [len(record.cells) for record in found if record.number >= header and record.cells]


def _of_text(files: TableFiles) -> Sequence[str]:
    wanted = files.dialect.label_rows
    if not wanted:
        return ()
    found = _records(files, text_dialect(files.dialect, files.format), max(wanted))
    rows = [record.cells for record in found if record.number in wanted]
    return joined_labels(rows, files.dialect.header_join, ())


def _records(files: TableFiles, dialect: TextDialect, most: int) -> Sequence[Record]:
    found = Lines(lines(_content(files), dialect.terminator), dialect.comment)
    return list(islice(records(found, dialect), most))


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
