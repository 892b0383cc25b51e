"""Just enough of Thrift's compact protocol to read the headers of a Parquet file.

Arrow ends the process over some footers that lie, so they are looked at here first.
"""

from collections.abc import Mapping
from typing import Any

Wanted = Mapping[int, Any]
"""The numbers of the fields to read: the same again for a struct or a list of them, None for anything else."""

DEEPEST = 16
STOP, TRUE, FALSE, BYTE, DOUBLE, BINARY, LIST, SET, STRUCT = 0, 1, 2, 3, 7, 8, 9, 10, 12
INTEGERS = (4, 5, 6)
MOST_BITS = 70
MANY = 15
"""The length of a list that says that its length follows."""


class ThriftError(ValueError):
    """Bytes that are no struct, or not all of one."""


def read_struct(data: bytes, wanted: Wanted) -> tuple[dict[int, Any], int]:
    """The wanted fields of the struct at the beginning of `data` by number, and how many bytes it takes."""
    try:
        return _struct(data, 0, wanted, 0)
    except IndexError:
        raise ThriftError("the data ends too early") from None


def _struct(data: bytes, at: int, wanted: Wanted | None, depth: int) -> tuple[dict[int, Any], int]:
    if depth > DEEPEST:
        raise ThriftError("too deep")
    fields: dict[int, Any] = {}
    number = 0
    while (head := data[at]) != STOP:
        at += 1
        if head >> 4:
            number += head >> 4
        else:
            number, at = _integer(data, at)
        kind = head & 15
        if kind in (TRUE, FALSE):
            value: Any = kind == TRUE
        else:
            value, at = _value(data, at, kind, wanted.get(number) if wanted else None, depth)
        if wanted is not None and number in wanted:
            fields[number] = value
    return fields, at + 1


def _value(data: bytes, at: int, kind: int, wanted: Wanted | None, depth: int) -> tuple[Any, int]:
    if kind in INTEGERS:
        return _integer(data, at)
    if kind == STRUCT:
        return _struct(data, at, wanted, depth + 1)
    if kind == BINARY:
        length, at = _varint(data, at)
        return _sliced(data, at, length)
    if kind in (LIST, SET):
        return _list(data, at, wanted, depth + 1)
    if kind in (TRUE, FALSE, BYTE):
        return _sliced(data, at, 1)
    if kind == DOUBLE:
        return _sliced(data, at, 8)
    raise ThriftError(f"no type has the number {kind}")


def _list(data: bytes, at: int, wanted: Wanted | None, depth: int) -> tuple[list[Any], int]:
    head = data[at]
    length, at = _varint(data, at + 1) if head >> 4 == MANY else (head >> 4, at + 1)
    if length > len(data) - at or depth > DEEPEST:
        raise ThriftError("a list is longer than the data")
    items = []
    for _ in range(length):
        item, at = _value(data, at, head & 15, wanted, depth)
        items.append(item)
    return items, at


def _sliced(data: bytes, at: int, length: int) -> tuple[bytes, int]:
    if at + length > len(data):
        raise ThriftError("the data ends too early")
    return data[at : at + length], at + length


def _integer(data: bytes, at: int) -> tuple[int, int]:
    number, at = _varint(data, at)
    return (number >> 1) ^ -(number & 1), at


def _varint(data: bytes, at: int) -> tuple[int, int]:
    byte = data[at]
    number = byte & 127
    shift = 7
    while byte > 127:
        at += 1
        byte = data[at]
        number |= (byte & 127) << shift
        shift += 7
        if shift > MOST_BITS:
            raise ThriftError("an integer is too long")
    return number, at + 1
