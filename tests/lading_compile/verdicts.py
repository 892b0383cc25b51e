"""The one judge, asked of every row, and the columns, asked first: what each of them says."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import polars as pl
import pyarrow as pa

from lading.check.rows import check
from lading.column import columns
from lading.compile.table import Examined
from lading.issue import Issue
from lading.record import Record
from lading.tables import arrow
from lading.tables.arrow import Unreadable
from lading.tables.cells import CellReader
from lading.tables.row import Row, blank

Verdict = tuple[Any, ...] | str
"""The issues of a row by code, field and rule; or what was raised when it was judged."""


def judged(row: Row, model: type[Record]) -> Verdict:
    """What the judge says of a row."""
    try:
        checked = check(row, model)
    except Exception as mistake:
        return type(mistake).__name__
    return () if isinstance(checked, Record) else tuple((issue.code, issue.field, issue.rule) for issue in checked)


def stored_rows(table: pa.Table, model: type[Record]) -> Iterator[Row]:
    """The rows of stored columns, as the row reader reads them."""
    described = columns(model)
    read = [arrow.values(table.column(column.name).combine_chunks(), column) for column in described]
    for number, cells in enumerate(zip(*read, strict=True), start=1):
        faults = [column.name for column, cell in zip(described, cells, strict=True) if isinstance(cell, Unreadable)]
        values = {column.name: cell for column, cell in zip(described, cells, strict=True)}
        yield _row(number, {name: value for name, value in values.items() if name not in faults}, faults)


def text_rows(cells: Mapping[str, Sequence[str]], readers: Sequence[CellReader]) -> Iterator[Row]:
    """The rows of cells of text, as the row reader reads them."""
    for number, texts in enumerate(zip(*(cells[reader.name] for reader in readers), strict=True), start=1):
        values: dict[str, Any] = {}
        faults: list[str] = []
        for reader, text in zip(readers, texts, strict=True):
            try:
                values[reader.name] = reader.read(text)
            except ValueError:
                faults.append(reader.name)
        yield _row(number, values, faults)


def _row(number: int, values: Mapping[str, Any], faults: Sequence[str]) -> Row:
    if not faults and all(value is None for value in values.values()):
        return blank(number, None)
    return Row(
        number, None, values, tuple(Issue("type-error", "unreadable", row=number, field=name) for name in faults)
    )


def by_columns(rows: Sequence[Row], examined: Examined, model: type[Record]) -> list[Verdict]:
    """What the columns say, and the judge only of the suspects."""
    suspects = examined.suspects.to_list()
    return [judged(row, model) if suspect else () for row, suspect in zip(rows, suspects, strict=True)]


def by_rows(rows: Sequence[Row], model: type[Record]) -> list[Verdict]:
    """What the judge says of every row."""
    return [judged(row, model) for row in rows]


def told_apart(value: Any) -> str:
    """A value with its type, so that 0.0 is not -0.0 and True not 1."""
    return f"{type(value).__name__} {value!r}"


def values_of_the_others(rows: Sequence[Row], examined: Examined) -> tuple[list[Any], list[Any]]:
    """The values of the rows that are no suspects: those of the columns, and those of the rows."""
    held = examined.values.rows(named=True) if examined.values.width else [{}] * len(rows)
    others = [
        (columns_have, row.values)
        for columns_have, row, suspect in zip(held, rows, examined.suspects.to_list(), strict=True)
        if not suspect
    ]
    return (
        [{name: told_apart(value) for name, value in here.items()} for here, _ in others],
        [{name: told_apart(there[name]) for name in here} for here, there in others],
    )


def stored_frame(table: pa.Table) -> pl.DataFrame:
    """The frame of stored columns."""
    frame = pl.from_arrow(table)
    assert isinstance(frame, pl.DataFrame)
    return frame


def text_frame(cells: Mapping[str, Sequence[str]]) -> pl.DataFrame:
    """The frame of cells of text."""
    return pl.DataFrame({name: list(texts) for name, texts in cells.items()}, schema=dict.fromkeys(cells, pl.String))
