"""What the renderings for people say alike: verdict, places, rules, totals."""

from collections.abc import Mapping

from lading.issue import Issue, Severity
from lading.report.listing import Group
from lading.report.results import Report

MEANINGS: Mapping[str, str] = {
    "blank-header": "The header of a table is blank.",
    "blank-label": "A column has no name in the header.",
    "blank-row": "A row has no cell that is not blank.",
    "byte-count": "A file has another size than the descriptor says.",
    "constraint-error": "A value breaks a constraint of its column.",
    "dialect-error": "The descriptor says of the layout of a file what cannot be.",
    "doubtful-delimiter": "A table of one column would have several with another delimiter.",
    "duplicate-label": "Two columns have the same name in the header.",
    "encoding-error": "A file is not in the encoding that the descriptor says.",
    "extra-cell": "A row has more cells than the table has columns.",
    "extra-label": "The header has a column that the schema has not.",
    "foreign-key": "A row refers to a row that is not there.",
    "hash-count": "A file has another hash than the descriptor says.",
    "incorrect-label": "A column has another name in the header than in the schema.",
    "logical-digest": "The records are others than those that the package was made of.",
    "missing-cell": "A row has fewer cells than the table has columns.",
    "missing-label": "The schema has a column that the header has not.",
    "not-checked": "Something was not checked, and the message says why.",
    "package-error": "The descriptor is wrong about the package.",
    "primary-key": "Two rows have the same primary key.",
    "resource-error": "The descriptor is wrong about a resource.",
    "row-constraint": "A row breaks a rule that its record model declares.",
    "scheme-error": "A file is not there.",
    "schema-error": "The schema of a table is wrong.",
    "source-error": "A file cannot be read.",
    "span-error": "A span is none, or does not lie in its document.",
    "text-digest": "A span no longer selects the text that it was made for.",
    "text-exact": "A span does not select the text that its record quotes.",
    "text-hash": "A text is another one than that which offsets were counted in.",
    "text-length": "A text has another length than its description says.",
    "text-missing": "A text is not at hand, so that spans in it could not be checked.",
    "twin-error": "The CSV file and the Parquet file of a table say different things.",
    "type-error": "A cell holds no value of the type of its column.",
    "unique-error": "Values that one row may have stand in several.",
    "unmatched-header": "The header has none of the columns of the schema.",
}
"""Codes in words; a dataset may have codes of its own beside these."""


def verdict(report: Report) -> str:
    """One line that says whether the package is valid, and how much was checked."""
    rows = sum(result.rows for result in report.resources)
    word = "valid" if report.valid else "not valid"
    return (
        f"{word}: {counted(len(report.resources), 'table')}, {counted(rows, 'row')}, "
        f"{counted(report.count(Severity.ERROR), 'error')}, {counted(report.count(Severity.WARNING), 'warning')}"
    )


def place(issue: Issue) -> str:
    """Where the issue is, as file, line, row and field, as far as known."""
    parts = [position(issue)]
    parts += [f"field {issue.field}"] if issue.field is not None else []
    return ", ".join(part for part in parts if part)


def position(issue: Issue) -> str:
    """Where the issue is, as file, line and row, as far as known."""
    file = issue.path or issue.resource or ""
    parts = [f"{file}:{issue.line}" if issue.path and issue.line else file]
    parts += [f"row {issue.row}"] if issue.row is not None else []
    return ", ".join(part for part in parts if part)


def rule_name(group: Group) -> str:
    """The rule that a group stands for, with the field that it is about."""
    name = f"{group.code} {group.rule}" if group.rule else group.code
    return name if group.field is None else f"{name}, field {group.field}"


def counted(number: int, noun: str) -> str:
    """A number with its noun."""
    return f"{number:,} {noun}" if number == 1 else f"{number:,} {noun}s"
