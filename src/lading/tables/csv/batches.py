"""A text file in batches of rows: the regular records of a block as columns, all others read one by one."""

from collections.abc import Iterator

import numpy as np

from lading.issue import IssuesError
from lading.tables.batch import Batch
from lading.tables.csv.apart import one_by_one
from lading.tables.csv.block import Block
from lading.tables.csv.dialect import TextDialect
from lading.tables.csv.encoding import UndecodableError
from lading.tables.csv.header import Head
from lading.tables.csv.lines import Lines, Measured, lines
from lading.tables.csv.records import Record, records
from lading.tables.csv.regular import batch
from lading.tables.csv.walk import Walk
from lading.tables.row import Row

LONGEST_RECORD = 2**24
"""From a record of more bytes on a file is read row by row."""


class FileInBatches:
    """The rows of a file before which there are so many of other files; `number` is that of the last row read."""

    def __init__(self, blocks: Iterator[bytes], dialect: TextDialect, head: Head, number: int) -> None:
        self.number = number
        self._blocks = blocks
        self._dialect = dialect
        self._head = head
        self._text = b""
        self._lines = 0
        self._at_end = False
        self._failure: Exception | None = None

    def __iter__(self) -> Iterator[Batch]:
        yield from one_by_one(self._opening(), self._head.names)
        while not self._at_end and self._failure is None and len(self._text) <= LONGEST_RECORD:
            self._text += self._next_block()
            if self._failure is None:
                yield from self._whole_records()
        if self._text or not self._at_end:
            yield from one_by_one(self._rest(), self._head.names)

    def _next_block(self) -> bytes:
        """The next block; none where there is no other, or where it cannot be read, which is left for later."""
        try:
            for block in self._blocks:
                return block
            self._at_end = True
        except (IssuesError, UndecodableError) as error:
            self._failure = error
        return b""

    def _remaining(self) -> Iterator[bytes]:
        yield self._text
        yield from self._blocks
        if self._failure:
            raise self._failure

    def _opening(self) -> Iterator[Row]:
        """Read until the header is known, and whatever else a file has before there are data alone."""
        if self._head.is_settled(0):
            return
        text = Measured(lines(self._kept(), None))
        found = Lines(text, self._dialect.comment)
        for record in records(found, self._dialect):
            yield from map(self._row, self._head.admit(record))
            if self._head.is_settled(record.number):
                break
        else:
            self._at_end = True
            yield from map(self._row, self._head.finish())
        self._text, self._lines = self._text[text.n_bytes :], found.number

    def _kept(self) -> Iterator[bytes]:
        for block in self._blocks:
            self._text += block
            yield block

    def _rest(self) -> Iterator[Row]:
        """Everything that is left."""
        found = Lines(lines(self._remaining(), None), self._dialect.comment, self._lines)
        for record in records(found, self._dialect):
            yield self._row(record)

    def _row(self, record: Record) -> Row:
        self.number += 1
        return self._head.reader.row(self.number, record.line, record.cells)

    def _whole_records(self) -> Iterator[Batch]:
        """The rows in what is at hand of the text, but for the record that it ends with."""
        is_partial = True
        while is_partial and self._text:
            block = Block(self._text, self._dialect, self._head.reader.width)
            is_partial = block.size < len(self._text)
            walk = Walk(block, self._dialect, self._lines, self.number, is_last=self._at_end and not is_partial)
            yield from self._walked(walk)
            is_partial &= walk.position > 0

    def _walked(self, walk: Walk) -> Iterator[Batch]:
        reader = self._head.reader
        others = [reader.row(number, record.line, record.cells) for number, record in walk.others]
        if walk.stretches or others:
            yield batch(walk, self._lines, self._dialect, reader, others)
        if walk.failure:
            raise walk.failure
        self.number = walk.number
        self._lines += int(walk.block.lines_before(np.array([walk.position]))[0])
        self._text = self._text[walk.position :]
