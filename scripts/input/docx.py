"""The text of a DOCX: what stands in its paragraphs, in their order, one after a blank line each."""

import io
import zipfile
import zlib
from collections.abc import Iterator
from typing import Any

from scripts.input import extras
from scripts.input.formats import BODY_OF_DOCX
from scripts.input.limits import read_bounded
from scripts.reading.source import UnreadableDocument

WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
PARAGRAPH = f"{WORD}p"
CHARACTERS = {
    f"{WORD}tab": "\t",
    f"{WORD}br": "\n",
    f"{WORD}cr": "\n",
    f"{WORD}noBreakHyphen": "\N{NON-BREAKING HYPHEN}",
}


def text_of(data: bytes) -> str:
    """The text of the body; without headers, footers, notes and what a revision has deleted."""
    etree = extras.module("lxml.etree", "DOCX")
    # Entities that stand for files or for ever more entities are left alone.
    parser = etree.XMLParser(resolve_entities=False, no_network=True, remove_comments=True)
    try:
        root = etree.fromstring(_body(data), parser)
    except etree.XMLSyntaxError as error:
        raise UnreadableDocument(f"is no sound DOCX ({error.msg}); save it again") from None
    paragraphs = (_text(paragraph).strip() for paragraph in root.iter(PARAGRAPH))
    return "".join(f"{paragraph}\n\n" for paragraph in paragraphs if paragraph).rstrip("\n") + "\n"


def _body(data: bytes) -> bytes:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive, archive.open(BODY_OF_DOCX) as stream:
            return read_bounded(stream)
    except RuntimeError:
        raise UnreadableDocument("needs a password; save it without one") from None
    except (zipfile.BadZipFile, KeyError, NotImplementedError, EOFError, ValueError, OSError, zlib.error):
        raise UnreadableDocument("is cut off or damaged; get the file again") from None


def _text(paragraph: Any) -> str:
    return "".join(_pieces(paragraph))


def _pieces(element: Any) -> Iterator[str]:
    for child in element:
        if child.tag == f"{WORD}t":
            yield child.text or ""
        elif child.tag in CHARACTERS:
            yield CHARACTERS[child.tag]
        elif child.tag not in (PARAGRAPH, FALLBACK):  # a text box holds paragraphs of its own
            yield from _pieces(child)
