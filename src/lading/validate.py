"""Validation of a data package, from its descriptor to the last span."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

from lading.check import drift
from lading.check.plan import plan
from lading.check.resources import TablePlan
from lading.dataset import Dataset
from lading.engine import local
from lading.issue import Issue, IssuesError, LadingError
from lading.locate import Opened, open_package
from lading.record import Record
from lading.report.results import Report
from lading.tables.row import Row


def validate(
    path: Path,
    *,
    dataset: Dataset | None = None,
    schema: Path | None = None,
    model: type[Record] | None = None,
    texts: Path | None = None,
    progress: Callable[[str, int], None] = lambda *_: None,
    failing: Callable[[TablePlan, Row, Sequence[Issue]], None] = lambda *_: None,
) -> Report:
    """Check the package at a path: of a folder, a descriptor, a zip archive, or a table without descriptor.

    Records are checked against the models of `dataset`, else against models made from the Table Schemas of the
    package. A table without descriptor may come with a `schema` file or a record `model`. `texts` is a folder with
    the texts that spans point into. `progress` is told what is being checked, and how many of its rows were read;
    `failing` of each row that has issues.
    Raises LadingError when there is nothing to validate.
    """
    if texts is not None and not _is_folder(texts):
        raise LadingError(f"{texts}: there is no such folder of texts")
    if texts is not None and (dataset is None or dataset.texts is None):
        raise LadingError("texts are checked only where record models say what points into them: give the dataset")
    try:
        with open_package(path, schema=schema) as opened:
            if model is not None and len(opened.package.resources) > 1:
                raise LadingError(f"{path}: there are several tables, and one record model: give the file of one")
            planned = plan(opened.package, opened.base, opened.name, dataset, texts, model)
            noted = (*opened.issues, *_drift(opened, dataset), *planned.issues)
            return local.run(replace(planned, issues=noted), progress, failing)
    except IssuesError as error:
        return Report(error.issues)


def _drift(opened: Opened, dataset: Dataset | None) -> Sequence[Issue]:
    return tuple(drift.differences(opened.package, dataset, opened.name)) if dataset else ()


def _is_folder(path: Path) -> bool:
    try:
        return path.is_dir()
    except OSError:  # too long, or nobody may look
        return False
