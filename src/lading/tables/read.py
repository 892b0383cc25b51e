"""Tables read from files, row by row: every cell typed, and what cannot be typed an issue with its place.

A row number counts data records from 1: the header does not count, a blank line does, so that a record has the same
number in a CSV file and in its Parquet twin. A file that cannot be read as the table it is described as raises
IssuesError; what is wrong with a single row comes with the row.
"""

import csv
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from lading.column import Column, ColumnType
from lading.descriptor import Dialect, TableSchema
from lading.issue import Issue, IssuesError
from lading.tables import cells, labels, quoting
from lading.tables.lines import lines
from lading.tables.parquet import read_parquet
from lading.tables.row import Row, blank

if TYPE_CHECKING:
    import _csv

__all__ = ["read_csv", "read_parquet"]
LONGEST_CELL = 2**31 - 1


@dataclass(frozen=True, slots=True)
class CellReader:
    """How the cells of one column are read."""

    name: str
    type: ColumnType
    missing: frozenset[str]


def read_csv(
    path: Path,
    columns: Sequence[Column],
    dialect: Dialect | None = None,
    *,
    encoding: str = "utf-8",
    schema: TableSchema | None = None,
) -> Iterator[Row]:
    """The rows of a CSV file whose header names the columns in their order; the schema says how cells are written."""
    dialect = dialect or Dialect()
    readers = _cell_readers(columns, schema)
    reader = _records(lines(path, encoding), dialect)
    try:
        if dialect.header:
            _raise_if_any(labels.compare_in_order(next(reader, []), [column.name for column in columns]))
        line = reader.line_num + 1
        for number, record in enumerate(reader, start=1):
            yield _csv_row(number, line, record, readers)
            line = reader.line_num + 1
    except csv.Error as error:
        hint = "look for a quotation mark that is never closed or not doubled"
        raise IssuesError([Issue("source-error", f"no valid CSV: {error}", hint, line=reader.line_num)]) from None


def _records(lines: Iterator[str], dialect: Dialect) -> "_csv.Reader":
    csv.field_size_limit(LONGEST_CELL)  # by default a cell of more than 131,072 characters is an error
    try:
        return csv.reader(
            lines,
            delimiter=dialect.delimiter,
            quotechar=dialect.quote_char,
            doublequote=dialect.double_quote,
            escapechar=dialect.escape_char,
            skipinitialspace=dialect.skip_initial_space,
            strict=True,
        )
    except (TypeError, ValueError) as error:
        hint = "correct delimiter, quoteChar and escapeChar in the descriptor"
        raise IssuesError([Issue("dialect-error", f"no CSV file has this dialect: {error}", hint)]) from None


def _cell_readers(columns: Sequence[Column], schema: TableSchema | None) -> tuple[CellReader, ...]:
    everywhere = schema.missing_values if schema else ("",)
    of_field = {field.name: field.missing_values for field in schema.fields} if schema else {}
    return tuple(
        CellReader(column.name, column.type, frozenset(of_field.get(column.name) or everywhere)) for column in columns
    )


def _csv_row(number: int, line: int, record: Sequence[str], readers: Sequence[CellReader]) -> Row:
    if (
        all(text in reader.missing for reader, text in zip(readers, record, strict=False))
        and not record[len(readers) :]
    ):
        return blank(number, line)
    values: dict[str, Any] = {}
    issues: list[Issue] = []
    for reader, text in zip(readers, record, strict=False):
        try:
            values[reader.name] = None if text in reader.missing else cells.parse(reader.type, text)
        except ValueError:
            message = f"{quoting.quoted(text)} in {reader.name} is no {reader.type}"
            hint = f"expected {cells.EXPECTED[reader.type]}"
            issues.append(Issue("type-error", message, hint, row=number, line=line, field=reader.name, cell=text))
    issues.extend(_wrong_width(number, line, record, readers))
    return Row(number, line, values, tuple(issues))


def _wrong_width(number: int, line: int, record: Sequence[str], readers: Sequence[CellReader]) -> Iterator[Issue]:
    for reader in readers[len(record) :]:
        message = f"the row ends before {reader.name}: it has {len(record)} of {len(readers)} cells"
        hint = "an empty cell needs its delimiter too"
        yield Issue("missing-cell", message, hint, row=number, line=line, field=reader.name)
    for text in record[len(readers) :]:
        message = f"the row goes on after its last column: it has {len(record)} cells for {len(readers)} columns"
        hint = "put a cell that holds the delimiter between quotation marks"
        yield Issue("extra-cell", message, hint, row=number, line=line, cell=text)


def _raise_if_any(issues: Iterator[Issue]) -> None:
    if found := tuple(issues):
        raise IssuesError(found)
