"""Which issues a report lists where it lists no more than some of each code: of every kind of fault, the first ones."""

from collections import Counter, defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping
from typing import NamedTuple, TypeVar

from lading.issue import Issue, Severity
from lading.report.log import BLOCK, IssueLog, Kind
from lading.report.results import Report
from lading.spool import Spool

Key = TypeVar("Key", bound=Hashable)


class Group(NamedTuple):
    """A rule that was broken, in whatever resource."""

    severity: Severity
    code: str
    rule: str | None
    field: str | None


def group(issue: Issue | Kind) -> Group:
    """The group that an issue belongs to."""
    return Group(issue.severity, issue.code, issue.rule, issue.field)


def groups(report: Report) -> dict[Group, int]:
    """How many issues there are of each group: errors first, the groups of a code together, else as they came."""
    found: Counter[Group] = Counter()
    for kind, number in report.tally.items():
        found[group(kind)] += number
    codes = {one: place for place, one in enumerate(dict.fromkeys(one.code for one in found))}
    ordered = sorted(found, key=lambda one: (one.severity != Severity.ERROR, codes[one.code]))
    return {one: found[one] for one in ordered}


def shares(
    counts: Mapping[Group, int], limit: int, together: Callable[[Group], Hashable] = lambda one: one.code
) -> dict[Group, int]:
    """How many issues of each group are listed, so that no more than `limit` of a code are; 0 stands for all.

    The groups of a code share alike: one that has many does not keep the others from being seen. `together` may name
    something else than the code which has to do with so many.
    """
    if not limit:
        return dict(counts)
    families: defaultdict[Hashable, list[Group]] = defaultdict(list)
    for one in counts:
        families[together(one)].append(one)
    given = dict.fromkeys(counts, 0)
    for members in families.values():
        left = limit
        # Those that need least come first: what they leave is for the others.
        for waiting, one in zip(range(len(members), 0, -1), sorted(members, key=counts.__getitem__), strict=True):
            given[one] = min(counts[one], -(-left // waiting))
            left -= given[one]
    return given


def listed(report: Report, limit: int) -> Iterator[Issue]:
    """The issues that are listed, in the order of the report."""
    return first_of(report.issues, shares(groups(report), limit))


def first_of(issues: Iterable[Issue], given: Mapping[Group, int]) -> Iterator[Issue]:
    """The first issues of each group, as many as are given to it."""
    wanted = dict(given)
    left = sum(wanted.values())
    for issue in issues if left else ():
        one = group(issue)
        if wanted[one]:
            wanted[one] -= 1
            left -= 1
            yield issue
        if not left:
            return


def sorted_out(issues: Iterable[Issue], key: Callable[[Issue], Key], n_keys: int) -> dict[Key, IssueLog]:
    """The issues by key, in the order of the first of each, however many; `n_keys` is about how many keys there are."""
    spool = Spool()
    found: dict[Key, IssueLog] = {}
    for issue in issues:
        if (one := key(issue)) not in found:
            found[one] = IssueLog((), BLOCK // max(n_keys, 1), spool)
        found[one].add(issue)
    return found
