"""Texts beside their package: they come with it, and those of the package that was there before go with that."""

import hashlib
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path, PurePosixPath

import pyarrow as pa
import pyarrow.parquet as pq

DOCUMENTS = "data/tables/documents.parquet"


def inside(texts: Path, directory: Path) -> PurePosixPath | None:
    """The path of a folder for texts below that of the package; None where it lies elsewhere."""
    within, root = texts.resolve(), directory.resolve()
    return PurePosixPath(within.relative_to(root).as_posix()) if within.is_relative_to(root) else None


def of_package(directory: Path, folder: PurePosixPath) -> Iterator[PurePosixPath]:
    """The texts in a folder below a package that the package is about, and that nobody has changed."""
    with suppress(OSError, KeyError, pa.ArrowException):  # no package, or one of something else
        columns = pq.read_table(directory / DOCUMENTS, columns=["source_file", "sha256"])
        for name, sha256 in zip(*(column.to_pylist() for column in columns.itercolumns()), strict=True):
            text = directory / folder / PurePosixPath(name).name
            if text.is_file() and hashlib.sha256(text.read_bytes()).hexdigest() == sha256:
                yield folder / text.name
