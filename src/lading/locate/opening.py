"""Which package a path leads to."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from lading.descriptor import Package, formats
from lading.descriptor.parsing import YAML
from lading.descriptor.reading import Description, describe
from lading.issue import Issue, LadingError
from lading.locate import folder, table

JSON = ".json"
BOM = b"\xef\xbb\xbf"
BEGINNING = 4096


@dataclass(frozen=True, slots=True)
class Opened:
    """A package that was found, the folder that its paths are relative to, and what its descriptor is called.

    `issues` are what is wrong or doubtful in the descriptor without being in the way of reading the data.
    """

    package: Package
    base: Path
    name: str
    issues: tuple[Issue, ...] = ()


@contextmanager
def open_package(path: Path, *, schema: Path | None = None) -> Iterator[Opened]:
    """The package at a path; what had to be unpacked for it is removed at the end.

    A path leads to a descriptor (JSON, or YAML by the ending of its name), to a folder with one, to a zip archive of
    such a folder, to a table, or to a folder of tables. `schema` is a Table Schema for a table without descriptor.
    Raises IssuesError for faults that keep the data from being read, LadingError when there is nothing to open.
    """
    if schema is not None:
        if not _is(path, Path.is_file) or formats.of_file(path.name).name is None:
            raise LadingError(f"{path}: this is no table that a Table Schema could describe")
        yield _opened(table.with_schema(path, schema), path.resolve().parent, path.name)
    elif _is(path, Path.is_dir):
        yield _in_folder(path)
    elif not _is(path, Path.is_file):
        raise LadingError(f"{path}: there is no data package here")
    elif (found := formats.of_file(path.name)) == formats.Format(None, "zip"):
        from lading.locate import archive  # zipfile takes a while to import

        with archive.unpacked(path) as descriptor:
            yield _described(descriptor)
    elif path.suffix.lower() in YAML or (found in (formats.Format(None), formats.Format("json")) and _is_object(path)):
        yield _described(path)
    elif found.name is None:
        raise LadingError(f"{path}: this is neither a descriptor nor a table in a format that is read")
    else:
        yield _opened(table.alone(path), path.resolve().parent, path.name)


def _described(descriptor: Path) -> Opened:
    description = describe(descriptor)
    base, name = descriptor.parent, descriptor.name
    package = folder.with_files_of_folders(description.package, base, name)
    return Opened(package, base, name, description.issues)


def _in_folder(path: Path) -> Opened:
    descriptor = folder.descriptor(path)
    return _described(descriptor) if descriptor else _opened(folder.tables(path), path, path.resolve().name)


def _opened(description: Description, base: Path, name: str) -> Opened:
    return Opened(description.package, base, name, description.issues)


def _is_object(path: Path) -> bool:
    """Whether a file begins as an object of JSON does: a descriptor, where a table of JSON is a list."""
    try:
        with path.open("rb") as file:
            return file.read(BEGINNING).removeprefix(BOM).lstrip()[:1] == b"{"
    except OSError as error:
        raise LadingError(f"{path}: {error.strerror}") from None


def _is(path: Path, test: Callable[[Path], bool]) -> bool:
    try:
        return test(path)
    except (OSError, ValueError):  # too long, a name that no file can have, or nobody may look
        return False
