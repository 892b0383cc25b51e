"""Lines for a terminal, or for what takes its place: columns, colours, and nothing that acts on either."""

import os
import shutil
import unicodedata
from collections.abc import Iterator, Sequence
from enum import StrEnum
from typing import TextIO


class Style(StrEnum):
    """How a line looks, as the parameters of the control sequence that makes it look so."""

    PLAIN = ""
    HEADING = "1"
    HINT = "2"
    ERROR = "1;31"
    WARNING = "1;33"
    VALID = "1;32"


def width(stream: TextIO) -> int | None:
    """How many columns a line has; None where no terminal sets an end to it."""
    return shutil.get_terminal_size().columns if stream.isatty() else None


def styled(text: str, style: Style, stream: TextIO) -> str:
    """The text in its style, where the stream is a terminal and nobody asked for plain text."""
    plain = not (style and text and stream.isatty()) or os.environ.get("NO_COLOR") or os.environ.get("TERM") == "dumb"
    return text if plain else f"\x1b[{style.value}m{text}\x1b[0m"


def inert(line: str) -> str:
    """The line without what the logs of CI services take for commands: two colons at its beginning, or ##[ in it."""
    indented = len(line) - len(line.lstrip())
    if line.startswith("::", indented):
        line = f"{line[:indented]}\\x3a{line[indented + 1 :]}"
    return line.replace("##[", "#\\x23[").replace("##vso[", "#\\x23vso[")


def aligned(rows: Sequence[Sequence[str]]) -> Iterator[str]:
    """The rows of a table in columns: the first is to the left, the others are to the right."""
    widths = [max(map(_columns, cells)) for cells in zip(*rows, strict=True)]
    for row in rows:
        gaps = [" " * (wide - _columns(cell)) for wide, cell in zip(widths, row, strict=True)]
        right = (f"  {gap}{cell}" for gap, cell in zip(gaps[1:], row[1:], strict=True))
        yield f"{row[0]}{gaps[0]}{''.join(right)}".rstrip()


def _columns(text: str) -> int:
    if text.isascii():
        return len(text)
    return sum(
        0 if unicodedata.combining(character) else 1 + (unicodedata.east_asian_width(character) in "FW")
        for character in text
    )
