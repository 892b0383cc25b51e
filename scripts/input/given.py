"""What was given to convert: files, folders with all that is below them, archives, standard input."""

import os
import shutil
import sys
import zipfile
import zlib
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath, PureWindowsPath

from lading.issue import LadingError
from scripts.input.formats import ARCHIVE, BODY_OF_DOCX, ZIPPED, is_document
from scripts.input.limits import LARGEST_FILE, read_bounded
from scripts.reading.source import UnreadableDocument

STANDARD_INPUT = "-"
NAME_OF_STANDARD_INPUT = "standard-input"
MOST_COMPRESSED = 200
"""No text is compressed to less than this part of itself; what claims to be is there to fill the memory."""
LEAST_SUSPICIOUS = 2**20
ENCRYPTED = 0x1


@dataclass(frozen=True, slots=True)
class Given:
    """A document: a file, or a member of an archive; `name` is what its text is called in the tables."""

    path: Path
    member: str | None
    name: str

    def __str__(self) -> str:
        if self.path.name == NAME_OF_STANDARD_INPUT:
            return "standard input"
        return str(self.path) if self.member is None else f"{self.path}/{self.member}"

    def data(self) -> bytes:
        """What the document holds."""
        if self.member is not None:
            return _member(self.path, self.member)
        try:
            with self.path.open("rb") as stream:
                return read_bounded(stream)
        except OSError as error:
            raise UnreadableDocument(f"cannot be read ({error.strerror})") from None

    def version(self) -> tuple[int, int]:
        """What changes with the file: its size and the time of its last change."""
        try:
            status = self.path.stat()
        except OSError:  # whoever reads it says what is wrong
            return 0, 0
        return status.st_size, status.st_mtime_ns


@dataclass(slots=True)
class Listing:
    """The documents in the order of their names; what was refused, and why; how many files of other kinds there are."""

    documents: list[Given] = field(default_factory=list)
    refused: list[UnreadableDocument] = field(default_factory=list)
    others: Counter[str] = field(default_factory=Counter)

    def require_any(self) -> None:
        """LadingError when what was given holds no document at all."""
        if not self.documents and not self.refused:
            raise LadingError("there is no document in what was given; documents are text, Markdown, HTML, PDF or DOCX")


@dataclass(frozen=True, slots=True)
class _Place:
    """A document, and the path that tells it from others of the same file name."""

    path: Path
    member: str | None
    within: PurePosixPath


def listing(paths: Iterable[Path], spooled: Path) -> Listing:
    """All documents in what was given; standard input is kept in the folder `spooled`."""
    found = Listing()
    places = {(place.path.absolute(), place.member): place for path in paths for place in _places(path, spooled, found)}
    names = _names([place.within for place in places.values()])
    for place, name in zip(places.values(), names, strict=True):
        found.documents.append(Given(place.path, place.member, name))
    found.documents.sort(key=lambda given: (given.name, given.path, given.member or ""))
    return found


def _names(paths: Sequence[PurePosixPath]) -> list[str]:
    """A name for each path: its last part, with as many of those before it as it takes to tell it from the others."""
    alike: dict[str, list[PurePosixPath]] = {}
    for path in paths:
        alike.setdefault(path.name.casefold(), []).append(path)
    return [_tail(path, alike[path.name.casefold()]) for path in paths]


def _tail(path: PurePosixPath, alike: Sequence[PurePosixPath]) -> str:
    n_parts = next((number for number in range(1, len(path.parts)) if _differ(alike, number)), len(path.parts))
    return "-".join(path.parts[-n_parts:])


def _differ(paths: Sequence[PurePosixPath], n_parts: int) -> bool:
    return len({tuple(part.casefold() for part in path.parts[-n_parts:]) for path in paths}) == len(paths)


def _places(path: Path, spooled: Path, found: Listing) -> Iterator[_Place]:
    if str(path) == STANDARD_INPUT:
        path = spooled / NAME_OF_STANDARD_INPUT
        with path.open("wb") as file:
            shutil.copyfileobj(sys.stdin.buffer, file)
    if path.is_dir():
        yield from _below(path, found)
    else:
        yield from _in_file(path, PurePosixPath(path.name), found)


def _below(folder: Path, found: Listing) -> Iterator[_Place]:
    for parent, folders, files in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(files):
            path = Path(parent, name)
            if name.startswith("."):
                continue
            if path.suffix.lower() == ARCHIVE or is_document(name):
                yield from _in_file(path, PurePosixPath(folder.resolve().name, path.relative_to(folder)), found)
            else:
                found.others[path.suffix.lower()] += 1


def _in_file(path: Path, within: PurePosixPath, found: Listing) -> Iterator[_Place]:
    if not _is_archive(path):
        yield _Place(path, None, within)
        return
    try:
        with zipfile.ZipFile(path) as archive:
            members = sorted(archive.infolist(), key=lambda member: member.filename)
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError):
        found.refused.append(UnreadableDocument(f"{path}: is cut off or damaged, or no archive; make it again"))
        return
    for member in members:
        inside = PurePosixPath(member.filename)
        if member.is_dir() or _is_hidden(PureWindowsPath(member.filename)):  # divides at both slashes
            continue
        if inside.suffix.lower() != ARCHIVE and not is_document(inside.name):
            found.others[inside.suffix.lower()] += 1
        elif reason := _reason_against(member, inside):
            found.refused.append(UnreadableDocument(f"{path}/{member.filename}: {reason}"))
        else:
            yield _Place(path, member.filename, within / inside)


def _is_hidden(member: PureWindowsPath) -> bool:
    return any(part == "__MACOSX" or (part.startswith(".") and part != "..") for part in member.parts)


def _is_archive(path: Path) -> bool:
    if path.suffix.lower() == ARCHIVE:
        return True
    try:
        with path.open("rb") as stream:
            if stream.read(len(ZIPPED)) != ZIPPED:
                return False
        with zipfile.ZipFile(path) as archive:
            return BODY_OF_DOCX not in archive.namelist()
    except (zipfile.BadZipFile, OSError, ValueError):
        return False  # whoever reads it says what is wrong


def _reason_against(member: zipfile.ZipInfo, inside: PurePosixPath) -> str | None:
    windows = PureWindowsPath(member.filename)
    if inside.is_absolute() or windows.drive or windows.root or ".." in (*inside.parts, *windows.parts):
        return "leads out of the archive; it is left alone"
    if inside.suffix.lower() == ARCHIVE:
        return "is an archive inside an archive; unpack it"
    if member.flag_bits & ENCRYPTED:
        return "needs a password; pack it without one"
    if member.file_size > LARGEST_FILE:
        return f"would unpack to more than {LARGEST_FILE // 2**20} MiB; give a smaller document"
    if member.file_size > max(LEAST_SUSPICIOUS, MOST_COMPRESSED * member.compress_size):
        return "would unpack to a multitude of its size; give the document itself"
    return None


def _member(path: Path, member: str) -> bytes:
    try:
        with zipfile.ZipFile(path) as archive, archive.open(member) as stream:
            return read_bounded(stream)
    except RuntimeError:
        raise UnreadableDocument("needs a password; pack it without one") from None
    except (zipfile.BadZipFile, KeyError, NotImplementedError, EOFError, ValueError, OSError, zlib.error):
        raise UnreadableDocument("is cut off or damaged; make the archive again") from None
