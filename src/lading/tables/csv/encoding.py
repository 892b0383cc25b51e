"""Text in any encoding as UTF-8: blocks of bytes that begin and end between two characters."""

import codecs
from collections.abc import Iterable, Iterator
from io import BytesIO, TextIOWrapper

from lading.issue import Issue, IssuesError, quoted

MARK = "\N{ZERO WIDTH NO-BREAK SPACE}".encode()
"""A byte order mark, which is no part of the first label."""
ESCAPES = ("idna", "punycode", "raw-unicode-escape", "undefined", "unicode-escape")
"""Codecs of Python for names and source code: no file is written in them."""


class UndecodableError(Exception):
    """Bytes that are no text; what was read before has been yielded."""

    def __init__(self, message: str, hint: str) -> None:
        super().__init__(message)
        self.message, self.hint = message, hint

    def at(self, line: int) -> IssuesError:
        """The same as an issue, with the line."""
        return IssuesError([Issue("encoding-error", self.message, self.hint, line=line)])


def as_utf8(blocks: Iterable[bytes], encoding: str) -> Iterator[bytes]:
    """The text as valid UTF-8, none of the blocks empty; UndecodableError where it is not in the encoding."""
    codec = _codec(encoding)
    decoded = _checked(blocks, encoding) if codec in ("utf-8", "utf-8-sig") else _transcoded(blocks, encoding)
    texts = filter(None, decoded)
    if first := next(texts, b"").removeprefix(MARK):
        yield first
    yield from texts


def _codec(encoding: str) -> str:
    """The name of an encoding in Python; IssuesError where there is none, or none of text, or none to read blocks."""
    try:
        TextIOWrapper(BytesIO(), encoding)
        if (name := codecs.lookup(encoding).name) in ESCAPES:
            raise LookupError("no file is written in it")
        return name
    except (LookupError, ValueError) as error:
        message = f"the file cannot be read with the descriptor's encoding, {quoted(encoding)}: {error}"
        raise IssuesError([Issue("encoding-error", message, "use utf-8")]) from None


def _with_end(blocks: Iterable[bytes]) -> Iterator[tuple[bytes, bool]]:
    for block in blocks:
        yield block, False
    yield b"", True


def _checked(blocks: Iterable[bytes], encoding: str) -> Iterator[bytes]:
    """UTF-8 as it is, once it is known to be that."""
    held, position = b"", 0
    for block, final in _with_end(blocks):
        data = held + block
        try:
            good = len(data) if data.isascii() else codecs.utf_8_decode(data, "strict", final)[1]
        except UnicodeDecodeError as error:
            yield data[: error.start]
            raise _undecodable(encoding, position + error.start, data[error.start]) from None
        yield data[:good]
        held = data[good:]
        position += good


def _transcoded(blocks: Iterable[bytes], encoding: str) -> Iterator[bytes]:
    decoder = codecs.getincrementaldecoder(encoding)()
    position = 0
    for block, final in _with_end(blocks):
        state = decoder.getstate()
        try:
            yield decoder.decode(block, final).encode()
        except UnicodeDecodeError as error:
            before = error.start - len(error.object)  # counted from the end of the block, however much was held back
            decoder.setstate(state)
            yield _prefix(decoder, block[: max(0, len(block) + before)])
            raise _undecodable(encoding, position + len(block) + before, error.object[error.start]) from None
        except UnicodeError as error:
            raise UndecodableError(f"the file is no {encoding}: {error}", f"save the file as {encoding}") from None
        position += len(block)


def _prefix(decoder: codecs.IncrementalDecoder, data: bytes) -> bytes:
    try:
        return decoder.decode(data).encode()
    except UnicodeError:
        return b""


def _undecodable(encoding: str, position: int, byte: int) -> UndecodableError:
    return UndecodableError(f"byte {position} (0x{byte:02x}) is no {encoding}", f"save the file as {encoding}")
