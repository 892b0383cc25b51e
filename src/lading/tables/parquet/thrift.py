"""Just enough of Thrift's compact protocol to read the header of a page."""

from collections.abc import Callable, Mapping
from typing import Any

DEEPEST = 8
STOP, TRUE, FALSE, BYTE, DOUBLE, BINARY, LIST, SET, STRUCT = 0, 1, 2, 3, 7, 8, 9, 10, 12
INTEGERS = (4, 5, 6)
LONGEST_VARINT = 10
MANY = 15
"""The length of a list that says that its length follows."""


class ThriftError(ValueError):
    """Bytes that are no struct, or not all of one."""


def read_struct(data: bytes) -> tuple[Mapping[int, Any], int]:
    """The fields of the struct at the beginning of `data` by number, and how many bytes it takes."""
    reader = _Reader(data)
    return reader.struct(0), reader.position


class _Reader:
    def __init__(self, data: bytes) -> None:
        self.data = data
        self.position = 0

    def struct(self, depth: int) -> Mapping[int, Any]:
        if depth > DEEPEST:
            raise ThriftError("too deep")
        fields: dict[int, Any] = {}
        number = 0
        while (head := self._byte()) != STOP:
            number = number + (head >> 4) if head >> 4 else self._integer()
            fields[number] = head & 15 == TRUE if head & 15 in (TRUE, FALSE) else self._value(head & 15, depth)
        return fields

    def _value(self, kind: int, depth: int) -> Any:
        if kind in INTEGERS:
            return self._integer()
        if kind == STRUCT:
            return self.struct(depth + 1)
        readers: Mapping[int, Callable[[], Any]] = {
            TRUE: self._byte,
            FALSE: self._byte,
            BYTE: self._byte,
            DOUBLE: lambda: self._bytes(8),
            BINARY: lambda: self._bytes(self._varint()),
            LIST: lambda: self._list(depth + 1),
            SET: lambda: self._list(depth + 1),
        }
        if kind not in readers:
            raise ThriftError(f"no type has the number {kind}")
        return readers[kind]()

    def _list(self, depth: int) -> list[Any]:
        head = self._byte()
        length = self._varint() if head >> 4 == MANY else head >> 4
        if length > len(self.data) or depth > DEEPEST:
            raise ThriftError("a list is longer than the data")
        return [self._value(head & 15, depth) for _ in range(length)]

    def _integer(self) -> int:
        number = self._varint()
        return (number >> 1) ^ -(number & 1)

    def _varint(self) -> int:
        number = 0
        for place in range(LONGEST_VARINT):
            byte = self._byte()
            number |= (byte & 127) << (7 * place)
            if byte < 128:
                return number
        raise ThriftError("an integer is too long")

    def _byte(self) -> int:
        return self._bytes(1)[0]

    def _bytes(self, length: int) -> bytes:
        end = self.position + length
        if end > len(self.data):
            raise ThriftError("the data ends too early")
        taken = self.data[self.position : end]
        self.position = end
        return taken
