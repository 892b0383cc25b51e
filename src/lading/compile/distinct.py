"""What only Python can tell of a value, asked once for each distinct value of a column."""

import datetime as dt
from collections.abc import Callable, Iterable
from typing import Any

import polars as pl
from pydantic_core import SchemaValidator

from lading.column import Column

MOST_REMEMBERED = 100_000
"""So many answers are kept from batch to batch; what a column of more distinct values asks is asked again."""


class Remembered:
    """A question about values, whose answers are kept in a bounded memory."""

    def __init__(self, ask: Callable[[Any], Any]) -> None:
        self._ask = ask
        self._answers: dict[Any, Any] = {}

    def about(self, values: Iterable[Any]) -> list[Any]:
        """The answer about each value."""
        if len(self._answers) > MOST_REMEMBERED:
            self._answers.clear()
        return [self._answer(value) for value in values]

    def _answer(self, value: Any) -> Any:
        if value not in self._answers:
            self._answers[value] = self._ask(value)
        return self._answers[value]


class Accepts:
    """Whether Pydantic accepts a value of a field, and would leave it as it is.

    `as_read` says that something looks at what validation makes of the value: it has to be of the same type then. A
    URL where there was a text is how Pydantic reads all of them, and fine where nothing else looks.
    """

    def __init__(self, validator: SchemaValidator, *, as_read: bool, offsets: bool) -> None:
        self._validator = validator
        self._as_read = as_read
        self._offsets = offsets

    def __call__(self, value: Any) -> bool:
        """Whether the value can be passed without another look."""
        try:
            validated = self._validator.validate_python(value)
            if type(validated) is type(value):
                return bool(validated == value) and self._has_room_for(validated)
            return not self._as_read and self._has_room_for(validated)
        except Exception:  # a validator of the user may raise anything, and will again for the row
            return False

    def after(self, read: Callable[[Any], Any], cell: Any) -> bool:
        """Whether what a cell is read as can be passed."""
        try:
            return self(read(cell))
        except Exception:  # whatever it is, the row tells it
            return False

    def _has_room_for(self, value: Any) -> bool:
        if type(value) is str:
            return "\0" not in value
        if isinstance(value, dt.datetime | dt.time):
            return value.tzinfo is None or self._offsets
        return bool(value != b"")


class Accepted:
    """A condition on a column that Python decides: true or false for every value, and null for a missing one."""

    def __init__(self, accepts: Callable[[Any], bool]) -> None:
        self._accepts = Remembered(accepts)

    def __call__(self, values: pl.Expr) -> pl.Expr:
        """The condition, as a query."""
        return values.map_batches(self._of_series, return_dtype=pl.Boolean)

    def _of_series(self, values: pl.Series) -> pl.Series:
        distinct = values.drop_nulls().unique()
        accepted = pl.Series(self._accepts.about(distinct.to_list()), dtype=pl.Boolean)
        return ~values.is_in(distinct.filter(~accepted).implode())


class AcceptedStored:
    """A condition on stored cells whose values no dtype holds, decided by Python as `Accepted` is."""

    def __init__(self, column: Column, accepts: Accepts) -> None:
        self._column = column
        self._accepts = accepts

    def __call__(self, cells: pl.Expr) -> pl.Expr:
        """The condition, as a query."""
        return cells.map_batches(self._of_series, return_dtype=pl.Boolean)

    def _of_series(self, cells: pl.Series) -> pl.Series:
        from lading.tables import arrow  # slow, and few columns need it

        distinct = cells.drop_nulls().unique()
        accepted = [self._accepts(value) for value in arrow.values(distinct.to_arrow(), self._column)]
        return ~cells.is_in(distinct.filter(~pl.Series(accepted, dtype=pl.Boolean)).implode())


class Translated:
    """What each text of a column stands for, as Python reads it; null where it cannot."""

    def __init__(self, parse: Callable[[str], Any], dtype: pl.DataType) -> None:
        self._parsed = Remembered(lambda text: self._parse(parse, text))
        self._dtype = dtype

    def __call__(self, texts: pl.Expr) -> pl.Expr:
        """The values, as a query."""
        return texts.map_batches(self._of_series, return_dtype=self._dtype)

    def _of_series(self, texts: pl.Series) -> pl.Series:
        distinct = texts.drop_nulls().unique()
        values = pl.Series(self._parsed.about(distinct.to_list()), dtype=self._dtype)
        return texts.replace_strict(distinct, values, default=None, return_dtype=self._dtype)

    def _parse(self, parse: Callable[[str], Any], text: str) -> Any:
        """The value, None where there is none or where the dtype does not hold it as it is."""
        try:
            value = parse(text)
            (held,) = pl.Series([value], dtype=self._dtype)
        except (ValueError, TypeError, OverflowError, pl.exceptions.PolarsError):
            return None
        return value if type(held) is type(value) and held == value else None
