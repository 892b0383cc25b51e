"""The logical digest of a table: what its records say, in their order, whatever the file format.

It is taken column by column, so that it costs little more than reading. A column gives three streams of bytes, each
hashed with SHA-256: which records have a value (a byte each, 1 or 0); the values that are there (integers, booleans,
days since 1970-01-01 and microseconds since midnight or since 1970-01-01 as 64 bits in two's complement, numbers as
IEEE 754 doubles, both little-endian; everything else as UTF-8 text); and the lengths of the texts in bytes (64 bits
each). The digest of the table is the SHA-256 of the names and types of its columns, sorted by name and written as a
JSON array of strings, followed by the three digests of each column in the same order.
"""

import datetime as dt
import hashlib
import json
import math
import struct
from collections.abc import Callable, Iterable, Mapping, Sequence
from decimal import Decimal
from itertools import islice
from typing import TYPE_CHECKING, Any

from lading.column import Column, ColumnType
from lading.derive.lexical import cell_text

if TYPE_CHECKING:
    import polars as pl

EPOCH = dt.datetime(1970, 1, 1)  # noqa: DTZ001 - compared with times that have no offset
EPOCH_DAY = EPOCH.toordinal()
NANOSECONDS = 1000
MICROSECOND = dt.timedelta(microseconds=1)
ROWS_AT_ONCE = 10_000


class UndigestedError(ValueError):
    """A value that no table of lading holds, such as an integer of more than 64 bits."""


class TableDigest:
    """The digest of a table, fed with its records in their order, as rows or as frames."""

    def __init__(self, columns: Sequence[Column]) -> None:
        self._columns = {column.name: _ColumnDigest(column) for column in sorted(columns, key=lambda each: each.name)}

    @property
    def names(self) -> Iterable[str]:
        """The columns that it is taken of."""
        return self._columns.keys()

    def add_rows(self, rows: Sequence[Mapping[str, Any]]) -> None:
        """The next records, by column name; a column without a value may be left out.

        Raises UndigestedError.
        """
        for name, digest in self._columns.items():
            digest.add_values([row.get(name) for row in rows])

    def add_frame(self, frame: "pl.DataFrame") -> None:
        """The next records, each column in the dtype that stands for its type."""
        for name, digest in self._columns.items():
            digest.add_series(frame[name])

    def hexdigest(self) -> str:
        """The digest of what was added so far."""
        header = [part for digest in self._columns.values() for part in (digest.column.name, digest.column.type)]
        whole = hashlib.sha256(json.dumps(header, ensure_ascii=False, separators=(",", ":")).encode())
        for digest in self._columns.values():
            whole.update(digest.digest())
        return f"sha256:{whole.hexdigest()}"


def digest(columns: Sequence[Column], rows: Iterable[Mapping[str, Any]]) -> str:
    """The digest of typed rows, mappings by column name. Raises UndigestedError."""
    table, remaining = TableDigest(columns), iter(rows)
    while some := list(islice(remaining, ROWS_AT_ONCE)):
        table.add_rows(some)
    return table.hexdigest()


class _ColumnDigest:
    def __init__(self, column: Column) -> None:
        self.column = column
        self.number = NUMBERS.get(column.type) if column.python in PLAIN else None
        self.presence, self.content, self.lengths = hashlib.sha256(), hashlib.sha256(), hashlib.sha256()

    def add_values(self, values: Sequence[Any]) -> None:
        self.presence.update(bytes(value is not None for value in values))
        present = [value for value in values if value is not None]
        if self.number is None:
            self._add_texts([cell_text(value).encode() for value in present])
        else:
            code, as_number = self.number
            try:
                self.content.update(struct.pack(f"<{len(present)}{code}", *map(as_number, present)))
            except (struct.error, TypeError, OverflowError) as error:
                raise UndigestedError(f"{self.column.name}: {error}") from None

    def _add_texts(self, texts: Sequence[bytes]) -> None:
        self.lengths.update(struct.pack(f"<{len(texts)}q", *map(len, texts)))
        self.content.update(b"".join(texts))

    def add_series(self, series: "pl.Series") -> None:
        self.presence.update(series.is_not_null().to_numpy().tobytes())
        present = series.drop_nulls()
        if self.number is None:
            self.lengths.update(present.str.len_bytes().to_numpy().astype("<i8").tobytes())
            self.content.update((present.str.join("").item() or "").encode())
        else:
            self.content.update(_physical(present, self.column.type))

    def digest(self) -> bytes:
        return self.presence.digest() + self.content.digest() + self.lengths.digest()


def _physical(present: "pl.Series", column_type: ColumnType) -> bytes:
    """The values as they lie in memory, which is what the digest is taken of."""
    numbers = present.to_physical().to_numpy()
    if column_type == "number":
        numbers = numbers + 0.0  # makes one of 0.0 and -0.0, which are equal
        numbers[numbers != numbers] = math.nan  # of the many doubles that are no number, which one says nothing
        return bytes(numbers.astype("<f8").tobytes())
    if column_type == "time":
        numbers = numbers // NANOSECONDS
    return bytes(numbers.astype("<i8").tobytes())


def _double(value: float | Decimal) -> float:
    return math.nan if math.isnan(value) else float(value) + 0.0


def _day(value: dt.date) -> int:
    return value.toordinal() - EPOCH_DAY


def _time(value: dt.time) -> int:
    return (dt.datetime.combine(EPOCH, value.replace(tzinfo=None)) - EPOCH) // MICROSECOND


def _instant(value: dt.datetime) -> int:
    naive = value if value.tzinfo is None else value.astimezone(dt.UTC).replace(tzinfo=None)
    return (naive - EPOCH) // MICROSECOND


PLAIN = (int, float, Decimal, bool, dt.date, dt.time, dt.datetime)
NUMBERS: Mapping[ColumnType, tuple[str, Callable[[Any], int | float]]] = {
    "integer": ("q", int),
    "year": ("q", int),
    "number": ("d", _double),
    "boolean": ("q", int),
    "date": ("q", _day),
    "time": ("q", _time),
    "datetime": ("q", _instant),
}
"""The types whose values are hashed as numbers: how struct writes them, and the number that a value is."""
