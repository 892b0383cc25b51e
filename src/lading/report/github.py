"""The outcome of a validation as annotations of a GitHub Actions run, and as the summary of its step."""

import os
from collections import Counter
from collections.abc import Iterable
from pathlib import Path
from typing import TextIO

from lading.issue import Issue, Severity, one_line
from lading.report.listing import Group, first_of, group, groups, shares
from lading.report.location import location
from lading.report.log import kind
from lading.report.markdown import summary
from lading.report.resources import is_said_of_text
from lading.report.results import Report
from lading.report.terminal import inert
from lading.report.wording import counted, place, rule_name, verdict

SHOWN = 10
"""How many errors, and how many warnings, GitHub shows of a step."""

MESSAGE_LENGTH = 2000
SUMMARY = "GITHUB_STEP_SUMMARY"
SUMMARY_SIZE = 2**20
"""The bytes that GitHub takes as the summary of a step; it shows nothing of a longer one."""


def render(report: Report, stream: TextIO, limit: int) -> None:
    """Write a workflow command for each issue that can be shown, and add to the summary of the step, if it has one."""
    shown: Counter[Severity] = Counter()
    for issue in _most_useful_first(report, limit):
        shown[issue.severity] += 1
        stream.write(f"{_command(report, issue)}\n")
    if hidden := [counted(report.count(one) - shown[one], one) for one in Severity if report.count(one) > shown[one]]:
        stream.write(f"::notice title=lading::… and {' and '.join(hidden)} more than are shown here\n")
    stream.write(f"{inert(verdict(report))}\n")
    if file := os.environ.get(SUMMARY):
        _append(Path(file), report, limit)


def _append(file: Path, report: Report, limit: int) -> None:
    with file.open("ab") as stream:
        stream.write(summary(report, limit, SUMMARY_SIZE - stream.tell()).encode())


def _most_useful_first(report: Report, limit: int) -> list[Issue]:
    """No more errors and warnings than GitHub shows: errors before warnings, and one of each rule before a second."""
    counts: Counter[Group] = Counter()
    for one, number in report.tally.items():
        if not is_said_of_text(report, one):
            counts[group(one)] += number
    ordered = {one: counts[one] for one in groups(report) if one in counts}
    given = shares(shares(ordered, limit), SHOWN, lambda one: one.severity)
    issues = (issue for issue in report.issues if not is_said_of_text(report, kind(issue)))
    return _by_turns(first_of(issues, given))


def _by_turns(issues: Iterable[Issue]) -> list[Issue]:
    turns: Counter[Group] = Counter()
    numbered = []
    for issue in issues:
        turns[group(issue)] += 1
        numbered.append((issue.severity != Severity.ERROR, turns[group(issue)], issue))
    return [issue for *_, issue in sorted(numbered, key=lambda one: one[:2])]


def _command(report: Report, issue: Issue) -> str:
    where = location(report, issue)
    properties = {
        "file": where.file if where and not where.is_address else None,
        "line": str(issue.line) if issue.line else None,
        "title": rule_name(group(issue)),
    }
    listed = ",".join(f"{name}={_property(value)}" for name, value in properties.items() if value is not None)
    # A place without a line is shown at the top of the file: the row has to be in the message.
    seen = "" if issue.line or not place(issue) else f"{one_line(place(issue))}: "
    hint = f" ({issue.hint})" if issue.hint else ""
    return f"::{issue.severity} {listed}::{_data(f'{seen}{issue.message[:MESSAGE_LENGTH]}{hint[:MESSAGE_LENGTH]}')}"


def _data(text: str) -> str:
    return one_line(text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A"))


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
