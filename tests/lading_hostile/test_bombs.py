"""Little that becomes much, and much that means nothing: one clear issue each, in bounded time and memory."""

import bz2
import io
import json
import lzma
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pyarrow as pa
import pytest

from lading.locate.archive import ALWAYS
from lading.tables.csv.dialect import LONGEST_CELL
from lading.validate import validate
from tests.lading_hostile.apart import issues_of
from tests.lading_hostile.made import INTEGER, TEXT, table

ONE_LINE = b"a" * 1023 + b"\n"
BOMB_BYTES = 100 * 2**20
PACKED: dict[str, Callable[[Any], Any]] = {
    "bz2": lambda stream: bz2.BZ2File(stream, "wb"),
    "xz": lambda stream: lzma.LZMAFile(stream, "wb", preset=0),  # noqa: SIM115 - the test is its context
    "zst": lambda stream: pa.CompressedOutputStream(stream, "zstd"),
}


@pytest.mark.parametrize("ending", PACKED)
def test_a_compressed_table_that_is_a_bomb_is_one_issue(ending: str, tmp_path: Path) -> None:
    with (tmp_path / "packed").open("wb") as file, PACKED[ending](file) as packed:
        packed.write(b"x\n")
        for _ in range(BOMB_BYTES // 2**20):
            packed.write(ONE_LINE * 2**10)
    (issue,) = issues_of(table(tmp_path, (tmp_path / "packed").read_bytes(), TEXT, f"t.csv.{ending}"))
    assert issue["code"] == "source-error"
    assert "come out of each byte" in issue["message"]


def test_a_zip_archive_that_is_a_bomb_is_one_issue(tmp_path: Path) -> None:
    descriptor = {"name": "p", "resources": [{"name": "t", "path": "t.csv", "schema": {"fields": TEXT}}]}
    with zipfile.ZipFile(tmp_path / "p.zip", "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("datapackage.json", json.dumps(descriptor))
        with archive.open("t.csv", "w") as member:
            for _ in range(ALWAYS // 2**20 + 1):
                member.write(b"\0" * 2**20)
    (issue,) = issues_of(tmp_path / "p.zip")
    assert "far larger unpacked than packed" in issue["message"]


def test_a_table_in_a_zip_file_that_is_a_bomb_is_one_issue(tmp_path: Path) -> None:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_BZIP2) as archive, archive.open("t.csv", "w") as member:
        for _ in range(BOMB_BYTES // 2**20):
            member.write(ONE_LINE * 2**10)
    (issue,) = issues_of(table(tmp_path, stream.getvalue(), TEXT, "t.csv.zip"))
    assert "come out of each byte" in issue["message"]


def lines(*parts: tuple[bytes, int]) -> Iterator[bytes]:
    for part, times in parts:
        yield from (part for _ in range(times))


@pytest.mark.parametrize(
    ("parts", "message"),
    [
        ([(b'x\n"', 1), (b"abcdefg\n" * 2**17, 100)], f"a cell has more than {LONGEST_CELL:,} characters"),
        ([(b'x\n"', 1), (b"abcdefgh" * 2**17, 100)], f"the line has more than {LONGEST_CELL:,} characters"),
        ([(b"abcdefgh" * 2**17, 100)], f"the line has more than {LONGEST_CELL:,} characters"),
        ([(b"x\n", 1), (b"\0" * 2**20, 100)], "the line holds a NUL byte"),
        ([(b"x\n1\n", 1), (b"\0", 1)], "the line holds a NUL byte"),
        ([(b"," * 2**20, 20), (b"\n", 1)], "the header has 20,971,521 cells"),
    ],
    ids=["a quotation mark", "a cell without end", "a header without end", "NUL", "one NUL", "a wide header"],
)
def test_a_text_that_does_not_end_is_one_issue(parts: list[tuple[bytes, int]], message: str, tmp_path: Path) -> None:
    folder = table(tmp_path, "", TEXT)
    with (folder / "t.csv").open("wb") as file:
        file.writelines(lines(*parts))
    (issue,) = issues_of(folder, megabytes=700)
    assert message in issue["message"]


def test_a_cell_below_the_bound_is_read_and_shown_in_part(tmp_path: Path) -> None:
    (issue,) = issues_of(table(tmp_path, b"x\n" + b"a" * 2**22 + b"\n", INTEGER))
    assert issue["code"] == "type-error"
    assert len(issue["message"]) < 200
    assert len(issue["cell"]) < 20_000


def test_a_row_of_a_million_cells_is_some_issues(tmp_path: Path) -> None:
    found = issues_of(table(tmp_path, b"x\n" + b"," * 2**20 + b"\n", TEXT))
    assert {issue["code"] for issue in found} == {"extra-cell"}
    assert len(found) == 101
    assert "1,048,476 more cells" in found[-1]["message"]


@pytest.mark.parametrize(
    ("file", "content"),
    [
        ("t.json", b"[" * 200_000),
        ("t.json", b'[{"x": ' + b"[" * 200_000),
        ("t.json", b" " * 50_000_000),
        ("t.json", b'[{"x": "' + b"a" * 70_000_000),
        ("t.json", b'[{"x": ' + b"1" * 100_000 + b"}]"),
    ],
    ids=["nested", "nested in a row", "blanks", "a row without end", "digits"],
)
def test_json_that_no_one_can_read_is_one_issue(file: str, content: bytes, tmp_path: Path) -> None:
    (issue,) = issues_of(table(tmp_path, content, TEXT, file), megabytes=700)
    assert issue["code"] == "source-error"


def test_a_cell_of_json_that_is_nested_too_deeply_is_one_issue(tmp_path: Path) -> None:
    (issue,) = issues_of(
        table(tmp_path, "x\n" + "[" * 100_000 + "]" * 100_000 + "\n", [{"name": "x", "type": "array"}])
    )
    assert issue["code"] == "type-error"


def test_what_is_in_the_descriptor_is_nested_in_bounds(tmp_path: Path) -> None:
    for levels in (101, 100_000):
        data = "[" * levels + "]" * levels
        (tmp_path / "datapackage.json").write_text(f'{{"name": "p", "resources": [{{"name": "t", "data": {data}}}]}}')
        (issue,) = validate(tmp_path).issues
        assert issue.code == "package-error"
