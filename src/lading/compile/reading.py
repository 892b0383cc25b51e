"""A column of a batch, once its cells are read."""

from dataclasses import dataclass

import polars as pl


def values_of(number: int) -> str:
    """What the values of a column are called in a query."""
    return f"values {number}"


@dataclass(frozen=True, slots=True)
class ReadColumn:
    """Where a column has no cell, and its values: null where there is no cell, and where none is certain.

    Where no dtype holds the values, there is a condition on the cells instead, or nothing is certain of any.
    """

    missing: pl.Expr
    values: pl.Expr | None = None
    accepted: pl.Expr | None = None

    def parts(self, number: int) -> list[pl.Expr]:
        """What is to be read, under names with the number of the column."""
        values = [] if self.values is None else [self.values.alias(values_of(number))]
        accepted = [] if self.accepted is None else [self.accepted.alias(f"accepted {number}")]
        return [self.missing.alias(f"missing {number}"), *values, *accepted]

    def done(self, number: int) -> "ReadColumn":
        """The same once it is read."""
        return ReadColumn(
            pl.col(f"missing {number}"),
            None if self.values is None else pl.col(values_of(number)),
            None if self.accepted is None else pl.col(f"accepted {number}"),
        )

    @property
    def uncertain(self) -> pl.Expr:
        """Where there is a cell, and what it stands for is refused or not known here."""
        if self.values is not None:
            return self.values.is_null() & ~self.missing
        return ~self.missing if self.accepted is None else ~self.accepted
