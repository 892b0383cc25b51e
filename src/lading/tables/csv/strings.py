"""Cells of a text as columns of strings, without copying them: each is a view of the text."""

from dataclasses import dataclass
from typing import TypeAlias

import numpy as np
import numpy.typing as npt
import polars as pl
import pyarrow as pa

from lading.tables.csv.block import CR, PADDING, Block, Positions

Words: TypeAlias = npt.NDArray[np.uint64]

INLINE = 12
"""A string of so many bytes stands in the view itself (Arrow, variable-size binary view layout)."""
FIRST_FOUR = np.array([2 ** (8 * min(n, 4)) - 1 << 32 for n in range(INLINE + 1)], np.uint64)
NEXT_EIGHT = np.array([2 ** (8 * max(n - 4, 0)) - 1 for n in range(INLINE + 1)], np.uint64)
HALF = np.uint64(32)
CELLS_AT_ONCE = 2**13
"""As many as the fast memory of a processor holds: with all cells of a block at once it takes twice as long."""


@dataclass(frozen=True, slots=True)
class Strings:
    """The cells of regular records: for each column the views of its cells, and the text they are views of."""

    text: bytes
    views: Words

    def __len__(self) -> int:
        """The number of records."""
        return len(self.views[0])

    def column(self, place: int) -> pl.Series:
        """The strings in one column."""
        buffers = [None, pa.py_buffer(self.views[place]), pa.py_buffer(self.text)]
        return pl.Series(pa.Array.from_buffers(pa.string_view(), len(self), buffers))


def strings(block: Block, starts: Positions, ends: Positions) -> Strings:
    """The cells that begin and end here, one row for each record, without the quotation marks around and in them."""
    text = block.text
    if block.has_returns:
        last = ends[:, -1]
        last -= (block.bytes[last - 1] == CR) & (last > starts[:, -1])
    if block.quote is not None and starts.size:
        quoted = (block.bytes[starts] == block.quote) & (starts < ends)
        starts, ends = starts + quoted, ends - quoted
        if bytes([block.quote]) * 2 in text:
            text = _with_single_quotes(block, starts, ends)
    return Strings(text, _views(text, starts, ends))


def _with_single_quotes(block: Block, starts: Positions, ends: Positions) -> bytes:
    """Cells with doubled quotation marks are written behind the text with single ones, and found there."""
    doubled = block.quotes[np.flatnonzero(np.diff(block.quotes) == 1)]
    starts, ends = starts.reshape(-1), ends.reshape(-1)  # views of the same cells, one after the other
    cell = np.searchsorted(starts, doubled, side="right") - 1
    found = np.unique(cell[(cell >= 0) & (doubled < ends[cell])])
    quote = bytes([block.quote or 0])
    rewritten = [
        block.text[start:end].replace(quote * 2, quote)
        for start, end in zip(starts[found].tolist(), ends[found].tolist(), strict=True)
    ]
    lengths = np.array([len(text) for text in rewritten], np.int64)
    ends[found] = len(block.text) + np.cumsum(lengths)
    starts[found] = ends[found] - lengths
    return b"".join([block.text, *rewritten, PADDING])


def _views(text: bytes, starts: Positions, ends: Positions) -> Words:
    """The views by column: the length, then the string itself, or its first four bytes and where it stands."""
    words = np.ndarray((len(text) - 7,), "<u8", text, strides=(1,))  # the eight bytes from each position on
    n_records, width = starts.shape
    views = np.empty((width, n_records, 2), np.uint64)
    at_once = max(1, CELLS_AT_ONCE // width)
    for first in range(0, n_records, at_once):
        rows = slice(first, first + at_once)
        start, length = starts[rows].ravel(), (ends[rows] - starts[rows]).ravel()
        inlined = np.minimum(length, INLINE)
        made = np.empty((len(start), 2), np.uint64)
        front, back = words[start], words[start + 4]
        front <<= HALF
        front &= FIRST_FOUR[inlined]
        back &= NEXT_EIGHT[inlined]
        np.copyto(back, start.view(np.uint64) << HALF, where=length > INLINE)
        np.bitwise_or(front, length.view(np.uint64), out=made[:, 0])
        made[:, 1] = back
        views[:, rows] = made.reshape(-1, width, 2).swapaxes(0, 1)
    return views
