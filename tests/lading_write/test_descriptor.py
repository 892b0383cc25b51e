import json
from pathlib import Path
from typing import Any

import pytest

from lading.descriptor import Package, TableSchema, UnsafePathError, read_descriptor, safe_path
from lading.descriptor.paths import data_files
from lading.issue import Issue, IssuesError, LadingError

BROKEN = sorted((Path(__file__).parent / "descriptors").glob("*.json"))


def written(folder: Path, descriptor: Any) -> Path:
    path = folder / "datapackage.json"
    path.write_text(json.dumps(descriptor), encoding="utf-8")
    return path


def issues_of(path: Path) -> tuple[Issue, ...]:
    with pytest.raises(IssuesError) as caught:
        read_descriptor(path)
    return caught.value.issues


@pytest.mark.parametrize("path", BROKEN, ids=lambda path: path.stem)
def test_a_broken_descriptor_is_one_issue_a_fault_with_its_place(path: Path) -> None:
    expected = [(code, path.name + fragment) for code, fragment in json.loads(path.read_text())["expected"]]
    assert [(issue.code, issue.path) for issue in issues_of(path)] == expected


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"", "not JSON"),
        (b'{"resources": [', "not JSON"),
        (b'{"name": "\xff"}', "not UTF-8 at byte 10"),
        (b"[" * 100_000, "not JSON"),
        (b'{"bytes": ' + b"1" * 5000 + b"}", "not JSON"),
        (b'{"name": "\\ud83d"}', "half of a character"),
        (b"[]", "a descriptor is an object"),
    ],
)
def test_a_file_that_is_no_descriptor_is_one_issue(tmp_path: Path, content: bytes, message: str) -> None:
    path = tmp_path / "datapackage.json"
    path.write_bytes(content)
    (issue,) = issues_of(path)
    assert (issue.code, issue.path) == ("package-error", "datapackage.json")
    assert message in issue.message


def test_a_descriptor_that_is_not_there_could_not_be_read(tmp_path: Path) -> None:
    with pytest.raises(LadingError, match=r"datapackage\.json: No such file") as caught:
        read_descriptor(tmp_path / "datapackage.json")
    assert not isinstance(caught.value, IssuesError)


def test_an_issue_names_the_resource_that_it_is_about(tmp_path: Path) -> None:
    path = written(tmp_path, {"resources": [{"name": "buoys", "path": "a.csv", "bytes": -1}]})
    assert [issue.resource for issue in issues_of(path)] == ["buoys"]


def test_the_first_version_of_the_standard_is_read_as_the_second() -> None:
    schema = TableSchema.model_validate(
        {
            "fields": [{"name": "number", "categories": ["n1", {"value": "n2", "label": "Second"}]}],
            "primaryKey": "number",
            "missingValues": [{"value": "-", "label": "not painted"}, "?"],
            "foreignKeys": [{"fields": "number", "reference": {"resource": "", "fields": "number"}}],
        }
    )
    assert schema.primary_key == ("number",)
    assert schema.missing_values == ("-", "?")
    assert schema.foreign_keys[0].fields == schema.foreign_keys[0].reference.fields == ("number",)
    assert schema.foreign_keys[0].reference.resource is None
    assert [category.value for category in schema.fields[0].categories or ()] == ["n1", "n2"]


def test_properties_that_the_standard_does_not_know_are_kept(tmp_path: Path) -> None:
    path = written(tmp_path, {"resources": [{"name": "buoys", "path": "a.csv", "colour": "red"}], "coast": "east"})
    package = read_descriptor(path)
    assert package.model_extra == {"coast": "east"}
    assert package.resource("buoys").model_extra == {"colour": "red"}


def test_a_schema_in_a_file_of_its_own_is_put_in_place(tmp_path: Path) -> None:
    (tmp_path / "buoys.json").write_text('{"fields": [{"name": "number", "type": "integer"}]}')
    path = written(tmp_path, {"resources": [{"name": "buoys", "path": "a.csv", "schema": "buoys.json"}]})
    schema = read_descriptor(path).resource("buoys").table_schema
    assert schema is not None
    assert [(field.name, field.type) for field in schema.fields] == [("number", "integer")]


def test_what_a_descriptor_leaves_out_is_as_the_standard_says() -> None:
    package = Package.model_validate({"resources": [{"name": "a", "path": "a.csv", "dialect": {}}]})
    dialect = package.resources[0].dialect
    assert dialect is not None
    assert (dialect.delimiter, dialect.quote_char, dialect.header, dialect.line_terminator) == (",", '"', True, "\r\n")
    assert package.resources[0].encoding == "utf-8"


@pytest.mark.parametrize(
    "path", ["", "/a.csv", "../a.csv", "a/../../b.csv", "..", "~/a.csv", "http://a.example/b", "file:a", "C:/a", "a\\b"]
)
def test_a_path_that_may_lead_out_of_the_package_is_refused(tmp_path: Path, path: str) -> None:
    with pytest.raises(UnsafePathError):
        safe_path(tmp_path, path)


def test_a_link_out_of_the_package_is_refused_and_one_within_is_followed(tmp_path: Path) -> None:
    package, outside = tmp_path / "package", tmp_path / "outside.csv"
    package.mkdir()
    outside.touch()
    (package / "inside.csv").touch()
    (package / "out.csv").symlink_to(outside)
    (package / "in.csv").symlink_to(package / "inside.csv")
    with pytest.raises(UnsafePathError, match=r"out\.csv': the path is a link"):
        safe_path(package, "out.csv")
    assert safe_path(package, "in.csv") == package / "in.csv"


def test_a_path_within_the_package_is_the_file_there(tmp_path: Path) -> None:
    assert safe_path(tmp_path, "data/tables/a.csv") == tmp_path / "data" / "tables" / "a.csv"


def test_a_folder_of_data_is_the_files_below_it(tmp_path: Path) -> None:
    for name in ("year=2024/b.parquet", "year=2023/z.parquet", "year=2023/a.parquet", "_SUCCESS", ".hidden/x.parquet"):
        file = tmp_path / "ships" / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.touch()
    expected = ["ships/year=2023/a.parquet", "ships/year=2023/z.parquet", "ships/year=2024/b.parquet"]
    assert data_files(tmp_path, "ships") == expected
    assert data_files(tmp_path, expected[0]) == [expected[0]]
    (tmp_path / "ships" / "out.parquet").symlink_to("/dev/null")
    with pytest.raises(UnsafePathError, match="a link that leaves"):
        data_files(tmp_path, "ships")
