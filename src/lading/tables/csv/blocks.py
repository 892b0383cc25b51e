"""The bytes of a file in blocks, decompressed on the way: however large it is, one block is in memory."""

import bz2
import gzip
import lzma
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from io import IOBase
from pathlib import Path
from typing import IO, cast

from lading.issue import Issue, IssuesError

BLOCK_BYTES = 2**23
"""How much is read at once."""
LARGE_BYTES = 2**26
GREATEST_RATIO = 500
"""A file of which more than LARGE_BYTES come out, and more than so many bytes of each byte, is a bomb, and not read."""

DAMAGED = (OSError, EOFError, ValueError, RuntimeError, zlib.error, lzma.LZMAError, zipfile.BadZipFile)
"""What the readers of compressed files raise. NotImplementedError, for a method of compression, is a RuntimeError."""


def blocks(path: Path, compression: str | None) -> Iterator[bytes]:
    """The content of a file, decompressed; IssuesError where it cannot be read any further."""
    with opened(path, compression) as content:
        yield from content


@contextmanager
def opened(path: Path, compression: str | None) -> Iterator[Iterator[bytes]]:
    """The same, of a file that is closed at the end of the context, even where an exception keeps hold of it."""
    with ExitStack() as stack:
        yield _read(path, compression, stack)


def _read(path: Path, compression: str | None, stack: ExitStack) -> Iterator[bytes]:
    try:
        file = stack.enter_context(path.open("rb"))
        if compression is None:
            yield from iter(lambda: file.read(BLOCK_BYTES), b"")
        else:
            yield from _decompressed(file, compression, stack)
    except DAMAGED as error:
        raise IssuesError([_unreadable(error, compression)]) from None


def _decompressed(file: IO[bytes], compression: str, stack: ExitStack) -> Iterator[bytes]:
    opened = stack.enter_context(_open(file, compression, stack))
    n_bytes = 0
    while block := opened.read(BLOCK_BYTES):
        n_bytes += len(block)
        if n_bytes > LARGE_BYTES and n_bytes > GREATEST_RATIO * file.tell():
            message = f"the file is no {compression} to read: more than {GREATEST_RATIO} bytes come out of each byte"
            raise IssuesError([Issue("source-error", message, "describe the decompressed file instead")])
        yield block


def _open(file: IO[bytes], compression: str, stack: ExitStack) -> IO[bytes]:
    match compression:
        case "gz":
            return cast("IO[bytes]", gzip.GzipFile(fileobj=file))
        case "bz2":
            return cast("IO[bytes]", bz2.BZ2File(file))
        case "xz":
            return cast("IO[bytes]", lzma.LZMAFile(file))
        case "zip":
            return _only_member(stack.enter_context(zipfile.ZipFile(file)))
        case "zst":
            import pyarrow as pa

            return cast("IO[bytes]", pa.CompressedInputStream(pa.PythonFile(cast("IOBase", file), "r"), "zstd"))
        case _:
            raise ValueError(f"{compression} is a compression that is not known here")


def _only_member(archive: zipfile.ZipFile) -> IO[bytes]:
    members = [member for member in archive.infolist() if not member.filename.endswith("/")]
    if len(members) != 1:
        raise ValueError(f"the archive holds {len(members)} files, not one")
    return archive.open(members[0])


def _unreadable(error: Exception, compression: str | None) -> Issue:
    if isinstance(error, OSError) and error.strerror:
        return Issue("source-error", f"the file cannot be read: {error.strerror}")
    reason = str(error).partition("\n")[0] or type(error).__name__
    hint = "the file is truncated or damaged: write it again"
    return Issue("source-error", f"no readable {compression or 'file'}: {reason}", hint)
