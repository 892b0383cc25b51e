"""The encoding of a text is told by its mark, by being UTF-8, by a declaration, or by the words it makes."""

import codecs

import pytest
import yaml

from scripts.input.encodings import decode
from scripts.reading.source import UnreadableDocument
from tests.input.files import HERE

SENTENCES = yaml.safe_load((HERE / "sentences.yaml").read_text("utf-8"))
IN_ENCODINGS = [(tag, encoding) for tag, case in SENTENCES.items() for encoding in case["encodings"].split()]


@pytest.mark.parametrize(("tag", "encoding"), IN_ENCODINGS)
def test_old_encodings_are_detected(tag: str, encoding: str) -> None:
    text = SENTENCES[tag]["text"]
    assert decode(text.encode(encoding)) == (text, encoding)


@pytest.mark.parametrize("encoding", ["utf-16", "utf-32"])
def test_a_byte_order_mark_tells(encoding: str) -> None:
    text = SENTENCES["ru"]["text"]
    assert decode(text.encode(encoding)) == (text, encoding)


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
@pytest.mark.parametrize("tag", ["de", "ru"])
def test_two_bytes_a_character_are_read_without_a_mark_too(tag: str, encoding: str) -> None:
    text = SENTENCES[tag]["text"]
    assert decode(text.encode(encoding)) == (text, encoding)


def test_the_mark_of_utf_8_belongs_to_the_text() -> None:
    assert decode(codecs.BOM_UTF8 + b"Talks in Velm") == ("\ufeffTalks in Velm", "utf-8")


def test_utf_8_is_believed_before_a_declaration() -> None:
    assert decode("Fähre".encode(), "windows-1251") == ("Fähre", "utf-8")


@pytest.mark.parametrize("declared", ["ISO-8859-1", "windows-1252", " Windows-1252 "])
def test_else_a_declaration_is_believed(declared: str) -> None:
    assert decode("Fähre … für alle".encode("cp1252"), declared) == ("Fähre … für alle", "windows-1252")


@pytest.mark.parametrize("declared", ["klingon", "utf-8", "base64", "idna"])
def test_a_declaration_that_does_not_fit_is_passed_over(declared: str) -> None:
    text = SENTENCES["de"]["text"]
    assert decode(text.encode("cp1252"), declared) == (text, "windows-1252")


@pytest.mark.parametrize("data", [b"\x00\x01\x02", b"\x89PNG\r\n\x1a\n\x00\x00\xff", bytes(range(256)) * 4])
def test_binary_data_is_no_text(data: bytes) -> None:
    with pytest.raises(UnreadableDocument, match="binary data"):
        decode(data)


def test_utf_16_that_is_cut_off_is_one_line() -> None:
    with pytest.raises(UnreadableDocument, match="byte 2 is not UTF-16"):
        decode(codecs.BOM_UTF16_LE + b"a")
