"""Records with typed cells as rows of the table."""

import json
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from lading.issue import Issue, shortened
from lading.tables import quoting
from lading.tables.cells import CellReader
from lading.tables.row import Row, blank

LISTED_CELLS = 100
"""How many cells beyond the last column are issues of their own."""


def of_mapping(
    number: int,
    line: int | None,
    cells: Mapping[str, Any],
    readers: Sequence[CellReader],
    described: frozenset[str] | None,
) -> Row:
    """The row of cells by label: a label that is not there stands for a missing value.

    `described` are the labels that there may be; None for any.
    """
    extra = [] if described is None else [label for label in cells if label not in described]
    found = [(reader, cells.get(reader.name)) for reader in readers]
    return _row(number, line, found, [_not_described(number, line, label, cells[label]) for label in extra])


def of_sequence(
    number: int, line: int | None, cells: Sequence[Any], places: Sequence[tuple[CellReader, int | None]], width: int
) -> Row:
    """The row of cells in order; a reader without a place is that of a column that is not there."""
    found = [(reader, cells[place] if place is not None else None) for reader, place in places if _is_in(place, cells)]
    ended = [_ended(number, line, reader, len(cells), width) for reader, place in places if not _is_in(place, cells)]
    return _row(number, line, found, [*ended, *_beyond(number, line, cells, width)])


def _is_in(place: int | None, cells: Sequence[Any]) -> bool:
    return place is None or place < len(cells)


def _row(number: int, line: int | None, found: Sequence[tuple[CellReader, Any]], faults: list[Issue]) -> Row:
    values: dict[str, Any] = {}
    issues: list[Issue] = []
    for reader, cell in found:
        try:
            values[reader.name] = _read(reader, cell)
        except ValueError:
            issues.append(_untyped(number, line, reader, cell))
    if not (issues or faults) and all(value is None for value in values.values()):
        return blank(number, line)
    return Row(number, line, values, (*issues, *faults))


def _read(reader: CellReader, cell: Any) -> Any:
    """The value of a cell; ValueError also where it holds half a character, which no file of text has room for."""
    if isinstance(cell, str) and not cell.isascii():
        cell.encode()
    elif isinstance(cell, dict | list):
        json.dumps(cell, ensure_ascii=False, default=str).encode()
    try:
        return reader.read_typed(cell)
    except (ArithmeticError, RecursionError, TypeError) as error:
        raise ValueError(cell) from error


def shown(cell: Any) -> str | None:
    """A cell of any type as text."""
    if cell is None:
        return None
    if isinstance(cell, dict | list):
        cell = json.dumps(cell, ensure_ascii=False, default=str)
    return quoting.text(cell if not isinstance(cell, str) else cell.encode("utf-8", "backslashreplace").decode())


def _untyped(number: int, line: int | None, reader: CellReader, cell: Any) -> Issue:
    text = shown(cell)
    seen = quoting.quoted(text) if isinstance(cell, str) else shortened(text or "")
    message = f"{seen} in {reader.name} is no {reader.column.type}"
    return Issue(
        "type-error", message, f"expected {reader.expected}", row=number, line=line, field=reader.name, cell=text
    )


def _not_described(number: int, line: int | None, label: str, cell: Any) -> Issue:
    message = f"the row has a cell {quoting.quoted(shown(label))}, which is not described"
    hint = "remove the cell, or add the column to the schema"
    return Issue("extra-cell", message, hint, row=number, line=line, cell=shown(cell))


def _ended(number: int, line: int | None, reader: CellReader, n_cells: int, width: int) -> Issue:
    message = f"the row ends before {reader.name}: it has {n_cells} of {width} cells"
    return Issue("missing-cell", message, "an empty cell is a null", row=number, line=line, field=reader.name)


def _beyond(number: int, line: int | None, cells: Sequence[Any], width: int) -> Iterator[Issue]:
    for cell in cells[width:][:LISTED_CELLS]:
        message = f"the row goes on after its last column: it has {len(cells)} cells for {width} columns"
        yield Issue("extra-cell", message, "remove the cell", row=number, line=line, cell=shown(cell))
    if len(cells) > width + LISTED_CELLS:
        message = f"the row has {len(cells) - width - LISTED_CELLS:,} more cells after its last column"
        yield Issue("extra-cell", message, "remove the cells", row=number, line=line)
