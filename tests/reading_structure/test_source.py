"""Files are read as they are, or refused in one line that names the file."""

import hashlib
from pathlib import Path

import pytest

from lading.issue import LadingError
from scripts.reading import source


def test_neither_a_byte_order_mark_nor_a_carriage_return_is_lost(tmp_path: Path) -> None:
    path = tmp_path / "talks.txt"
    path.write_bytes("\ufeffTalks\r\nin Velm 🚢".encode())
    found = source.read(path)
    assert found.text == "\ufeffTalks\r\nin Velm 🚢"
    assert (found.name, found.n_bytes) == ("talks.txt", len(path.read_bytes()))
    assert found.sha256 == hashlib.sha256(path.read_bytes()).hexdigest()


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"", "is empty"),
        (b"\xef\xbb\xbf \r\n", "is empty"),
        (b"PNG\x00\x01", "binary"),
        ("Встреча".encode("cp1251"), "byte 0 is not UTF-8"),
    ],
)
def test_a_file_without_text_is_refused_in_one_line_that_names_it(tmp_path: Path, content: bytes, reason: str) -> None:
    path = tmp_path / "talks.txt"
    path.write_bytes(content)
    with pytest.raises(LadingError, match=reason) as refused:
        source.read(path)
    assert str(path) in str(refused.value)
    assert "\n" not in str(refused.value)


def test_a_missing_file_is_refused(tmp_path: Path) -> None:
    with pytest.raises(source.UnreadableDocument, match="cannot be read"):
        source.read(tmp_path / "absent.txt")
