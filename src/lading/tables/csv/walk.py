"""Going through a block from record to record: over regular ones at once, over each other with the csv module."""

from collections import deque
from collections.abc import Iterator
from typing import NamedTuple

import numpy as np

from lading.issue import IssuesError
from lading.tables.csv.block import Block, Layout
from lading.tables.csv.dialect import TextDialect
from lading.tables.csv.lines import Lines, broken
from lading.tables.csv.records import Record, records


class IncompleteError(Exception):
    """The text goes on, and what is at hand of it ends within a record."""


class Stretch(NamedTuple):
    """Regular records that follow each other in a layout, and the row number of the first."""

    layout: Layout
    first: int
    end: int
    number: int


class LinesAt(Iterator[str]):
    """The lines of a text in UTF-8 from a position on, which moves with them; IncompleteError behind the last."""

    def __init__(self, text: bytes, position: int, size: int, *, is_last: bool) -> None:
        self.position = position
        self._text = text
        self._size = size
        self._is_last = is_last
        self._ready: deque[str] = deque()

    def __next__(self) -> str:
        if not self._ready:
            self._ready.extend(broken(self._up_to_line_feed().decode()))
        line = self._ready.popleft()
        self.position += len(line.encode())
        return line

    def _up_to_line_feed(self) -> bytes:
        end = self._text.find(b"\n", self.position, self._size) + 1
        if end:
            return self._text[self.position : end]
        if not self._is_last:
            raise IncompleteError
        if self.position == self._size:
            raise StopIteration
        return self._text[self.position : self._size]


class Walk:
    """A way through a block, the last of its file or not, before which there are so many lines and rows.

    `stretches` and `others` are the records met, the latter with their row numbers, `number` that of the last row.
    Behind `position` no whole record is left, or, if there is a `failure`, none that can be read.
    """

    def __init__(self, block: Block, dialect: TextDialect, lines: int, number: int, *, is_last: bool) -> None:
        self.block = block
        self.number = number
        self.position = 0
        self.stretches: list[Stretch] = []
        self.others: list[tuple[int, Record]] = []
        self.failure: IssuesError | None = None
        self._dialect = dialect
        self._lines = lines
        self._is_last = is_last
        self._go()

    def _go(self) -> None:
        regular: tuple[Layout, int] | None = self.block.layout(0), 0
        while regular is not None:
            self._over_regular(*regular)
            regular = self._to_regular() if self.position < self.block.size else None

    def _over_regular(self, layout: Layout, first: int) -> None:
        end = layout.regular_from(first)
        if end > first:
            self.stretches.append(Stretch(layout, first, end, self.number + 1))
            self.number += end - first
            self.position = int(layout.record_ends[end - 1]) + 1

    def _to_regular(self) -> tuple[Layout, int] | None:
        """Read records with the csv module up to one that is regular, if there is one."""
        lines = LinesAt(self.block.text, self.position, self.block.size, is_last=self._is_last)
        before = int(self.block.lines_before(np.array([self.position]))[0])
        counted = Lines(lines, self._dialect.comment, self._lines + before)
        try:
            for record in records(counted, self._dialect):
                self.number += 1
                self.others.append((self.number, record))
                self.position = lines.position
                if (regular := self.block.after(self.position)) is not None:
                    return regular
            self.position = self.block.size
        except IncompleteError:
            pass
        except IssuesError as error:
            self.failure = error
        return None
