"""A block of a text file, and where its records and cells end, found by looking at all of its bytes at once.

Whether a line break ends a record depends on how many quotation marks came before it: behind an even number it does,
behind an odd number it is part of a cell. Where a record begins in the middle of a file, because one before it had
quotation marks where none belong, it is the other way round. So there are two ways to divide a block, its layouts,
and a reader that goes from record to record is always in one of them.
"""

from dataclasses import dataclass
from functools import cached_property
from typing import TypeAlias

import numpy as np
import numpy.typing as npt

from lading.tables.csv.dialect import TextDialect

Positions: TypeAlias = npt.NDArray[np.int64]
Flags: TypeAlias = npt.NDArray[np.bool_]

PADDING = bytes(16)
"""Follows the text in memory, so that what is read beyond a cell is there."""
LF, CR = b"\n\r"
MOST_MARKS = 2**20
"""How many delimiters, line breaks and quotation marks of a text are looked at together."""
NOWHERE: Positions = np.empty(0, np.int64)


@dataclass(frozen=True, slots=True)
class Layout:
    """Where cells and records end.

    `cell_ends` are the positions of delimiters and line breaks outside of cells, `record_ends` those of the line
    breaks alone, and `last_cells` the places of these in `cell_ends`. `irregular` are the numbers of the records
    that only the csv module can read.
    """

    cell_ends: Positions
    record_ends: Positions
    last_cells: Positions
    irregular: Positions

    def regular_from(self, record: int) -> int:
        """The number of the first record, from this one, that is not regular."""
        place = int(np.searchsorted(self.irregular, record))
        return int(self.irregular[place]) if place < len(self.irregular) else len(self.record_ends)


class Block:
    """Valid UTF-8 that begins with a record and ends anywhere.

    `size` is how much of the text was divided: all of it, unless it has more cells than are kept in memory at once.
    """

    def __init__(self, text: bytes, dialect: TextDialect, width: int) -> None:
        self.text = text + PADDING
        self.bytes = np.frombuffer(self.text, np.uint8)
        self.quote = ord(dialect.quote) if dialect.quote and dialect.quote.encode() in self.text else None
        self._dialect = dialect
        self._width = width
        marked = (self.bytes == ord(dialect.delimiter)) | (self.bytes == LF)
        if self.quote is not None:
            marked |= self.bytes == self.quote
        marks = np.flatnonzero(marked)
        self.size = len(text) if len(marks) <= MOST_MARKS else int(marks[MOST_MARKS - 1]) + 1
        self._marks = marks[:MOST_MARKS].copy() if len(marks) > MOST_MARKS else marks
        self._kinds = self.bytes[self._marks]
        self._layouts: dict[int, Layout] = {}

    def layout(self, parity: int) -> Layout:
        """The layout in which so many quotation marks, modulo 2, are too many."""
        if parity not in self._layouts:
            self._layouts[parity] = self._divided(parity)
        return self._layouts[parity]

    def after(self, position: int) -> tuple[Layout, int] | None:
        """Where reading goes on behind a record that ends before this position, if the next one is regular."""
        if self.text[position - 1] != LF:
            return None
        mark = int(np.searchsorted(self._marks, position - 1))
        layout = self.layout(int(self._quotes_before[mark]) & 1 if self.quote is not None else 0)
        record = int(np.searchsorted(layout.record_ends, position - 1)) + 1
        return (layout, record) if layout.regular_from(record) > record else None

    def lines_before(self, positions: Positions) -> Positions:
        """How many lines end before each of these positions."""
        return np.searchsorted(self._line_feeds, positions) + np.searchsorted(self._lone_returns, positions)

    @cached_property
    def quotes(self) -> Positions:
        """Where quotation marks are."""
        return self._marked(self.quote) if self.quote is not None else NOWHERE

    @cached_property
    def has_returns(self) -> bool:
        """Whether there are carriage returns."""
        return b"\r" in self.text

    @cached_property
    def _quotes_before(self) -> Positions:
        return np.cumsum(self._kinds == self.quote)

    @cached_property
    def _line_feeds(self) -> Positions:
        return self._marked(LF)

    def _marked(self, kind: int) -> Positions:
        found: Positions = self._marks[self._kinds == kind]
        return found

    @cached_property
    def _lone_returns(self) -> Positions:
        """Carriage returns that end a line by themselves."""
        if not self.has_returns:
            return NOWHERE
        returns: Positions = np.flatnonzero(self.bytes == CR)
        is_alone: Flags = self.bytes[returns + 1] != LF
        return returns[is_alone]

    @cached_property
    def _strays(self) -> Positions:
        """Where there is something that only the csv module can judge, whatever is around it."""
        escape = self._dialect.escape
        escapes = np.flatnonzero(self.bytes == ord(escape)) if escape and escape.encode() in self.text else NOWHERE
        nul = self.text.find(0, 0, self.size)
        return np.concatenate([self._lone_returns, escapes, NOWHERE if nul < 0 else np.array([nul])])

    def _divided(self, parity: int) -> Layout:
        cell_ends, kinds = self._marks, self._kinds
        if self.quote is not None:
            outside = ((self._quotes_before & 1) == parity) & (kinds != self.quote)
            cell_ends, kinds = cell_ends[outside], kinds[outside]
        last_cells = np.flatnonzero(kinds == LF)
        record_ends = cell_ends[last_cells]
        irregular = np.diff(last_cells, prepend=-1) != self._width
        irregular |= self._blank_or_comment(record_ends)
        misplaced = NOWHERE if self.quote is None else self._misplaced_quotes(parity)
        for positions in (self._strays, misplaced):
            records = np.searchsorted(record_ends, positions)
            irregular[records[records < len(irregular)]] = True
        return Layout(cell_ends, record_ends, last_cells, np.flatnonzero(irregular))

    def _blank_or_comment(self, record_ends: Positions) -> Flags:
        starts = np.concatenate([[0], record_ends[:-1] + 1])[: len(record_ends)]
        first = self.bytes[starts]
        found = first == ord(self._dialect.comment[0]) if self._dialect.comment else np.zeros(len(starts), np.bool_)
        # Only where there is one column a blank line has as many cells as any other.
        return found | (first == LF) | (first == CR) if self._width == 1 else found

    def _misplaced_quotes(self, parity: int) -> Positions:
        """Quotation marks that neither begin a cell nor end it, and are not doubled within it."""
        quotes = self.quotes
        before = np.where(quotes > 0, self.bytes[quotes - 1], LF)
        after = self.bytes[quotes + 1]
        may_be_before, may_be_after = np.zeros((2, 256), np.bool_)
        may_be_before[[ord(self._dialect.delimiter), LF]] = True
        may_be_after[[ord(self._dialect.delimiter), LF, CR]] = True
        may_be_before[self.quote] = may_be_after[self.quote] = self._dialect.double_quote
        opens = np.arange(len(quotes)) & 1 == parity
        return quotes[~np.where(opens, may_be_before[before], may_be_after[after])]
