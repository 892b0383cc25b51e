"""Folders: with a descriptor, or with tables alone.

Without descriptor, each table of a folder is a resource, named after its file. Parquet files that have the same
columns are the partitions of one table, named after the folder, as Spark and others write them; so are files in
folders called `column=value`. Names that begin with `_` or `.` are no data (`_SUCCESS`).
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from lading.descriptor import Package, Resource, formats
from lading.descriptor.files import DESCRIPTOR
from lading.descriptor.paths import MOST_FILES, NO_DATA, UnsafePathError, data_files, is_remote
from lading.descriptor.places import Place
from lading.descriptor.reading import Description
from lading.issue import IssuesError, LadingError
from lading.locate import table

DESCRIPTORS = (DESCRIPTOR, "datapackage.yaml", "datapackage.yml")
PARQUET = formats.Format("parquet")


def descriptor(folder: Path) -> Path | None:
    """The descriptor in a folder, if there is one."""
    return next((folder / name for name in DESCRIPTORS if (folder / name).is_file()), None)


def tables(folder: Path) -> Description:
    """The package of the tables in a folder; LadingError when there is none."""
    names = sorted(name for name in _files(folder) if formats.of_file(name).name is not None)
    if not names:
        raise LadingError(f"{folder / DESCRIPTOR}: there is no data package here, and no table beside it")
    parquet = [name for name in names if formats.of_file(name) == PARQUET]
    others = [table.resource([name], None) for name in names if formats.of_file(name) != PARQUET]
    return table.package(list(_named_apart([*_parquet(folder, parquet), *others])), folder, folder.resolve().name)


def with_files_of_folders(package: Package, base: Path, name: str) -> Package:
    """The package with the files of a folder in the place of a path that leads to one (partitions of Parquet)."""
    changed: dict[int, Resource] = {}
    for number, resource in enumerate(package.resources):
        paths = [path for path in resource.paths or () if not is_remote(path)]
        if any((base / path).is_dir() for path in paths):
            try:
                found = [file for path in paths for file in data_files(base, path)]
            except UnsafePathError as error:
                place = Place(name, ("resources", number, "path"), resource.name)
                raise IssuesError([place.issue(place.code, str(error))]) from None
            changed[number] = resource.model_copy(update={"paths": tuple(found) or resource.paths})
    resources = (changed.get(number, resource) for number, resource in enumerate(package.resources))
    return package.model_copy(update={"resources": tuple(resources)}) if changed else package


def _files(folder: Path) -> Iterator[str]:
    """The files of a folder and of the partitions in it, relative to it."""
    found = 0
    folders = [folder]
    while folders:
        here = folders.pop()
        for path in sorted(here.iterdir()):
            if path.name.startswith(NO_DATA):
                continue
            if path.is_dir() and "=" in path.name and not path.is_symlink():
                folders.append(path)
            elif path.is_file():
                found += 1
                if found > MOST_FILES:
                    raise LadingError(f"{folder}: without descriptor no more than {MOST_FILES:,} files are read")
                yield path.relative_to(folder).as_posix()


def _parquet(folder: Path, names: Sequence[str]) -> Iterator[dict[str, Any]]:
    if len(names) > 1:
        columns = [table.parquet_fields(folder / name) for name in names]
        if all(fields == columns[0] for fields in columns):
            yield table.resource(names, folder / names[0], f"{folder.resolve().name}.parquet")
            return
    for name in names:
        yield table.resource([name], folder / name)


def _named_apart(resources: Sequence[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    """The resources with names of their own: those of one name get that of their format behind it, or a number.

    Files of one name need not be twins: a CSV file alone has no types, where a Parquet file has.
    """
    names = Counter(resource["name"] for resource in resources)
    seen: Counter[str] = Counter()
    for resource in resources:
        name = resource["name"]
        if names[name] > 1 and isinstance(path := resource["path"], str):
            name += f".{formats.of_file(path).name}"
        seen[name] += 1
        yield resource | {"name": name if seen[name] == 1 else f"{name}.{seen[name]}"}
