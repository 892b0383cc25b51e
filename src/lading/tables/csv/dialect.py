"""The dialect of a text file: what the csv module is told of it, and what it has no name for."""

import csv
from dataclasses import dataclass
from typing import Any

from lading.descriptor import Dialect
from lading.issue import Issue, IssuesError

LONGEST_CELL = 2**26
"""How many characters a cell may have, and a line."""
LAST_HEADER = 10_000
"""How far down a header may be: all rows before it are in memory."""
LINE_BREAKS = ("\r\n", "\n", "\r", "")
"""Files are described with one of these and written with another: each of them ends a line."""


@dataclass(frozen=True, slots=True)
class TextDialect:
    """How records and cells are told apart in a text file."""

    delimiter: str
    quote: str | None
    escape: str | None
    double_quote: bool
    skip_initial_space: bool
    comment: str | None
    terminator: str | None
    """What ends a record where that is no line break."""

    def options(self) -> dict[str, Any]:
        """The arguments of `csv.reader`."""
        return {
            "delimiter": self.delimiter,
            "quotechar": self.quote,
            "quoting": csv.QUOTE_MINIMAL if self.quote else csv.QUOTE_NONE,
            "doublequote": self.double_quote,
            "escapechar": self.escape,
            "skipinitialspace": self.skip_initial_space,
            "strict": True,
        }

    def why_not_in_blocks(self) -> str | None:
        """Why no columns can be made of blocks of the file, if that is so."""
        if self.skip_initial_space:
            return "spaces after the delimiter are skipped"
        if self.terminator:
            return "records do not end with a line break"
        if not all(mark is None or mark.isascii() for mark in (self.delimiter, self.quote, self.escape, self.comment)):
            return "a character of the dialect is not ASCII"
        return None


def text_dialect(described: Dialect, table_format: str) -> TextDialect:
    """The dialect of a file of this format; IssuesError where no file can have it."""
    tabs = table_format == "tsv" and "delimiter" not in described.model_fields_set
    terminator = described.line_terminator
    dialect = TextDialect(
        "\t" if tabs else described.delimiter,
        described.quote_char,
        described.escape_char,
        described.double_quote,
        described.skip_initial_space,
        described.comment_char,
        None if terminator in LINE_BREAKS else terminator,
    )
    if max(described.label_rows, default=0) > LAST_HEADER:
        message = (
            f"the header is in row {max(described.label_rows):,}, and no further than to {LAST_HEADER:,} is looked"
        )
        raise IssuesError([Issue("dialect-error", message, "correct headerRows in the descriptor")])
    if reason := _contradiction(dialect):
        hint = "correct delimiter, quoteChar and escapeChar in the descriptor"
        raise IssuesError([Issue("dialect-error", f"no CSV file has this dialect: {reason}", hint)])
    return dialect


def _contradiction(dialect: TextDialect) -> str | None:
    marks = [mark for mark in (dialect.delimiter, dialect.quote, dialect.escape) if mark]
    if any(mark in "\r\n\0" for mark in marks):
        return "a line break or NUL has another meaning"
    if len(set(marks)) < len(marks):
        return "one character has two meanings"
    if dialect.terminator and any(mark in dialect.terminator for mark in marks):
        return "what ends a record has another meaning too"
    try:
        csv.reader((), **dialect.options())
    except (TypeError, ValueError) as error:
        return str(error)
    return None
