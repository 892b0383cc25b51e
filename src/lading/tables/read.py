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
from lading.tables import cells, labels

if TYPE_CHECKING:
    import _csv

BATCH_ROWS = 4096


@dataclass(frozen=True, slots=True)
class Row:
    """A data record as read: the cells that could be typed by column name, and the faults of the others."""

    number: int
    line: int | None
    values: Mapping[str, Any]
    issues: tuple[Issue, ...] = ()


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
    reader = _records(_lines(path, encoding), dialect)
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
    try:
        with pq.ParquetFile(path) as file:
            _raise_if_any(_parquet_columns(file.schema_arrow, columns, text))
            names = [column.name for column in columns]
            number = 0
            for batch in file.iter_batches(BATCH_ROWS, columns=names):
                for values in batch.select(names).to_pylist():
                    number += 1
                    values.update({name: str(values[name]) for name in text if values[name] is not None})
                    blank = all(value is None for value in values.values())
                    yield _blank(number, None) if blank else Row(number, None, values)
    except (pa.ArrowException, OSError, UnicodeDecodeError) as error:
        reason = str(error).partition("\n")[0]
        hint = "the file is truncated or damaged: write it again"
        raise IssuesError([Issue("source-error", f"no readable Parquet: {reason}", hint)]) from None


def _records(lines: Iterator[str], dialect: Dialect) -> "_csv.Reader":
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


def _lines(path: Path, encoding: str) -> Iterator[str]:
    # A byte order mark is no part of the first label.
    codec = "utf-8-sig" if encoding.lower().replace("_", "-") in ("utf-8", "utf8") else encoding
    try:
        with path.open(encoding=codec, newline="") as file:
            for number, line in enumerate(file, start=1):
                if "\0" in line:
                    message = "the line holds a NUL byte, which no text has"
                    hint = "the file is damaged, binary or in another encoding: write it again"
                    raise IssuesError([Issue("encoding-error", message, hint, line=number)])
                yield line
    except UnicodeDecodeError:
        raise IssuesError([_undecodable(path, encoding)]) from None
    except LookupError:
        message = f"the descriptor's encoding is unknown, {encoding!r}"
        raise IssuesError([Issue("encoding-error", message, "use utf-8")]) from None


def _undecodable(path: Path, encoding: str) -> Issue:
    data = path.read_bytes()
    try:
        data.decode(encoding)
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        message = f"byte {error.start} (0x{data[error.start]:02x}) is no {encoding}"
        return Issue("encoding-error", message, f"save the file as {encoding}", line=line)
    raise AssertionError("the file changed while it was read")


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
        return _blank(number, line)
    values: dict[str, Any] = {}
    issues: list[Issue] = []
    for reader, text in zip(readers, record, strict=False):
        try:
            values[reader.name] = None if text in reader.missing else cells.parse(reader.type, text)
        except ValueError:
            message = f"{text!r} in {reader.name} is no {reader.type}"
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


def _blank(number: int, line: int | None) -> Row:
    return Row(number, line, {}, (Issue("blank-row", "the row is blank", "remove it", row=number, line=line),))


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
        if column.name not in schema.names or column.name in text:
            continue
        stored = schema.field(column.name).type
        if not _holds(stored, column.type):
            message = f"the column {column.name} is stored as {stored}, which is no {column.type}"
            yield Issue("type-error", message, f"write it as {column.type}", field=column.name)


def _holds(stored: pa.DataType, column_type: ColumnType) -> bool:
    if pa.types.is_dictionary(stored):
        stored = stored.value_type
    if pa.types.is_null(stored):
        return True
    is_string = pa.types.is_string(stored) or pa.types.is_large_string(stored)
    tests: Mapping[ColumnType, bool] = {
        "string": is_string,
        "integer": pa.types.is_integer(stored),
        "number": pa.types.is_floating(stored) or pa.types.is_integer(stored),
        "boolean": pa.types.is_boolean(stored),
        "date": pa.types.is_date(stored),
        "time": pa.types.is_time(stored),
        "datetime": pa.types.is_timestamp(stored),
    }
    return tests[column_type]


def _raise_if_any(issues: Iterator[Issue]) -> None:
    if found := tuple(issues):
        raise IssuesError(found)
