"""Paths of a package: a descriptor comes from elsewhere and must not make anybody read outside its folder."""

import re
from contextlib import suppress
from pathlib import Path, PurePosixPath

from lading.issue import LadingError, quoted

REMOTE = re.compile(r"^[A-Za-z][A-Za-z0-9+.-]+://")
DRIVE_OR_SCHEME = re.compile(r"^[A-Za-z][A-Za-z0-9+.-]*:")


class UnsafePathError(LadingError):
    """A path that leads out of the package, or that no file can have."""


def is_remote(path: str) -> bool:
    """Whether the path is an address: the standard allows it, and it is never fetched."""
    return REMOTE.match(path) is not None


def safe_path(base: Path, relative: str) -> Path:
    """The file below `base`; UnsafePathError for an absolute, remote or parent-leaving path, or a symlink out."""

    def unsafe(reason: str) -> UnsafePathError:
        return UnsafePathError(f"{quoted(relative)}: {reason}")

    if DRIVE_OR_SCHEME.match(relative):
        raise unsafe("only files of the package are read, neither addresses nor drives")
    if not relative or relative.startswith(("/", "~")) or "\\" in relative or "\0" in relative:
        raise unsafe("a path is relative to the descriptor, with / between its parts")
    if ".." in PurePosixPath(relative).parts:
        raise unsafe("a path does not leave the folder of the descriptor")
    path = base / relative
    try:
        leaves = not path.resolve().is_relative_to(base.resolve())
        with suppress(FileNotFoundError, NotADirectoryError):
            path.stat()
    except (OSError, RuntimeError, ValueError) as error:  # too long, a circle of links, a name that is no Unicode text
        raise unsafe(f"no file can be found by this path ({_reason(error)})") from None
    if leaves:
        raise unsafe("the path is a link that leaves the folder of the descriptor")
    return path


def _reason(error: Exception) -> str:
    return error.strerror if isinstance(error, OSError) and error.strerror else type(error).__name__
