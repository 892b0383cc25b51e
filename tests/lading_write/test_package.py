import hashlib
import json
from dataclasses import replace
from pathlib import Path
from typing import Any, ClassVar

import duckdb
import pytest
from pydantic import Field

from lading.column import columns
from lading.dataset import Dataset
from lading.derive.codebook import codebook
from lading.derive.sql import create_statements
from lading.derive.tableschema import table_schema
from lading.descriptor import read_descriptor, safe_path
from lading.issue import LadingError
from lading.package import write_package
from lading.record import Record, Table
from lading.tables.digest import digest
from lading.tables.write import sort_by_key
from schemas import BAKU_TALKS
from tests.lading_write.lighthouses import LIGHTHOUSES, RECORDS, TOWERS, Lighthouse


@pytest.fixture(scope="module")
def package(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("package")
    write_package(LIGHTHOUSES, RECORDS, folder)
    return folder


def contents(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def descriptor(folder: Path) -> dict[str, Any]:
    return dict(json.loads((folder / "datapackage.json").read_text(encoding="utf-8")))


def test_a_package_consists_of_twins_schemas_and_a_codebook(package: Path) -> None:
    tables = ("keepers", "lighthouses", "watches")
    assert set(contents(package)) == {
        "datapackage.json",
        "docs/codebook.md",
        "schemas/derived/duckdb.sql",
        "schemas/derived/sqlite.sql",
        *(f"data/tables/{table}.{suffix}" for table in tables for suffix in ("csv", "parquet")),
        *(f"schemas/derived/{kind}/{table}.json" for table in tables for kind in ("table-schema", "json-schema")),
    }


def test_writing_the_package_again_gives_the_same_bytes(package: Path, tmp_path: Path) -> None:
    backwards = {table: records[::-1] for table, records in reversed(RECORDS.items())}
    write_package(LIGHTHOUSES, backwards, tmp_path)
    assert contents(tmp_path) == contents(package)


def test_the_descriptor_says_what_the_dataset_says(package: Path) -> None:
    said = descriptor(package)
    del said["resources"]
    assert all((package / path).is_file() for path in said.pop("lading:derived"))
    assert said == {
        "$schema": "https://datapackage.org/profiles/2.0/datapackage.json",
        "name": "lighthouses",
        "title": "Lights of the Skerry Coast",
        "description": "Towers and keepers of a coast that does not exist.",
        "version": "1.2.0",
        "licenses": [
            {"title": "CC0 1.0", "path": "https://creativecommons.org/publicdomain/zero/1.0/", "name": "CC0-1.0"}
        ],
        "contributors": [{"title": "The Pilots' Guild"}],
    }


def test_every_table_is_two_resources_of_which_one_is_csv(package: Path) -> None:
    forms = {
        resource["name"]: (resource["mediatype"], resource["type"]) for resource in descriptor(package)["resources"]
    }
    assert forms == {
        "keepers": ("application/vnd.apache.parquet", "table"),
        "keepers-csv": ("text/csv", "table"),
        "lighthouses": ("application/vnd.apache.parquet", "table"),
        "lighthouses-csv": ("text/csv", "table"),
        "watches": ("application/vnd.apache.parquet", "table"),
        "watches-csv": ("text/csv", "table"),
    }


def test_size_and_hash_are_those_of_the_files(package: Path) -> None:
    for resource in read_descriptor(package / "datapackage.json").resources:
        (path,) = resource.paths or ()
        content = safe_path(package, path).read_bytes()
        assert (resource.bytes, resource.hash) == (len(content), f"sha256:{hashlib.sha256(content).hexdigest()}")


def test_both_twins_carry_the_digest_of_the_records(package: Path) -> None:
    described = read_descriptor(package / "datapackage.json")
    expected = digest(columns(Lighthouse), [vars(tower) for tower in sort_by_key(Lighthouse, TOWERS)])
    assert described.resource("lighthouses").digest == described.resource("lighthouses-csv").digest == expected


def test_schemas_are_inline_and_refer_to_resources_of_the_same_format(package: Path) -> None:
    schemas = {resource["name"]: resource["schema"] for resource in descriptor(package)["resources"]}
    for model in LIGHTHOUSES.records:
        assert schemas[model.table.name] == table_schema(model)
        assert schemas[f"{model.table.name}-csv"] == table_schema(model, suffix="-csv")


def test_the_dialect_says_how_the_csv_files_are_written(package: Path) -> None:
    dialect = read_descriptor(package / "datapackage.json").resource("lighthouses-csv").dialect
    assert dialect is not None
    assert dialect.line_terminator == "\n"
    assert b"\r" not in (package / "data/tables/lighthouses.csv").read_bytes()


def test_one_more_record_changes_the_digest_of_its_table_alone(package: Path, tmp_path: Path) -> None:
    write_package(LIGHTHOUSES, RECORDS | {"lighthouses": TOWERS[:1]}, tmp_path)
    before, after = (
        {resource["name"]: resource["lading:digest"] for resource in descriptor(folder)["resources"]}
        for folder in (package, tmp_path)
    )
    assert {name for name in before if before[name] != after[name]} == {"lighthouses", "lighthouses-csv"}


def test_a_package_is_not_mixed_with_what_is_there_already(tmp_path: Path) -> None:
    (tmp_path / "notes.txt").touch()
    with pytest.raises(LadingError, match="a package is written into an empty folder"):
        write_package(LIGHTHOUSES, RECORDS, tmp_path)


def test_two_records_with_one_key_are_refused(tmp_path: Path) -> None:
    with pytest.raises(LadingError, match="lighthouses: 2 records have the key gull-rock"):
        write_package(LIGHTHOUSES, {"lighthouses": [*TOWERS, TOWERS[0]]}, tmp_path)


def test_records_of_no_table_of_the_dataset_are_refused(tmp_path: Path) -> None:
    with pytest.raises(LadingError, match="lighthouses has no table towers"):
        write_package(LIGHTHOUSES, {"towers": TOWERS}, tmp_path)


def test_the_package_of_baku_talks_can_be_written_and_read_without_any_record(tmp_path: Path) -> None:
    write_package(BAKU_TALKS, {}, tmp_path)
    names = [resource.name for resource in read_descriptor(tmp_path / "datapackage.json").resources]
    assert names == [f"{model.table.name}{suffix}" for model in BAKU_TALKS.records for suffix in ("", "-csv")]


@pytest.mark.parametrize("dataset", [LIGHTHOUSES, BAKU_TALKS], ids=lambda dataset: dataset.name)
def test_the_codebook_has_every_table_column_value_and_rule(dataset: Dataset) -> None:
    page = codebook(dataset)
    sections = {section.partition("\n")[0]: section for section in page.split("\n## ")}
    for model in dataset.records:
        section = sections[model.table.name]
        for column in columns(model):
            assert f"| `{column.name}` | {column.type} |" in section
            for member in column.vocabulary or ():
                assert f"| `{member.value}` | {member.label} |" in section
        for rule in model.rules:
            assert f"- Rule: {rule.description}\n" in f"{section}\n"
    for across in dataset.rules:
        assert across.description in sections["Rules across tables"]


def test_a_row_of_the_codebook_says_unit_null_and_bounds_and_survives_a_bar() -> None:
    assert "| `height` | number | metre | no | From ground \\| to vane. (at most 150, more than 0) |" in codebook(
        LIGHTHOUSES
    )


class Sighting(Record):
    """Whatever was seen, as often as it was."""

    table: ClassVar = Table("sightings", "Sightings", ())
    what: str = Field(description="What it was.")


def test_a_table_without_key_holds_equal_records_in_the_order_they_come_in(tmp_path: Path) -> None:
    dataset = replace(LIGHTHOUSES, records=(Sighting,))
    seen = [Sighting(what=what) for what in ("whale", "sail", "whale")]
    write_package(dataset, {"sightings": seen}, tmp_path)
    assert (tmp_path / "data/tables/sightings.csv").read_text() == "what\nwhale\nsail\nwhale\n"
    assert "primaryKey" not in table_schema(Sighting)
    assert "Primary key" not in codebook(dataset)
    with duckdb.connect() as connection:
        connection.execute(create_statements(dataset, "duckdb"))
