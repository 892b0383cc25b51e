import datetime as dt
import tracemalloc
from pathlib import Path

import duckdb
import pandas
import pyarrow.parquet as pq
import pytest

from lading.failures import FailureWriter
from lading.issue import Issue, LadingError
from lading.tables.row import Row
from tests.lading_report.reports import HOSTILE, ship

GANNET = Row(4, 5, {"name": "Gannet", "tonnage": -4.0, "built": dt.date(1871, 3, 2), "insured": None})


def records(file: Path, columns: str = "*") -> list[tuple[object, ...]]:
    return duckdb.execute(f"select {columns} from '{file}'").fetchall()


def test_a_record_is_an_issue_with_the_cells_of_its_row(tmp_path: Path) -> None:
    second = Issue("row-constraint", "too small to be insured", rule="worth_it")
    with FailureWriter(tmp_path / "failures") as writer:
        writer.add("ships-csv", GANNET, [ship(4), second])
    file = tmp_path / "failures/ships-csv.parquet"
    assert records(file) == [
        (4, 5, "constraint-error", "greater_than", "tonnage", ship(4).message, "Gannet", "-4", "1871-03-02", None),
        (4, 5, "row-constraint", "worth_it", None, second.message, "Gannet", "-4", "1871-03-02", None),
    ]
    table = pandas.read_parquet(file)
    assert list(table) == ["row", "line", "code", "rule", "field", "message", "name", "tonnage", "built", "insured"]
    assert list(table.row) == [4, 4]


def test_a_cell_that_could_not_be_read_is_there_as_it_stands(tmp_path: Path) -> None:
    issue = Issue("type-error", "'x' in tonnage is no number", field="tonnage", cell="x", row=2)
    with FailureWriter(tmp_path) as writer:
        writer.add("ships", Row(2, None, {"name": "Skua"}, (issue,)), [issue], ("name", "tonnage", "built"))
    assert records(tmp_path / "ships.parquet") == [
        (2, None, "type-error", None, "tonnage", "'x' in tonnage is no number", "Skua", "x", None)
    ]


def test_a_resource_without_failures_has_no_file(tmp_path: Path) -> None:
    with FailureWriter(tmp_path / "failures") as writer:
        writer.add("ships", GANNET, [])
    assert not (tmp_path / "failures").exists()


def test_nothing_is_written_when_the_run_ends_in_an_exception(tmp_path: Path) -> None:
    (tmp_path / "kept.txt").touch()
    with pytest.raises(KeyboardInterrupt), FailureWriter(tmp_path) as writer:
        writer.add("ships", GANNET, [ship(4)])
        raise KeyboardInterrupt
    assert [path.name for path in tmp_path.iterdir()] == ["kept.txt"]


def test_files_of_an_earlier_run_are_replaced_and_removed_and_other_files_are_not(tmp_path: Path) -> None:
    with FailureWriter(tmp_path) as writer:
        writer.add("ships", GANNET, [ship(4)])
        writer.add("visits", GANNET, [ship(4)])
    duckdb.execute(f"copy (select 1 as one) to '{tmp_path}/mine.parquet'")
    (tmp_path / "broken.parquet").write_bytes(b"no Parquet")
    with FailureWriter(tmp_path) as writer:
        writer.add("ships", GANNET, [ship(5)])
    assert {path.name for path in tmp_path.iterdir()} == {"ships.parquet", "mine.parquet", "broken.parquet"}
    assert [record[5] for record in records(tmp_path / "ships.parquet")] == [ship(5).message]


def test_a_column_with_the_name_of_another_gets_another_name(tmp_path: Path) -> None:
    row = Row(1, 2, {"row": "r", "Code": "c", "code_": "d", "a": "1", "A": "2", "message": "m"})
    with FailureWriter(tmp_path) as writer:
        writer.add("t", row, [Issue("a-code", "says")])
    found = records(tmp_path / "t.parquet", "row, row_, code, Code__, code_, a, A_, message_")
    assert found == [(1, "r", "a-code", "d", "c", "1", "2", "m")]


def test_hostile_names_and_cells_are_kept_and_stay_in_the_folder(tmp_path: Path) -> None:
    folder = tmp_path / "failures"
    with FailureWriter(folder) as writer:
        for text in (*HOSTILE, "", ".", "..", "/", "a/b", "a%2Fb", "CON"):
            writer.add(text, Row(1, 2, {text: text}), [Issue(text, text, field=text, cell=text, rule=text)])
    files = list(folder.iterdir())
    assert len(files) == len(HOSTILE) + 7
    assert [path.name for path in tmp_path.iterdir()] == ["failures"]
    for file in files:
        assert file.is_file() and file.name.isascii() and len(file.name) < 200
        (record,) = pq.read_table(file).to_pylist()
        resource = pq.read_schema(file).metadata[b"lading:failures"].decode()
        assert list(record.values())[-1] == resource


def test_memory_does_not_grow_with_the_rows(tmp_path: Path) -> None:
    tracemalloc.start()
    try:
        with FailureWriter(tmp_path) as writer:
            for number in range(30_000):
                row = Row(number, number + 1, {"name": f"ship {number}", "log": "x" * 200})
                writer.add("ships", row, [ship(number)])
        _, peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert pq.read_metadata(tmp_path / "ships.parquet").num_rows == 30_000
    assert pq.read_metadata(tmp_path / "ships.parquet").num_row_groups > 2
    assert peak < 40 * 2**20


def test_a_folder_that_cannot_be_is_one_line(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(LadingError, match="failing rows cannot be written there"), FailureWriter(tmp_path / "file"):
        pass
