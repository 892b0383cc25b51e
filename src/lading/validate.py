"""Validation of a data package, from its descriptor to the last span."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from lading.check import drift
from lading.check.plan import plan
from lading.dataset import Dataset
from lading.descriptor import read_descriptor
from lading.descriptor.files import DESCRIPTOR
from lading.engine import local
from lading.issue import IssuesError, LadingError
from lading.report.results import Report


def validate(
    path: Path,
    *,
    dataset: Dataset | None = None,
    texts: Path | None = None,
    announce: Callable[[str, int], None] = lambda *_: None,
) -> Report:
    """Check the package in a folder, or that of a descriptor file.

    Records are checked against the models of `dataset`, else against models made from the Table Schemas of the
    package. `texts` is a folder with the texts that spans point into. `announce` is told what is checked next.
    Raises LadingError when there is nothing to validate.
    """
    file = descriptor_file(path)
    if texts is not None and not _is(texts, Path.is_dir):
        raise LadingError(f"{texts}: there is no such folder of texts")
    if texts is not None and (dataset is None or dataset.texts is None):
        raise LadingError("texts are checked only where record models say what points into them: give the dataset")
    try:
        package = read_descriptor(file)
    except IssuesError as error:
        return Report(error.issues)
    planned = plan(package, file, dataset, texts)
    drifted = drift.differences(package, dataset, file.name) if dataset else ()
    return local.run(replace(planned, issues=(*drifted, *planned.issues)), announce, lambda *_: None)


def descriptor_file(path: Path) -> Path:
    """The descriptor that a path leads to; LadingError when there is none."""
    file = path / DESCRIPTOR if _is(path, Path.is_dir) else path
    if not _is(file, Path.is_file):
        raise LadingError(f"{file}: there is no data package here")
    return file


def _is(path: Path, test: Callable[[Path], bool]) -> bool:
    try:
        return test(path)
    except OSError:  # too long, or nobody may look
        return False
