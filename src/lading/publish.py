"""Publishing: a package appears in its folder whole or not at all, also when the process is killed.

A new package is written below `.lading-staging`. Renaming that to `.lading-commit` is the moment at which the new
package exists: an interruption before it leaves the old package, one after it is made good by rolling forward, which
anybody who comes next does (`recover`). Rolling forward can be interrupted and repeated as often as need be: the
manifest in `.lading-commit` lists the files of the new package until the last of them is in place.
"""

import os
import shutil
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path, PurePosixPath

from lading.descriptor.files import DERIVED, TABLES
from lading.issue import LadingError

if sys.platform != "win32":
    import fcntl

STAGING = ".lading-staging"
COMMIT = ".lading-commit"
MANIFEST = ".manifest"
OWNED = (PurePosixPath(TABLES), PurePosixPath(DERIVED))
"""The folders in which every file is of the package; others may hold files of people."""


@contextmanager
def staging(root: Path) -> Iterator[Path]:
    """An empty folder for a new package, which becomes the package in `root` when the block ends without exception."""
    try:
        root.mkdir(parents=True, exist_ok=True)
    except FileExistsError:
        raise LadingError(f"{root}: not a folder") from None
    with _locked(root):
        _recover(root)
        staged = root / STAGING
        staged.mkdir()
        try:
            yield staged
            _refuse_obstructed(staged, root)
            _write_manifest(staged)
        except BaseException:
            shutil.rmtree(staged)
            raise
        staged.rename(root / COMMIT)
        _sync(root)
        _roll_forward(root)


def recover(root: Path) -> None:
    """Finish what an interrupted process had committed, drop what it had not; wait for a process that is at work."""
    if (root / COMMIT).exists() or (root / STAGING).exists():
        with _locked(root):
            _recover(root)


def differences(staged: Path, root: Path) -> list[str]:
    """What publishing the staged package would change: each file as one line, sorted."""
    new, old = set(_files(staged)), set(_owned_files(root))
    changed = {name for name in new if not _same(staged / name, root / name)}
    return sorted(
        [
            *(f"{name}: {'changed' if (root / name).exists() else 'missing'}" for name in changed),
            *(f"{name}: not a file of the package" for name in old - new),
        ]
    )


@contextmanager
def _locked(root: Path) -> Iterator[None]:
    """One process at a time; the lock goes with the process that holds it, however that ends."""
    if sys.platform == "win32":
        yield
        return
    descriptor = os.open(root, os.O_RDONLY)
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX)
        yield
    finally:
        os.close(descriptor)


def _recover(root: Path) -> None:
    if (root / COMMIT).exists():
        _roll_forward(root)
    if (root / STAGING).exists():
        shutil.rmtree(root / STAGING)


def _roll_forward(root: Path) -> None:
    commit = root / COMMIT
    manifest = commit / MANIFEST
    if manifest.exists():
        names = [PurePosixPath(line) for line in manifest.read_text(encoding="utf-8").splitlines()]
        for name in names:
            if (commit / name).exists():
                (root / name).parent.mkdir(parents=True, exist_ok=True)
                (commit / name).replace(root / name)
        for name in set(_owned_files(root)).difference(names):
            (root / name).unlink()
        _sync_all(root, names)
        manifest.unlink()
    shutil.rmtree(commit)


def _refuse_obstructed(staged: Path, root: Path) -> None:
    """Rolling forward must not fail: find out before the commit whether something stands in its way."""
    names = list(_files(staged))
    if not names:
        raise LadingError(f"{root}: nothing to publish")
    for name in names:
        for folder in name.parents:
            if (root / folder).exists() and not (root / folder).is_dir():
                raise LadingError(f"{root / folder}: a file where the package has a folder")
        if (root / name).is_dir():
            raise LadingError(f"{root / name}: a folder where the package has a file")


def _write_manifest(staged: Path) -> None:
    names = list(_files(staged))
    (staged / MANIFEST).write_text("".join(f"{name}\n" for name in names), encoding="utf-8")
    _sync_all(staged, [*names, PurePosixPath(MANIFEST)])


def _files(folder: Path) -> Iterator[PurePosixPath]:
    paths = sorted(path for path in folder.rglob("*") if path.is_file())
    return (PurePosixPath(path.relative_to(folder).as_posix()) for path in paths)


def _owned_files(root: Path) -> Iterator[PurePosixPath]:
    return (owned / name for owned in OWNED for name in _files(root / owned))


def _same(left: Path, right: Path) -> bool:
    return right.is_file() and left.read_bytes() == right.read_bytes()


def _sync_all(root: Path, names: Iterable[PurePosixPath]) -> None:
    """Have the files and their folders on disk, so that a power cut finds what a killed process would leave."""
    paths = {root / part for name in names for part in (name, *name.parents)}
    for path in paths:
        _sync(path)


def _sync(path: Path) -> None:
    if sys.platform == "win32":
        return
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
