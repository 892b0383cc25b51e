"""The outcome of a validation as text, for people: a table of resources, the issues by code, a verdict."""

from collections import defaultdict
from collections.abc import Sequence

from rich.console import Console
from rich.table import Table
from rich.text import Text

from lading.issue import Issue, Severity, one_line
from lading.report.results import Report, ResourceResult, first_of_each_code

STYLES = {Severity.ERROR: "bold red", Severity.WARNING: "bold yellow"}


def show(report: Report, console: Console, limit: int = 0) -> None:
    """Print the report; totals are of all issues, also where the listing is limited."""
    if report.resources:
        console.print(_resources(report.resources), "")
    by_code: dict[tuple[Severity, str], list[Issue]] = defaultdict(list)
    for issue in report.issues:
        by_code[issue.severity, issue.code].append(issue)
    for (severity, code), issues in by_code.items():
        _line(console, f"{severity} {code} ({len(issues):,})", STYLES[severity])
        listed = list(first_of_each_code(issues, limit))
        hint = None
        for issue in listed:
            where = place(issue)
            _line(console, f"  {where}: {issue.message}" if where else f"  {issue.message}")
            if issue.hint and issue.hint != hint:
                _line(console, f"    {issue.hint}", "dim")
            hint = issue.hint
        if len(listed) < len(issues):
            _line(console, f"  … and {len(issues) - len(listed):,} more (--limit 0 lists all)")
    _line(console, verdict(report), "bold green" if report.valid else "bold red")


def verdict(report: Report) -> str:
    """One line that says whether the package is valid, and how much was checked."""
    rows = sum(result.rows for result in report.resources)
    word = "valid" if report.valid else "not valid"
    return (
        f"{word}: {_counted(len(report.resources), 'table')}, {_counted(rows, 'row')}, "
        f"{_counted(report.count(Severity.ERROR), 'error')}, {_counted(report.count(Severity.WARNING), 'warning')}"
    )


def place(issue: Issue) -> str:
    """Where the issue is, as file, line, row and field, as far as known."""
    file = issue.path or issue.resource or ""
    parts = [f"{file}:{issue.line}" if issue.path and issue.line else file]
    parts += [f"row {issue.row}"] if issue.row is not None else []
    parts += [f"field {issue.field}"] if issue.field is not None else []
    return ", ".join(part for part in parts if part)


def _resources(results: Sequence[ResourceResult]) -> Table:
    table = Table(box=None, pad_edge=False, header_style="bold")
    table.add_column("resource", no_wrap=True)
    for name in ("rows", "columns", "bytes", "seconds"):
        table.add_column(name, justify="right", no_wrap=True)
    for result in results:
        numbers = (f"{result.rows:,}", f"{result.columns}", f"{result.n_bytes:,}", f"{result.seconds:.2f}")
        table.add_row(Text(one_line(result.resource)), *numbers)
    return table


def _line(console: Console, text: str, style: str = "") -> None:
    # Cells may hold what rich would take for markup and emoji, and a terminal for commands; and a place must stay in
    # one line to be found by other tools.
    console.print(Text(one_line(text), style), soft_wrap=True)


def _counted(number: int, noun: str) -> str:
    return f"{number:,} {noun}" if number == 1 else f"{number:,} {noun}s"
