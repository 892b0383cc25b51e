"""How much is taken at once: a document that is larger is no document, or is meant to fill the memory."""

from typing import IO

from scripts.reading.source import UnreadableDocument

LARGEST_FILE = 2**26
LONGEST_TEXT = 20_000_000
"""In characters: the Bible has some four million."""


def read_bounded(stream: IO[bytes], largest: int = LARGEST_FILE) -> bytes:
    """What the stream holds. UnreadableDocument when that is more than is taken."""
    data = stream.read(largest + 1)
    if len(data) > largest:
        raise UnreadableDocument(f"holds more than {largest // 2**20} MiB; give a smaller document")
    return data


def require_text(text: str) -> str:
    """The text itself. UnreadableDocument when there is none, or more than is taken."""
    if not text.strip("\ufeff \t\r\n"):
        raise UnreadableDocument("is empty; give a file that holds the text of the document")
    if len(text) > LONGEST_TEXT:
        raise UnreadableDocument(f"has more than {LONGEST_TEXT:,} characters; divide it")
    return text
