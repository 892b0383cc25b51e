"""Zip archives: the descriptor and the files that it names, unpacked within bounds, and nothing else."""

import stat
import zipfile
import zlib
from collections import Counter
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from lading.descriptor.parsing import MOST_BYTES, Reader
from lading.descriptor.paths import UnsafePathError, is_remote, safe_path
from lading.descriptor.places import Place
from lading.issue import Issue, IssuesError, LadingError, quoted
from lading.locate.directory import refuse_large_directory
from lading.locate.folder import DESCRIPTORS

MOST_MEMBERS = 50_000
ALWAYS = 256 * 1024**2
MOST_RATIO = 200
MOST_UNPACKED = 64 * 1024**3
CHUNK = 1024**2
ENCRYPTED = 0x1
MACOS = "__MACOSX"
DAMAGED = (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, ValueError)


@dataclass
class Archive:
    """An archive whose members are unpacked below `target`, as long as there are not too many bytes of them."""

    path: Path
    file: zipfile.ZipFile
    members: Mapping[str, zipfile.ZipInfo]
    target: Path
    left: int

    def unpack(self, name: str) -> Path:
        """The file that a member is unpacked to; IssuesError when it may be dangerous or is damaged."""
        member = self.members[name]
        self._refuse_unusual(name, member)
        try:
            path = safe_path(self.target, name)
            if not path.exists():
                path.parent.mkdir(parents=True, exist_ok=True)
                self._copy(member, path)
        except UnsafePathError as error:
            raise self._fault(str(error)) from None
        except DAMAGED as error:
            raise self._fault(f"{quoted(name)} cannot be unpacked: {error}", "write the archive again") from None
        return path

    def _copy(self, member: zipfile.ZipInfo, path: Path) -> None:
        with self.file.open(member) as packed, path.open("wb") as file:
            while chunk := packed.read(CHUNK):
                self.left -= len(chunk)
                if self.left < 0:
                    hint = f"unpacked it may be {MOST_RATIO} times as large, or {ALWAYS // 1024**2} MiB"
                    raise self._fault("the archive is far larger unpacked than packed, as an attack would be", hint)
                file.write(chunk)

    def _refuse_unusual(self, name: str, member: zipfile.ZipInfo) -> None:
        kind = stat.S_IFMT(member.external_attr >> 16)
        if member.flag_bits & ENCRYPTED:
            raise self._fault(f"{quoted(name)} is encrypted", "pack it without a password")
        if kind not in (0, stat.S_IFREG):
            raise self._fault(f"{quoted(name)} is a link or a device, and no file", "pack the file itself")

    def _fault(self, message: str, hint: str | None = None) -> IssuesError:
        return IssuesError([Issue("source-error", message, hint, path=self.path.name)])


@contextmanager
def unpacked(path: Path) -> Iterator[Path]:
    """The descriptor in an archive, at its root or in its only folder, beside the files that it names.

    They are unpacked to a temporary folder. A file that the descriptor names and the archive has not is missing there.
    """
    with TemporaryDirectory(prefix="lading-") as folder, _opened(path) as file:
        members = _members(path, file)
        size = path.stat().st_size
        archive = Archive(path, file, members, Path(folder), min(MOST_UNPACKED, max(ALWAYS, size * MOST_RATIO)))
        name = _descriptor(path, members)
        if members[name].file_size > MOST_BYTES:
            raise IssuesError([Issue("package-error", "the descriptor is too large to be read", path=name)])
        descriptor = archive.unpack(name)
        root = name.rpartition("/")[0]
        for named in _named(descriptor):
            for member in _below(f"{root}/{named}" if root else named, members):
                archive.unpack(member)
        yield descriptor


@contextmanager
def _opened(path: Path) -> Iterator[zipfile.ZipFile]:
    try:
        refuse_large_directory(path)
        with zipfile.ZipFile(path) as file:
            yield file
    except (zipfile.BadZipFile, NotImplementedError) as error:
        raise IssuesError([Issue("source-error", f"no readable zip archive: {error}", path=path.name)]) from None
    except OSError as error:
        raise LadingError(f"{error.filename or path}: {error.strerror}") from None


def _members(path: Path, file: zipfile.ZipFile) -> Mapping[str, zipfile.ZipInfo]:
    # Some tools for Windows separate folders by backslashes, which the format does not allow.
    files = [
        (member.filename.replace("\\", "/"), member) for member in file.infolist() if not member.filename.endswith("/")
    ]
    if len(files) > MOST_MEMBERS:
        message = f"an archive has no more than {MOST_MEMBERS:,} files"
        raise IssuesError([Issue("source-error", message, path=path.name)])
    twice = [name for name, times in Counter(name for name, _ in files).items() if times > 1]
    if twice:
        message = f"the archive has {quoted(twice[0])} more than once"
        raise IssuesError([Issue("source-error", message, "pack it again", path=path.name)])
    return dict(files)


def _descriptor(path: Path, members: Mapping[str, zipfile.ZipInfo]) -> str:
    folders = {name.partition("/")[0] for name in members if "/" in name} - {MACOS}
    candidates = [*DESCRIPTORS]
    if len(folders) == 1:
        (only,) = folders
        candidates.extend(f"{only}/{name}" for name in DESCRIPTORS)
    for name in candidates:
        if name in members:
            return name
    raise LadingError(f"{path}: there is no {DESCRIPTORS[0]} at the root of the archive or in its only folder")


def _named(descriptor: Path) -> Iterator[str]:
    """The files that a descriptor names, as far as it can be read; its faults are found when it is."""
    try:
        content = Reader().read(descriptor, Place(descriptor.name))
    except IssuesError:
        return
    resources = content.get("resources") if isinstance(content, dict) else None
    for resource in resources if isinstance(resources, list) else ():
        if isinstance(resource, dict):
            yield from filter(_is_local, _paths(resource))


def _paths(resource: Mapping[str, Any]) -> Iterator[Any]:
    for property_ in ("path", "url", "extrapaths", "schema", "dialect"):
        value = resource.get(property_)
        yield from value if isinstance(value, list) else [value]


def _is_local(path: Any) -> bool:
    return isinstance(path, str) and not is_remote(path)


def _below(name: str, members: Mapping[str, zipfile.ZipInfo]) -> Iterator[str]:
    """The member of that name, or those in the folder of that name."""
    plain = "/".join(part for part in name.split("/") if part not in ("", "."))
    if plain in members:
        yield plain
    else:
        yield from (member for member in members if member.startswith(f"{plain}/"))
