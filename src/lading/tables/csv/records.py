"""Records of a text file: the cells between two ends of a record, as the csv module tells them apart."""

import csv
from collections.abc import Iterator
from typing import NamedTuple

from lading.issue import Issue, IssuesError
from lading.tables.csv.dialect import LONGEST_CELL, TextDialect
from lading.tables.csv.lines import Lines, restored

HINT = "look for a quotation mark that is never closed or not doubled"


class Record(NamedTuple):
    """A record and its place: `number` counts all records of a text, comments and header too, `line` its lines."""

    number: int
    line: int
    cells: list[str]


def records(lines: Lines, dialect: TextDialect) -> Iterator[Record]:
    """The records that the lines make up; IssuesError where they make up none any further."""
    lines.start()
    try:
        for count, cells in enumerate(divided(lines, dialect), start=1):
            whole = [restored(cell, dialect.terminator) for cell in cells] if dialect.terminator else cells
            yield Record(count + lines.comments, lines.first, whole)
            lines.start()
    except csv.Error as error:
        raise IssuesError([_no_csv(error, lines.number)]) from None


def divided(lines: Iterator[str], dialect: TextDialect) -> Iterator[list[str]]:
    """The cells of each record."""
    csv.field_size_limit(LONGEST_CELL)  # by default a cell of more than 131,072 characters is an error
    return csv.reader(lines, **dialect.options())


def _no_csv(error: csv.Error, line: int) -> Issue:
    if "field limit" in str(error):
        message = f"a cell has more than {LONGEST_CELL:,} characters"
        return Issue("source-error", message, HINT, line=line)
    return Issue("source-error", f"no valid CSV: {error}", HINT, line=line)
