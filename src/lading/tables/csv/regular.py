"""The regular records of a block, as columns and, where they are asked for, as rows."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

import numpy as np
import polars as pl

from lading.tables.batch import Batch
from lading.tables.csv.block import NOWHERE, Block, Positions
from lading.tables.csv.dialect import TextDialect
from lading.tables.csv.records import divided
from lading.tables.csv.rows import EMPTY, RowReader
from lading.tables.csv.strings import Strings, strings
from lading.tables.csv.walk import Stretch, Walk
from lading.tables.row import Row


@dataclass(frozen=True, slots=True)
class Regular:
    """Where regular records begin and end in a block before which there are so many lines, and their row numbers."""

    block: Block
    lines: int
    dialect: TextDialect
    reader: RowReader
    starts: Positions
    ends: Positions
    numbers: Positions

    def without(self, places: Positions) -> "Regular":
        """All but those in some places."""
        kept = np.delete(np.arange(len(self.numbers)), places)
        return replace(self, starts=self.starts[kept], ends=self.ends[kept], numbers=self.numbers[kept])

    def rows(self, places: Sequence[int]) -> Iterator[Row]:
        """The rows in these places, read with the csv module."""
        chosen = np.asarray(places, np.int64)
        starts, ends, numbers = self.starts[chosen], self.ends[chosen], self.numbers[chosen]
        lines = self.block.lines_before(starts) + self.lines + 1
        texts = (self.block.text[start : end + 1].decode() for start, end in zip(starts, ends, strict=True))
        heads = zip(numbers.tolist(), lines.tolist(), strict=True)
        for (number, line), found in zip(heads, divided(texts, self.dialect), strict=True):
            yield self.reader.row(number, line, found)


def batch(walk: Walk, lines: int, dialect: TextDialect, reader: RowReader, others: Sequence[Row]) -> Batch:
    """The regular records that were met in a block, and the other rows of the block."""
    stretches = walk.stretches
    regular = Regular(
        walk.block,
        lines,
        dialect,
        reader,
        _joined(map(_starts, stretches)),
        _joined(stretch.layout.record_ends[stretch.first : stretch.end] for stretch in stretches),
        _joined(np.arange(stretch.number, stretch.number + stretch.end - stretch.first) for stretch in stretches),
    )
    ends = _joined(map(_cell_ends, stretches)).reshape(-1, reader.width)
    starts = np.empty_like(ends)
    starts[:, 0] = regular.starts
    starts[:, 1:] = ends[:, :-1] + 1
    found = strings(walk.block, starts, ends)
    frame = _frame(found, reader)
    if len(blank := _blank(found, reader)):
        others = sorted([*others, *regular.rows(blank.tolist())], key=lambda row: row.number)
        regular = regular.without(blank)
        frame = frame.filter(~pl.int_range(len(frame), eager=True).is_in(blank.tolist()))
    return Batch(frame, pl.Series(regular.numbers), regular.rows, tuple(others))


def _frame(found: Strings, reader: RowReader) -> pl.DataFrame:
    """The columns of the table; one that the file does not have is null."""
    n_rows = len(found)
    return pl.DataFrame(
        [
            pl.Series(column.name, [None], pl.String).new_from_index(0, n_rows)
            if place is None
            else found.column(place).alias(column.name)
            for column, place in reader.columns
        ]
    )


def _blank(found: Strings, reader: RowReader) -> Positions:
    """The places of the records of which every cell is missing."""
    places = pl.int_range(len(found), eager=True)
    for column, missing in enumerate(reader.missing):
        texts = found.column(column).gather(places)
        places = places.filter(texts == "" if missing == EMPTY else texts.is_in(list(missing)))
        if places.is_empty():
            break
    return places.to_numpy()


def _joined(arrays: Iterable[Positions]) -> Positions:
    return np.concatenate([NOWHERE, *arrays])


def _starts(stretch: Stretch) -> Positions:
    ends = stretch.layout.record_ends
    if stretch.first:
        return ends[stretch.first - 1 : stretch.end - 1] + 1
    return np.append(0, ends[: stretch.end - 1] + 1)


def _cell_ends(stretch: Stretch) -> Positions:
    last = stretch.layout.last_cells
    first = int(last[stretch.first - 1]) + 1 if stretch.first else 0
    return stretch.layout.cell_ends[first : int(last[stretch.end - 1]) + 1]
