"""A table under check: what an engine has to answer about it, however it holds its rows."""

from collections.abc import Iterator, Mapping
from typing import Protocol

from lading.check.resources import TablePlan
from lading.check.spans import Numbered
from lading.engine.keys import Keys
from lading.report.results import ResourceResult
from lading.standoff import TextPositionSelector
from lading.tables.row import Row

Fields = tuple[str, ...]


class Table(Protocol):
    """A table whose rows were read and judged one by one, to be asked about all of them together.

    A row counts with the cells that could be typed: a fault elsewhere in it must not make the rows that refer to it
    dangle. Rows come in ascending order of their numbers.
    """

    @property
    def plan(self) -> TablePlan:
        """What was asked for."""

    @property
    def result(self) -> ResourceResult:
        """What was read."""

    @property
    def whole(self) -> bool:
        """Whether it could be read to its end, and all its columns are there."""

    @property
    def has_all_rows(self) -> bool:
        """Whether it could be read to its end, whatever its columns are called."""

    @property
    def sound(self) -> bool:
        """Whether it is whole and each of its rows a record."""

    def repeated(self, fields: Fields) -> Iterator[Row]:
        """At least the rows that share the values of the fields, all of them there, with another row."""

    def keys(self, fields: Fields) -> Keys:
        """The keys of all rows."""

    def having(self, fields: Fields, sought: Keys) -> Iterator[Row]:
        """The rows that have one of some keys, which were among those of the table itself."""

    def digest(self) -> str | None:
        """The logical digest of the rows; None where a value has no place in one."""

    def misplaced(self, selector: TextPositionSelector, lengths: Mapping[str, int]) -> Iterator[Numbered]:
        """At least the records whose span does not lie in its document."""

    def records(self) -> Iterator[Numbered]:
        """Every row that is a record."""

    def rows(self) -> Iterator[Row]:
        """Every row, as read."""

    def rows_unlike(self, twin: "Table") -> tuple[Iterator[Row], Iterator[Row]]:
        """The rows here and those of the twin, without some that are the same in both."""
