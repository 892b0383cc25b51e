"""A log of issues of any length: what is recent stays in memory, the rest waits in a temporary file."""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator
from dataclasses import fields
from operator import attrgetter
from typing import NamedTuple

from lading.issue import Issue, Severity
from lading.spool import Spool

BLOCK = 2**22
"""How many characters of issues stay in memory before they go to the file."""

SURROUNDINGS = 2**8
"""What an issue without a message takes, in the same unit."""

ATTRIBUTES = attrgetter(*(attribute.name for attribute in fields(Issue)))
"""An issue without its class, which takes less room."""


class Kind(NamedTuple):
    """What issues have in common that are counted together."""

    severity: Severity
    code: str
    rule: str | None
    resource: str | None
    field: str | None


class IssueLog(Collection[Issue]):
    """Issues in the order in which they were added; they can be read again and again, also in between."""

    def __init__(self, issues: Iterable[Issue] = (), block: int = BLOCK, spool: Spool | None = None) -> None:
        self.tally: Counter[Kind] = Counter()
        self._block = block
        self._spool = spool or Spool()
        self._places: list[int] = []
        self._recent: list[Issue] = []
        self._weight = 0
        self.extend(issues)

    def add(self, issue: Issue) -> None:
        """Add one issue."""
        self.tally[kind(issue)] += 1
        self._recent.append(issue)
        self._weight += SURROUNDINGS + len(issue.message) + len(issue.cell or "")
        if self._weight >= self._block:
            self._places.append(self._spool.write([*map(ATTRIBUTES, self._recent)]))
            self._recent.clear()
            self._weight = 0

    def extend(self, issues: Iterable[Issue]) -> None:
        """Add several issues, one at a time."""
        for issue in issues:
            self.add(issue)

    def __len__(self) -> int:
        return self.tally.total()

    def __iter__(self) -> Iterator[Issue]:
        read = 0
        while read < len(self._places):  # there may be more meanwhile
            for values in self._spool.read(self._places[read]):
                yield Issue(*values)
            read += 1
        yield from tuple(self._recent)

    def __contains__(self, issue: object) -> bool:
        return any(one == issue for one in self)


def kind(issue: Issue) -> Kind:
    """What the issue is counted under."""
    return Kind(issue.severity, issue.code, issue.rule, issue.resource, issue.field)
