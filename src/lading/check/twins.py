"""Two files of one table, CSV and Parquet: the same records, cell by cell."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import zip_longest
from typing import Any

from lading.column import Column
from lading.issue import Issue
from lading.tables import quoting
from lading.tables.row import Row

CODE = "twin-error"
HINT = "make both files from the same records"

Identity = tuple[Any, ...]


def differences(
    text_rows: Iterable[Row], binary_rows: Iterable[Row], columns: Sequence[Column], key: Sequence[str]
) -> Iterator[tuple[Row | None, Issue]]:
    """Where the CSV file says something else than its Parquet twin, as issues of the CSV file and of rows that it has.

    Records are matched by their primary key, without one by their number; only those that have not met their twin yet
    are held. What could not be read is an issue of its own already and is not compared.
    """
    text, binary = _Unmatched(key), _Unmatched(key)
    for row, twin in zip_longest(text_rows, binary_rows):
        for one, here, there in ((row, text, binary), (twin, binary, text)):
            identity = here.identity(one)
            if identity is None:
                continue
            if (other := there.rows.pop(identity, None)) is None:
                here.rows.setdefault(identity, one)
            else:
                row_here, row_there = (one, other) if here is text else (other, one)
                yield from ((row_here, issue) for issue in _cells(row_here, row_there, columns))
    if binary.is_whole:
        for identity, row in text.rows.items():
            message = f"the record {quoting.several(identity)} is not in the Parquet file"
            yield row, Issue(CODE, message, HINT, row=row.number, line=row.line)
    if text.is_whole:
        for identity, twin in binary.rows.items():
            where = f"row {twin.number} of the Parquet file"
            yield None, Issue(CODE, f"the record {quoting.several(identity)}, {where}, is missing here", HINT)


class _Unmatched:
    """The rows of one file whose twin has not come yet."""

    def __init__(self, key: Sequence[str]) -> None:
        self.rows: dict[Identity, Row] = {}
        self.is_whole = True
        self._key = key

    def identity(self, row: Row | None) -> Identity | None:
        """What the row is matched by, if it can be."""
        if row is None:
            return None
        self.is_whole = self.is_whole and not row.issues
        identity = tuple(row.values.get(name) for name in self._key) if self._key else (row.number,)
        return identity if row.values and None not in identity else None


def _cells(row: Row, twin: Row, columns: Sequence[Column]) -> Iterator[Issue]:
    for column in (column for column in columns if column.name in row.values and column.name in twin.values):
        name = column.name
        here, there = row.values[name], twin.values[name]
        if here != there and not (here != here and there != there):
            other = f"in row {twin.number} of the Parquet file {quoting.quoted(there)}"
            message, cell = f"{name} is {quoting.quoted(here)}, {other}", quoting.text(here)
            yield Issue(CODE, message, HINT, row=row.number, line=row.line, field=name, cell=cell)
