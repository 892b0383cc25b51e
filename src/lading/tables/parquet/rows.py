"""Rows of stored columns, with every cell as a value of Python."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

import pyarrow as pa

from lading.column import Column
from lading.descriptor import TableSchema
from lading.issue import Issue
from lading.tables import arrow, quoting
from lading.tables.arrow import Unreadable
from lading.tables.row import Row, blank


def stand_ins(columns: Sequence[Column], schema: TableSchema | None) -> frozenset[str]:
    """Columns of strings that stand in for a field of a type which no column has: they are read as text."""
    described = {field.name: field.type for field in schema.fields} if schema else {}
    return frozenset(
        column.name
        for column in columns
        if column.type == "string" and described.get(column.name, "string") != "string"
    )


def rows_of(
    stored: pa.RecordBatch,
    numbers: Iterable[int],
    columns: Mapping[str, Column],
    text: frozenset[str],
    constant: Mapping[str, Any],
) -> Iterator[Row]:
    """The rows of a batch; `constant` are the values of columns that are the same in every row."""
    types = {name: None if name in text else column.type for name, column in columns.items()}
    read = [
        [constant[name]] * stored.num_rows
        if name in constant
        else arrow.values(stored.column(name), None if name in text else column)
        for name, column in columns.items()
    ]
    for number, cells in zip(numbers, zip(*read, strict=True), strict=True):
        values = dict(zip(types, cells, strict=True))
        unreadable = {name: value for name, value in values.items() if isinstance(value, Unreadable)}
        issues = [_unreadable(number, name, types[name], value) for name, value in unreadable.items()]
        if all(value is None for value in cells):
            yield blank(number, None)
        else:
            yield Row(number, None, {name: values[name] for name in types if name not in unreadable}, tuple(issues))


def _unreadable(number: int, name: str, column_type: str | None, value: Unreadable) -> Issue:
    what = "the cell" if value.text is None else quoting.quoted(value.text)
    message = f"{what} in {name} is no {column_type or 'value'} that can be read"
    hint = "see that it is text in UTF-8, or a day, a time or a number that also fits in a CSV file"
    return Issue("type-error", message, hint, row=number, field=name, cell=value.text)
