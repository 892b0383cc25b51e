import json
import os
import subprocess
import sys
from pathlib import Path
from xml.etree import ElementTree

import pytest

from lading.report.formats import FORMATS
from lading.report.log import IssueLog
from lading.report.results import Report
from tests.lading_report.reports import EVERYDAY, HOSTILE_REPORT, VALID, rendered, ship

HEAVY = {"rich", "jinja2", "polars", "pyarrow", "pydantic", "frictionless", "click"}
LOADED = """
import io, sys
from lading.report.formats import FORMATS
from lading.report.results import Report
FORMATS[sys.argv[1]].render(Report(()), io.StringIO())
print(*sys.modules)
"""


@pytest.fixture(autouse=True)
def no_summary(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("GITHUB_STEP_SUMMARY", raising=False)


@pytest.mark.parametrize("name", FORMATS)
@pytest.mark.parametrize("report", [EVERYDAY, HOSTILE_REPORT, VALID])
def test_the_same_report_is_rendered_to_the_same_bytes(name: str, report: Report) -> None:
    assert rendered(name, report).encode() == rendered(name, report).encode()


@pytest.mark.parametrize("name", FORMATS)
def test_a_format_imports_nothing_heavy_and_no_other_format(name: str) -> None:
    run = [sys.executable, "-c", LOADED, name]
    ended = subprocess.run(run, capture_output=True, text=True, check=True)
    loaded = set(ended.stdout.split())
    assert not HEAVY & loaded
    others = {f"lading.report.{other}" for other in FORMATS if other != name}
    assert not others & loaded


MANY = """
import os, sys
from lading.issue import Issue
from lading.report.formats import FORMATS
from lading.report.log import IssueLog
from lading.report.results import Report

name, number, limit = sys.argv[1], int(sys.argv[2]), int(sys.argv[3])
issues = (
    Issue("type-error", f"'x{n}' in n is no integer", "expected digits", "n.csv", "n", n, n + 1, f"f{n % 7}", f"x{n}")
    for n in range(number)
)
report = Report(IssueLog(issues))
with open(os.devnull, "w") as stream:
    FORMATS[name].render(report, stream, limit)
with open("/proc/self/status") as status:
    print(next(line.split()[1] for line in status if line.startswith("VmHWM")))
"""


@pytest.mark.skipif(not Path("/proc/self/status").exists(), reason="the system does not tell the memory of a process")
@pytest.mark.parametrize("name", FORMATS)
def test_memory_does_not_grow_with_the_issues_even_where_all_are_listed(name: str) -> None:
    def peak(number: int) -> int:
        run = [sys.executable, "-c", MANY, name, str(number), "0"]
        environment = {key: value for key, value in os.environ.items() if key != "GITHUB_STEP_SUMMARY"}
        return int(subprocess.run(run, capture_output=True, text=True, check=True, env=environment).stdout)

    assert peak(45_000) < peak(15_000) + 6_000  # kilobytes; as objects, the issues would take some 18,000 more


def test_every_issue_of_many_is_there_where_all_are_asked_for() -> None:
    report = Report(IssueLog(ship(row) for row in range(1, 20_001)))
    assert rendered("text", report, 0).count("input should be") == 20_000
    assert len(json.loads(rendered("json", report, 0))["issues"]) == 20_000
    assert len(json.loads(rendered("sarif", report, 0))["runs"][0]["results"]) == 20_000
    root = ElementTree.fromstring(rendered("junit", report, 0))  # noqa: S314 - lading has written it
    assert len((root.findtext(".//failure") or "").splitlines()) == 20_000
    assert rendered("html", report, 0).count("<tr data-resource=") == 20_000
