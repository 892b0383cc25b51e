"""Tables read from files, row by row: every cell typed, and what cannot be typed an issue with its place.

A row number counts data records from 1: the header does not count, a blank line does, so that a record has the same
number in a CSV file and in its Parquet twin. A file that cannot be read as the table it is described as raises
IssuesError; what is wrong with a single row comes with the row.
"""

import csv
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pyarrow as pa
import pyarrow.parquet as pq

from lading.column import Column, ColumnType
from lading.descriptor import Dialect, TableSchema
from lading.issue import Issue, IssuesError
from lading.tables import arrow, cells, labels, quoting
from lading.tables.arrow import Unreadable
from lading.tables.lines import lines
from lading.tables.row import Row, blank

if TYPE_CHECKING:
    import _csv

BATCH_ROWS = 4096
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


def read_parquet(path: Path, columns: Sequence[Column], schema: TableSchema | None = None) -> Iterator[Row]:
    """The rows of a Parquet file that has the columns, in any order.

    What a column of strings stands in for, because no column type is the type of its field, is read as text.
    """
    text = _stand_ins(columns, schema)
    types = {column.name: None if column.name in text else column.type for column in columns}
    first = 1
    try:
        with pq.ParquetFile(path) as file:
            _raise_if_any(_parquet_columns(file.schema_arrow, columns, text))
            for batch in file.iter_batches(BATCH_ROWS):
                yield from _parquet_rows(first, batch, types)
                first += batch.num_rows
    except (pa.ArrowException, OSError) as error:
        reason = str(error).partition("\n")[0]
        hint = "the file is truncated or damaged: write it again"
        raise IssuesError([Issue("source-error", f"no readable Parquet: {reason}", hint)]) from None


def _parquet_rows(first: int, batch: pa.RecordBatch, types: Mapping[str, ColumnType | None]) -> Iterator[Row]:
    read = [arrow.values(batch.column(name), column_type) for name, column_type in types.items()]
    for number, cells_of_row in enumerate(zip(*read, strict=True), start=first):
        values = dict(zip(types, cells_of_row, strict=True))
        unreadable = {name: value for name, value in values.items() if isinstance(value, Unreadable)}
        issues = [_unreadable(number, name, types[name], value) for name, value in unreadable.items()]
        if all(value is None for value in cells_of_row):
            yield blank(number, None)
        else:
            yield Row(number, None, {name: values[name] for name in types if name not in unreadable}, tuple(issues))


def _unreadable(number: int, name: str, column_type: ColumnType | None, value: Unreadable) -> Issue:
    what = "the cell" if value.text is None else quoting.quoted(value.text)
    message = f"{what} in {name} is no {column_type or 'value'} that can be read"
    hint = "see that it is text in UTF-8, or a day, a time or a number that also fits in a CSV file"
    return Issue("type-error", message, hint, row=number, field=name, cell=value.text)


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


def _stand_ins(columns: Sequence[Column], schema: TableSchema | None) -> frozenset[str]:
    described = {field.name: field.type for field in schema.fields} if schema else {}
    return frozenset(
        column.name
        for column in columns
        if column.type == "string" and described.get(column.name, "string") != "string"
    )


def _parquet_columns(schema: pa.Schema, columns: Sequence[Column], text: Collection[str]) -> Iterator[Issue]:
    yield from labels.compare(schema.names, [column.name for column in columns])
    for column in columns:
        if schema.names.count(column.name) != 1 or column.name in text:
            continue
        stored = schema.field(column.name).type
        if not arrow.holds(stored, column.type):
            message = f"the column {column.name} is stored as {stored}, which is no {column.type}"
            yield Issue("type-error", message, f"write it as {column.type}", field=column.name)


def _raise_if_any(issues: Iterator[Issue]) -> None:
    if found := tuple(issues):
        raise IssuesError(found)
