"""Paths of a package: a descriptor comes from elsewhere and must not make anybody read outside its folder."""

import os
import re
from contextlib import suppress
from pathlib import Path, PurePosixPath

from lading.issue import LadingError, quoted

REMOTE = re.compile(r"^[A-Za-z][A-Za-z0-9+.-]+://")
NO_DATA = ("_", ".")
MOST_FILES = 100_000
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


def data_files(base: Path, relative: str) -> list[str]:
    """The files that a path leads to, relative to `base`: a file itself, those below a folder in the order of names.

    What begins with `_` or `.` is no data (`_SUCCESS`). UnsafePathError for a path that is unsafe, and for links out.
    """
    root = safe_path(base, relative)
    if not root.is_dir():
        return [relative]
    found: list[str] = []
    for folder, folders, names in os.walk(root):
        folders[:] = sorted(name for name in folders if not name.startswith(NO_DATA))
        below = Path(folder).relative_to(base)
        found.extend((below / name).as_posix() for name in sorted(names) if not name.startswith(NO_DATA))
        if len(found) > MOST_FILES:
            raise UnsafePathError(f"{quoted(relative)}: a folder of data has no more than {MOST_FILES:,} files")
    return [path for path in found if safe_path(base, path).is_file()]


def _reason(error: Exception) -> str:
    return error.strerror if isinstance(error, OSError) and error.strerror else type(error).__name__
