"""Two files of one table, CSV and Parquet: the same records, cell by cell."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from lading.check import cell
from lading.issue import Issue
from lading.tables.read import Row

CODE = "twin-error"
HINT = "build the package again: both files are made from the same records"


def differences(text_rows: Sequence[Row], binary_rows: Sequence[Row], key: Sequence[str]) -> Iterator[Issue]:
    """Where the CSV file says something else than its Parquet twin, as issues of the CSV file.

    Records are matched by their primary key, without one by their number. What could not be read is an issue of its
    own already and is not compared.
    """
    text, binary = _by_key(text_rows, key), _by_key(binary_rows, key)
    for identity, row in text.items():
        if identity in binary:
            yield from _cells(row, binary[identity])
        elif not any(twin.issues for twin in binary_rows):
            message = f"the record {cell.several(identity)} is not in the Parquet file"
            yield Issue(CODE, message, HINT, row=row.number, line=row.line)
    if not any(row.issues for row in text_rows):
        for identity, twin in binary.items():
            if identity not in text:
                message = f"the record {cell.several(identity)}, row {twin.number} of the Parquet file, is missing here"
                yield Issue(CODE, message, HINT)


def _cells(row: Row, twin: Row) -> Iterator[Issue]:
    for name in (name for name in row.values if name in twin.values):
        here, there = row.values[name], twin.values[name]
        if here != there:
            message = f"{name} is {cell.quoted(here)}, in row {twin.number} of the Parquet file {cell.quoted(there)}"
            yield Issue(CODE, message, HINT, row=row.number, line=row.line, field=name, cell=cell.text(here))


def _by_key(rows: Sequence[Row], key: Sequence[str]) -> Mapping[tuple[Any, ...], Row]:
    found: dict[tuple[Any, ...], Row] = {}
    for row in rows:
        identity = tuple(row.values.get(name) for name in key) if key else (row.number,)
        if row.values and None not in identity:
            found.setdefault(identity, row)
    return found
