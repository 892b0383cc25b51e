"""What a path leads to: a descriptor, a folder, an archive, a table, or nothing."""

import gzip
import json
import os
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from lading.descriptor import read_descriptor
from lading.issue import IssuesError, LadingError
from lading.locate import Opened, open_package

PACKAGE: dict[str, Any] = {"resources": [{"name": "ships", "path": "ships.csv"}]}


def opened(path: Path, schema: Path | None = None) -> Opened:
    with open_package(path, schema=schema) as found:
        return found


def names(path: Path) -> list[str]:
    return [resource.name for resource in opened(path).package.resources]


def parquet(path: Path, **columns: Any) -> Path:
    path.parent.mkdir(exist_ok=True)
    pq.write_table(pa.table(columns), path)
    return path


@pytest.mark.parametrize("name", ["datapackage.json", "package", "other.json"])
def test_a_descriptor_may_have_any_name(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_text(json.dumps(PACKAGE))
    found = opened(tmp_path / name)
    assert (found.base, found.name, found.package.resources[0].name) == (tmp_path, name, "ships")


@pytest.mark.parametrize("name", ["datapackage.json", "datapackage.yaml", "datapackage.yml"])
def test_a_folder_is_the_package_that_its_descriptor_describes(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_text(json.dumps(PACKAGE))
    (tmp_path / "beside.csv").write_text("a\n1\n")
    assert (opened(tmp_path).name, names(tmp_path)) == (name, ["ships"])


def test_the_warnings_of_a_descriptor_come_with_the_package(tmp_path: Path) -> None:
    (tmp_path / "datapackage.json").write_text(json.dumps({**PACKAGE, "name": "My Ships"}))
    assert [issue.path for issue in opened(tmp_path).issues] == ["datapackage.json#/name"]


def test_a_fault_that_is_not_in_the_way_of_the_data_does_not_keep_a_package_from_being_opened(tmp_path: Path) -> None:
    (tmp_path / "datapackage.json").write_text(json.dumps({**PACKAGE, "licenses": [{"title": "free"}]}))
    assert [(issue.path, issue.severity) for issue in opened(tmp_path).issues] == [
        ("datapackage.json#/licenses/0", "error")
    ]
    with pytest.raises(IssuesError, match="a license has a name or a path"):
        read_descriptor(tmp_path / "datapackage.json")


def test_faults_of_a_descriptor_are_issues(tmp_path: Path) -> None:
    (tmp_path / "datapackage.json").write_text("{}")
    with pytest.raises(IssuesError):
        opened(tmp_path)


@pytest.mark.parametrize(
    ("name", "resource"),
    [
        ("ships.csv", "ships"),
        ("Ships of Zürich 2024.CSV", "ships-of-zurich-2024"),
        ("ships.tsv", "ships"),
        ("ships.csv.gz", "ships"),
        ("ships.csv.zip", "ships"),
        ("ships.v2.csv", "ships.v2"),
        ("ships.xlsx", "ships"),
        ("ships.ods", "ships"),
        ("ships.ndjson", "ships"),
        ("船.csv.zst", "table"),
    ],
)
def test_a_table_alone_is_a_package_of_one_resource(tmp_path: Path, name: str, resource: str) -> None:
    path = tmp_path / name
    path.write_bytes(gzip.compress(b"a\n1\n"))
    found = opened(path)
    (table,) = found.package.resources
    assert (found.base, table.name, table.paths, table.table_schema) == (tmp_path, resource, (name,), None)


def test_json_that_begins_with_a_list_is_a_table(tmp_path: Path) -> None:
    (tmp_path / "rows.json").write_text(' [{"a": 1}]')
    assert names(tmp_path / "rows.json") == ["rows"]


def test_a_link_to_a_table_is_the_table(tmp_path: Path) -> None:
    (tmp_path / "far").mkdir()
    (tmp_path / "far" / "ships-2024.csv").write_text("a\n1\n")
    (tmp_path / "ships.csv").symlink_to(tmp_path / "far" / "ships-2024.csv")
    found = opened(tmp_path / "ships.csv")
    assert (found.base, found.package.resources[0].paths) == (tmp_path / "far", ("ships-2024.csv",))
    assert found.package.resources[0].name == "ships"


def test_a_parquet_file_says_what_its_columns_are(tmp_path: Path) -> None:
    schema = pa.schema(
        [
            pa.field("ship", pa.int64(), nullable=False),
            pa.field("flag", pa.dictionary(pa.int8(), pa.string())),
            pa.field("price", pa.decimal128(9, 2)),
            pa.field("built", pa.date32()),
            pa.field("seen", pa.timestamp("ns", "UTC")),
            pa.field("cargo", pa.list_(pa.string())),
        ]
    )
    path = tmp_path / "ships.parquet"
    pq.write_table(schema.empty_table(), path)
    described = opened(path).package.resources[0].table_schema
    assert described is not None
    assert {field.name: field.type for field in described.fields} == {
        "ship": "integer",
        "flag": "string",
        "price": "number",
        "built": "date",
        "seen": "datetime",
        "cargo": "any",
    }
    assert [field.name for field in described.fields if field.constraints.required] == ["ship"]


def test_a_parquet_file_that_is_none_is_one_issue(tmp_path: Path) -> None:
    path = tmp_path / "ships.parquet"
    path.write_bytes(b"PAR1" + b"\xff" * 20 + b"PAR1")
    with pytest.raises(IssuesError, match="no readable Parquet"):
        opened(path)


@pytest.mark.parametrize("suffix", ["json", "yaml"])
def test_a_table_may_come_with_a_table_schema(tmp_path: Path, suffix: str) -> None:
    (tmp_path / "ships.csv").write_text("ship\n1\n")
    schema = tmp_path / f"schema.{suffix}"
    schema.write_text('{"fields": [{"name": "ship", "type": "integer"}], "primaryKey": "ship"}')
    described = opened(tmp_path / "ships.csv", schema).package.resources[0].table_schema
    assert described is not None
    assert described.primary_key == ("ship",)


def test_a_table_schema_describes_no_package(tmp_path: Path) -> None:
    with pytest.raises(LadingError, match="no table that a Table Schema could describe"):
        opened(tmp_path, tmp_path / "schema.json")


def test_parquet_files_of_the_same_columns_are_one_table(tmp_path: Path) -> None:
    folder = tmp_path / "Ships"
    for year in (2023, 2024):
        parquet(folder / f"part-{year}.parquet", ship=[1])
    (folder / "_SUCCESS").touch()
    (resource,) = opened(folder).package.resources
    assert (resource.name, resource.paths) == ("ships", ("part-2023.parquet", "part-2024.parquet"))
    assert resource.table_schema


def test_partitions_in_folders_are_one_table(tmp_path: Path) -> None:
    (tmp_path / "ships").mkdir()
    for year in (2023, 2024):
        parquet(tmp_path / "ships" / f"year={year}" / "part.parquet", ship=[1])
    (resource,) = opened(tmp_path / "ships").package.resources
    assert resource.paths == ("year=2023/part.parquet", "year=2024/part.parquet")


def test_a_path_that_leads_to_a_folder_leads_to_its_files(tmp_path: Path) -> None:
    for number in (1, 2):
        parquet(tmp_path / "ships.parquet" / f"part-{number}.parquet", ship=[number])
    (tmp_path / "datapackage.json").write_text('{"resources": [{"name": "ships", "path": "ships.parquet"}]}')
    (resource,) = opened(tmp_path).package.resources
    assert resource.paths == ("ships.parquet/part-1.parquet", "ships.parquet/part-2.parquet")
    (tmp_path / "ships.parquet" / "out.parquet").symlink_to("/dev/null")
    with pytest.raises(IssuesError, match="a link that leaves"):
        opened(tmp_path)


def test_other_tables_of_a_folder_are_resources_of_their_own(tmp_path: Path) -> None:
    parquet(tmp_path / "ships.parquet", ship=[1])
    parquet(tmp_path / "berths.parquet", berth=["a"])
    (tmp_path / "ships.csv").write_text("ship\n1\n")
    (tmp_path / "notes.txt").write_text("none\n")
    assert names(tmp_path) == ["berths", "ships.parquet", "ships.csv"]


@pytest.mark.parametrize("name", ["nothing.json", "nothing", "a\0b", "x" * 5000])
def test_where_there_is_nothing_nothing_is_opened(tmp_path: Path, name: str) -> None:
    with pytest.raises(LadingError, match="no data package here"):
        opened(tmp_path / name)


def test_an_empty_folder_a_pipe_and_a_file_of_another_kind_are_no_packages(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.csv")
    (tmp_path / "picture.png").write_bytes(b"\x89PNG")
    for path in (tmp_path, tmp_path / "pipe.csv", tmp_path / "picture.png"):
        with pytest.raises(LadingError, match=r"no data package here|neither a descriptor nor a table") as caught:
            opened(path)
        assert "\n" not in str(caught.value)
