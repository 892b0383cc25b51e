"""Faults: collected while others are still being looked for, then one line each on stderr."""

import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from typing import NoReturn

from lading.issue import Issue, IssuesError, LadingError

FELL_SHORT = 1
COULD_NOT_RUN = 2
INTERRUPTED = 130


@contextmanager
def noting(issues: list[Issue]) -> Iterator[None]:
    """Notes the issues of what runs inside, so that what comes after it runs too."""
    try:
        yield
    except IssuesError as error:
        issues.extend(error.issues)


def report(error: LadingError) -> int:
    """Print what went wrong, and say which exit code that is."""
    if isinstance(error, IssuesError):
        print_issues(error.issues)
        return FELL_SHORT
    print(error, file=sys.stderr)
    return COULD_NOT_RUN


def print_issues(issues: Iterable[Issue]) -> None:
    """One line for each issue, in the order of files and lines; what fills two tables is at fault only once."""
    faults = {(issue.path or "", issue.line or 0, issue.field or "", issue.message): issue for issue in issues}
    for fault in sorted(faults):
        print(line(faults[fault]), file=sys.stderr)


def line(issue: Issue) -> str:
    """The issue as `file:line: table, field: what; what to do`."""
    place = issue.path if issue.line is None else f"{issue.path}:{issue.line}"
    subject = ", ".join(part for part in (issue.resource, issue.field) if part)
    what = issue.message if issue.hint is None else f"{issue.message}; {issue.hint}"
    return " ".join(": ".join(part for part in (place, subject, what) if part).split())


def run(main: Callable[[], int]) -> NoReturn:
    """Run a script as a process: what can be expected to end it is an exit code and at most one line."""
    try:
        sys.exit(main())
    except BrokenPipeError:  # whoever reads the output has seen enough, as in `| head`
        sys.stderr.close()
        sys.exit(0)
    except OSError as error:
        print(error, file=sys.stderr)
        sys.exit(COULD_NOT_RUN)
    except KeyboardInterrupt:
        sys.exit(INTERRUPTED)
