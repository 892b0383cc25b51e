import shutil
from pathlib import Path

import pytest

from scripts import build, convert
from tests.scripts.workspace import GOOD, REVIEWED, TALKS, edit, package

DIGEST = "text_digest: 2e36e7afd2b2dc0b, "
WRONG = "text_digest: 0000000000000000, "


@pytest.fixture
def texts(tmp_path: Path) -> Path:
    folder = tmp_path / "texts"
    folder.mkdir()
    shutil.copy(TALKS, folder)
    return folder


def draft(sources: Path) -> int:
    return convert.main([str(TALKS), "--draft", "--output", str(sources), "--registry", str(GOOD / "registry")])


def test_a_record_that_a_curator_added_gets_its_digest_from_the_text(root: Path) -> None:
    reviewed = root / "data/sources" / REVIEWED
    edit(reviewed, f"port-elsen, {DIGEST}origin: converter", "port-elsen, origin: curator")
    assert draft(root / "data/sources") == 0
    assert f"port-elsen, {DIGEST}origin: curator" in reviewed.read_text("utf-8")


def test_a_digest_of_other_words_is_one_line_where_the_text_is_at_hand(
    root: Path, texts: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    reviewed = root / "data/sources" / REVIEWED
    edit(reviewed, f"port-elsen, {DIGEST}origin: converter", f"port-elsen, {WRONG}origin: curator")
    line = next(number for number, text in enumerate(reviewed.read_text("utf-8").splitlines(), 1) if WRONG in text)
    before = package(root)
    expected = f"{REVIEWED}:{line}: mentions, text_digest: 0000000000000000 is the digest of other words"
    ended = [build.main(["--root", str(root), "--texts", str(texts)]), draft(root / "data/sources")]
    said = capsys.readouterr().err.splitlines()
    assert ended == [1, 1]
    assert len(said) == 2
    assert all(expected in fault for fault in said)
    assert package(root) == before


def test_texts_that_are_not_at_hand_are_not_checked(root: Path, tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    assert build.main(["--root", str(root), "--texts", str(tmp_path / "empty")]) == 0
