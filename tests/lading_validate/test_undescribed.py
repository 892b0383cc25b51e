"""Tables that nobody described, read by convention."""

from pathlib import Path

import pytest

from lading.issue import Issue, Severity
from lading.validate import validate


def issues(path: Path, text: str) -> list[Issue]:
    path.write_text(text, encoding="utf-8", newline="")
    return list(validate(path).issues)


@pytest.mark.parametrize(("delimiter", "shown"), [(";", '";"'), ("\t", '"\\t"'), ("|", '"|"')])
def test_a_table_that_another_delimiter_would_divide_is_a_warning_that_names_it(
    delimiter: str, shown: str, tmp_path: Path
) -> None:
    (issue,) = issues(tmp_path / "t.csv", "ship,berth,length\n1,2,3\n4,5,6\n".replace(",", delimiter))
    assert (issue.code, issue.severity, issue.path) == ("doubtful-delimiter", Severity.WARNING, "t.csv")
    assert shown in (issue.hint or "")
    assert validate(tmp_path / "t.csv").valid


def test_decimal_commas_do_not_hide_the_semicolons_of_the_header(tmp_path: Path) -> None:
    found = issues(tmp_path / "t.csv", "ship;length\ngannet;12,5\nskua;9,25\n")
    assert [issue.code for issue in found] == ["doubtful-delimiter", "extra-cell", "extra-cell"]


@pytest.mark.parametrize(
    "text",
    [
        "remark\ncalm; no wind\nfog\n",
        "remark; of the harbour master\ncalm\nfog; no wind\n",
        "ship;berth\n",
        "ship;berth\n1;2\n3\n",
        '"ship;berth"\n"1;2"\n',
        "ship\n",
        "ship,berth\n1;2,3\n",
    ],
    ids=["in cells", "in the header", "no rows", "rows of other lengths", "quoted", "alone", "several columns"],
)
def test_one_column_with_marks_in_it_is_no_doubt(text: str, tmp_path: Path) -> None:
    assert not [issue for issue in issues(tmp_path / "t.csv", text) if issue.code == "doubtful-delimiter"]


def test_a_delimiter_that_a_descriptor_names_is_not_doubted(tmp_path: Path) -> None:
    (tmp_path / "t.csv").write_text("ship;berth\n1;2\n", encoding="utf-8")
    descriptor = tmp_path / "datapackage.json"
    descriptor.write_text('{"resources": [{"name": "t", "path": "t.csv", "dialect": {"delimiter": ","}}]}')
    assert not [issue for issue in validate(descriptor).issues if issue.code == "doubtful-delimiter"]
