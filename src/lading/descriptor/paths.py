"""Paths of a package: a descriptor comes from elsewhere and must not make anybody read outside its folder."""

import re
from pathlib import Path, PurePosixPath

from lading.issue import LadingError

REMOTE = re.compile(r"^[A-Za-z][A-Za-z0-9+.-]*:")


class UnsafePathError(LadingError):
    """A path that leads out of the package."""


def safe_path(base: Path, relative: str) -> Path:
    """The file below `base`; UnsafePathError for an absolute, remote or parent-leaving path, or a symlink out."""
    if REMOTE.match(relative):
        raise UnsafePathError(f"{relative}: only files of the package are read, neither addresses nor drives")
    if not relative or relative.startswith(("/", "~")) or "\\" in relative or "\0" in relative:
        raise UnsafePathError(f"{relative}: a path is relative to the descriptor, with / between its parts")
    if ".." in PurePosixPath(relative).parts:
        raise UnsafePathError(f"{relative}: a path does not leave the folder of the descriptor")
    path = base / relative
    if not path.resolve().is_relative_to(base.resolve()):
        raise UnsafePathError(f"{relative}: the path is a link that leaves the folder of the descriptor")
    return path
