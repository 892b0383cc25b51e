"""A document that was given, in whatever format, as the text that the readers get."""

from collections.abc import Callable, Mapping

from lading.issue import LadingError
from schemas.vocabularies import TextForm
from scripts.input import docx, html, pdf
from scripts.input.encodings import UTF_8, decode
from scripts.input.formats import DOCX, HTML, PDF, media_type
from scripts.input.given import Given
from scripts.input.limits import require_text
from scripts.reading.source import SourceText, UnreadableDocument

EXTRACTED: Mapping[str, Callable[[bytes], tuple[str, str | None]]] = {
    HTML: html.text_of,
    PDF: lambda data: (pdf.text_of(data), None),
    DOCX: lambda data: (docx.text_of(data), None),
}
"""The formats whose text is taken out of them, and how; with the encoding where that was a question."""


def read(given: Given) -> SourceText:
    """The text of the document. UnreadableDocument, with its name, when there is none to be had."""
    try:
        return _read(given)
    except LadingError as error:
        raise UnreadableDocument(f"{given}: {error}") from None
    except RecursionError:
        raise UnreadableDocument(f"{given}: is nested too deeply; save it as plain text") from None


def _read(given: Given) -> SourceText:
    data = given.data()
    if not data:
        require_text("")
    media = media_type(given.path.name if given.member is None else given.member, data)
    if media in EXTRACTED:
        text, encoding = EXTRACTED[media](data)
        return SourceText.of(f"{given.name}.txt", require_text(text), media, encoding, TextForm.EXTRACTED)
    text, encoding = decode(data)
    require_text(text)
    if encoding == UTF_8:
        return SourceText.of(given.name, text, media, encoding, TextForm.FILE)
    return SourceText.of(f"{given.name}.utf-8.txt", text, media, encoding, TextForm.DECODED)
