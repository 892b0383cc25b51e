"""What a check finds: one issue, with the place it was found in."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

QUOTED_LENGTH = 60
LONGEST_MESSAGE = 1_000
LONGEST_CELL = 10_000
"""How many characters of a message and of a cell an issue holds: a cell, or a pattern, may have millions."""


def one_line(text: str) -> str:
    """The text with line breaks and other characters that do not show as themselves escaped, as in Python."""
    if text.isprintable():
        return text
    return "".join(
        character if character.isprintable() else character.encode("unicode_escape").decode() for character in text
    )


def quoted(text: str) -> str:
    """Text from elsewhere for a message: between quotation marks, and no more than fits in a line."""
    return repr(shortened(text))


def shortened(text: str, length: int = QUOTED_LENGTH) -> str:
    """No more of a text than fits in a line, or than so many characters."""
    return text if len(text) <= length else f"{text[:length]}…"


class Severity(StrEnum):
    """An error makes a package invalid; a warning does not."""

    ERROR = "error"
    WARNING = "warning"


@dataclass(frozen=True, slots=True)
class Issue:
    """One fault, and where it is.

    `row` is the number of the data record, from 1; the header is not counted, a blank line is, so that a record
    has the same number in a CSV file and in its Parquet twin. `line` is the line of a text file, from 1.
    `rule` names what was broken more closely than the code: the type of Pydantic's error, or a declared rule.
    `code` keeps the name that frictionless gives the same fault, where it has one. `message` and `hint` are one line
    each, whatever the texts that they were made of. No more is kept of a text than somebody could read.
    """

    code: str
    message: str
    hint: str | None = None
    path: str | None = None
    resource: str | None = None
    row: int | None = None
    line: int | None = None
    field: str | None = None
    cell: str | None = None
    severity: Severity = Severity.ERROR
    rule: str | None = None

    def __post_init__(self) -> None:
        object.__setattr__(self, "message", one_line(shortened(self.message, LONGEST_MESSAGE)))
        if self.hint is not None:
            object.__setattr__(self, "hint", one_line(shortened(self.hint, LONGEST_MESSAGE)))
        if self.cell is not None:
            object.__setattr__(self, "cell", shortened(self.cell, LONGEST_CELL))

    def as_json(self) -> dict[str, Any]:
        """Every attribute by name, in the order and with the names of the JSON report."""
        return {
            "code": self.code,
            "severity": self.severity.value,
            "resource": self.resource,
            "row": self.row,
            "line": self.line,
            "field": self.field,
            "cell": self.cell,
            "message": self.message,
            "hint": self.hint,
            "path": self.path,
            "rule": self.rule,
        }


class LadingError(Exception):
    """An expected failure that ends a run: one line on stderr, exit code 2, no traceback."""


class IssuesError(LadingError):
    """Input that fell short, as issues: each is one line, and the exit code is 1."""

    def __init__(self, issues: Iterable[Issue]) -> None:
        self.issues = tuple(issues)
        super().__init__(
            "; ".join(f"{issue.path}: {issue.message}" if issue.path else issue.message for issue in self.issues)
        )
