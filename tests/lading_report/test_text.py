import json
import os
import pty
import re
import select
from io import StringIO

import pytest

from lading.issue import Issue
from lading.report import text
from lading.report.results import Report
from tests.lading_report.reports import EVERYDAY, HOSTILE_REPORT, SHIPS, VALID, VISITS, rendered, ship


def test_issues_are_grouped_by_rule_with_totals_and_what_to_do() -> None:
    lines = rendered("text", EVERYDAY, 4).splitlines()
    start = lines.index("error constraint-error greater_than, field tonnage (60)")
    assert lines[start + 1 : start + 6] == [
        "  data/ships.csv:2, row 1: tonnage is -1: input should be greater than 0",
        "  data/ships.csv:3, row 2: tonnage is -2: input should be greater than 0",
        "  data/ships.csv:4, row 3: tonnage is -3: input should be greater than 0",
        "    correct the cell, or the constraint in the record model",
        "  … and 57 more (--limit 0 lists all)",
    ]
    assert lines[-1] == "not valid: 3 tables, 2,003 rows, 63 errors, 1 warning"


def test_everything_is_listed_where_there_is_no_limit() -> None:
    output = rendered("text", EVERYDAY, 0)
    assert "more" not in output
    assert output.count("input should be greater than 0") == 60


def test_both_files_of_a_table_are_one_line_and_their_notes_are_said_once() -> None:
    lines = rendered("text", VALID).splitlines()
    assert lines[0].split() == ["resource", "rows", "columns", "bytes", "seconds"]
    assert lines[1].split() == ["ships", "+csv", "1,000", "6", "23,456", "+", "65,432", "0.75"]
    assert lines[2].split() == ["visits", "3", "4", "1,234", "0.01"]
    assert lines[3] == "note: ships +csv: url: checked on its distinct values by Pydantic"
    assert len({len(line) for line in lines[:3]}) == 1


def test_files_of_a_table_that_differ_in_rows_show_both_numbers() -> None:
    report = Report((ship(1),), (SHIPS, type(SHIPS)("ships-csv", 999, 6, 1, 0.1)))
    header, line, *_ = rendered("text", report).splitlines()
    assert header.split()[-1] == "issues"
    assert line.split() == ["ships", "+csv", "1,000", "/", "999", "6", "23,456", "+", "1", "0.35", "1"]


def test_what_no_group_has_room_for_is_counted() -> None:
    issues = tuple(Issue("type-error", "x", field=f"f{number}") for number in range(30))
    output = rendered("text", Report(issues), 20)
    assert output.count("(1)") == 20
    assert "… and 10 more type-error of other rules and fields (--limit 0 lists all)" in output


def test_hostile_texts_are_no_commands_to_a_terminal_or_to_ci() -> None:
    output = rendered("text", HOSTILE_REPORT)
    assert all(line.isprintable() for line in output.split("\n"))
    assert not re.search(r"^\s*::", output, re.MULTILINE)
    assert "##[" not in output and "##vso[" not in output


def on_a_terminal(report: Report, columns: int, monkeypatch: pytest.MonkeyPatch) -> str:
    monkeypatch.setenv("COLUMNS", str(columns))
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.delenv("NO_COLOR", raising=False)
    ours, theirs = pty.openpty()
    with open(theirs, "w", encoding="utf-8") as stream:  # noqa: PTH123 - a descriptor
        stream.reconfigure(newline="\n")
        text.render(report, stream, 3)
        stream.flush()
        shown = b""
        while select.select([ours], [], [], 0.2)[0]:
            shown += os.read(ours, 10_000)
    os.close(ours)
    return shown.decode().replace("\r\n", "\n")


def test_on_a_terminal_lines_are_coloured_and_fit_its_width(monkeypatch: pytest.MonkeyPatch) -> None:
    shown = on_a_terminal(Report((ship(1), ship(2)), (VISITS,)), 60, monkeypatch)
    assert "\x1b[1;31merror constraint-error greater_than, field tonnage (2)\x1b[0m" in shown
    plain = re.sub(r"\x1b\[[\d;]*m", "", shown)
    assert max(map(len, plain.splitlines())) <= 60
    assert "  data/ships.csv:2, row 1: tonnage is -1: input should be\n      greater than 0\n" in plain


def test_nobody_who_wants_none_gets_colours(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    assert "\x1b" not in rendered("text", EVERYDAY)


def test_columns_line_up_whatever_is_in_them() -> None:
    report = Report((), (type(SHIPS)("漢字", 1, 1, 1, 0.1), type(SHIPS)("e\u0301", 22, 1, 1, 0.1)))
    _, wide, narrow, *_ = rendered("text", report).splitlines()
    assert wide.startswith("漢字         1 ")
    assert narrow.startswith("e\u0301           22 ")


@pytest.mark.parametrize("report", [EVERYDAY, HOSTILE_REPORT, VALID, Report(())])
@pytest.mark.parametrize("limit", [0, 4])
def test_json_is_one_object_with_a_line_for_each_issue(report: Report, limit: int) -> None:
    output = rendered("json", report, limit)
    found = json.loads(output)
    assert list(found) == ["valid", "counts", "issues", "tables"]
    assert found["counts"]["error"] + found["counts"]["warning"] == len(report.issues)
    assert output.isascii()
    if not limit:
        assert found["issues"] == [issue.as_json() for issue in report.issues]
    assert [table["resource"] for table in found["tables"]] == [result.resource for result in report.resources]
    assert [table["notes"] for table in found["tables"]] == [list(result.notes) for result in report.resources]
    assert len(output.splitlines()) <= 8 + len(found["issues"]) + len(found["tables"])
    assert StringIO(output).readline() == "{\n"
