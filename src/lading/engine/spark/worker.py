"""What the Python processes of Spark do: read parts of a table, judge the rows that may have issues, emit the keys."""

import pickle
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import IntEnum
from itertools import groupby, islice
from typing import Any

import polars as pl
import pyarrow as pa

from lading.check.rows import check
from lading.engine.chunks import Chunk
from lading.engine.spark.columns import Dtypes, arrow_type, plain, spark_type
from lading.engine.spark.parts import Part, PartReader, TableAddress
from lading.issue import Issue, IssuesError
from lading.record import Record
from lading.tables.labels import LabelsError
from lading.tables.row import Row

PICKLE = pickle.HIGHEST_PROTOCOL


class Kind(IntEnum):
    """What a row of the result is: a key, a row with issues, one that columns cannot hold, or the end of a part."""

    KEY = 0
    FAULT = 1
    APART = 2
    END = 3


@dataclass(frozen=True, slots=True)
class End:
    """How many rows a part has, what is wrong with it as a whole, or why it could not even be tried here.

    A part that has not all its rows could be read no further.
    """

    n_rows: int = 0
    issues: tuple[Issue, ...] = ()
    has_all_rows: bool = True
    refused: str | None = None


@dataclass(frozen=True, slots=True)
class Examine:
    """Reads whole parts. `wanted` are the columns that keys consist of."""

    address: TableAddress
    parts: tuple[Part, ...]
    wanted: tuple[str, ...]
    dtypes: Dtypes

    @property
    def schema(self) -> str:
        """The columns of the result, as Spark declares them."""
        keys = [f"k{number} {spark_type(self.dtypes[name])}" for number, name in enumerate(self.wanted)]
        return ", ".join(["part int", "number bigint", "kind int", "content binary", *keys])

    def __call__(self, batches: Iterable[pa.RecordBatch]) -> Iterator[pa.RecordBatch]:
        """What is found in the parts whose numbers are in the batches."""
        for batch in batches:
            numbers: list[Any] = batch.column(0).to_pylist()
            for number in numbers:
                yield from self._examined(number)

    def _examined(self, number: int) -> Iterator[pa.RecordBatch]:
        n_rows = 0
        failure: IssuesError | None = None
        reader = _reader(self.address, self.parts[number])
        if isinstance(reader, str):
            yield self._marked(number, Kind.END, [(0, End(refused=reader))])
            return
        try:
            for chunk in reader.reading(self.parts[number]).chunks(self.wanted):
                n_rows += chunk.n_rows
                if self.wanted:
                    yield self._keys(number, chunk)
                yield self._marked(number, Kind.APART, [(row.number, row) for row in chunk.apart])
                yield self._marked(number, Kind.FAULT, list(_faults(chunk.suspects, reader.model)))
        except IssuesError as error:
            failure = error
        issues = failure.issues if failure else ()
        end = End(n_rows, issues, failure is None or isinstance(failure, LabelsError))
        yield self._marked(number, Kind.END, [(n_rows, end)])

    def _keys(self, part: int, chunk: Chunk) -> pa.RecordBatch:
        keys = {f"k{number}": plain(chunk.values[name]) for number, name in enumerate(self.wanted)}
        given = pl.DataFrame({"number": chunk.numbers, **keys})
        given = given.filter(pl.any_horizontal(pl.col(name).is_not_null() for name in keys))
        return self._batch(part, Kind.KEY, {name: given[name].to_arrow() for name in given.columns}, len(given))

    def _marked(self, part: int, kind: Kind, found: Sequence[tuple[int, Any]]) -> pa.RecordBatch:
        numbers = pa.array([number for number, _ in found], pa.int64())
        contents = pa.array([pickle.dumps(content, PICKLE) for _, content in found], pa.binary())
        return self._batch(part, kind, {"number": numbers, "content": contents}, len(found))

    def _batch(self, part: int, kind: Kind, given: Mapping[str, Any], n_rows: int) -> pa.RecordBatch:
        columns: dict[str, Any] = {"part": pa.repeat(pa.scalar(part, pa.int32()), n_rows)}
        columns["number"] = given["number"]
        columns["kind"] = pa.repeat(pa.scalar(int(kind), pa.int32()), n_rows)
        columns["content"] = given.get("content", pa.nulls(n_rows, pa.binary()))
        for number, name in enumerate(self.wanted):
            target: Any = arrow_type(self.dtypes[name])
            columns[f"k{number}"] = given[f"k{number}"].cast(target) if kind is Kind.KEY else pa.nulls(n_rows, target)
        return pa.RecordBatch.from_arrays(list(columns.values()), list(columns))


@dataclass(frozen=True, slots=True)
class Fetch:
    """Reads some rows of parts again, given the numbers of both in ascending order."""

    address: TableAddress
    parts: tuple[Part, ...]
    schema = "part int, number bigint, content binary"

    def __call__(self, batches: Iterable[pa.RecordBatch]) -> Iterator[pa.RecordBatch]:
        """The rows, each as it was read."""
        wanted = (pair for batch in batches for pair in zip(*batch.to_pydict().values(), strict=True))
        for number, pairs in groupby(wanted, key=lambda pair: pair[0]):
            reading = self.address.read().reading(self.parts[number])
            numbers = [row for _, row in pairs]
            rows = islice(reading.rows(numbers), len(numbers))
            while some := list(islice(rows, 1000)):
                yield _fetched(number, some)


def _fetched(part: int, rows: Sequence[Row]) -> pa.RecordBatch:
    parts = pa.array([part] * len(rows), pa.int32())
    numbers = pa.array([row.number for row in rows], pa.int64())
    contents = pa.array([pickle.dumps(row, PICKLE) for row in rows], pa.binary())
    return pa.RecordBatch.from_arrays([parts, numbers, contents], ["part", "number", "content"])


def _faults(suspects: Iterable[Row], model: type[Record]) -> Iterator[tuple[int, tuple[Row, tuple[Issue, ...]]]]:
    for row in suspects:
        checked = check(row, model)
        if not isinstance(checked, Record):
            yield row.number, (row, checked)


def _reader(address: TableAddress, part: Part) -> PartReader | str:
    """What reads the part, or why this process cannot."""
    if not part.path.exists():
        return f"{part.path} is not there for the workers of Spark: put the package on storage that all of them mount"
    try:
        return address.read()
    except ImportError as error:
        return f"the workers of Spark cannot import the record models: {error}: ship their module to them"
