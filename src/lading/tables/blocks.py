"""Blocks of rows: tables larger than memory, put into the order of their keys on disk.

A block holds some records of a table as Arrow columns, with the line that each is in CSV, so that whoever writes the
table needs the records no more. Blocks can be made by several processes and come in any order.
"""

import shutil
import tempfile
import weakref
from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence
from functools import lru_cache
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc

from lading.column import MODELS_REMEMBERED
from lading.derive.arrow import arrow_schema
from lading.issue import LadingError
from lading.record import Record
from lading.tables.write import arrays, csv_lines

LINE = "lading:line"
"""The column of a block that holds the line of CSV; no field of a record can be called that."""

ROWS_IN_MEMORY = 2**15
"""Of each table; a package has some dozens of them."""
BLOCKS_IN_MEMORY = 2**8
"""Small blocks take more room than their rows: of so many one is made."""
ROWS_AT_ONCE = 2**13

Key = tuple[Any, ...]


@lru_cache(MODELS_REMEMBERED)
def block_schema(model: type[Record]) -> pa.Schema:
    """The columns of a block."""
    return arrow_schema(model, {}).append(pa.field(LINE, pa.string(), nullable=False))


def block(model: type[Record], records: Sequence[Record]) -> pa.RecordBatch:
    """Some records of a table, in their order."""
    schema = block_schema(model)
    lines = pa.array(csv_lines(model, records), pa.string())
    return pa.RecordBatch.from_arrays([*arrays(model, schema, records), lines], schema=schema)


class SortedBlocks:
    """The rows of one table: added in any order, given back in the order of the key, with few of them in memory."""

    def __init__(self, model: type[Record], rows_in_memory: int = ROWS_IN_MEMORY) -> None:
        if not model.table.key:
            raise LadingError(f"{model.table.name}: rows without a key have no order")
        self._key = tuple(model.table.key)
        self._model = model
        self._schema = block_schema(model)
        self._rows_in_memory = rows_in_memory
        self._gathered: list[pa.RecordBatch] = []
        self._n_gathered = 0
        self._runs: list[Path] = []
        self._close: Callable[[], object] | None = None

    def close(self) -> None:
        """Remove what is on disk; done also with the last who uses the blocks."""
        if self._close:
            self._close()

    def add(self, block: pa.RecordBatch) -> None:
        """Some rows more."""
        self._gathered.append(block)
        self._n_gathered += block.num_rows
        if self._n_gathered >= self._rows_in_memory:
            self._put_aside()
        elif len(self._gathered) >= BLOCKS_IN_MEMORY:
            self._gathered = pa.Table.from_batches(self._gathered).combine_chunks().to_batches()

    def __iter__(self) -> Iterator[pa.Table]:
        """All rows, some at a time. LadingError when two have the same key."""
        last: Key | None = None
        for some in self._merged():
            self._refuse_equal(some, last)
            last = self._key_of(some, some.num_rows - 1)
            yield some

    def empty(self) -> pa.Table:
        """No rows."""
        return self._schema.empty_table()

    def _put_aside(self) -> None:
        """Write what is in memory to a file of its own, in order."""
        if not self._runs:
            self._folder = Path(tempfile.mkdtemp(prefix="lading-"))
            self._close = weakref.finalize(self, shutil.rmtree, self._folder, ignore_errors=True)
        path = self._folder / f"{len(self._runs)}.arrow"
        with pa.OSFile(str(path), "wb") as file, pa.ipc.new_file(file, self._schema) as writer:
            writer.write_table(self._in_order(pa.Table.from_batches(self._gathered)), ROWS_AT_ONCE)
        self._runs.append(path)
        self._gathered, self._n_gathered = [], 0

    def _merged(self) -> Iterator[pa.Table]:
        """The rows of all runs: in each step, those up to the lowest of the keys that the runs have been read to."""
        runs = [_Run(self._batches(path), self) for path in self._runs]
        runs.append(
            _Run(self._in_order(pa.Table.from_batches(self._gathered, self._schema)).to_batches(ROWS_AT_ONCE), self)
        )
        while runs := [run for run in runs if run.read()]:
            bound = min(run.last for run in runs)
            yield self._in_order(pa.concat_tables([run.up_to(bound) for run in runs]))

    def _batches(self, path: Path) -> Iterator[pa.RecordBatch]:
        with pa.memory_map(str(path)) as file, pa.ipc.open_file(file) as reader:
            for number in range(reader.num_record_batches):
                yield reader.get_batch(number)

    def _in_order(self, rows: pa.Table) -> pa.Table:
        order = pc.sort_indices(rows, [(name, "ascending") for name in self._key])
        return rows.take(order)

    def _key_of(self, rows: pa.Table, number: int) -> Key:
        return tuple(rows.column(name)[number].as_py() for name in self._key)

    def _refuse_equal(self, rows: pa.Table, last: Key | None) -> None:
        equal = [
            pc.equal(rows.column(name).slice(1), rows.column(name).slice(0, rows.num_rows - 1)) for name in self._key
        ]
        repeated = equal[0]
        for more in equal[1:]:
            repeated = pc.and_(repeated, more)
        number = pc.index(repeated, True).as_py()
        if last is not None and self._key_of(rows, 0) == last:
            number = 0
        if number >= 0:
            key = ", ".join(map(str, self._key_of(rows, number)))
            raise LadingError(f"{self._model.table.name}: several records have the key {key}")


class _Run:
    """Rows in order, read some at a time."""

    def __init__(self, batches: Iterator[pa.RecordBatch] | list[pa.RecordBatch], blocks: SortedBlocks) -> None:
        self._batches = iter(batches)
        self._key_of = blocks._key_of
        self._rows = blocks.empty()
        self.last: Key = ()

    def read(self) -> bool:
        """Whether there are rows left; has some of them at hand."""
        while not self._rows.num_rows:
            batch = next(self._batches, None)
            if batch is None:
                return False
            self._rows = pa.Table.from_batches([batch])
            if batch.num_rows:
                self.last = self._key_of(self._rows, batch.num_rows - 1)
        return True

    def up_to(self, bound: Key) -> pa.Table:
        """Take the rows at hand whose keys are not above the bound."""
        rows = self._rows
        number = bisect_right(range(rows.num_rows), bound, key=lambda number: self._key_of(rows, number))
        self._rows = rows.slice(number)
        return rows.slice(0, number)
