"""The lines of a text, as the csv module wants them: one after the other, counted, and looked at first."""

from collections.abc import Iterable, Iterator
from io import StringIO

from lading.issue import Issue, IssuesError
from lading.tables.csv.dialect import LONGEST_CELL
from lading.tables.csv.encoding import UndecodableError

PLACEHOLDERS = {"\r": "\ufdd0", "\n": "\ufdd1"}
"""Line breaks that end no record, as the csv module sees them: characters that no text has."""


class Lines:
    """Lines handed out one by one; those that are comments, where a record would begin, are left out.

    `number` is that of the last line handed out, `first` that of the first line since `start`, `comments` the number
    of those left out.
    """

    def __init__(self, lines: Iterator[str], comment: str | None, number: int = 0) -> None:
        self.number = number
        self.first = number
        self.comments = 0
        self._lines = lines
        self._comment = comment
        self._at_start = True

    def start(self) -> None:
        """The next line is the first of a record."""
        self._at_start = True

    def __iter__(self) -> "Lines":
        return self

    def __next__(self) -> str:
        line = self._next()
        if self._at_start:
            while self._comment and line.startswith(self._comment):
                self.comments += 1
                line = self._next()
            self.first = self.number
            self._at_start = False
        return line

    def _next(self) -> str:
        try:
            line = next(self._lines)
        except UndecodableError as error:
            raise error.at(self.number + 1) from None
        self.number += 1
        if "\0" in line:
            message = "the line holds a NUL byte, which no text has"
            hint = "the file is damaged, binary or in another encoding: write it again"
            raise IssuesError([Issue("encoding-error", message, hint, line=self.number)])
        if len(line) > LONGEST_CELL:
            message = f"the line has more than {LONGEST_CELL:,} characters"
            raise IssuesError([Issue("source-error", message, "see that its lines end", line=self.number)])
        return line


class Measured(Iterator[str]):
    """Lines, and how many bytes in UTF-8 those have that were handed out."""

    def __init__(self, lines: Iterator[str]) -> None:
        self.n_bytes = 0
        self._lines = lines

    def __next__(self) -> str:
        line = next(self._lines)
        self.n_bytes += len(line.encode())
        return line


def lines(blocks: Iterable[bytes], terminator: str | None) -> Iterator[str]:
    """The lines of a text with their ends; without a terminator that is a carriage return, a line feed or both."""
    return _lines_ended_by(terminator, blocks) if terminator else _lines(blocks)


def broken(text: str) -> Iterator[str]:
    """The lines of a part of a text; not by `splitlines`, for which a form feed ends a line too."""
    return StringIO(text, newline="")


def restored(cell: str, terminator: str) -> str:
    """A cell as it stands in a file with this terminator."""
    cell = cell.replace("\n", terminator)
    for line_break, placeholder in PLACEHOLDERS.items():
        cell = cell.replace(placeholder, line_break)
    return cell


def _lines(blocks: Iterable[bytes]) -> Iterator[str]:
    rest = ""
    for block in blocks:
        text = rest + block.decode()
        # A carriage return at the end may be the first half of a line break.
        end = max(text.rfind("\n"), text.rfind("\r", 0, -1)) + 1
        yield from broken(text[:end])
        rest = text[end:]
        if len(rest) > LONGEST_CELL:
            break
    if rest:
        yield rest


def _lines_ended_by(terminator: str, blocks: Iterable[bytes]) -> Iterator[str]:
    rest = ""
    for block in blocks:
        *whole, rest = (rest + block.decode()).split(terminator)
        yield from (f"{_without_breaks(line)}\n" for line in whole)
        if len(rest) > LONGEST_CELL:
            break
    if rest:
        yield _without_breaks(rest)


def _without_breaks(line: str) -> str:
    for line_break, placeholder in PLACEHOLDERS.items():
        line = line.replace(line_break, placeholder)
    return line
