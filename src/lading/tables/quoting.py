"""Values as a reader of an issue sees them: as they stand in a CSV file."""

from collections.abc import Iterable
from typing import Any

from lading import issue
from lading.derive.lexical import cell_text


def text(value: Any) -> str | None:
    """The cell of a CSV file that holds the value; None for a missing one."""
    return None if value is None else cell_text(value)


def quoted(value: Any) -> str:
    """The value for a message: text between quotation marks, and no more than fits in a line."""
    if value is None:
        return "missing"
    if isinstance(value, str):
        return issue.quoted(str(value))
    return issue.shortened(cell_text(value))


def several(values: Iterable[Any]) -> str:
    """The values of a key for a message."""
    return ", ".join(quoted(value) for value in values)
