"""Which format a document is in: by what its bytes begin with, and else by the ending of its name."""

import io
import zipfile
from pathlib import PurePath

from scripts.reading.source import UnreadableDocument

TEXT = "text/plain"
MARKDOWN = "text/markdown"
HTML = "text/html"
PDF = "application/pdf"
DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"

ENDINGS = {
    ".txt": TEXT,
    ".text": TEXT,
    ".md": MARKDOWN,
    ".markdown": MARKDOWN,
    ".html": HTML,
    ".htm": HTML,
    ".xhtml": HTML,
    ".pdf": PDF,
    ".docx": DOCX,
}
ARCHIVE = ".zip"
NOT_READ = {".doc": "DOCX", ".rtf": "DOCX", ".odt": "DOCX", ".epub": "HTML", ".mht": "HTML", ".mhtml": "HTML"}
"""Documents that are not read, and the format to save them in."""

ZIPPED = b"PK\x03\x04"
COMPOUND = b"\xd0\xcf\x11\xe0"
PDF_MARK = b"%PDF-"
PAGE_MARKS = (b"<!doctype html", b"<html")
BODY_OF_DOCX = "word/document.xml"
BEGINNING = 1024


def is_document(name: str) -> bool:
    """Whether a file of this name in a folder is meant as a document."""
    ending = PurePath(name).suffix.lower()
    return ending in ENDINGS or ending in NOT_READ


def is_plain(name: str) -> bool:
    """Whether a file of this name is read as it is."""
    return ENDINGS.get(PurePath(name).suffix.lower(), TEXT) in (TEXT, MARKDOWN)


def media_type(name: str, data: bytes) -> str:
    """The format of a document. UnreadableDocument when it is one that is not read."""
    beginning = data[:BEGINNING]
    ending = PurePath(name).suffix.lower()
    if PDF_MARK in beginning:
        return PDF
    if beginning.startswith(COMPOUND):
        raise UnreadableDocument("is an old Word file, or one with a password; save it as DOCX without a password")
    if beginning.startswith(ZIPPED):
        return _zipped(data)
    if ending in NOT_READ:
        raise UnreadableDocument(f"{ending[1:].upper()} is not read; save it as {NOT_READ[ending]}")
    if ending in ENDINGS:
        return ENDINGS[ending]
    return HTML if beginning.lstrip(b"\xef\xbb\xbf \t\r\n").lower().startswith(PAGE_MARKS) else TEXT


def _zipped(data: bytes) -> str:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            names = archive.namelist()
    except (zipfile.BadZipFile, ValueError, OSError):
        raise UnreadableDocument("is cut off or damaged; get the file again") from None
    if BODY_OF_DOCX in names:
        return DOCX
    raise UnreadableDocument("is an archive inside an archive, or a format that is not read; unpack it")
