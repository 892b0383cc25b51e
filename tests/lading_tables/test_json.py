import datetime as dt
import gzip
import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from lading.descriptor import Dialect
from lading.tables.opening import open_table
from lading.tables.records.json_text import json_rows
from lading.tables.source import TableFiles
from tests.lading_tables.sources import codes, columns, faults, opened, schema, values

COLUMNS = columns(n="integer", name="string", day="date", ratio="number", open="boolean")
OBJECT = {"n": 1, "name": "gannet", "day": "1880-05-01", "ratio": 2, "open": True}
RECORD = {"n": 1, "name": "gannet", "day": dt.date(1880, 5, 1), "ratio": 2.0, "open": True}
ARRAYS = [list(OBJECT), list(OBJECT.values())]

scalars = st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | st.text()
rows = st.lists(st.dictionaries(st.text(max_size=3), scalars | st.lists(scalars, max_size=2), max_size=3), max_size=4)


def write(folder: Path, content: Any, name: str = "t.json") -> Path:
    text = content if isinstance(content, str) else json.dumps(content)
    (folder / name).write_text(text, encoding="utf-8")
    return folder / name


@pytest.mark.parametrize("content", [[OBJECT], ARRAYS])
def test_json_holds_objects_or_arrays_below_a_header(content: Any, tmp_path: Path) -> None:
    source = opened(write(tmp_path, content), "json", COLUMNS)
    assert values(source) == [RECORD]
    assert source.row_by_row is not None


@pytest.mark.parametrize("content", [[OBJECT], ARRAYS])
def test_rows_may_stand_in_the_descriptor(content: Any) -> None:
    assert values(opened(None, "json", COLUMNS, data=content)) == [RECORD]


def test_data_in_a_descriptor_of_yaml_may_hold_days() -> None:
    assert values(opened(None, "json", COLUMNS, data=[RECORD])) == [RECORD]


def test_each_line_of_a_file_may_be_a_row(tmp_path: Path) -> None:
    file = write(tmp_path, f"{json.dumps(OBJECT)}\n\n{{\n[1]\n{json.dumps(OBJECT)}", "t.ndjson")
    source = opened(file, "ndjson", COLUMNS)
    assert [(row.number, row.line) for row in source.rows()] == [(n, n) for n in range(1, 6)]
    assert [[code for code, _ in row] for row in codes(source)] == [
        [],
        ["blank-row"],
        ["source-error"],
        ["source-error"],
        [],
    ]


def test_a_compressed_file_is_decompressed(tmp_path: Path) -> None:
    (tmp_path / "t.json.gz").write_bytes(gzip.compress(json.dumps([OBJECT]).encode()))
    files = TableFiles((tmp_path / "t.json.gz",), "json", Dialect(), compression="gz")
    assert values(open_table(files, COLUMNS, None)) == [RECORD]


def test_rows_may_be_a_property_of_an_object(tmp_path: Path) -> None:
    file = write(tmp_path, {"response": {"rows": [OBJECT]}})
    assert values(opened(file, "json", COLUMNS, property="response.rows")) == [RECORD]
    assert [issue.code for issue in faults(opened(file, "json", COLUMNS, property="response.row"))] == ["source-error"]


def test_several_files_go_on_counting(tmp_path: Path) -> None:
    files = [write(tmp_path, [OBJECT], "a.json"), write(tmp_path, ARRAYS, "b.json")]
    source = opened(files, "json", COLUMNS)
    assert [(row.number, dict(row.values)) for row in source.rows()] == [(1, RECORD), (2, RECORD)]


@pytest.mark.parametrize(
    ("field", "cell"),
    [
        ("n", 1.5),
        ("n", True),
        ("n", "one"),
        ("n", [1]),
        ("name", 5),
        ("name", {"a": 1}),
        ("name", "half of a character: \ud83d"),
        ("day", 18800501),
        ("day", "1880-05-32"),
        ("ratio", "2,5"),
        ("ratio", False),
        ("ratio", 10**400),
        ("open", 1),
        ("open", "perhaps"),
    ],
)
def test_a_cell_of_another_type_is_an_issue_with_its_place(field: str, cell: Any, tmp_path: Path) -> None:
    for content in ([OBJECT, {**OBJECT, field: cell}], [*ARRAYS, list({**OBJECT, field: cell}.values())]):
        source = opened(write(tmp_path, content), "json", COLUMNS)
        assert codes(source) == [[], [("type-error", field)]]
        for row in source.rows():
            for issue in row.issues:
                assert (issue.row, (issue.cell or "").encode()) == (2, (issue.cell or "").encode())


@pytest.mark.parametrize("cell", [1.0, "1", 1e0])
def test_a_whole_number_may_be_written_in_several_ways(cell: Any, tmp_path: Path) -> None:
    assert values(opened(write(tmp_path, [{**OBJECT, "n": cell}]), "json", COLUMNS)) == [RECORD]


def test_null_an_absent_cell_and_a_missing_value_are_the_same(tmp_path: Path) -> None:
    missing = schema(COLUMNS, missingValues=["", "-"])
    file = write(
        tmp_path, [OBJECT, {"n": 2}, {**dict.fromkeys(OBJECT), "n": 2}, {**dict.fromkeys(OBJECT, "-"), "n": 2}]
    )
    assert values(opened(file, "json", COLUMNS, missing))[1:] == [{**dict.fromkeys(OBJECT), "n": 2}] * 3


def test_a_row_of_nothing_is_blank(tmp_path: Path) -> None:
    content = [OBJECT, {}, dict.fromkeys(OBJECT)]
    assert codes(opened(write(tmp_path, content), "json", COLUMNS))[1:] == [[("blank-row", None)]] * 2


def test_arrays_of_another_width_miss_cells_or_have_more(tmp_path: Path) -> None:
    source = opened(write(tmp_path, [*ARRAYS, [1, "a", None, 1], [*OBJECT.values(), 5]]), "json", COLUMNS)
    assert codes(source) == [[], [("missing-cell", "open")], [("extra-cell", None)]]


def test_a_label_that_is_not_described_is_one_issue_or_allowed(tmp_path: Path) -> None:
    file = write(tmp_path, [{"colour": "grey", **OBJECT}])
    assert [issue.code for issue in faults(opened(file, "json", COLUMNS))] == ["extra-label"]
    assert values(opened(file, "json", COLUMNS, schema(COLUMNS, "subset"))) == [RECORD]


def test_a_cell_that_is_not_described_is_an_issue_of_its_row(tmp_path: Path) -> None:
    source = opened(write(tmp_path, [OBJECT, {**OBJECT, "colour": "grey"}]), "json", COLUMNS)
    assert codes(source) == [[], [("extra-cell", None)]]


def test_columns_of_arrays_match_as_the_schema_says(tmp_path: Path) -> None:
    file = write(tmp_path, [["day", "n"], ["1880-05-01", 1]])
    (first, *_, last) = faults(opened(file, "json", COLUMNS))
    assert (first.code, first.line, last.code, last.field) == ("incorrect-label", None, "missing-label", "open")
    assert values(opened(file, "json", COLUMNS, schema(COLUMNS, "superset"))) == [
        {"n": 1, "name": None, "day": dt.date(1880, 5, 1), "ratio": None, "open": None}
    ]


@pytest.mark.parametrize(
    "text",
    [
        "",
        "5",
        "{}",
        "[",
        "[{]",
        '[{"n": 1}',
        '[{"n": 1},',
        '[{"n": 1},]',
        '[{"n": 1} {"n": 2}]',
        '[{"n": 1}] 5',
        '[{"n": NaN}]',
        '[{"n": -Infinity}]',
        '[{"n": ' + "9" * 5_000 + "}]",
        "[" * 200_000,
        '[{"n":' * 50_000,
        "\ufeff\ufeff[]",
        "[{'n': 1}]",
    ],
)
def test_what_is_no_json_is_one_issue(text: str, tmp_path: Path) -> None:
    (issue,) = faults(opened(write(tmp_path, text), "json", COLUMNS))
    assert issue.code == "source-error"
    assert len(issue.message) < 200


def test_a_byte_that_is_no_text_is_one_issue(tmp_path: Path) -> None:
    (tmp_path / "t.json").write_bytes(b'[{"name": "caf\xe9"}]')
    (issue,) = faults(opened(tmp_path / "t.json", "json", COLUMNS))
    assert issue.code == "encoding-error"


@settings(deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(rows, st.integers(1, 7), st.sampled_from([None, 0, 3]))
def test_rows_are_the_same_however_the_text_is_cut(content: list[Any], size: int, indent: int | None) -> None:
    text = json.dumps(content, indent=indent)
    parts = [text[start : start + size] for start in range(0, len(text), size)]
    assert [entry.cells for entry in json_rows(parts, Dialect())] == content
