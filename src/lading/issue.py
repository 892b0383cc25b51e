"""What a check finds: one issue, with the place it was found in."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

QUOTED_LENGTH = 60


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


def shortened(text: str) -> str:
    """No more of a text than fits in a line."""
    return text if len(text) <= QUOTED_LENGTH else f"{text[:QUOTED_LENGTH]}…"


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
    `code` keeps the name that frictionless gives the same fault, where it has one. `message` is one line, whatever
    the texts that it was made of.
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
        object.__setattr__(self, "message", one_line(self.message))

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
