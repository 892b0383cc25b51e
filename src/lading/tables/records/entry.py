"""A record as its file has it."""

from typing import Any, NamedTuple

from lading.issue import Issue


class Entry(NamedTuple):
    """What stands for a row: its cells by label, or in order; or what is wrong with it, if that concerns it alone.

    `line` is that of the file, where it has lines.
    """

    line: int | None
    cells: Any
    fault: Issue | None = None
