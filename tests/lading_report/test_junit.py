from xml.etree import ElementTree

import pytest

from lading.report.results import Report
from tests.lading_report.reports import EVERYDAY, HOSTILE, HOSTILE_REPORT, VALID, rendered

CHILDREN = {
    "testsuites": ["testsuite"],
    "testsuite": ["properties", "testcase"],
    "properties": ["property"],
    "property": [],
    "testcase": ["skipped", "failure"],
    "skipped": [],
    "failure": [],
}
"""Which elements an element of JUnit XML may hold, in this order."""

ATTRIBUTES = {
    "testsuites": ({"name", "tests", "failures", "errors", "skipped", "time"}, set()),
    "testsuite": ({"name", "tests", "failures", "errors", "skipped", "time"}, set()),
    "properties": (set(), set()),
    "property": ({"name", "value"}, set()),
    "testcase": ({"name", "classname"}, {"file", "time"}),
    "skipped": ({"message"}, set()),
    "failure": ({"message", "type"}, set()),
}
"""Which attributes an element has, and which it may have."""


def parsed(report: Report, limit: int | None = None) -> ElementTree.Element:
    return ElementTree.fromstring(rendered("junit", report, limit))  # noqa: S314 - lading has written it


def suites(report: Report, limit: int | None = None) -> dict[str, ElementTree.Element]:
    return {suite.attrib["name"]: suite for suite in parsed(report, limit)}


@pytest.mark.parametrize("report", [EVERYDAY, HOSTILE_REPORT, VALID, Report(())])
@pytest.mark.parametrize("limit", [0, 1, None])
def test_the_structure_is_that_of_junit(report: Report, limit: int | None) -> None:
    root = parsed(report, limit)
    assert root.tag == "testsuites"
    for element in root.iter():
        allowed = CHILDREN[element.tag]
        assert [child.tag for child in element] == sorted((child.tag for child in element), key=allowed.index)
        required, optional = ATTRIBUTES[element.tag]
        assert required <= element.attrib.keys() <= required | optional
    for whole in (root, *root):
        cases = list(whole.iter("testcase"))
        assert int(whole.attrib["tests"]) == len(cases)
        assert int(whole.attrib["failures"]) == sum(case.find("failure") is not None for case in cases)
        assert int(whole.attrib["skipped"]) == sum(case.find("skipped") is not None for case in cases)
        names = [(case.attrib["classname"], case.attrib["name"]) for case in cases]
        assert len(set(names)) == len(names)


def test_a_suite_is_a_resource_and_a_case_a_rule() -> None:
    found = suites(EVERYDAY)
    assert list(found) == ["ships", "ships-csv", "visits", "(package)"]
    failed = {case.attrib["name"]: case.find("failure") for case in found["ships-csv"].iter("testcase")}
    assert set(failed) == {
        "constraint-error greater_than, field tonnage",
        "constraint-error string_type, field name",
        "row-constraint leaves_after_arriving",
    }
    failure = failed["constraint-error greater_than, field tonnage"]
    assert failure is not None
    assert failure.attrib["message"] == "30 errors: tonnage is -1: input should be greater than 0"
    assert failure.attrib["type"] == "constraint-error"
    assert "data/ships.csv:2, row 1, field tonnage: tonnage is -1" in (failure.text or "")


def test_a_resource_without_errors_passes() -> None:
    (case,) = suites(EVERYDAY)["visits"].iter("testcase")
    assert len(case) == 0
    assert case.attrib["time"] == "0.010"


def test_warnings_are_skipped_cases_beside_a_passed_one() -> None:
    cases = list(suites(Report(tuple(issue for issue in EVERYDAY.issues if issue.code == "not-checked")))["(package)"])
    assert [[child.tag for child in case] for case in cases] == [[], ["skipped"]]


def test_totals_are_those_of_all_issues() -> None:
    cases = suites(EVERYDAY, 4)["ships-csv"].iter("testcase")
    (failure,) = (case.find("failure") for case in cases if "tonnage" in case.attrib["name"])
    assert failure is not None and failure.text is not None
    assert failure.attrib["message"].startswith("30 errors")
    listed = failure.text.strip().splitlines()
    assert listed[-1] == f"… and {30 - (len(listed) - 1)} more (--limit 0 lists all)"
    assert len(listed) - 1 <= 4


def test_notes_are_properties_of_their_suite() -> None:
    note = suites(EVERYDAY)["ships"].find("properties/property")
    assert note is not None
    assert note.attrib == {"name": "note", "value": "url: checked on its distinct values by Pydantic"}


def test_the_file_is_named_as_seen_from_the_folder_of_the_caller() -> None:
    report = Report(EVERYDAY.issues, base="out/talks")
    case = suites(report)["ships-csv"].find("testcase")
    assert case is not None and case.attrib["file"] == "out/talks/data/ships.csv"


def test_what_xml_cannot_hold_is_escaped_and_what_it_can_hold_is_not() -> None:
    output = rendered("junit", HOSTILE_REPORT)
    assert output.isascii()
    names = set(suites(HOSTILE_REPORT))
    assert {HOSTILE[0], HOSTILE[1], HOSTILE[10]} <= names
    assert "\\ud800 lone \\udfff\\ufffe\\uffff" in names
    assert "\\x1b[31mred\\x1b]0;title\\x07\\x00\\x7f\\x9b" in names
