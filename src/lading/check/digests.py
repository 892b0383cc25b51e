"""The logical digest of a table against the one that its descriptor gives."""

from collections.abc import Iterator, Sequence

from lading.column import Column
from lading.issue import Issue
from lading.tables.digest import digest
from lading.tables.row import Row


def logical(expected: str | None, columns: Sequence[Column], rows: Sequence[Row]) -> Iterator[Issue]:
    """Whether the rows, all of which could be read, say as a whole what those say that the package was made of."""
    if expected is not None and (found := digest(columns, (row.values for row in rows))) != expected:
        message = f"the records have the logical digest {found}, the descriptor says {expected}"
        yield Issue("logical-digest", message, "build the package again: records were changed after it was made")
