"""Each format becomes a text, and what cannot be read is one line that names it."""

import hashlib
import io
import re
import zipfile
from pathlib import Path

import pytest

from scripts.input import limits
from scripts.input.given import Given
from scripts.input.reading import read
from scripts.reading.source import SourceText, UnreadableDocument
from tests.input.files import DOCUMENTS, PAGES

TITLE = "Press conference of Foreign Minister Anton Merelin, Velm, 5 May 2021"


def read_file(path: Path) -> SourceText:
    return read(Given(path, None, path.name))


def read_bytes(data: bytes, path: Path) -> SourceText:
    path.write_bytes(data)
    return read_file(path)


def paragraphs(source: SourceText) -> list[str]:
    return source.text.rstrip("\n").split("\n\n")


@pytest.mark.parametrize("page", sorted(PAGES.glob("*.html")), ids=lambda page: page.stem)
def test_the_text_of_a_page_is_what_stands_beside_it(page: Path) -> None:
    assert read_file(page).text == page.with_suffix(".txt").read_text("utf-8")


@pytest.mark.parametrize("name", ["conference.docx", "conference.pdf"])
def test_a_printed_document_is_read_paragraph_by_paragraph(name: str) -> None:
    found = paragraphs(read_file(DOCUMENTS / name))
    assert found[:2] == [TITLE, "5 May 2021, 18:30"]
    assert found[4] == "Question: Will there be more trains?"
    assert all(paragraph.startswith(("Question: ", "Anton Merelin: ")) for paragraph in found[2:6])


def test_headers_and_footers_of_pages_are_left_out() -> None:
    text = read_file(DOCUMENTS / "conference.pdf").text
    assert "Page" not in text
    assert "Ministry of Foreign Affairs of Karsenia" not in text


def test_the_cells_of_a_table_are_paragraphs() -> None:
    assert paragraphs(read_file(DOCUMENTS / "conference.docx"))[-2:] == ["Trains a day", "three"]


@pytest.mark.parametrize(
    ("name", "reason"), [("locked.pdf", "needs a password"), ("pictures.pdf", "holds no text, only pictures")]
)
def test_a_pdf_without_readable_text_is_refused(name: str, reason: str) -> None:
    with pytest.raises(UnreadableDocument, match=rf"{name}: {reason}"):
        read_file(DOCUMENTS / name)


@pytest.mark.parametrize("name", ["conference.docx", "conference.pdf"])
@pytest.mark.parametrize("part", [0.05, 0.3, 0.9])
def test_a_document_that_is_cut_off_is_refused_in_one_line(name: str, part: float, tmp_path: Path) -> None:
    data = (DOCUMENTS / name).read_bytes()
    try:
        found = read_bytes(data[: int(len(data) * part)], tmp_path / name)
    except UnreadableDocument as refused:
        assert re.fullmatch(rf".*{name}: (is|holds) .*", str(refused))
    else:
        assert found.text in read_file(DOCUMENTS / name).text  # some engines repair what they can


@pytest.mark.parametrize("name", ["talks.txt", "talks.md"])
def test_the_text_of_a_text_file_is_the_file_itself(name: str, tmp_path: Path) -> None:
    data = "\ufeff---\r\ntitle: Talks\r\n---\r\n> **Q:** Why? 🚢\r\n".encode()
    found = read_bytes(data, tmp_path / name)
    assert found.text.encode() == data
    assert (found.name, found.sha256, found.n_bytes) == (name, hashlib.sha256(data).hexdigest(), len(data))
    assert (found.form, found.encoding) == ("file", "utf-8")


def test_a_text_in_another_encoding_is_another_file(tmp_path: Path) -> None:
    text = "Паром опаздывает уже неделю, и никто в городе не знает, почему это так.\r\n"
    found = read_bytes(text.encode("cp1251"), tmp_path / "ferry.txt")
    assert (found.text, found.name) == (text, "ferry.txt.utf-8.txt")
    assert found.sha256 == hashlib.sha256(text.encode()).hexdigest()
    assert (found.form, found.encoding, found.media_type) == ("decoded", "windows-1251", "text/plain")


def test_an_extracted_text_is_a_file_of_its_own() -> None:
    found = read_file(PAGES / "russian-in-an-old-encoding.html")
    assert found.name == "russian-in-an-old-encoding.html.txt"
    assert found.sha256 == hashlib.sha256(found.text.encode()).hexdigest()
    assert (found.form, found.encoding, found.media_type) == ("extracted", "windows-1251", "text/html")


@pytest.mark.parametrize(
    ("name", "content", "media_type"),
    [
        ("page", b"  <!DOCTYPE html><p>Talks began in the harbour.</p>", "text/html"),
        ("talks", b"Talks began in the harbour.", "text/plain"),
        ("talks.md", b"# Talks began in the harbour.", "text/markdown"),
        ("talks.txt", b"<html> is how pages begin.", "text/plain"),
        ("talks.txt", (DOCUMENTS / "conference.pdf").read_bytes(), "application/pdf"),
    ],
)
def test_the_beginning_tells_the_format_where_the_name_does_not(
    name: str, content: bytes, media_type: str, tmp_path: Path
) -> None:
    assert read_bytes(content, tmp_path / name).media_type == media_type


@pytest.mark.parametrize(
    ("name", "content", "reason"),
    [
        ("talks.txt", b"", "is empty"),
        ("talks.html", b"", "is empty"),
        ("talks.html", b"<html><body><script>let talks = 1</script></body></html>", "is empty"),
        ("talks.html", b"<html><frameset></frameset></html>", "is empty"),
        ("talks.txt", b"\x89PNG\x00", "binary"),
        ("talks.pdf", b"", "is empty"),
        ("talks.pdf", b"%PDF-1.7\n", "is no sound PDF"),
        ("talks.docx", b"PK\x03\x04", "is cut off or damaged"),
        ("talks.docx", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old Word file, or one with a password"),
        ("talks.rtf", rb"{\rtf1 Talks}", "RTF is not read; save it as DOCX"),
    ],
)
def test_what_is_no_document_is_refused_in_one_line(name: str, content: bytes, reason: str, tmp_path: Path) -> None:
    with pytest.raises(UnreadableDocument, match=rf"{name}: .*{reason}") as refused:
        read_bytes(content, tmp_path / name)
    assert "\n" not in str(refused.value)


def docx(body: str) -> bytes:
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", body)
    return data.getvalue()


WORD = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def test_what_a_revision_deleted_and_the_codes_of_fields_are_no_text(tmp_path: Path) -> None:
    body = (
        f"<w:document {WORD}><w:body><w:p><w:r><w:t>We </w:t></w:r>"
        "<w:del><w:r><w:delText>never </w:delText></w:r></w:del>"
        "<w:ins><w:r><w:t>met</w:t></w:r></w:ins><w:r><w:instrText>PAGE</w:instrText></w:r>"
        "<w:r><w:t>.</w:t><w:br/><w:t>Twice.</w:t></w:r></w:p></w:body></w:document>"
    )
    assert read_bytes(docx(body), tmp_path / "talks.docx").text == "We met.\nTwice.\n"


REACHES_FOR_A_FILE = (
    f'<!DOCTYPE d [<!ENTITY f SYSTEM "file:///etc/hostname">]><w:document {WORD}>'
    "<w:p><w:r><w:t>&f;</w:t></w:r></w:p></w:document>"
)


@pytest.mark.parametrize(("body", "reason"), [("<w:document", "is no sound DOCX"), (REACHES_FOR_A_FILE, "is empty")])
def test_a_docx_that_is_unsound_or_reaches_for_files_is_refused(body: str, reason: str, tmp_path: Path) -> None:
    with pytest.raises(UnreadableDocument, match=reason):
        read_bytes(docx(body), tmp_path / "talks.docx")


def test_a_docx_that_unpacks_to_a_multitude_is_refused(tmp_path: Path) -> None:
    bomb = docx(f"<w:document {WORD}>" + " " * (limits.LARGEST_FILE + 1))
    with pytest.raises(UnreadableDocument, match="holds more than 64 MiB"):
        read_bytes(bomb, tmp_path / "talks.docx")


def test_a_file_that_is_too_large_is_refused_before_it_fills_the_memory(tmp_path: Path) -> None:
    path = tmp_path / "talks.txt"
    with path.open("wb") as file:
        file.truncate(limits.LARGEST_FILE + 1)
    with pytest.raises(UnreadableDocument, match="holds more than 64 MiB"):
        read_file(path)


def test_a_page_that_is_nested_too_deeply_is_refused_or_read(tmp_path: Path) -> None:
    data = b"<html><body>" + b"<div>" * 5000 + b"Talks" + b"</div>" * 5000
    with pytest.raises(UnreadableDocument):
        read_bytes(data, tmp_path / "talks.html")


@pytest.mark.parametrize("written", [b"\x01", b"\x0b", b"&#1;", b"&#x1F;", b"&#xb;", "\ufffe".encode()])
def test_what_is_no_character_of_a_text_is_left_out_of_a_page(written: bytes, tmp_path: Path) -> None:
    page = (
        b"<html><body><p>Talks" + written + b" began in the harbour of Velm, and they went on there.</p></body></html>"
    )
    found = read_bytes(page, tmp_path / "talks.html").text
    assert found == "Talks began in the harbour of Velm, and they went on there.\n"


def test_entities_of_printable_characters_are_read(tmp_path: Path) -> None:
    page = b"<html><body><p>Talks &#8211; &#32;on ferries&#58; the harbour is open &#x1F6A2; again.</p></body></html>"
    found = read_bytes(page, tmp_path / "talks.html").text
    assert found == "Talks \N{EN DASH} on ferries: the harbour is open \N{SHIP} again.\n"


def test_the_name_of_the_site_is_no_part_of_the_title(tmp_path: Path) -> None:
    page = (
        b"<html><head><title>Talks in Velm | Ministry</title></head><body><p>Talks began on ferries.</p></body></html>"
    )
    assert paragraphs(read_bytes(page, tmp_path / "talks.html"))[0] == "Talks in Velm"
