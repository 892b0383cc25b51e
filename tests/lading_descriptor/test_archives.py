"""Zip archives: what a descriptor names is unpacked, and nothing that could do harm."""

import json
import stat
import zipfile
from collections.abc import Mapping
from pathlib import Path

import pytest

from lading.issue import Issue, IssuesError, LadingError
from lading.locate import archive, open_package

DESCRIPTOR = json.dumps(
    {"resources": [{"name": "ships", "path": ["data/a.csv", "data/b.csv"], "schema": "schema.json"}]}
)
SCHEMA = '{"fields": [{"name": "ship", "type": "integer"}]}'
FILES = {"datapackage.json": DESCRIPTOR, "schema.json": SCHEMA, "data/a.csv": "ship\n1\n", "data/b.csv": "ship\n2\n"}


def packed(path: Path, files: Mapping[str, str | bytes]) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as file:
        for name, content in files.items():
            file.writestr(name, content)
    return path


def issue_of(path: Path) -> Issue:
    with pytest.raises(IssuesError) as caught, open_package(path):
        pass
    (issue,) = caught.value.issues
    return issue


@pytest.mark.parametrize("folder", ["", "harbour-1.0/"])
def test_an_archive_is_the_package_that_it_holds(tmp_path: Path, folder: str) -> None:
    path = packed(tmp_path / "p.zip", {f"{folder}{name}": content for name, content in FILES.items()})
    with open_package(path) as found:
        assert found.package.resource("ships").table_schema
        assert (found.base / "data" / "b.csv").read_text() == "ship\n2\n"
        assert found.name == "datapackage.json"
    assert not found.base.exists()


def test_nothing_is_unpacked_that_the_descriptor_does_not_name(tmp_path: Path) -> None:
    files = {**FILES, "secret.csv": "x", "../../out.csv": "x", "/abs.csv": "x", "__MACOSX/a": "x"}
    with open_package(packed(tmp_path / "p.zip", files)) as found:
        unpacked = sorted(path.relative_to(found.base).as_posix() for path in found.base.rglob("*") if path.is_file())
    assert unpacked == sorted(FILES)
    assert [path.name for path in tmp_path.iterdir()] == ["p.zip"]


def test_a_folder_that_the_descriptor_names_is_unpacked_whole(tmp_path: Path) -> None:
    files = {**FILES, "datapackage.json": '{"resources": [{"name": "ships", "path": "./data"}]}'}
    with open_package(packed(tmp_path / "p.zip", files)) as found:
        assert sorted(path.name for path in (found.base / "data").iterdir()) == ["a.csv", "b.csv"]


def test_an_archive_made_for_windows_is_read(tmp_path: Path) -> None:
    path = packed(tmp_path / "p.zip", {name.replace("/", "\\"): content for name, content in FILES.items()})
    with open_package(path) as found:
        assert (found.base / "data" / "a.csv").is_file()


def test_a_path_that_leaves_the_archive_is_an_issue(tmp_path: Path) -> None:
    descriptor = '{"resources": [{"name": "ships", "path": "../out.csv"}]}'
    issue = issue_of(packed(tmp_path / "p.zip", {"datapackage.json": descriptor, "../out.csv": "x"}))
    assert "does not leave" in issue.message
    assert [path.name for path in tmp_path.iterdir()] == ["p.zip"]


def test_what_grows_beyond_all_measure_is_not_unpacked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(archive, "ALWAYS", 1024**2)
    issue = issue_of(packed(tmp_path / "p.zip", {**FILES, "data/a.csv": b"0" * 64 * 1024**2}))
    assert "far larger unpacked" in issue.message


def test_a_link_in_an_archive_is_refused(tmp_path: Path) -> None:
    path = packed(tmp_path / "p.zip", {name: content for name, content in FILES.items() if name != "data/a.csv"})
    with zipfile.ZipFile(path, "a") as file:
        link = zipfile.ZipInfo("data/a.csv")
        link.external_attr = (stat.S_IFLNK | 0o777) << 16
        file.writestr(link, "/etc/passwd")
    assert "a link or a device" in issue_of(path).message


def test_an_encrypted_file_is_refused(tmp_path: Path) -> None:
    path = packed(tmp_path / "p.zip", {"datapackage.json": DESCRIPTOR})
    content = bytearray(path.read_bytes())
    content[6] |= 1  # the flag in the header of the file
    content[content.index(b"PK\x01\x02") + 8] |= 1  # and in the table of contents
    path.write_bytes(content)
    assert "is encrypted" in issue_of(path).message


@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_a_file_that_is_there_twice_is_refused(tmp_path: Path) -> None:
    path = packed(tmp_path / "p.zip", FILES)
    with zipfile.ZipFile(path, "a") as file:
        file.writestr("data/a.csv", "ship\n3\n")
    assert "more than once" in issue_of(path).message


def test_a_damaged_archive_is_one_issue(tmp_path: Path) -> None:
    path = packed(tmp_path / "p.zip", FILES)
    content = path.read_bytes()
    for damaged in (b"", b"no archive", content[: len(content) // 2], content[:40] + b"\xff" * 30 + content[70:]):
        path.write_bytes(damaged)
        assert issue_of(path).code == "source-error"


def test_a_table_of_contents_that_fills_the_memory_is_refused(tmp_path: Path) -> None:
    path = packed(tmp_path / "p.zip", FILES)
    content = bytearray(path.read_bytes())
    at = content.rindex(b"PK\x05\x06") + 12
    content[at : at + 4] = (2**31).to_bytes(4, "little")
    path.write_bytes(content)
    assert "table of contents" in issue_of(path).message


def test_an_archive_of_far_too_many_files_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(archive, "MOST_MEMBERS", 3)
    assert "no more than 3 files" in issue_of(packed(tmp_path / "p.zip", FILES)).message


def test_an_archive_without_descriptor_is_no_package(tmp_path: Path) -> None:
    path = packed(tmp_path / "p.zip", {"a/datapackage.json": DESCRIPTOR, "b/x.csv": "x"})
    with pytest.raises(LadingError, match=r"no datapackage\.json at the root"), open_package(path):
        pass


def test_a_file_that_the_archive_lacks_is_missing_from_the_package(tmp_path: Path) -> None:
    path = packed(tmp_path / "p.zip", {name: content for name, content in FILES.items() if name != "data/b.csv"})
    with open_package(path) as found:
        assert not (found.base / "data" / "b.csv").exists()
