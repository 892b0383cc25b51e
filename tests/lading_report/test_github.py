import html
import re
from html.parser import HTMLParser
from pathlib import Path

import pytest

from lading.issue import Issue, Severity
from lading.report.log import IssueLog
from lading.report.results import Report
from tests.lading_report.reports import EVERYDAY, HOSTILE_REPORT, VALID, rendered, ship

COMMAND = re.compile(r"::(?P<name>\w+) (?P<properties>[^:]*)::(?P<data>.*)")


@pytest.fixture(autouse=True)
def summary(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    file = tmp_path / "summary.md"
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(file))
    return file


def unescaped(text: str) -> str:
    for code, character in (("%0D", "\r"), ("%0A", "\n"), ("%3A", ":"), ("%2C", ","), ("%25", "%")):
        text = text.replace(code, character)
    return text


def commands(report: Report, limit: int | None = None) -> list[tuple[str, dict[str, str], str]]:
    """The workflow commands as the runner reads them; the last line is none."""
    *lines, last = rendered("github", report, limit).splitlines()
    assert not last.startswith("::")
    found = []
    for line in lines:
        command = COMMAND.fullmatch(line)
        assert command, line
        pairs = [pair.partition("=") for pair in command["properties"].split(",")]
        found.append(
            (command["name"], {name: unescaped(value) for name, _, value in pairs}, unescaped(command["data"]))
        )
    return found


def test_an_annotation_has_file_line_title_and_message() -> None:
    (command,) = commands(Report((ship(4),), base="out/talks"))
    assert command == (
        "error",
        {"file": "out/talks/data/ships.csv", "line": "5", "title": "constraint-error greater_than, field tonnage"},
        "tonnage is -4: input should be greater than 0 (correct the cell, or the constraint in the record model)",
    )


def test_where_no_line_is_known_the_message_tells_the_row() -> None:
    (command,) = commands(Report((ship(4, "ships"),)))
    assert "line" not in command[1]
    assert command[2].startswith("data/ships.parquet, row 4, field tonnage: tonnage is -4")


def test_what_is_shown_is_what_github_shows_and_the_rest_is_counted() -> None:
    found = commands(EVERYDAY)
    assert [name for name, _, _ in found] == ["error"] * 10 + ["warning", "notice"]
    assert found[-1][2] == "… and 53 errors more than are shown here"


def test_one_of_each_rule_comes_before_a_second_and_lines_before_binary_files() -> None:
    found = commands(EVERYDAY)
    assert len({properties["title"] for _, properties, _ in found[:4]}) == 4
    assert all(properties.get("file", "").endswith((".csv", ".json")) for _, properties, _ in found[:10])


def test_hostile_texts_give_no_commands_of_their_own() -> None:
    found = commands(HOSTILE_REPORT)
    assert {name for name, _, _ in found} <= {"error", "warning", "notice"}
    assert all(set(properties) <= {"file", "line", "title"} for _, properties, _ in found)
    name = "a:b,c%\nd::e.csv"
    (command,) = commands(Report((Issue("source-error", "100% gone", path=name),)))
    assert command[1]["file"] == name
    assert command[2].endswith("100% gone")


def test_a_valid_package_has_one_line_and_a_summary(summary: Path) -> None:
    assert rendered("github", VALID) == "valid: 3 tables, 2,003 rows, 0 errors, 0 warnings\n"
    written = summary.read_text(encoding="utf-8")
    assert "| <code>ships &#43;csv</code> | 1,000 | 6 | 23,456 + 65,432 | 0.75 | 0 |" in written
    assert "checked on its distinct values by Pydantic" in written


def test_without_a_file_for_the_summary_none_is_written(monkeypatch: pytest.MonkeyPatch, summary: Path) -> None:
    monkeypatch.delenv("GITHUB_STEP_SUMMARY")
    rendered("github", EVERYDAY)
    assert not summary.exists()


def test_a_summary_is_added_to_what_is_there_and_tells_totals(summary: Path) -> None:
    summary.write_text("before\n", encoding="utf-8")
    rendered("github", EVERYDAY, 4)
    written = summary.read_text(encoding="utf-8")
    assert written.startswith("before\n## ")
    assert "field tonnage</code> (60)" in html.unescape(written)
    assert "… and 57 more" in written


@pytest.mark.parametrize("there", [0, 2**20 - 3000, 2**20])
def test_a_summary_stays_below_what_github_takes(summary: Path, there: int) -> None:
    issues = IssueLog(
        Issue("type-error", "é" * 400, "ü" * 400, row=row, field=f"f{row}", severity=Severity.WARNING)
        for row in range(3000)
    )
    summary.write_bytes(b"x" * there)
    rendered("github", Report(issues), 0)
    assert there <= summary.stat().st_size <= 2**20
    written = summary.read_bytes()[there:].decode()
    if there < 2**20:
        omitted = re.search(r"… and ([\d,]+) issues more", written)
        assert omitted
        assert int(omitted[1].replace(",", "")) == 3000 - written.count("<details>")


class Tags(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.seen: set[str] = set()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert not attrs
        self.seen.add(tag)


def test_nothing_in_a_summary_is_markup_of_others(summary: Path) -> None:
    rendered("github", HOSTILE_REPORT)
    written = summary.read_text(encoding="utf-8")
    parser = Tags()
    parser.feed(written)
    assert parser.seen == {"code", "details", "summary"}
    foreign = re.sub(r"&#\d+;|</?\w+>", "", written)
    assert not set("`*_[]<>~\\@") & set(foreign)
    assert not {"\x1b", "\x00", "\u202e"} & set(written)
