"""A record as read from a table."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from lading.issue import Issue


@dataclass(frozen=True, slots=True)
class Row:
    """A data record as read: the cells that could be typed by column name, and the faults of the others.

    `unread` are columns that the table does not have although it should, which its labels tell and no row repeats.
    """

    number: int
    line: int | None
    values: Mapping[str, Any]
    issues: tuple[Issue, ...] = ()
    unread: frozenset[str] = frozenset()


def blank(number: int, line: int | None) -> Row:
    """A row of nothing."""
    return Row(number, line, {}, (Issue("blank-row", "the row is blank", "remove it", row=number, line=line),))
