from io import StringIO

import pytest

from lading.issue import Issue, Severity
from lading.report import text, wording
from lading.report.results import Report, ResourceResult

ISSUE = Issue("type-error", "'x' in n is no integer", "expected digits", "n.csv", "n-csv", 3, 5, "n", "x")


def shown(report: Report, limit: int = 0) -> str:
    stream = StringIO()
    text.render(report, stream, limit)
    return stream.getvalue()


@pytest.mark.parametrize(
    ("issue", "place"),
    [
        (ISSUE, "n.csv:5, row 3, field n"),
        (Issue("a", "b", path="n.parquet", row=3), "n.parquet, row 3"),
        (Issue("a", "b", resource="n", field="x"), "n, field x"),
        (Issue("a", "b"), ""),
    ],
)
def test_a_place_says_as_much_as_is_known(issue: Issue, place: str) -> None:
    assert wording.place(issue) == place


def test_warnings_leave_a_package_valid() -> None:
    warning = Issue("not-checked", "a rule was not checked", severity=Severity.WARNING)
    assert Report((warning,)).valid
    assert not Report((warning, ISSUE)).valid
    assert "1 error, 1 warning" in wording.verdict(Report((warning, ISSUE)))


def test_an_issue_stays_on_one_line_however_long_and_whatever_is_in_it() -> None:
    message = f"'[bold]x[/] {'y' * 200}' is no integer"
    lines = shown(Report((Issue("type-error", message, path="n.csv"),))).splitlines()
    assert f"  n.csv: {message}" in lines


def test_a_hint_is_not_repeated_from_issue_to_issue() -> None:
    assert shown(Report((ISSUE, ISSUE, ISSUE))).count("expected digits") == 1


def test_the_table_of_resources_shows_numbers_that_can_be_read() -> None:
    output = shown(Report((), (ResourceResult("turns", 1234, 20, 5678901, 0.5),)))
    assert output.splitlines()[1].split() == ["turns", "1,234", "20", "5,678,901", "0.50"]
    assert output.splitlines()[-1] == "valid: 1 table, 1,234 rows, 0 errors, 0 warnings"


def test_nothing_in_a_cell_or_a_name_is_a_command_an_emoji_or_another_line() -> None:
    issue = Issue("type-error", "':bomb:' and '\x1b[31m' in\nn", path="n\n.csv", field="\x1b[2J")
    output = shown(Report((issue,), (ResourceResult("[bold]a\x07b[/bold]", 1, 1, 1, 0.0),)))
    assert "  n\\n.csv, field \\x1b[2J: ':bomb:' and '\\x1b[31m' in\\nn" in output.splitlines()
    assert output.splitlines()[1].startswith("[bold]a\\x07b[/bold]")
