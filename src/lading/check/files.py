"""The files of a package against the sizes and hashes that its descriptor gives."""

import hashlib
from collections.abc import Iterator
from pathlib import Path

from lading.issue import Issue

UNREADABLE = ("scheme-error", "source-error")
"""The codes of files that cannot be read at all."""
HINT = "restore the file, or correct the descriptor"


def counts(file: Path, n_bytes: int | None, expected_hash: str | None) -> Iterator[Issue]:
    """What is wrong with a file as a whole: it is missing, of another size, or of other content."""
    if not file.is_file():
        yield Issue("scheme-error", "the file is missing", HINT)
        return
    size = file.stat().st_size
    if n_bytes is not None and size != n_bytes:
        yield Issue("byte-count", f"the file has {size:,} bytes, the descriptor says {n_bytes:,}", HINT)
    if expected_hash is not None:
        try:
            yield from _hash(file, expected_hash)
        except OSError as error:
            yield Issue("source-error", f"the file cannot be read: {error.strerror}", HINT)


def _hash(file: Path, expected: str) -> Iterator[Issue]:
    algorithm, _, digits = expected.rpartition(":")
    algorithm = (algorithm or "md5").lower()  # a hash without a name is MD5 (Data Package)
    if algorithm not in hashlib.algorithms_guaranteed or algorithm.startswith("shake"):
        yield Issue("hash-count", f"the descriptor's hash is of an unknown kind, {algorithm!r}", "use sha256")
        return
    with file.open("rb") as stream:
        found = hashlib.file_digest(stream, algorithm).hexdigest()
    if found != digits.lower():
        yield Issue("hash-count", f"the file's {algorithm} is {found}, the descriptor says {digits}", HINT)
