"""A table that Spark has read: which of its parts count, and what was found in them."""

import pickle
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property, reduce
from itertools import accumulate
from operator import and_
from typing import Any

import polars as pl
import pyarrow as pa
from pyspark.sql import Column, DataFrame, SparkSession
from pyspark.sql import functions as sql
from pyspark.storagelevel import StorageLevel

from lading.check.keys import key_of
from lading.engine.spark.columns import arrow_type, fitting
from lading.engine.spark.worker import End, Examine, Fetch, Kind
from lading.issue import Issue, LadingError
from lading.tables.row import Row

Fields = tuple[str, ...]

MOST_FETCHES = 1_000
"""In so many tasks at most rows are read again."""


@dataclass(frozen=True)
class Examined:
    """The parts as Spark reads them, kept on the disks of the workers until `forget`.

    A row is known by the number of its part and its number in that. Parts after one that could not be read to its
    end are not of the table, which ends there.
    """

    session: SparkSession
    examine: Examine

    @cached_property
    def frame(self) -> DataFrame:
        """Everything that was found."""
        n_parts = len(self.examine.parts)
        numbers = self.session.range(0, n_parts, 1, n_parts)
        return numbers.mapInArrow(self.examine, self.examine.schema).persist(StorageLevel.DISK_ONLY)

    @cached_property
    def ends(self) -> Sequence[End]:
        """The end of each part up to the last that counts; here Spark reads them all."""
        found = self.frame.where(sql.col("kind") == int(Kind.END)).select("part", "content").toArrow()
        contents: dict[Any, Any] = dict(zip(found["part"].to_pylist(), found["content"].to_pylist(), strict=True))
        ends: list[End] = []
        for part in range(len(self.examine.parts)):
            ends.append(pickle.loads(contents[part]))  # noqa: S301 - our own workers wrote it
            if (refused := ends[-1].refused) is not None:
                raise LadingError(refused)
            if not ends[-1].has_all_rows:
                break
        return ends

    @property
    def has_all_rows(self) -> bool:
        """Whether it could be read to its end."""
        return self.ends[-1].has_all_rows

    @property
    def n_rows(self) -> int:
        """How many rows the table has, as far as it could be read."""
        return sum(end.n_rows for end in self.ends)

    @cached_property
    def before(self) -> Sequence[int]:
        """How many rows come before each part."""
        return (0, *accumulate(end.n_rows for end in self.ends))

    @property
    def issues(self) -> Iterator[Issue]:
        """What is wrong with it as a whole, such as why it could be read no further."""
        telling = list(enumerate(self.ends))[0 if self.has_all_rows else -1 :]
        return (self._issue(part, issue) for part, end in telling for issue in end.issues)

    def faults(self) -> Iterator[tuple[Row, Sequence[Issue]]]:
        """The rows that are no records, and why, in order."""
        for part, (row, issues) in self._contents(self._of(Kind.FAULT)):
            yield self._row(part, row), [self._issue(part, issue) for issue in issues]

    @cached_property
    def apart(self) -> Sequence[tuple[int, Row]]:
        """The rows that have values which columns cannot hold, with the numbers of their parts, in order."""
        return list(self._contents(self._of(Kind.APART)))

    def equal_keys(self, fields: Fields) -> DataFrame:
        """Those of the keys that equal themselves, which is what no number does not, except in Spark."""
        doubles = [f"f{n}" for n, name in enumerate(fields) if self.examine.dtypes[name].is_float()]
        return reduce(lambda keys, name: keys.where(~sql.isnan(name)), doubles, self.keys(fields))

    def unheld(self, fields: Fields) -> Iterator[Row]:
        """The rows with a key that columns cannot hold, in order."""
        held = {(part, row.number) for part, row in self._keys_apart(fields)[0]}
        for part, row in self.apart:
            if (part, row.number) not in held and key_of(row, fields) is not None:
                yield self._row(part, row)

    def keys(self, fields: Fields) -> DataFrame:
        """Part and number of the rows that have a key, which is in the columns f0, f1 ...; it may be no number."""
        columns = [sql.col(f"k{self.examine.wanted.index(name)}") for name in fields]
        named = [column.alias(f"f{number}") for number, column in enumerate(columns)]
        complete = reduce(and_, (column.isNotNull() for column in columns))
        held = self._of(Kind.KEY).where(complete).select("part", "number", *named)
        held_apart, keys = self._keys_apart(fields)
        if not held_apart:
            return held
        ids = {
            "part": pa.array([part for part, _ in held_apart], pa.int32()),
            "number": pa.array([row.number for _, row in held_apart], pa.int64()),
        }
        return held.unionByName(self.small(fields, keys, ids))

    def small(self, fields: Fields, keys: pl.DataFrame, ids: dict[str, Any]) -> DataFrame:
        """A few keys of plain values in Spark, with the columns that identify them."""
        columns = dict(ids)
        for number, (name, values) in enumerate(zip(fields, keys, strict=True)):
            columns[f"f{number}"] = values.to_arrow().cast(arrow_type(self.examine.dtypes[name]))
        return self.session.createDataFrame(pa.table(columns))

    def _keys_apart(self, fields: Fields) -> tuple[Sequence[tuple[int, Row]], pl.DataFrame]:
        keys = [key_of(row, fields) for _, row in self.apart]
        having = [position for position, key in enumerate(keys) if key is not None]
        dtypes = [self.examine.dtypes[name] for name in fields]
        positions, frame = fitting([key for key in keys if key is not None], dtypes)
        return [self.apart[having[position]] for position in positions], frame

    def fetch(self, wanted: DataFrame) -> Iterator[Row]:
        """The rows of some parts and numbers, in order."""
        tasks = min(len(self.examine.parts), MOST_FETCHES)
        ordered = wanted.select("part", "number").repartition(tasks, "part").sortWithinPartitions("part", "number")
        read = Fetch(self.examine.address, self.examine.parts)
        return (self._row(part, row) for part, row in self._contents(ordered.mapInArrow(read, read.schema)))

    def forget(self) -> None:
        """Give the disks back."""
        self.frame.unpersist()

    def _of(self, kind: Kind) -> DataFrame:
        is_meant: Column = (sql.col("kind") == int(kind)) & (sql.col("part") < len(self.ends))
        return self.frame.where(is_meant)

    def _contents(self, found: DataFrame) -> Iterator[tuple[int, Any]]:
        # One task that sorts: a sort by several would first read everything twice, to know where to divide it.
        ordered = found.select("part", "number", "content").repartition(1).sortWithinPartitions("part", "number")
        for part, _, content in ordered.toLocalIterator():
            yield part, pickle.loads(content)  # noqa: S301 - our own workers wrote it

    def _row(self, part: int, row: Row) -> Row:
        issues = tuple(self._issue(part, issue) for issue in row.issues)
        return replace(row, number=row.number + self.before[part], issues=issues)

    def _issue(self, part: int, issue: Issue) -> Issue:
        return issue if issue.row is None else replace(issue, row=issue.row + self.before[part])
