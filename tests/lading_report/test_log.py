import gc
import tracemalloc
from itertools import islice
from pathlib import Path

import pytest

from lading.issue import Issue, Severity
from lading.report.log import IssueLog
from lading.report.results import Report

BLOCK = 2**16
ENOUGH = 1000


def issue(number: int, code: str = "type-error", field: str = "n") -> Issue:
    return Issue(
        code,
        f"{field} is {number}",
        "a hint",
        "n.csv",
        "n-csv",
        number,
        number + 1,
        field,
        str(number),
        rule="int_type",
    )


def spilled(count: int, block: int = BLOCK) -> IssueLog:
    """A log that had to put some of its issues into a file."""
    return IssueLog((issue(number) for number in range(1, count + 1)), block)


def test_issues_come_back_as_they_were_added_and_as_often_as_wanted() -> None:
    issues = [issue(number) for number in range(ENOUGH)]
    found = IssueLog(issues, BLOCK)
    assert list(found) == issues
    assert list(found) == issues
    assert len(found) == ENOUGH
    assert issues[0] in found
    assert issue(ENOUGH) not in found


def test_every_attribute_survives_the_file() -> None:
    hostile = Issue("a", "b\ud800\0", None, "p\n", None, None, None, "f\x1b", "\udfff" * BLOCK, Severity.WARNING, "r")
    found = IssueLog([hostile, issue(1)], BLOCK)
    assert list(found) == [hostile, issue(1)]
    assert next(iter(found)).severity is Severity.WARNING


def test_several_readers_do_not_disturb_each_other_nor_what_is_added_meanwhile() -> None:
    found = spilled(ENOUGH)
    left, right = iter(found), iter(found)
    assert [one.row for one in islice(left, ENOUGH - 1)] == list(range(1, ENOUGH))
    assert next(right).row == 1
    found.extend(issue(number) for number in range(ENOUGH))
    assert [one.row for one in islice(right, ENOUGH - 1)] == list(range(2, ENOUGH + 1))


def test_memory_does_not_grow_with_the_issues() -> None:
    spilled(ENOUGH)
    tracemalloc.start()
    try:
        found = spilled(100 * ENOUGH)
        assert sum(1 for _ in found) == len(found) == 100 * ENOUGH
        _, peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert peak < 2**20  # as objects they take fifty times as much


def test_huge_cells_do_not_stay_in_memory() -> None:
    tracemalloc.start()
    try:
        found = IssueLog(Issue("type-error", "too long", cell="x" * 2**20, row=row) for row in range(64))
        _, peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert len(found) == 64
    assert peak < 24 * 2**20


@pytest.mark.skipif(not Path("/proc/self/fd").is_dir(), reason="the system does not list open files")
def test_the_file_is_gone_with_the_log() -> None:
    def opened() -> int:
        return sum(1 for _ in Path("/proc/self/fd").iterdir())

    gc.collect()
    before = opened()
    found = spilled(ENOUGH)
    assert opened() == before + 1
    del found
    gc.collect()
    assert opened() == before


def test_a_report_counts_a_log_and_a_tuple_alike() -> None:
    issues = (issue(1), issue(2), issue(3, "unique-error", "key"), Issue("not-checked", "x", severity=Severity.WARNING))
    for report in (Report(issues), Report(IssueLog(issues))):
        assert not report.valid
        assert report.count(Severity.ERROR) == 3
        assert report.counts("code") == {("type-error",): 2, ("unique-error",): 1, ("not-checked",): 1}
        assert report.counts("resource", "field")["n-csv", "n"] == 2
        assert report.counts("rule") == {("int_type",): 3, (None,): 1}


def test_a_report_counts_what_is_added_to_its_log_later() -> None:
    found = IssueLog()
    report = Report(found)
    assert report.valid
    found.add(issue(1))
    assert not report.valid
