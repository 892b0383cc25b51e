"""Primary keys, unique keys and references, on rows as read.

A row counts with the cells that could be typed: a fault elsewhere in a row must not make the rows that refer to it
dangle.
"""

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from lading.derive.lexical import cell_text
from lading.issue import Issue
from lading.record import Reference
from lading.tables import quoting
from lading.tables.row import Row

Key = tuple[Any, ...]


def primary_key(rows: Iterable[Row], fields: Sequence[str]) -> Iterator[Issue]:
    """Every row that has the primary key of an earlier one."""
    return _repeated("primary-key", "the primary key", rows, fields)


def unique(rows: Iterable[Row], fields: Sequence[str]) -> Iterator[Issue]:
    """Every row that repeats values which one row may have."""
    return _repeated("unique-error", "unique values", rows, fields)


def keys(rows: Iterable[Row], fields: Sequence[str]) -> set[Key]:
    """The keys that rows of other tables can refer to."""
    return {key for row in rows if (key := key_of(row, fields)) is not None}


def foreign_key(rows: Iterable[Row], reference: Reference) -> Iterator[Issue]:
    """Rows that refer to no row of the other table."""
    for row in rows:
        if (key := key_of(row, reference.fields)) is not None:
            message = (
                f"{', '.join(reference.fields)} is {quoting.several(key)}, "
                f"which is no {', '.join(reference.to_fields)} of {reference.to}"
            )
            hint = f"correct the reference, or add the row to {reference.to}"
            yield _issue("foreign-key", message, hint, row, reference.fields, key)


def key_of(row: Row, fields: Sequence[str]) -> Key | None:
    """The values of the fields; None when one is missing, which makes the key unknown, as in SQL."""
    key = tuple(_hashable(row.values.get(name)) for name in fields)
    return None if None in key else key


def _hashable(value: Any) -> Any:
    """The value, or for an object or an array, which has no hash, its JSON."""
    return cell_text(value) if isinstance(value, dict | list) else value


def is_no_key(key: Key) -> bool:
    """Whether a value equals nothing, not even itself, as what is no number does."""
    return any(value != value for value in key)


def _repeated(code: str, what: str, rows: Iterable[Row], fields: Sequence[str]) -> Iterator[Issue]:
    first: dict[Key, int] = {}
    for row in rows:
        key = key_of(row, fields)
        if key is None or is_no_key(key):
            continue
        earlier = first.setdefault(key, row.number)
        if earlier != row.number:
            message = f"{what} of {', '.join(fields)}, {quoting.several(key)}, stood in row {earlier} already"
            yield _issue(code, message, "remove one of the rows, or correct its key", row, fields, key)


def _issue(code: str, message: str, hint: str, row: Row, fields: Sequence[str], key: Key) -> Issue:
    field = fields[0] if len(fields) == 1 else None
    shown = ", ".join(quoting.text(value) or "" for value in key)
    return Issue(code, message, hint, row=row.number, line=row.line, field=field, cell=shown)
