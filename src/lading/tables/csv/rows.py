"""A record of a text file as a row of the table."""

from collections.abc import Iterator, Sequence
from typing import Any

from lading.issue import Issue, quoted
from lading.tables.cells import CellReader
from lading.tables.row import Row, blank

LISTED_CELLS = 100
"""How many cells beyond the last column, or missing before it, are issues of their own."""
EMPTY = frozenset([""])


class RowReader:
    """Reads records of a known width, with the cells of some columns in known places.

    A column that the file does not have is in no place, None, and missing in every row; unless it is one of the
    `unread`, which the file should have: of them rows say nothing. `labels` are the names of all columns of the file.
    """

    def __init__(
        self,
        readers: Sequence[CellReader],
        places: Sequence[int | None],
        width: int,
        unread: frozenset[str] = frozenset(),
        labels: Sequence[str] = (),
    ) -> None:
        self.width = width
        self.unread = unread
        self.columns = tuple(zip(readers, places, strict=True))
        missing = {place: reader.missing for reader, place in self.columns if place is not None}
        self.missing = [missing.get(place, EMPTY) for place in range(width)]
        named = {place: reader.name for reader, place in self.columns if place is not None}
        self.labels = dict(enumerate(labels)) | named

    def row(self, number: int, line: int, cells: Sequence[str]) -> Row:
        """The row that a record is."""
        n_cells = len(cells)
        if n_cells <= self.width and all(text in missing for text, missing in zip(cells, self.missing, strict=False)):
            return blank(number, line)
        values: dict[str, Any] = {}
        issues: list[Issue] = []
        for reader, place in self.columns:
            if place is None:
                if reader.name not in self.unread:
                    values[reader.name] = None
            elif place < n_cells:
                text = cells[place]
                try:
                    values[reader.name] = reader.read(text)
                except ValueError:
                    issues.append(_untyped(number, line, reader, text))
        if n_cells != self.width:
            issues.extend(self._wrong_width(number, line, cells))
        return Row(number, line, values, tuple(issues), self.unread)

    def _wrong_width(self, number: int, line: int, cells: Sequence[str]) -> Iterator[Issue]:
        n_cells = len(cells)
        for place in range(n_cells, self.width)[:LISTED_CELLS]:
            label = self.labels.get(place) or f"column {place + 1}"
            message = f"the row ends before {label}: it has {n_cells} of {self.width} cells"
            hint = "an empty cell needs its delimiter too"
            yield Issue("missing-cell", message, hint, row=number, line=line, field=label)
        if self.width - n_cells > LISTED_CELLS:
            message = f"the row lacks {self.width - n_cells - LISTED_CELLS:,} more cells"
            yield Issue("missing-cell", message, "see which line break does not belong there", row=number, line=line)
        for text in cells[self.width : self.width + LISTED_CELLS]:
            message = f"the row goes on after its last column: it has {n_cells} cells for {self.width} columns"
            hint = "put a cell that holds the delimiter between quotation marks"
            yield Issue("extra-cell", message, hint, row=number, line=line, cell=text)
        if n_cells - self.width > LISTED_CELLS:
            message = f"the row has {n_cells - self.width - LISTED_CELLS:,} more cells after its last column"
            yield Issue("extra-cell", message, "see that its line ends", row=number, line=line)


def _untyped(number: int, line: int, reader: CellReader, text: str) -> Issue:
    message = f"{quoted(text)} in {reader.name} is no {reader.column.type}"
    return Issue(
        "type-error", message, f"expected {reader.expected}", row=number, line=line, field=reader.name, cell=text
    )
