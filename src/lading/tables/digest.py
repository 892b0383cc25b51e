"""The logical digest of a table: what its records say, whatever the file format and the order of rows and columns.

Each record becomes a JSON array of strings (null where missing), in the order of the column names: strings as they
are, integers in decimal, numbers as the 16 hexadecimal digits of their IEEE 754 double, booleans as true and false,
dates and times in ISO 8601 with microseconds. The digest is the SHA-256 of the names and types of the columns, as such
an array, followed by the SHA-256 of each record, sorted.
"""

import datetime as dt
import hashlib
import json
import math
import struct
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

from lading.column import Column, ColumnType

NOT_A_NUMBER = "7ff8000000000000"
"""One of many doubles that are no number: which of them says nothing."""


def digest(columns: Sequence[Column], rows: Iterable[Sequence[Any] | Mapping[str, Any]]) -> str:
    """The digest of typed rows: mappings by column name, or sequences in the order of `columns`."""
    ordered = sorted(columns, key=lambda column: column.name)
    names = [column.name for column in columns]
    mappings = (row if isinstance(row, Mapping) else dict(zip(names, row, strict=True)) for row in rows)
    records = sorted(_sha256([canonical(column, row[column.name]) for column in ordered]) for row in mappings)
    header = _sha256([part for column in ordered for part in (column.name, column.type)])
    return f"sha256:{hashlib.sha256(b''.join([header, *records])).hexdigest()}"


def _sha256(cells: Sequence[str | None]) -> bytes:
    return hashlib.sha256(json.dumps(cells, ensure_ascii=False, separators=(",", ":")).encode()).digest()


def canonical(column: Column, value: Any) -> str | None:
    """What a cell says, as text that no other value of its column has."""
    return None if value is None else CANONICAL[column.type](value)


def _number(value: float) -> str:
    if math.isnan(value):
        return NOT_A_NUMBER
    return struct.pack(">d", value + 0.0).hex()  # adding zero makes one of 0.0 and -0.0, which are equal


def _boolean(value: bool) -> str:
    return "true" if value else "false"


def _time(value: dt.time | dt.datetime) -> str:
    return value.isoformat(timespec="microseconds")


CANONICAL: Mapping[ColumnType, Callable[[Any], str]] = {
    "string": str,
    "integer": str,
    "number": _number,
    "boolean": _boolean,
    "date": dt.date.isoformat,
    "time": _time,
    "datetime": _time,
}
