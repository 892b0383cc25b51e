import datetime as dt
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from lading.column import COLUMN_TYPES, ColumnType, columns
from lading.descriptor import Dialect
from lading.issue import Issue, IssuesError
from lading.record import Record
from lading.tables.cells import parse
from lading.tables.read import read_csv, read_parquet
from lading.tables.row import Row
from lading.tables.write import write_csv, write_parquet
from tests.lading_validate.harbour import Rig, Ship, Visit

SHIPS, VISITS = columns(Ship), columns(Visit)

texts = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), min_size=1)
ships = st.builds(
    Ship,
    ship_id=st.from_regex(r"[a-z0-9-]+", fullmatch=True),
    name=texts,
    rig=st.sampled_from(Rig),
    tonnage=st.none() | st.floats(min_value=0, exclude_min=True, allow_infinity=False),
    built=st.none() | st.dates(min_value=dt.date(1000, 1, 1)),
    insured=st.none() | st.booleans(),
)


def values(rows: list[Row]) -> list[dict[str, Any]]:
    return [dict(row.values) for row in rows]


def write_text(folder: Path, text: str) -> Path:
    file = folder / "table.csv"
    file.write_text(text, encoding="utf-8", newline="")
    return file


def fault(file: Path) -> Issue:
    with pytest.raises(IssuesError) as caught:
        list(read_csv(file, VISITS) if file.suffix == ".csv" else read_parquet(file, VISITS))
    (issue,) = caught.value.issues
    return issue


@settings(deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(ships, unique_by=lambda ship: ship.ship_id))
def test_both_formats_read_back_what_was_written(tmp_path: Path, records: list[Ship]) -> None:
    write_csv(tmp_path / "ships.csv", Ship, records)
    write_parquet(tmp_path / "ships.parquet", Ship, records, {})
    text, binary = list(read_csv(tmp_path / "ships.csv", SHIPS)), list(read_parquet(tmp_path / "ships.parquet", SHIPS))
    assert values(text) == values(binary) == [record.model_dump() for record in sorted(records, key=_key)]
    assert [row.number for row in text] == [row.number for row in binary] == list(range(1, len(records) + 1))


def _key(record: Record) -> tuple[Any, ...]:
    return record.key


@given(st.sampled_from(sorted(set(COLUMN_TYPES.values()))), st.text())
def test_a_cell_has_a_value_of_its_type_or_none_at_all(column_type: ColumnType, text: str) -> None:
    python_types = {name: python_type for python_type, name in COLUMN_TYPES.items()}
    try:
        value = parse(column_type, text)
    except ValueError:
        return
    assert type(value) is python_types[column_type]


@pytest.mark.parametrize(
    ("column_type", "text"),
    [
        ("integer", "1_000"),
        ("integer", " 1"),
        ("integer", "1.0"),
        ("integer", "\N{ARABIC-INDIC DIGIT ONE}"),
        ("number", "1,5"),
        ("number", "."),
        ("boolean", "yes"),
        ("boolean", "tRUE"),
        ("date", "20200131"),
        ("date", "2020-02-30"),
        ("time", "24:00:01"),
        ("time", "12:00"),
        ("datetime", "2020-01-31"),
        ("datetime", "2020-01-31 12:00:00"),
    ],
)
def test_a_cell_that_table_schema_does_not_allow_has_no_value(column_type: ColumnType, text: str) -> None:
    with pytest.raises(ValueError):
        parse(column_type, text)


def test_a_line_is_that_of_the_file_and_a_row_that_of_the_table(tmp_path: Path) -> None:
    file = write_text(tmp_path, 'ship_id,number,arrived,left\r\n"a\r\nb",1,1880-05-01,\r\n\r\nc,x,1880-05-01,\r\n')
    rows = list(read_csv(file, VISITS))
    assert [(row.number, row.line) for row in rows] == [(1, 2), (2, 4), (3, 5)]
    assert [(issue.code, issue.row, issue.line) for row in rows for issue in row.issues] == [
        ("blank-row", 2, 4),
        ("type-error", 3, 5),
    ]


def test_a_wrong_byte_is_found_with_its_line_however_far_down_it_is(tmp_path: Path) -> None:
    file = tmp_path / "table.csv"
    file.write_bytes(b"ship_id,number,arrived,left\n" + b"gannet,1,1880-05-01,\n" * 20_000 + b"g\xe9,1,1880-05-01,\n")
    assert (fault(file).code, fault(file).line) == ("encoding-error", 20_002)


def test_a_column_of_another_type_is_one_issue_however_many_rows_there_are(tmp_path: Path) -> None:
    table = pa.table({"ship_id": ["a"] * 50, "number": ["1"] * 50, "arrived": ["1880"] * 50, "left": pa.nulls(50)})
    pq.write_table(table.drop_columns(["arrived"]).append_column("arrived", pa.nulls(50)), tmp_path / "t.parquet")
    issue = fault(tmp_path / "t.parquet")
    assert (issue.code, issue.field, issue.row) == ("type-error", "number", None)


def test_columns_of_parquet_come_in_any_order_and_encoding(tmp_path: Path) -> None:
    day = dt.date(1880, 5, 1)
    table = pa.table(
        {
            "left": pa.array([None], pa.null()),
            "arrived": pa.array([day], pa.date32()),
            "number": pa.array([1], pa.uint8()),
            "ship_id": pa.array(["gannet"]).dictionary_encode(),
        }
    )
    pq.write_table(table, tmp_path / "t.parquet")
    (row,) = read_parquet(tmp_path / "t.parquet", VISITS)
    assert row.values == {"ship_id": "gannet", "number": 1, "arrived": day, "left": None}


def test_a_row_of_nothing_is_blank_in_parquet_too(tmp_path: Path) -> None:
    table = pa.table({column.name: pa.nulls(1) for column in VISITS})
    pq.write_table(table, tmp_path / "t.parquet")
    (row,) = read_parquet(tmp_path / "t.parquet", VISITS)
    assert [issue.code for issue in row.issues] == ["blank-row"]


@pytest.mark.parametrize("dialect", [{"delimiter": "\n"}, {"delimiter": '"'}, {"escape_char": "\n", "delimiter": "\r"}])
def test_a_dialect_that_no_file_can_have_is_no_crash(dialect: dict[str, str], tmp_path: Path) -> None:
    file = write_text(tmp_path, "ship_id,number,arrived,left\n")
    with pytest.raises(IssuesError):
        list(read_csv(file, VISITS, Dialect.model_validate(dialect)))
