"""The rows in a JSON file, one after the other: no more of it is in memory than a row takes."""

import json
import re
from collections.abc import Iterable, Iterator
from typing import Any, NoReturn

from lading.descriptor import Dialect
from lading.issue import Issue, IssuesError, quoted
from lading.tables.records.entry import Entry

BLANKS = " \t\r\n"
OTHER = re.compile(f"[^{BLANKS}]")
LONGEST_ROW = 2**26
"""The characters that a row may have, or the whole file where the rows are somewhere inside it."""


class NotJsonError(ValueError):
    """A text that is no JSON, with the reason."""


def json_rows(texts: Iterable[str], dialect: Dialect) -> Iterator[Entry]:
    """The rows of a JSON array, or of the one that a property of the JSON object holds (`property` of the dialect)."""
    try:
        if dialect.rows_at is None:
            yield from (Entry(None, row) for row in _Array(iter(texts)))
        else:
            yield from (Entry(None, row) for row in _rows_at(dialect.rows_at, _whole(texts)))
    except NotJsonError as error:
        raise _fault(f"no valid JSON: {error}", "write it again") from None


def json_lines(lines: Iterable[str]) -> Iterator[Entry]:
    """The rows of a file with a JSON value in each line."""
    for number, line in enumerate(lines, start=1):
        try:
            yield Entry(number, json_value(line) if line.strip(BLANKS) else {})
        except NotJsonError as error:
            message = f"the line is no valid JSON: {error}"
            yield Entry(number, None, Issue("source-error", message, "put a JSON object into each line", line=number))


def json_value(text: str) -> Any:
    """The value that a JSON text stands for; NotJsonError where it stands for none."""
    value, end = _decoded(text, _skipped(text, 0))
    if (rest := _skipped(text, end)) < len(text):
        raise NotJsonError(f"{quoted(text[rest : rest + 20])} comes after its end")
    return value


class _Array:
    """The items of an array, decoded one by one from a text that comes in parts."""

    def __init__(self, texts: Iterator[str]) -> None:
        self._texts = texts
        self._text = ""
        self._at = 0

    def __iter__(self) -> Iterator[Any]:
        if self._next_character() != "[":
            raise NotJsonError("the file holds no array of rows")
        self._at += 1
        if self._next_character() != "]":
            yield self._item()
            while (character := self._next_character()) == ",":
                self._at += 1
                yield self._item()
            if character != "]":
                raise NotJsonError(f"{quoted(character)} comes after a row" if character else "the file ends too early")
        self._at += 1
        if rest := self._next_character():
            raise NotJsonError(f"{quoted(rest)} comes after its end")

    def _next_character(self) -> str:
        self._at = _skipped(self._text, self._at)
        while self._at == len(self._text) and self._more(1):
            self._at = _skipped(self._text, self._at)
        return self._text[self._at : self._at + 1]

    def _item(self) -> Any:
        self._next_character()
        while True:
            try:
                item, end = _decoded(self._text, self._at)
            except NotJsonError:
                # What is wrong may be that the rest of the row is still to come.
                if not self._more(len(self._text) - self._at):
                    raise
                continue
            self._at = end
            return item

    def _more(self, at_least: int) -> bool:
        """Whether there was more text to read; each time twice as much, so that a long row takes no square time."""
        parts = [self._text[self._at :]]
        self._at = 0
        if len(parts[0]) > LONGEST_ROW:
            return False
        n_read = 0
        for part in self._texts:
            parts.append(part)
            n_read += len(part)
            if n_read >= at_least:
                break
        self._text = "".join(parts)
        return n_read > 0


def _whole(texts: Iterable[str]) -> str:
    parts: list[str] = []
    n_characters = 0
    for part in texts:
        parts.append(part)
        n_characters += len(part)
        if n_characters > LONGEST_ROW:
            raise NotJsonError(f"it has more than {LONGEST_ROW:,} characters, and the rows are not at its beginning")
    return "".join(parts)


def _rows_at(path: str, text: str) -> list[Any]:
    value = json_value(text)
    for name in path.split("."):
        if not isinstance(value, dict) or name not in value:
            raise _fault(f"the file has no property {quoted(path)}", "correct property in the dialect")
        value = value[name]
    if not isinstance(value, list):
        raise _fault(f"the property {quoted(path)} holds no array of rows", "correct property in the dialect")
    return value


def _skipped(text: str, at: int) -> int:
    return len(text) if (found := OTHER.search(text, at)) is None else found.start()


def _decoded(text: str, at: int) -> tuple[Any, int]:
    try:
        return DECODER.raw_decode(text, at)
    except json.JSONDecodeError as error:
        raise NotJsonError(f"{error.msg}, at character {error.pos - at + 1} of the row") from None
    except NotJsonError:
        raise
    except ValueError:
        raise NotJsonError("a number of it has too many digits") from None
    except RecursionError:
        raise NotJsonError("it is nested too deeply") from None


def _refuse(constant: str) -> NoReturn:
    raise NotJsonError(f"{constant} is no number of JSON")


DECODER = json.JSONDecoder(parse_constant=_refuse)


def _fault(message: str, hint: str) -> IssuesError:
    return IssuesError([Issue("source-error", message, hint)])
