from collections import Counter

from hypothesis import given
from hypothesis import strategies as st

from lading.issue import Issue, Severity
from lading.report.listing import group, groups, listed, shares, sorted_out
from lading.report.results import Report
from tests.lading_report.reports import EVERYDAY

codes = st.sampled_from(["type-error", "constraint-error", "unique-error"])
fields = st.none() | st.sampled_from(["a", "b", "c", "d"])
reports = st.lists(
    st.builds(Issue, codes, st.just("says"), field=fields, severity=st.sampled_from(Severity)), max_size=60
).map(lambda issues: Report(tuple(issues)))


@given(report=reports, limit=st.integers(0, 12))
def test_no_more_than_the_limit_of_a_code_is_listed_and_no_less_than_there_is(report: Report, limit: int) -> None:
    chosen = list(listed(report, limit))
    found = Counter(issue.code for issue in report.issues)
    wanted = {code: min(number, limit) if limit else number for code, number in found.items()}
    assert Counter(issue.code for issue in chosen) == Counter(wanted)
    places = iter(report.issues)
    assert all(any(one is issue for one in places) for issue in chosen), "they are in the order of the report"


@given(report=reports, limit=st.integers(1, 12))
def test_every_group_has_its_share(report: Report, limit: int) -> None:
    counts = groups(report)
    given_to = shares(counts, limit)
    for one, number in counts.items():
        rivals = sum(other.code == one.code for other in counts)
        assert given_to[one] >= min(number, limit // rivals)


def test_errors_come_before_warnings_and_the_groups_of_a_code_together() -> None:
    found = list(groups(EVERYDAY))
    assert [one.code for one in found] == [
        "constraint-error",
        "constraint-error",
        "row-constraint",
        "package-error",
        "not-checked",
    ]


def test_many_issues_with_many_keys_share_one_file() -> None:
    issues = [Issue("type-error", "x" * 1000, field=f"f{number % 700}", row=number) for number in range(14_000)]
    found = sorted_out(issues, group, 700)
    assert len(found) == 700
    for number, (one, members) in enumerate(found.items()):
        assert one.field == f"f{number}"
        assert [issue.row for issue in members] == list(range(number, 14_000, 700))


def test_listing_a_few_of_many_does_not_read_them_all() -> None:
    class Counted(tuple[Issue, ...]):
        __slots__ = ()

        def __iter__(self):  # type: ignore[no-untyped-def]
            for issue in super().__iter__():
                read.append(issue)
                yield issue

    read: list[Issue] = []
    report = Report(Counted(Issue("a", "x", row=row) for row in range(1000)))
    read.clear()
    assert len(list(listed(report, 3))) == len(read) == 3
