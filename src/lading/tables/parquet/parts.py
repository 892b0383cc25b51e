"""The files that a Parquet table consists of, and what the names of their folders say of their rows."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import unquote

from lading.issue import Issue, IssuesError, quoted

SUFFIXES = (".parquet", ".parq", ".pq")
NO_VALUE = "__HIVE_DEFAULT_PARTITION__"
"""The value of a folder whose rows have none."""


@dataclass(frozen=True, slots=True)
class Part:
    """A file; `cells` are those that all of its rows have by the names of its folders, such as `year=2020`.

    What no column is called after says nothing: a package may lie in a folder of any name.
    """

    path: Path
    cells: Mapping[str, str | None] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Stretch:
    """Consecutive row groups of a file."""

    part: Part
    first_group: int = 0
    end_group: int | None = None


def parts(paths: Sequence[Path]) -> tuple[Part, ...]:
    """The files in their order: those of a folder by name. IssuesError for a folder that holds none."""
    return tuple(part for path in paths for part in (_of_folder(path) if path.is_dir() else (_of_file(path),)))


def _of_file(path: Path) -> Part:
    cells: dict[str, str | None] = {}
    for folder in path.parents:
        if "=" not in folder.name:
            break
        cells = {**_cell(folder.name), **cells}
    return Part(path, cells)


def _of_folder(folder: Path) -> Sequence[Part]:
    try:
        found = list(_below(folder, folder.resolve()))
    except OSError as error:
        raise _fault(f"the folder cannot be read: {error.strerror}") from None
    named = [part for part in found if part.path.suffix.lower() in SUFFIXES]
    if not found:
        raise _fault("the folder holds no Parquet file")
    return named or found


def _below(folder: Path, root: Path) -> Iterator[Part]:
    for path in sorted(folder.iterdir(), key=lambda path: path.name):
        if path.name.startswith((".", "_")) and "=" not in path.name:
            continue  # of those who wrote the table, not of the table: _SUCCESS, _metadata, .crc
        if path.is_symlink() and (path.is_dir() or not path.resolve().is_relative_to(root)):
            raise _fault(f"{quoted(path.name)} is a link to a folder, or one that leaves the folder of the table")
        if path.is_dir():
            yield from _below(path, root)
        elif path.is_file():
            yield _of_file(path)


def _cell(name: str) -> Mapping[str, str | None]:
    key, equals, text = name.partition("=")
    if not (key and equals):
        return {}
    return {unquote(key): None if text == NO_VALUE else unquote(text)}


def _fault(message: str) -> IssuesError:
    return IssuesError([Issue("source-error", message, "put the Parquet files of the table into it, and nothing else")])
