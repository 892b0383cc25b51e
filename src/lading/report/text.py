"""The outcome of a validation as text, for people: a table of resources, the issues by rule, a verdict."""

import textwrap
from collections.abc import Iterable, Iterator
from typing import TextIO

from lading.issue import Issue, Severity, one_line
from lading.report import terminal
from lading.report.listing import Group, group, groups, listed, sorted_out
from lading.report.resources import Line, lines
from lading.report.results import Report
from lading.report.terminal import Style
from lading.report.wording import place, position, rule_name, verdict

STYLES = {Severity.ERROR: Style.ERROR, Severity.WARNING: Style.WARNING}
HEADER = ("resource", "rows", "columns", "bytes", "seconds", "issues")


def render(report: Report, stream: TextIO, limit: int) -> None:
    """Write the report: on a terminal in colour and within its width, else a line for each issue.

    Totals are of all issues, also where no more than `limit` of a code are listed.
    """
    width = terminal.width(stream)
    for text, style in _lines(report, limit):
        for line in _folded(one_line(text), width) if width else [one_line(text)]:
            stream.write(f"{terminal.styled(terminal.inert(line), style, stream)}\n")


def _lines(report: Report, limit: int) -> Iterator[tuple[str, Style]]:
    yield from _resources(report)
    counts = groups(report)
    chosen = sorted_out(listed(report, limit), group, len(counts))
    unseen: dict[str, int] = {}
    for one, number in counts.items():
        if one in chosen:
            yield f"{one.severity} {rule_name(one)} ({number:,})", STYLES[one.severity]
            yield from _examples(one, chosen[one])
            if rest := number - len(chosen[one]):
                yield f"  … and {rest:,} more (--limit 0 lists all)", Style.PLAIN
            yield "", Style.PLAIN
        else:
            unseen[one.code] = unseen.get(one.code, 0) + number
    for code, number in unseen.items():
        yield f"… and {number:,} more {code} of other rules and fields (--limit 0 lists all)", Style.PLAIN
    yield verdict(report), Style.VALID if report.valid else Style.ERROR


def _examples(one: Group, issues: Iterable[Issue]) -> Iterator[tuple[str, Style]]:
    """A line for each issue, and what to do about several that need the same."""
    hint = None
    for issue in issues:
        if hint and issue.hint != hint:
            yield f"    {hint}", Style.HINT
        hint = issue.hint
        # The message names the field where the rule is about one; where it does not, only the place tells it.
        where = position(issue) if one.field and one.field in issue.message else place(issue)
        yield (f"  {where}: {issue.message}" if where else f"  {issue.message}"), Style.PLAIN
    if hint:
        yield f"    {hint}", Style.HINT


def _resources(report: Report) -> Iterator[tuple[str, Style]]:
    found = lines(report)
    if not found:
        return
    rows = [HEADER, *map(_cells, found)]
    if not any(line.issues for line in found):
        rows = [row[:-1] for row in rows]
    for number, row in enumerate(terminal.aligned(rows)):
        yield row, Style.PLAIN if number else Style.HEADING
    for line in found:
        for note in line.notes:
            yield f"note: {line.name}: {note}", Style.HINT
    yield "", Style.PLAIN


def _cells(line: Line) -> tuple[str, ...]:
    issues = f"{line.issues:,}" if line.issues else ""
    return line.name, line.rows, line.columns, line.n_bytes, f"{line.seconds:.2f}", issues


def _folded(text: str, width: int) -> list[str]:
    """The text within the width, what continues a line further to the right than its beginning."""
    indent = " " * (len(text) - len(text.lstrip()))
    return textwrap.wrap(
        text, width, subsequent_indent=f"{indent}    ", break_long_words=False, break_on_hyphens=False
    ) or [""]
