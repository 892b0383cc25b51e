"""The labels of a table whose columns may come in any order, and may be more or fewer where the schema says so."""

from collections.abc import Iterator, Sequence

from lading.descriptor import TableSchema
from lading.issue import Issue
from lading.tables import labels

MAY_HAVE_MORE = ("subset", "partial")
MAY_HAVE_FEWER = ("superset", "partial")


def compare(found: Sequence[str], names: Sequence[str], schema: TableSchema | None) -> Iterator[Issue]:
    """What is wrong with the labels; the schema says how its fields match the columns (`fieldsMatch`).

    A column without which no row is right, because it is required or of the primary key, is never let off.
    """
    match = schema.fields_match if schema else "exact"
    for issue in labels.compare(found, names):
        more = issue.code == "extra-label" and match in MAY_HAVE_MORE
        fewer = issue.code == "missing-label" and match in MAY_HAVE_FEWER and issue.field not in _needed(schema)
        if not (more or fewer):
            yield issue
    if match == "partial" and not set(found) & set(names):
        message = "the table has none of the columns described"
        yield Issue("unmatched-header", message, f"they are {', '.join(names)}")


def _needed(schema: TableSchema | None) -> set[str]:
    if schema is None:
        return set()
    required = {field.name for field in schema.fields if field.constraints.required}
    return required | set(schema.primary_key or ())
