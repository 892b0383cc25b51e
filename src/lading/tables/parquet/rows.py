"""Rows of stored columns, with every cell as a value of Python."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

import pyarrow as pa

from lading.column import Column
from lading.issue import Issue
from lading.tables import arrow, quoting
from lading.tables.arrow import Unreadable
from lading.tables.row import Row, blank


def rows_of(
    stored: pa.RecordBatch,
    numbers: Iterable[int],
    columns: Mapping[str, Column],
    constant: Mapping[str, Any],
) -> Iterator[Row]:
    """The rows of a batch; `constant` are the values of columns that are the same in every row."""
    read = [
        [constant[name]] * stored.num_rows if name in constant else arrow.values(stored.column(name), column)
        for name, column in columns.items()
    ]
    for number, cells in zip(numbers, zip(*read, strict=True), strict=True):
        values = dict(zip(columns, cells, strict=True))
        unreadable = {name: value for name, value in values.items() if isinstance(value, Unreadable)}
        issues = [_unreadable(number, columns[name], value) for name, value in unreadable.items()]
        if all(value is None for value in cells):
            yield blank(number, None)
        else:
            yield Row(number, None, {name: values[name] for name in columns if name not in unreadable}, tuple(issues))


def _unreadable(number: int, column: Column, value: Unreadable) -> Issue:
    what = "the cell" if value.text is None else quoting.quoted(value.text)
    message = f"{what} in {column.name} is no {column.type} that can be read"
    hint = "see that it is text in UTF-8, or a day, a time or a number that also fits in a CSV file"
    return Issue("type-error", message, hint, row=number, field=column.name, cell=value.text)
