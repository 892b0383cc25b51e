import datetime as dt
import sys
import zipfile
from pathlib import Path

import pytest

from lading.tables.source import UnreadableFormatError
from tests.lading_tables.sources import codes, columns, faults, opened, values

openpyxl = pytest.importorskip("openpyxl", reason="the extra lading[spreadsheets] is not installed")
ezodf = pytest.importorskip("ezodf", reason="the extra lading[spreadsheets] is not installed")

COLUMNS = columns(n="integer", name="string", day="date", at="time", arrived="datetime", open="boolean", ratio="number")
RECORD = {
    "n": 1,
    "name": "gannet",
    "day": dt.date(1980, 5, 1),
    "at": dt.time(12, 30),
    "arrived": dt.datetime(1980, 5, 1, 6, 7, 8),  # noqa: DTZ001
    "open": True,
    "ratio": 1.5,
}


def workbook(folder: Path, *rows: list[object], sheet: str = "Ships") -> Path:
    book = openpyxl.Workbook()
    book.active.title = "Notes"
    book.active.append(["nothing of interest"])
    page = book.create_sheet(sheet)
    for row in (list(RECORD), *rows):
        page.append(row)
    book.save(folder / "t.xlsx")
    return folder / "t.xlsx"


def test_cells_of_a_workbook_have_the_types_of_their_columns(tmp_path: Path) -> None:
    source = opened(workbook(tmp_path, list(RECORD.values())), "xlsx", COLUMNS, sheetNumber=2)
    assert values(source) == [RECORD]
    assert source.row_by_row is not None


def test_a_sheet_is_found_by_its_name(tmp_path: Path) -> None:
    file = workbook(tmp_path, list(RECORD.values()))
    assert values(opened(file, "xlsx", COLUMNS, sheetName="Ships")) == [RECORD]
    assert values(opened(file, "xlsx", COLUMNS, excel={"sheet": "Ships"})) == [RECORD]
    (issue,) = faults(opened(file, "xlsx", COLUMNS, sheetName="Boats"))
    assert (issue.code, "Boats" in issue.message) == ("source-error", True)


def test_blank_rows_count_but_not_at_the_end_of_the_sheet(tmp_path: Path) -> None:
    file = workbook(tmp_path, [1], [None], [2], [None, ""], [None])
    assert codes(opened(file, "xlsx", COLUMNS, sheetNumber=2)) == [[], [("blank-row", None)], []]


def test_cells_of_other_types_and_beyond_the_columns_are_issues(tmp_path: Path) -> None:
    file = workbook(tmp_path, ["x"], [1, 2], [*RECORD.values(), "more"], [1.0, "1"], [1.5])
    assert codes(opened(file, "xlsx", COLUMNS, sheetNumber=2)) == [
        [("type-error", "n")],
        [("type-error", "name")],
        [("extra-cell", None)],
        [],
        [("type-error", "n")],
    ]


def test_labels_of_a_sheet_are_compared_with_the_schema(tmp_path: Path) -> None:
    (issue,) = faults(opened(workbook(tmp_path), "xlsx", COLUMNS[:-1], sheetNumber=2))
    assert (issue.code, issue.field, issue.line) == ("extra-label", "ratio", None)


def test_a_document_of_open_office_is_read(tmp_path: Path) -> None:
    document = ezodf.newdoc("ods", str(tmp_path / "t.ods"))
    sheet = ezodf.Sheet("Ships", size=(2, 7))
    document.sheets += sheet
    cells = [
        (1, None),
        ("gannet", None),
        ("1980-05-01", "date"),
        ("PT12H30M00S", "time"),
        ("1980-05-01T06:07:08", "date"),
    ]
    for place, name in enumerate(RECORD):
        sheet[0, place].set_value(name)
    for place, (value, kind) in enumerate([*cells, (True, None), (1.5, None)]):
        sheet[1, place].set_value(*((value,) if kind is None else (value, kind)))
    document.save()
    assert values(opened(tmp_path / "t.ods", "ods", COLUMNS)) == [RECORD]


@pytest.mark.parametrize("file_format", ["xlsx", "xls", "ods"])
@pytest.mark.parametrize("content", [b"", b"PK\x03\x04nothing", b"\xd0\xcf\x11\xe0" + b"\0" * 600])
def test_what_is_no_spreadsheet_is_one_issue(file_format: str, content: bytes, tmp_path: Path) -> None:
    (tmp_path / "t").write_bytes(content)
    (issue,) = faults(opened(tmp_path / "t", file_format, COLUMNS))
    assert issue.code == "source-error"


def test_a_spreadsheet_that_unpacks_to_gigabytes_is_one_issue(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "t.xlsx", "w", zipfile.ZIP_DEFLATED) as archive, archive.open("a", "w") as member:
        for _ in range(600):
            member.write(b"\0" * 2**20)
    (issue,) = faults(opened(tmp_path / "t.xlsx", "xlsx", COLUMNS))
    assert "unpacked" in issue.message


def test_a_missing_extra_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "openpyxl", None)
    with pytest.raises(UnreadableFormatError, match=r"lading\[spreadsheets\]"):
        opened(tmp_path / "t.xlsx", "xlsx", COLUMNS)


def test_a_format_that_is_none_of_tables_is_named(tmp_path: Path) -> None:
    with pytest.raises(UnreadableFormatError, match="docx"):
        opened(tmp_path / "t.docx", "docx", COLUMNS)
