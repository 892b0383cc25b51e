"""A table of any size: read again for each question that one reading cannot answer, and never held whole."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from heapq import merge
from typing import TypeVar

from lading.check import digests
from lading.check.keys import key_of
from lading.check.keys import keys as keys_of
from lading.check.resources import TablePlan
from lading.check.rows import check
from lading.check.spans import Numbered
from lading.engine.alike import differing
from lading.engine.chunks import Reading, number_of
from lading.engine.collected import Collected, among
from lading.engine.keys import Keys
from lading.engine.positions import plainly_inside
from lading.engine.table import Fields, Table
from lading.issue import IssuesError
from lading.record import Record
from lading.report.results import ResourceResult
from lading.standoff import TextPositionSelector
from lading.tables.row import Row

Item = TypeVar("Item")


@dataclass(frozen=True)
class StreamedTable:
    """A table that was read once and judged, with what was kept of it."""

    plan: TablePlan
    result: ResourceResult
    reading: Reading
    collected: Collected
    whole: bool
    has_all_rows: bool
    sound: bool

    def repeated(self, fields: Fields) -> Iterator[Row]:
        """The rows whose key has a hash that another has too, and those whose key no column can hold."""
        if not self.reading.holds(fields):
            return self.rows()
        numbers = self.collected.repeated[fields].suspects().to_list()
        return again(self.reading.rows(numbers)) if numbers else iter(())

    def keys(self, fields: Fields) -> Keys:
        """The keys that were collected."""
        if not self.reading.holds(fields):
            return Keys(keys_of(self.rows(), fields))
        return self.collected.referred[fields].keys()

    def having(self, fields: Fields, keys: Keys) -> Iterator[Row]:
        """The rows that have one of the keys."""
        if not self.reading.holds(fields):
            yield from (row for row in self.rows() if keys.may_have(key_of(row, fields)))
            return
        # With all columns that were kept: the keys of the rows that these did not hold are tuples.
        for chunk in again(self.reading.chunks({*self.collected.wanted, *fields})):
            numbers = () if keys.frame is None else chunk.numbers.filter(among(chunk.values, fields, keys.frame))
            apart = (row for row in chunk.apart if keys.may_have(key_of(row, fields)))
            yield from merge(chunk.rows(set(numbers)), apart, key=number_of)

    def digest(self) -> str | None:
        """The logical digest of what was read."""
        return self._digest

    @cached_property
    def _digest(self) -> str | None:
        """Of values that no column holds it is taken row by row."""
        return self.collected.digest or digests.of_rows(self.plan.columns, self.rows())

    def misplaced(self, selector: TextPositionSelector, lengths: Mapping[str, int]) -> Iterator[Numbered]:
        """The records whose span is not plainly inside its document."""
        wanted = (selector.document, selector.start, selector.end)
        for chunk in again(self.reading.chunks(wanted)):
            doubtful = chunk.numbers.filter(~plainly_inside(chunk.values, selector, lengths))
            yield from self._records(merge(chunk.rows(set(doubtful)), chunk.apart, key=number_of))

    def records(self) -> Iterator[Numbered]:
        """Every row that is a record."""
        return self._records(self.rows())

    def rows(self) -> Iterator[Row]:
        """Every row."""
        return again(self.reading.source.rows())

    def rows_unlike(self, twin: Table) -> tuple[Iterator[Row], Iterator[Row]]:
        """The rows that differ, found by columns; where one column is held by no frame, all of them."""
        names = [column.name for column in self.plan.columns]
        if not (isinstance(twin, StreamedTable) and self.reading.holds(names) and twin.reading.holds(names)):
            return self.rows(), twin.rows()
        numbers = sorted(differing(self.reading, twin.reading, names))
        return again(self.reading.rows(numbers)), again(twin.reading.rows(numbers))

    def _records(self, rows: Iterable[Row]) -> Iterator[Numbered]:
        for row in rows:
            checked = check(row, self.plan.model)
            if isinstance(checked, Record):
                yield Numbered(row.number, checked, row.line)


def again(found: Iterable[Item]) -> Iterator[Item]:
    """What is found when a table is read once more: why that ends early was said when it was read first."""
    try:
        yield from found
    except IssuesError:
        return
