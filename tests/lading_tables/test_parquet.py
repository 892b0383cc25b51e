import datetime as dt
from pathlib import Path

import duckdb
import pandas
import polars as pl
import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from tests.lading_tables.sources import codes, column, columns, faults, in_order, opened, schema, values

COLUMNS = columns(n="integer", name="string", day="date")
ROWS = [{"n": n, "name": f"ship {n}", "day": dt.date(2020, 1, n)} for n in range(1, 8)]
PARTED = columns(n="integer", name="string", year="integer", port="string")


def write(file: Path, rows: list[dict[str, object]]) -> Path:
    file.parent.mkdir(parents=True, exist_ok=True)
    pq.write_table(pa.Table.from_pylist(rows), file)
    return file


def with_pyarrow(file: Path) -> None:
    pq.write_table(pa.Table.from_pylist(ROWS), file)


def with_polars(file: Path) -> None:
    pl.DataFrame(ROWS).write_parquet(file)


def with_pandas(file: Path) -> None:
    pandas.DataFrame(ROWS).to_parquet(file)


def with_duckdb(file: Path) -> None:
    frame = pl.DataFrame(ROWS)
    with duckdb.connect() as connection:
        connection.register("frame", frame.to_arrow())
        connection.execute(f"copy frame to '{file}' (format parquet)")


@pytest.mark.parametrize("write_with", [with_pyarrow, with_polars, with_pandas, with_duckdb])
def test_parquet_of_any_writer_says_the_same(write_with: object, tmp_path: Path) -> None:
    assert callable(write_with)
    write_with(tmp_path / "t.parquet")
    source = opened(tmp_path / "t.parquet", "parquet", COLUMNS)
    assert source.row_by_row is None
    assert values(source) == ROWS
    assert in_order(list(source.batches())) == list(source.rows())


def test_several_files_are_one_table_in_their_order(tmp_path: Path) -> None:
    files = [write(tmp_path / "b.parquet", ROWS[:3]), write(tmp_path / "a.parquet", ROWS[3:])]
    source = opened(files, "parquet", COLUMNS)
    assert values(source) == ROWS
    assert [row.number for row in source.rows()] == list(range(1, 8))


def test_a_folder_is_read_in_the_order_of_its_names_without_what_is_hidden(tmp_path: Path) -> None:
    write(tmp_path / "t" / "part-1.parquet", ROWS[3:])
    write(tmp_path / "t" / "part-0.parquet", ROWS[:3])
    write(tmp_path / "t" / "_metadata", ROWS)
    write(tmp_path / "t" / ".part-2.parquet.crc", ROWS)
    (tmp_path / "t" / "_SUCCESS").touch()
    assert values(opened(tmp_path / "t", "parquet", COLUMNS)) == ROWS


def test_names_of_folders_are_cells_of_their_columns(tmp_path: Path) -> None:
    write(tmp_path / "t" / "year=2021" / "port=Baku" / "0.parquet", [{"n": 3, "name": "c"}])
    write(tmp_path / "t" / "year=2020" / "port=Port%20Said" / "0.parquet", [{"n": 1, "name": "a"}])
    write(tmp_path / "t" / "year=2020" / "port=__HIVE_DEFAULT_PARTITION__" / "0.parquet", [{"n": None, "name": "b"}])
    source = opened(tmp_path / "t", "parquet", PARTED)
    assert (
        values(source)
        == [
            {"n": 1, "name": "a", "year": 2020, "port": "Port Said"},
            {"n": None, "name": "b", "year": 2020, "port": None},
            {"n": 3, "name": "c", "year": 2021, "port": "Baku"},
        ]
        or values(source)[0]["port"] is None
    )
    assert in_order(list(source.batches())) == list(source.rows())
    files = sorted((tmp_path / "t").rglob("*.parquet"))
    assert values(opened(files, "parquet", PARTED)) == values(source)


def test_a_folder_that_no_column_is_called_after_says_nothing(tmp_path: Path) -> None:
    file = write(tmp_path / "run=5" / "t.parquet", ROWS)
    assert values(opened(file, "parquet", COLUMNS)) == ROWS


def test_partitions_that_duckdb_and_polars_write_are_read(tmp_path: Path) -> None:
    rows = [{"n": n, "name": f"ship {n}", "year": 2020 + n % 2, "port": "Baku"} for n in range(6)]
    frame = pl.DataFrame(rows)
    with duckdb.connect() as connection:
        connection.register("frame", frame.to_arrow())
        connection.execute(f"copy frame to '{tmp_path / 'd'}' (format parquet, partition_by (year, port))")
    frame.write_parquet(tmp_path / "p", partition_by=["year"])
    for folder in ("d", "p"):
        found = values(opened(tmp_path / folder, "parquet", PARTED))
        assert sorted(found, key=lambda row: row["n"]) == rows


def test_a_folder_whose_name_is_no_value_of_its_column_is_one_issue(tmp_path: Path) -> None:
    write(tmp_path / "t" / "year=soon" / "port=Baku" / "0.parquet", [{"n": 1, "name": "a"}])
    (issue,) = faults(opened(tmp_path / "t", "parquet", PARTED))
    assert (issue.code, issue.field, issue.cell) == ("type-error", "year", "soon")


def test_a_link_out_of_the_folder_is_not_followed(tmp_path: Path) -> None:
    write(tmp_path / "secret.parquet", ROWS)
    (tmp_path / "t").mkdir()
    (tmp_path / "t" / "a.parquet").symlink_to(tmp_path / "secret.parquet")
    (issue,) = faults(opened(tmp_path / "t", "parquet", COLUMNS))
    assert issue.code == "source-error"


def test_a_folder_that_contains_itself_is_no_hang(tmp_path: Path) -> None:
    write(tmp_path / "t" / "a.parquet", ROWS)
    (tmp_path / "t" / "b").symlink_to(tmp_path / "t", target_is_directory=True)
    assert [issue.code for issue in faults(opened(tmp_path / "t", "parquet", COLUMNS))] == ["source-error"]


def test_an_empty_folder_is_one_issue(tmp_path: Path) -> None:
    (tmp_path / "t").mkdir()
    assert [issue.code for issue in faults(opened(tmp_path / "t", "parquet", COLUMNS))] == ["source-error"]


@pytest.mark.parametrize("match", ["exact", "equal", "subset", "superset", "partial"])
def test_columns_may_be_more_or_fewer_where_the_schema_says_so(match: str, tmp_path: Path) -> None:
    fewer, more = (
        write(tmp_path / "fewer.parquet", [{"n": 1, "name": "a"}]),
        write(tmp_path / "more.parquet", [{"x": 0, **ROWS[0]}]),
    )
    for file, allowed, expected in (
        (fewer, {"superset", "partial"}, {"n": 1, "name": "a", "day": None}),
        (more, {"subset", "partial"}, ROWS[0]),
    ):
        source = opened(file, "parquet", COLUMNS, schema(COLUMNS, match))
        if match in allowed:
            assert values(source) == [expected]
            assert in_order(list(source.batches())) == list(source.rows())
        else:
            assert len(faults(source)) == 1


def test_a_table_with_none_of_the_columns_matches_in_no_way(tmp_path: Path) -> None:
    file = write(tmp_path / "t.parquet", [{"x": 1}])
    assert faults(opened(file, "parquet", COLUMNS, schema(COLUMNS, "partial")))


def test_a_required_column_is_never_let_off(tmp_path: Path) -> None:
    file = write(tmp_path / "t.parquet", [{"name": "a"}])
    (issue,) = faults(opened(file, "parquet", COLUMNS, schema(COLUMNS, "partial", primaryKey=["n"])))
    assert (issue.code, issue.field) == ("missing-label", "n")


def test_a_column_beyond_the_schema_is_not_even_read(tmp_path: Path) -> None:
    table = pa.table({"n": [1], "junk": pa.array([[{"deep": [1]}]]), "n.b": [2]})
    pq.write_table(table, tmp_path / "t.parquet")
    wanted = columns(n="integer")
    source = opened(tmp_path / "t.parquet", "parquet", wanted, schema(wanted, "subset"))
    assert source.row_by_row is None
    assert values(source) == [{"n": 1}]


def test_nested_cells_are_read_row_by_row(tmp_path: Path) -> None:
    pq.write_table(pa.table({"n": [1, 2], "tags": pa.array([["a"], None])}), tmp_path / "t.parquet")
    source = opened(tmp_path / "t.parquet", "parquet", [column("n", "integer"), column("tags", "array")])
    assert source.row_by_row is not None and "tags" in source.row_by_row
    assert values(source) == [{"n": 1, "tags": ["a"]}, {"n": 2, "tags": None}]


def test_an_empty_table_has_no_rows(tmp_path: Path) -> None:
    pl.DataFrame(schema={"n": pl.Int64}).write_parquet(tmp_path / "t.parquet")
    source = opened(tmp_path / "t.parquet", "parquet", columns(n="integer"))
    assert codes(source) == []
    assert sum(batch.frame.height for batch in source.batches()) == 0


@pytest.mark.parametrize("match", ["exact", "subset", "partial"])
def test_a_column_that_is_there_twice_is_one_issue(match: str, tmp_path: Path) -> None:
    table = pa.Table.from_arrays([pa.array([1]), pa.array([2])], names=["n", "n"])
    pq.write_table(table, tmp_path / "t.parquet")
    wanted = columns(n="integer")
    (issue,) = faults(opened(tmp_path / "t.parquet", "parquet", wanted, schema(wanted, match)))
    assert (issue.code, issue.field) == ("duplicate-label", "n")


def test_a_column_of_another_type_is_one_issue(tmp_path: Path) -> None:
    pq.write_table(pa.table({"n": ["a"] * 50}), tmp_path / "t.parquet")
    (issue,) = faults(opened(tmp_path / "t.parquet", "parquet", columns(n="date")))
    assert (issue.code, issue.field, issue.row) == ("type-error", "n", None)
