"""Two files of one table, CSV and Parquet: the same records, cell by cell."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from lading.column import Column
from lading.issue import Issue
from lading.tables import quoting
from lading.tables.digest import canonical
from lading.tables.row import Row

CODE = "twin-error"
HINT = "build the package again: both files are made from the same records"


def differences(
    text_rows: Sequence[Row], binary_rows: Sequence[Row], columns: Sequence[Column], key: Sequence[str]
) -> Iterator[Issue]:
    """Where the CSV file says something else than its Parquet twin, as issues of the CSV file.

    Records are matched by their primary key, without one by their number. What could not be read is an issue of its
    own already and is not compared.
    """
    text, binary = _by_key(text_rows, key), _by_key(binary_rows, key)
    text_is_whole, binary_is_whole = (not any(row.issues for row in rows) for rows in (text_rows, binary_rows))
    for identity, row in text.items():
        if identity in binary:
            yield from _cells(row, binary[identity], columns)
        elif binary_is_whole:
            message = f"the record {quoting.several(identity)} is not in the Parquet file"
            yield Issue(CODE, message, HINT, row=row.number, line=row.line)
    for identity, twin in binary.items():
        if text_is_whole and identity not in text:
            where = f"row {twin.number} of the Parquet file"
            yield Issue(CODE, f"the record {quoting.several(identity)}, {where}, is missing here", HINT)


def _cells(row: Row, twin: Row, columns: Sequence[Column]) -> Iterator[Issue]:
    for column in (column for column in columns if column.name in row.values and column.name in twin.values):
        name = column.name
        here, there = row.values[name], twin.values[name]
        if here != there and canonical(column, here) != canonical(column, there):
            other = f"in row {twin.number} of the Parquet file {quoting.quoted(there)}"
            message, cell = f"{name} is {quoting.quoted(here)}, {other}", quoting.text(here)
            yield Issue(CODE, message, HINT, row=row.number, line=row.line, field=name, cell=cell)


def _by_key(rows: Sequence[Row], key: Sequence[str]) -> Mapping[tuple[Any, ...], Row]:
    found: dict[tuple[Any, ...], Row] = {}
    for row in rows:
        identity = tuple(row.values.get(name) for name in key) if key else (row.number,)
        if row.values and None not in identity:
            found.setdefault(identity, row)
    return found
