"""Publishing: a package appears in its folder whole or not at all, also when the process is killed.

A new package is written below `.lading-staging`. Renaming that to `.lading-commit` is the moment at which the new
package exists: an interruption before it leaves the old package, one after it is made good by rolling forward, which
anybody who comes next does (`recover`). Rolling forward can be interrupted and repeated as often as need be: the
manifest in `.lading-commit` lists the files of the new package, and those of the old one that it no longer has, until
the last of them is in place or gone. Files that no descriptor lists are people's own and stay as they are.
"""

import json
import os
import shutil
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path, PurePosixPath

from lading.descriptor import UnsafePathError, safe_path
from lading.descriptor.files import DESCRIPTOR
from lading.issue import LadingError

if sys.platform != "win32":
    import fcntl

STAGING = ".lading-staging"
COMMIT = ".lading-commit"
MANIFEST = ".manifest"
OBSOLETE = ".obsolete"


@contextmanager
def staging(root: Path, obsolete: Iterable[PurePosixPath] = ()) -> Iterator[Path]:
    """An empty folder for a new package, which becomes the package in `root` when the block ends without exception.

    The files of the old package go with it, and those of `obsolete`, which no descriptor lists.
    """
    try:
        root.mkdir(parents=True, exist_ok=True)
    except FileExistsError:
        raise LadingError(f"{root}: not a folder") from None
    except OSError as error:
        raise LadingError(f"{root}: cannot be made ({error.strerror}); name another folder") from None
    with _locked(root):
        _recover(root)
        staged = root / STAGING
        staged.mkdir()
        try:
            yield staged
            _refuse_obstructed(staged, root)
            _write_manifest(staged, root, obsolete)
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
    new, old = set(_files(staged)), set(_published(root))
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
        names, obsolete = _listed(manifest), _listed(commit / OBSOLETE)
        for name in names:
            if (commit / name).exists():
                (root / name).parent.mkdir(parents=True, exist_ok=True)
                (commit / name).replace(root / name)
        for name in obsolete:
            (root / name).unlink(missing_ok=True)
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


def _write_manifest(staged: Path, root: Path, obsolete: Iterable[PurePosixPath]) -> None:
    names = list(_files(staged))
    former = {*_published(root), *obsolete}
    for file, listed in ((MANIFEST, names), (OBSOLETE, sorted(former.difference(names)))):
        (staged / file).write_text("".join(f"{name}\n" for name in listed), encoding="utf-8")
    _sync_all(staged, [*names, PurePosixPath(MANIFEST), PurePosixPath(OBSOLETE)])


def _listed(file: Path) -> list[PurePosixPath]:
    return [PurePosixPath(line) for line in file.read_text(encoding="utf-8").splitlines()]


def _files(folder: Path) -> Iterator[PurePosixPath]:
    paths = sorted(path for path in folder.rglob("*") if path.is_file())
    return (PurePosixPath(path.relative_to(folder).as_posix()) for path in paths)


def _published(root: Path) -> Iterator[PurePosixPath]:
    """The files that the descriptor in a folder lists; none where there is no descriptor that can be read."""
    with suppress(OSError, ValueError, RecursionError, TypeError, KeyError, AttributeError):
        descriptor = json.loads((root / DESCRIPTOR).read_text(encoding="utf-8"))
        paths = [path for resource in descriptor["resources"] for path in _several(resource.get("path"))]
        for path in (*paths, *_several(descriptor.get("lading:derived"))):
            with suppress(UnsafePathError):
                if safe_path(root, path).is_file():
                    yield PurePosixPath(path)


def _several(paths: str | list[str] | None) -> list[str]:
    return [paths] if isinstance(paths, str) else paths or []


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
