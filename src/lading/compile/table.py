"""What the compilation of a record model gives: a sieve in front of the one judge, which is Pydantic."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    import polars as pl


@dataclass(frozen=True, slots=True)
class Fallback:
    """What columns cannot be asked: Pydantic itself judges the distinct values of a field, or every row."""

    field: str | None
    reason: str


@dataclass(frozen=True, slots=True)
class Examined:
    """What a batch holds, in the dtypes of its columns, and which of its rows have to be judged one by one.

    A column is left out where its values are of no such dtype. Of rows that are suspects the values say nothing.
    """

    values: "pl.DataFrame"
    suspects: "pl.Series"


class Compiled(Protocol):
    """A record model, ready to examine batches of its table.

    A row that is no suspect reads without an issue, is a record, and has exactly the values that the columns hold. A
    suspect need not have a fault.
    """

    @property
    def fallbacks(self) -> tuple[Fallback, ...]:
        """What is left to Pydantic, and why."""

    @property
    def row_by_row(self) -> str | None:
        """Why every row has to be judged, if so; there is nothing to examine then."""

    def examine(self, frame: "pl.DataFrame") -> Examined:
        """The values of a batch and its suspects."""
