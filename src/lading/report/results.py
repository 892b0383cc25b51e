"""What a validation found: issues, and what was read of each resource."""

from collections import Counter
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field

from lading.issue import Issue, Severity
from lading.report.log import IssueLog, Kind, kind


@dataclass(frozen=True, slots=True)
class ResourceResult:
    """What was read of a resource, and how long reading and checking took.

    `notes` say in a line each what was done in another way than usual, such as fields that could not be checked as
    columns.
    """

    resource: str
    rows: int
    columns: int
    n_bytes: int
    seconds: float
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Report:
    """The outcome of a validation: a log of issues, or a few of them as they are.

    `base` is the folder that the paths of the issues start from, as seen from the folder that the caller works in: a
    program that shows issues beside the files has to find these.
    """

    issues: Collection[Issue]
    resources: tuple[ResourceResult, ...] = ()
    base: str = ""
    tally: Mapping[Kind, int] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        counted = self.issues.tally if isinstance(self.issues, IssueLog) else Counter(map(kind, self.issues))
        object.__setattr__(self, "tally", counted)

    @property
    def valid(self) -> bool:
        """Whether there is no error; warnings do not count."""
        return self.count(Severity.ERROR) == 0

    def count(self, severity: Severity) -> int:
        """How many issues of a severity there are."""
        return sum(number for kind, number in self.tally.items() if kind.severity == severity)

    def counts(self, *attributes: str) -> dict[tuple[str | None, ...], int]:
        """How many issues there are by severity, code, rule, resource or field, or several of these together."""
        found: Counter[tuple[str | None, ...]] = Counter()
        for one, number in self.tally.items():
            found[tuple(getattr(one, name) for name in attributes)] += number
        return dict(found)
