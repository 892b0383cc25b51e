import json
from pathlib import Path

import pytest
import yaml

from tests.habits.repository import ROOT, files

BINARY = {".parquet", ".png"}


def is_a_specimen(path: Path) -> bool:
    """Bad input on purpose, and texts whose every code point counts."""
    parts = path.relative_to(ROOT).parts
    return (parts[0] == "tests" and path.suffix != ".py") or (parts[0] == "examples" and path.suffix == ".txt")


TEXTS = [path for path in files() if path.suffix not in BINARY and not is_a_specimen(path)]


def untidy(path: Path) -> str | None:
    content = path.read_bytes()
    if not content:
        return None
    if not content.endswith(b"\n") or content.endswith(b"\n\n"):
        return "does not end with one newline"
    if b"\r" in content:
        return "has a carriage return"
    lines = content.decode("utf-8").split("\n")
    trailing = [str(number) for number, line in enumerate(lines, 1) if line != line.rstrip(" \t")]
    return f"has trailing blanks in line {', '.join(trailing)}" if trailing and path.suffix != ".csv" else None


def test_text_files_are_utf_8_with_line_feeds_no_trailing_blanks_and_a_newline_at_the_end() -> None:
    assert not [f"{path.relative_to(ROOT)} {fault}" for path in TEXTS if (fault := untidy(path))]


@pytest.mark.parametrize(
    ("content", "fault"),
    [
        (b"a\n", None),
        (b"a", "does not end with one newline"),
        (b"a\n\n", "does not end with one newline"),
        (b"a\r\n", "has a carriage return"),
        (b"a\nb \n", "has trailing blanks in line 2"),
        (b"", None),
    ],
)
def test_an_untidy_file_is_noticed(tmp_path: Path, content: bytes, fault: str | None) -> None:
    path = tmp_path / "file.md"
    path.write_bytes(content)
    assert untidy(path) == fault


def test_yaml_files_can_be_read() -> None:
    for path in TEXTS:
        if path.suffix in {".yaml", ".yml", ".cff"}:
            yaml.load(path.read_bytes(), Loader=yaml.CSafeLoader)


def test_json_files_can_be_read() -> None:
    for path in TEXTS:
        if path.suffix == ".json":
            json.loads(path.read_bytes())
