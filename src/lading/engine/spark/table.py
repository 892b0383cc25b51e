"""A table whose keys Spark has: what they are compared with, it compares."""

import heapq
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import polars as pl
import pyarrow as pa
from pyspark.sql import DataFrame, Window
from pyspark.sql import functions as sql

from lading.check import keys as key_check
from lading.check.keys import Key, is_no_key, key_of
from lading.check.resources import TablePlan
from lading.check.spans import Numbered
from lading.compile import Compiled
from lading.engine.chunks import Reading
from lading.engine.collected import Collected
from lading.engine.keys import Keys
from lading.engine.spark.columns import Dtypes, dtypes_of, fitting, typed
from lading.engine.spark.examined import Examined
from lading.engine.streamed import StreamedTable
from lading.engine.table import Table
from lading.report.results import ResourceResult
from lading.standoff import TextPositionSelector
from lading.tables.digest import TableDigest
from lading.tables.row import Row

Fields = tuple[str, ...]


@dataclass(frozen=True)
class SparkTable:
    """A table that Spark has read and judged, of which it holds the keys.

    What depends on the order of all rows, or needs them as records, is read once more in this process.
    """

    plan: TablePlan
    result: ResourceResult
    examined: Examined
    compiled: Compiled
    whole: bool
    sound: bool

    @property
    def has_all_rows(self) -> bool:
        """Whether it is whole: a part does not tell why it was not."""
        return self.whole

    @cached_property
    def streamed(self) -> StreamedTable:
        """The table as this process reads it."""
        reading = Reading(self.plan.source, self.compiled, self.plan.columns)
        nothing = Collected((), (), None)
        return StreamedTable(self.plan, self.result, reading, nothing, self.whole, self.has_all_rows, self.sound)

    @cached_property
    def dtypes(self) -> Dtypes:
        """The columns whose values Spark has, if they are of a key."""
        return dtypes_of(self.plan.columns)

    def dtypes_of(self, fields: Fields) -> Sequence[pl.DataType] | None:
        """How the values of a key are held, if they are."""
        held = [self.dtypes[name] for name in fields if name in self.dtypes]
        return held if len(held) == len(fields) else None

    def repeated(self, fields: Fields) -> Iterator[Row]:
        """The rows that share a key with another, counted by Spark, and those whose key it does not hold."""
        if self.dtypes_of(fields) is None:
            return self.rows()
        same = sql.count("*").over(Window.partitionBy(*_names(fields)))
        found = self.examined.equal_keys(fields).withColumn("same", same).where("same > 1")
        return _merged(self.examined.fetch(found), self.examined.unheld(fields))

    def keys(self, fields: Fields) -> Keys:
        """The different keys, brought here."""
        if (dtypes := self.dtypes_of(fields)) is None:
            return self.streamed.keys(fields)
        found = pl.DataFrame(self.examined.keys(fields).select(*_names(fields)).distinct().toArrow())
        columns = [typed(values, dtype) for values, dtype in zip(found, dtypes, strict=True)]
        frame = pl.DataFrame([values.alias(str(number)) for number, values in enumerate(columns)])
        return Keys(key_check.keys(self.examined.unheld(fields), fields), frame)

    def having(self, fields: Fields, sought: Keys) -> Iterator[Row]:
        """The rows that have one of some keys."""
        if self.dtypes_of(fields) is None:
            return self.streamed.having(fields, sought)
        wanted = all_of(sought)
        found = self.examined.keys(fields).join(self.few(fields, wanted), _names(fields), "left_semi")
        unheld = (row for row in self.examined.unheld(fields) if sought.may_have(key_of(row, fields)))
        return _merged(self.examined.fetch(found), unheld)

    def lacking(self, fields: Fields, keys: Keys) -> Keys:
        """Those of a few keys that no row has."""
        sought = all_of(keys)
        found = self.few(fields, sought).join(self.held(fields), _names(fields), "left_semi").select("position")
        positions: list[Any] = found.toArrow()["position"].to_pylist()
        known = {sought[position] for position in positions}
        known.update(self.unheld_keys(fields))
        frame = keys.frame
        if frame is not None:
            frame = frame.filter([key not in known for key in frame.iter_rows()])
        return Keys(keys.tuples - known, frame)

    def held(self, fields: Fields) -> DataFrame:
        """The keys that others can refer to, in the columns f0, f1 ..."""
        return self.examined.equal_keys(fields).select(*_names(fields))

    def unheld_keys(self, fields: Fields) -> set[Key]:
        """Those of them that no column holds."""
        return {key for key in key_check.keys(self.examined.unheld(fields), fields) if not is_no_key(key)}

    def not_among(self, fields: Fields, known: DataFrame, unheld: Iterable[Key]) -> Iterator[Row]:
        """The rows whose key is neither among those that Spark holds in f0, f1 ... nor among some others."""
        found = self.examined.keys(fields).join(known, _names(fields), "left_anti")
        others = set(unheld)
        apart = (row for row in self.examined.unheld(fields) if key_of(row, fields) not in others)
        return _merged(self.examined.fetch(found), apart)

    def few(self, fields: Fields, keys: Sequence[Key]) -> DataFrame:
        """Those of some keys that the columns of this table can hold, in Spark, with their positions."""
        positions, frame = fitting(keys, [self.dtypes[name] for name in fields])
        return self.examined.small(fields, frame, {"position": pa.array(positions, pa.int64())})

    def digest(self) -> str | None:
        """The logical digest, which depends on the order of the rows."""
        return self._digest

    @cached_property
    def _digest(self) -> str | None:
        names = [column.name for column in self.plan.columns]
        if not self.streamed.reading.holds(names):
            return self.streamed.digest()
        collected = Collected((), (), TableDigest(self.plan.columns))
        for chunk in self.streamed.reading.chunks(names):
            collected.add(chunk)
        return collected.digest or self.streamed.digest()

    def misplaced(self, selector: TextPositionSelector, lengths: Mapping[str, int]) -> Iterator[Numbered]:
        """The records whose span is not plainly inside its document."""
        return self.streamed.misplaced(selector, lengths)

    def records(self) -> Iterator[Numbered]:
        """Every row that is a record."""
        return self.streamed.records()

    def rows(self) -> Iterator[Row]:
        """Every row."""
        return self.streamed.rows()

    def rows_unlike(self, twin: Table) -> tuple[Iterator[Row], Iterator[Row]]:
        """The rows that differ, as this process finds them."""
        return self.streamed.rows_unlike(twin.streamed if isinstance(twin, SparkTable) else twin)


def all_of(keys: Keys) -> Sequence[Key]:
    """Keys that are few, one by one."""
    return [*keys.tuples, *(() if keys.frame is None else keys.frame.iter_rows())]


def _names(fields: Fields) -> list[str]:
    return [f"f{number}" for number in range(len(fields))]


def _merged(one: Iterator[Row], other: Iterator[Row]) -> Iterator[Row]:
    return heapq.merge(one, other, key=lambda row: row.number)
