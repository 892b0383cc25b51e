"""Bytes to text: by the byte-order mark, as UTF-8, as declared, or as detected."""

import codecs
import re

from scripts.reading import language
from scripts.reading.source import UnreadableDocument

UTF_8 = "utf-8"
MARKS = {
    codecs.BOM_UTF32_LE: "utf-32",
    codecs.BOM_UTF32_BE: "utf-32",
    codecs.BOM_UTF16_LE: "utf-16",
    codecs.BOM_UTF16_BE: "utf-16",
}
WITHOUT_MARK = ("utf-16-le", "utf-16-be")
CANDIDATES = ("windows-1252", "windows-1254", "windows-1251", "koi8-r", "iso-8859-5", "ibm866")
"""What texts in the languages that are read were encoded in before UTF-8; of those that fit alike, the first."""

AS_DECLARED = {"iso-8859-1": "windows-1252", "us-ascii": "windows-1252", "iso-8859-9": "windows-1254"}
"""What pages mean by a declaration, as browsers take it."""

CONTROLS = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f]")
MOST_CONTROLS = 0.05
BEGINNING = 2**16
"""So much of a text tells its encoding."""

FOREIGN = re.compile(r"[^\x00-\x7f]")
ODD = re.compile(
    r"(?<=[A-Za-z])[\u0400-\u04ff]|[\u0400-\u04ff](?=[A-Za-z])|(?<=[\u0430-\u044f])[\u0410-\u042f]"
    r"|[\x80-\x9f\u2500-\u25ff\xd0\xdd\xde\xf0\xfd\xfe]|[\xc0-\xff]{3,}"
    r"|[^\W\d_][^\w\s'\u2018\u2019\xb4`.,:;!?()\[\]/\\|@&+*#%=<>~^$\"\u201c\u201d\u201e\xab\xbb\u2026\u2013\u2014\xa0\xad-]+[^\W\d_]"
)
"""Letters of two alphabets in one word, a capital inside a word, control characters, lines of boxes, letters that only
Icelandic has, three letters with accents in a row, signs in words."""


def decode(data: bytes, declared: str | None = None) -> tuple[str, str]:
    """The text, and the name of its encoding. UnreadableDocument when the bytes are no text."""
    for mark, encoding in MARKS.items():
        if data.startswith(mark):
            return _strictly(data, encoding), encoding
    if b"\0" in data[:BEGINNING] and (unmarked := _unmarked(data)):
        return unmarked
    try:
        # Text in another encoding is hardly ever valid UTF-8, but a page that was saved again declares what it was.
        text = data.decode(UTF_8)
    except UnicodeDecodeError as error:
        _refuse_binary(data.decode("latin-1"))
        return _declared(data, declared) or _detected(data, error)
    _refuse_binary(text)
    return text, UTF_8


def _strictly(data: bytes, encoding: str) -> str:
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError as error:
        raise UnreadableDocument(f"byte {error.start} is not {encoding.upper()}; save the file in UTF-8") from None
    _refuse_binary(text)
    return text


def _unmarked(data: bytes) -> tuple[str, str] | None:
    """The text of two bytes a character, where its mark is missing and its words are of a language that is read."""
    readings = ((text, name) for name in WITHOUT_MARK if (text := _as(data, name)) is not None)
    return next((reading for reading in readings if language.detect(reading[0])), None)


def _refuse_binary(text: str) -> None:
    beginning = text[:BEGINNING]
    if "\0" in text or len(CONTROLS.findall(beginning)) > MOST_CONTROLS * len(beginning):
        raise UnreadableDocument("is no text but binary data; give text, HTML, Markdown, PDF or DOCX")


def _declared(data: bytes, declared: str | None) -> tuple[str, str] | None:
    if declared is None:
        return None
    try:
        name = declared.strip().lower()
        name = AS_DECLARED.get(name, name)
        text = data.decode(name)
    except (LookupError, ValueError):
        return None
    return text, name


def _detected(data: bytes, error: UnicodeDecodeError) -> tuple[str, str]:
    readings = [(name, text) for name in CANDIDATES if (text := _as(data, name)) is not None]
    if not readings:
        raise UnreadableDocument(f"byte {error.start} is not UTF-8, nor is another encoding plain; save it in UTF-8")
    # The encodings of Western Europe and of Turkey differ in six letters: the words tell which makes sense.
    name, text = min(readings, key=lambda reading: (_share_of_odd(reading[1]), -language.certainty(reading[1])))
    return text, name


def _as(data: bytes, encoding: str) -> str | None:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError:
        return None


def _share_of_odd(text: str) -> float:
    """How much of what is not ASCII looks out of place, as it does where another encoding is meant."""
    beginning = text[:BEGINNING]
    n_foreign = len(FOREIGN.findall(beginning))
    return round(len(ODD.findall(beginning)) / max(n_foreign, 1), 1)
