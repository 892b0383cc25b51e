"""A source file: its bytes once, as the text that all offsets count in."""

import hashlib
from dataclasses import dataclass
from pathlib import Path

from lading.issue import LadingError


class UnreadableDocument(LadingError):  # noqa: N818 - says what it is
    """A file that cannot be read as a document: the message names the file and what to do about it."""


@dataclass(frozen=True, slots=True)
class SourceText:
    """The text of a file, undisturbed: no byte-order mark removed, no line ending translated."""

    name: str
    text: str
    sha256: str
    n_bytes: int


def read(path: Path) -> SourceText:
    """The text of a UTF-8 file; UnreadableDocument when it holds none."""
    try:
        data = path.read_bytes()
    except OSError as error:
        raise UnreadableDocument(f"{path}: cannot be read ({error.strerror}); give a plain text file") from error
    if b"\0" in data:
        raise UnreadableDocument(f"{path}: is no text but binary data; give the document as plain text in UTF-8")
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        where = f"byte {error.start} is not UTF-8"
        raise UnreadableDocument(f"{path}: {where}; save the file in UTF-8 and try again") from error
    if not text.strip("\ufeff \t\r\n"):
        raise UnreadableDocument(f"{path}: is empty; give a file that holds the text of the document")
    return SourceText(path.name, text, hashlib.sha256(data).hexdigest(), len(data))
