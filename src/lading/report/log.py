"""A log of issues of any length: what is recent stays in memory, the rest waits in a temporary file."""

import pickle
import tempfile
import weakref
from collections import Counter
from collections.abc import Collection, Iterable, Iterator
from dataclasses import fields
from operator import attrgetter
from typing import IO, NamedTuple

from lading.issue import Issue, Severity

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
    """Issues in the order in which they were added; they can be read again and again, also in between.

    The file has no name, and it is gone with the log.
    """

    def __init__(self, issues: Iterable[Issue] = (), block: int = BLOCK) -> None:
        self.tally: Counter[Kind] = Counter()
        self._recent: list[Issue] = []
        self._block_size = block
        self._weight = 0
        self._file: IO[bytes] | None = None
        self._blocks: list[int] = []
        self.extend(issues)

    def add(self, issue: Issue) -> None:
        """Add one issue."""
        self.tally[kind(issue)] += 1
        self._recent.append(issue)
        self._weight += SURROUNDINGS + len(issue.message) + len(issue.cell or "")
        if self._weight >= self._block_size:
            self._spill()

    def extend(self, issues: Iterable[Issue]) -> None:
        """Add several issues, one at a time."""
        for issue in issues:
            self.add(issue)

    def __len__(self) -> int:
        return self.tally.total()

    def __iter__(self) -> Iterator[Issue]:
        number = 0
        while number < len(self._blocks):  # there may be more meanwhile
            yield from self._block(number)
            number += 1
        yield from tuple(self._recent)

    def __contains__(self, issue: object) -> bool:
        return any(one == issue for one in self)

    def _spill(self) -> None:
        if self._file is None:
            self._file = tempfile.TemporaryFile(prefix="lading-")  # noqa: SIM115 - it lives as long as the log
            weakref.finalize(self, self._file.close)
        self._file.seek(0, 2)
        self._blocks.append(self._file.tell())
        pickle.dump([*map(ATTRIBUTES, self._recent)], self._file, pickle.HIGHEST_PROTOCOL)
        self._recent.clear()
        self._weight = 0

    def _block(self, number: int) -> Iterator[Issue]:
        if self._file is None:
            return
        self._file.seek(self._blocks[number])
        # Nobody else can write to a file that has no name.
        for values in pickle.load(self._file):  # noqa: S301
            yield Issue(*values)


def kind(issue: Issue) -> Kind:
    """What the issue is counted under."""
    return Kind(issue.severity, issue.code, issue.rule, issue.resource, issue.field)
