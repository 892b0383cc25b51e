"""Files, folders and archives become one list of documents, which does not depend on the order of what was given."""

import io
import sys
import zipfile
from pathlib import Path

import pytest

from scripts.input.given import Listing, listing
from scripts.reading.source import UnreadableDocument

TALKS = b"Talks began in the harbour of Velm."


@pytest.fixture
def spooled(tmp_path: Path) -> Path:
    folder = tmp_path / "spooled"
    folder.mkdir()
    return folder


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "given"
    for name in (
        "b.txt",
        "a.md",
        "2021/may/talks.txt",
        "2022/talks.txt",
        "2022/notes.json",
        ".git/talks.txt",
        ".b.txt",
    ):
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(TALKS)
    return folder


def archive(path: Path, **members: bytes) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, content in members.items():
            packed.writestr(name, content)
    return path


def names(found: Listing) -> list[str]:
    return [given.name for given in found.documents]


def test_a_folder_is_taken_with_all_that_is_below_it(folder: Path, spooled: Path) -> None:
    found = listing([folder], spooled)
    assert names(found) == ["2022-talks.txt", "a.md", "b.txt", "may-talks.txt"]
    assert found.others == {".json": 1}
    assert not found.refused


def test_the_order_of_what_was_given_does_not_matter(folder: Path, spooled: Path) -> None:
    files = [folder / "b.txt", folder / "2022", folder / "a.md"]
    assert listing(files, spooled).documents == listing(reversed(files), spooled).documents


def test_a_file_that_is_given_twice_is_taken_once(folder: Path, spooled: Path) -> None:
    assert names(listing([folder / "b.txt", folder, folder / "b.txt"], spooled)).count("b.txt") == 1


def test_a_loop_of_folders_ends(folder: Path, spooled: Path) -> None:
    (folder / "2022/again").symlink_to(folder)
    assert len(names(listing([folder], spooled))) == 4


def test_the_members_of_an_archive_are_documents(tmp_path: Path, spooled: Path) -> None:
    path = archive(tmp_path / "talks.zip", **{"may/talks.txt": TALKS, "may/photo.jpg": b"", "__MACOSX/talks.txt": b""})
    found = listing([path], spooled)
    assert names(found) == ["talks.txt"]
    assert str(found.documents[0]) == f"{path}/may/talks.txt"
    assert found.documents[0].data() == TALKS


def test_members_of_one_name_are_told_apart_by_their_folders(tmp_path: Path, spooled: Path) -> None:
    archive(tmp_path / "talks.zip", **{"may/talks.txt": TALKS, "june/Talks.txt": TALKS})
    assert names(listing([tmp_path], spooled)) == ["june-Talks.txt", "may-talks.txt"]


@pytest.mark.parametrize(
    "name", ["../talks.txt", "/etc/talks.txt", "a/../../talks.txt", "..\\talks.txt", "C:\\talks.txt"]
)
def test_a_path_that_leaves_the_archive_is_refused(name: str, tmp_path: Path, spooled: Path) -> None:
    found = listing([archive(tmp_path / "talks.zip", **{name: TALKS, "good.txt": TALKS})], spooled)
    assert names(found) == ["good.txt"]
    assert ["leads out of the archive" in str(error) for error in found.refused] == [True]


def test_an_archive_bomb_is_refused_without_unpacking_it(tmp_path: Path, spooled: Path) -> None:
    found = listing([archive(tmp_path / "bomb.zip", **{"bomb.txt": b" " * 2**24, "good.txt": TALKS})], spooled)
    assert names(found) == ["good.txt"]
    assert "would unpack to a multitude of its size" in str(found.refused[0])


def test_an_archive_in_an_archive_is_refused(tmp_path: Path, spooled: Path) -> None:
    inner = archive(tmp_path / "inner.zip", **{"talks.txt": TALKS})
    found = listing([archive(tmp_path / "outer.zip", **{"inner.zip": inner.read_bytes()})], spooled)
    assert [str(error).endswith("is an archive inside an archive; unpack it") for error in found.refused] == [True]


def test_an_archive_that_is_cut_off_is_one_line(tmp_path: Path, spooled: Path) -> None:
    path = archive(tmp_path / "talks.zip", **{"talks.txt": TALKS})
    path.write_bytes(path.read_bytes()[:40])
    found = listing([path], spooled)
    assert [str(error) for error in found.refused] == [f"{path}: is cut off or damaged, or no archive; make it again"]


def test_a_member_that_is_damaged_is_refused_when_it_is_read(tmp_path: Path, spooled: Path) -> None:
    path = archive(tmp_path / "talks.zip", **{"talks.txt": TALKS * 50})
    data = bytearray(path.read_bytes())
    data[45:60] = bytes(15)
    path.write_bytes(data)
    with pytest.raises(UnreadableDocument, match="is cut off or damaged"):
        listing([path], spooled).documents[0].data()


def test_a_docx_is_no_archive_of_documents(spooled: Path) -> None:
    path = Path(__file__).parent / "documents/conference.docx"
    assert names(listing([path], spooled)) == ["conference.docx"]


def test_documents_of_one_name_are_told_apart_by_what_was_given(tmp_path: Path, spooled: Path) -> None:
    for year in ("2021", "2022"):
        (tmp_path / year).mkdir()
        (tmp_path / year / "index.html").write_bytes(TALKS)
    assert names(listing([tmp_path / "2021", tmp_path / "2022"], spooled)) == ["2021-index.html", "2022-index.html"]


def test_standard_input_is_a_document(spooled: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(TALKS)))
    (given,) = listing([Path("-")], spooled).documents
    assert (str(given), given.name, given.data()) == ("standard input", "standard-input", TALKS)
