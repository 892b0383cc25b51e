"""What a validation found: issues, and what was read of each resource."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from lading.issue import Issue, Severity


@dataclass(frozen=True, slots=True)
class ResourceResult:
    """What was read of a resource, and how long reading and checking took."""

    resource: str
    rows: int
    columns: int
    n_bytes: int
    seconds: float


@dataclass(frozen=True, slots=True)
class Report:
    """The outcome of a validation."""

    issues: tuple[Issue, ...]
    resources: tuple[ResourceResult, ...] = ()

    @property
    def valid(self) -> bool:
        """Whether there is no error; warnings do not count."""
        return self.count(Severity.ERROR) == 0

    def count(self, severity: Severity) -> int:
        """How many issues of a severity there are."""
        return sum(issue.severity == severity for issue in self.issues)


def first_of_each_code(issues: Iterable[Issue], limit: int) -> Iterator[Issue]:
    """The issues in their order, but no more than `limit` of a code; 0 stands for all."""
    seen: Counter[str] = Counter()
    for issue in issues:
        seen[issue.code] += 1
        if not limit or seen[issue.code] <= limit:
            yield issue
