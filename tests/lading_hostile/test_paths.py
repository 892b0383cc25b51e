"""Paths that lead elsewhere: one line or one issue each, and nothing outside of the package is read."""

import os
from pathlib import Path
from typing import Any

import pytest

from lading.issue import LadingError
from lading.validate import validate
from tests.lading_hostile.made import TEXT, package, table

OUTSIDE = "x\n1\n"


@pytest.fixture
def base(tmp_path: Path) -> Path:
    """A folder with everything in it and around it that a path may lead to."""
    folder = tmp_path / "package"
    folder.mkdir()
    (tmp_path / "outside.csv").write_text(OUTSIDE)
    (folder / "link.csv").symlink_to(tmp_path / "outside.csv")
    (folder / "device.csv").symlink_to("/dev/zero")
    (folder / "circle.csv").symlink_to(folder / "circle.csv")
    (folder / "folder").mkdir()
    (folder / "folder" / "link.csv").symlink_to(tmp_path / "outside.csv")
    os.mkfifo(folder / "pipe.csv")
    return folder


@pytest.mark.parametrize(
    ("path", "code", "message"),
    [
        ("../outside.csv", "resource-error", "does not leave the folder"),
        ("folder/../../outside.csv", "resource-error", "does not leave the folder"),
        ("/etc/passwd", "resource-error", "relative to the descriptor"),
        ("/dev/zero", "resource-error", "relative to the descriptor"),
        ("~/outside.csv", "resource-error", "relative to the descriptor"),
        ("C:\\outside.csv", "resource-error", "neither addresses nor drives"),
        ("x\\..\\outside.csv", "resource-error", "with / between its parts"),
        ("link.csv", "resource-error", "a link that leaves the folder"),
        ("device.csv", "resource-error", "a link that leaves the folder"),
        ("circle.csv", "resource-error", "no file can be found"),
        ("x/" * 3000 + "t.csv", "resource-error", "no file can be found"),
        ("a\0b", "resource-error", "relative to the descriptor"),
        ("pipe.csv", "scheme-error", "missing"),
        ("nothing.csv", "scheme-error", "missing"),
        ("https://harbour.example/t.csv", "not-checked", "nothing is fetched"),
        ("file:///etc/passwd", "not-checked", "nothing is fetched"),
        ("s3://bucket/t.csv", "not-checked", "nothing is fetched"),
    ],
)
def test_a_path_that_is_no_file_of_the_package_is_one_issue(base: Path, path: str, code: str, message: str) -> None:
    (issue,) = validate(package(base, {"name": "t", "path": path, "format": "csv", "schema": {"fields": TEXT}})).issues
    assert issue.code == code
    assert message in issue.message


def test_a_folder_with_a_link_out_of_the_package_is_one_issue(base: Path) -> None:
    found = package(base, {"name": "t", "path": "folder", "format": "csv", "schema": {"fields": TEXT}})
    (issue,) = validate(found).issues
    assert "leaves the folder" in issue.message


@pytest.mark.parametrize("make", [os.mkfifo, lambda path: path.symlink_to("/dev/zero")], ids=["pipe", "device"])
@pytest.mark.parametrize("name", ["t.csv", "t.parquet", "t.json", "t.xlsx", "t.zip", "datapackage.json", ""])
def test_what_is_no_file_is_not_opened(tmp_path: Path, name: str, make: Any) -> None:
    make(tmp_path / (name or "datapackage.json"))
    with pytest.raises(LadingError, match="there is no"):
        validate(tmp_path / name)


def test_a_device_as_a_schema_is_not_read(tmp_path: Path) -> None:
    with pytest.raises(LadingError, match="no file that can be read"):
        validate(table(tmp_path, OUTSIDE, TEXT) / "t.csv", schema=Path("/dev/zero"))
