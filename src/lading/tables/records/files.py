"""The records of each of the files of a table, whatever its format."""

from collections.abc import Iterator, Mapping
from pathlib import Path

from lading.issue import Issue, IssuesError
from lading.tables.csv.blocks import blocks
from lading.tables.csv.encoding import UndecodableError, as_utf8
from lading.tables.csv.lines import lines
from lading.tables.records import spreadsheets
from lading.tables.records.entry import Entry
from lading.tables.records.json_text import json_lines, json_rows
from lading.tables.source import TableFiles


def entries(files: TableFiles) -> Iterator[Iterator[Entry]]:
    """What stands in each file, or in the descriptor."""
    if files.data is not None:
        yield _inline(files)
    for path in files.paths:
        yield _of_file(path, files)


def _inline(files: TableFiles) -> Iterator[Entry]:
    data = files.data
    if isinstance(data, str) or not isinstance(data, list | tuple):
        kind = "an object" if isinstance(data, Mapping) else "no array"
        message = f"the data in the descriptor is {kind}, not an array of rows"
        raise IssuesError([Issue("source-error", message, "write an array of objects, or of arrays with a header")])
    return (Entry(None, row) for row in data)


def _of_file(path: Path, files: TableFiles) -> Iterator[Entry]:
    if files.format in spreadsheets.EXTRAS:
        return spreadsheets.sheet_rows(path, files.format, files.dialect)
    if files.format == "ndjson":
        return json_lines(lines(_text(path, files), None))
    return json_rows((block.decode() for block in _text(path, files)), files.dialect)


def _text(path: Path, files: TableFiles) -> Iterator[bytes]:
    try:
        yield from as_utf8(blocks(path, files.compression), files.encoding)
    except UndecodableError as error:
        raise IssuesError([Issue("encoding-error", error.message, error.hint)]) from None
