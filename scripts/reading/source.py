"""A text as the readers get it: the characters that all offsets count in, and the hash that identifies them."""

import hashlib
from dataclasses import dataclass
from pathlib import Path
from typing import Self

from lading.issue import LadingError


class UnreadableDocument(LadingError):  # noqa: N818 - says what it is
    """A file that cannot be read as a document: the message names the file and what to do about it."""


@dataclass(frozen=True, slots=True)
class SourceText:
    """A text, undisturbed: no byte-order mark removed, no line ending translated.

    `name`, `sha256` and `n_bytes` are of the file in UTF-8 that holds it, which may not be the file that was given.
    """

    name: str
    text: str
    sha256: str
    n_bytes: int
    media_type: str | None = None
    """Of the file that was given."""
    encoding: str | None = None
    """Of the file that was given; None for formats that have their own way of storing text."""
    form: str | None = None
    """How the text came about: file (the file that was given holds it), decoded, extracted."""

    @classmethod
    def of(cls, name: str, text: str, media_type: str, encoding: str | None, form: str) -> Self:
        """The text that is in a file of its own, or could be."""
        data = text.encode()
        return cls(name, text, hashlib.sha256(data).hexdigest(), len(data), media_type, encoding, form)


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
