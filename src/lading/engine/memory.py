"""A small table: its rows in memory, asked one by one. What it answers is what every engine has to answer."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from lading.check import digests, keys
from lading.check.resources import TablePlan
from lading.check.spans import Numbered
from lading.engine.keys import Keys
from lading.engine.table import Fields, Table
from lading.report.results import ResourceResult
from lading.standoff import TextPositionSelector
from lading.tables.row import Row


@dataclass(frozen=True, slots=True)
class TableInMemory:
    """The rows of a table, and those among them that are records."""

    plan: TablePlan
    result: ResourceResult
    held: Sequence[Row]
    made: Sequence[Numbered]
    whole: bool
    has_all_rows: bool

    @property
    def sound(self) -> bool:
        """Whether it is whole and each of its rows a record."""
        return self.whole and len(self.made) == len(self.held)

    def repeated(self, fields: Fields) -> Iterator[Row]:  # noqa: ARG002
        """Every row: they are few."""
        return self.rows()

    def keys(self, fields: Fields) -> Keys:
        """The keys as tuples."""
        return Keys(keys.keys(self.held, fields))

    def having(self, fields: Fields, sought: Keys) -> Iterator[Row]:
        """The rows that have one of the keys."""
        return (row for row in self.held if sought.may_have(keys.key_of(row, fields)))

    def digest(self) -> str | None:
        """The logical digest of the rows."""
        return digests.of_rows(self.plan.columns, self.held)

    def misplaced(self, selector: TextPositionSelector, lengths: Mapping[str, int]) -> Iterator[Numbered]:  # noqa: ARG002
        """Every record: they are few."""
        return self.records()

    def records(self) -> Iterator[Numbered]:
        """Every row that is a record."""
        return iter(self.made)

    def rows(self) -> Iterator[Row]:
        """Every row."""
        return iter(self.held)

    def rows_unlike(self, twin: Table) -> tuple[Iterator[Row], Iterator[Row]]:
        """All of them: they are few."""
        return self.rows(), twin.rows()
