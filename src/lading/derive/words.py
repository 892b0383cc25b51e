"""What the record models say, in words."""

import inspect
from collections.abc import Sequence
from typing import Any

from lading.column import Column
from lading.derive.lexical import cell_text
from lading.record import Record


def description(model: type[Record]) -> str:
    """What a row of the table stands for: the docstring of the model."""
    return inspect.cleandoc(model.__doc__ or model.table.title)


def conditions(column: Column) -> list[str]:
    """What the values of a column meet besides their type and their vocabulary."""
    bounds = column.constraints
    stated = {
        "at least": bounds.minimum,
        "at most": bounds.maximum,
        "more than": bounds.exclusive_minimum,
        "less than": bounds.exclusive_maximum,
        "minimum length": None if bounds.min_length == 1 else bounds.min_length,  # true of every string
        "maximum length": bounds.max_length,
        "pattern": None if bounds.pattern is None else f"`{bounds.pattern}`",
        "a multiple of": bounds.multiple_of,
        "digits at most": bounds.max_digits,
        "decimal places at most": bounds.decimal_places,
        "one of": None if column.vocabulary else _listed(bounds.enum),
    }
    return [f"{words} {cell_text(value)}" for words, value in stated.items() if value is not None]


def _listed(values: Sequence[Any] | None) -> str | None:
    return None if values is None else ", ".join(f"`{cell_text(value)}`" for value in values)
