"""The logical digest of a table against the one that its descriptor gives."""

from collections.abc import Iterable, Iterator, Sequence

from lading.column import Column
from lading.issue import Issue
from lading.tables.digest import UndigestedError, digest
from lading.tables.row import Row


def of_rows(columns: Sequence[Column], rows: Iterable[Row]) -> str | None:
    """The logical digest of rows; None where a value has no place in one."""
    try:
        return digest(columns, (row.values for row in rows))
    except UndigestedError:
        return None


def logical(expected: str | None, found: str | None) -> Iterator[Issue]:
    """Whether the records of a sound table say as a whole what those say that the package was made of."""
    if expected is not None and found != expected:
        has = f"have the logical digest {found}" if found else "hold a value that no logical digest has"
        message = f"the records {has}, the descriptor says {expected}"
        yield Issue("logical-digest", message, "restore the records as they were, or make the package again")
