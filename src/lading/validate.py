"""Validation of a data package, from its descriptor to the last span."""

import os
from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path

from lading.check.plan import Plan, plan
from lading.dataset import Dataset
from lading.engine import local
from lading.engine.reading import Failing, Progress
from lading.issue import Issue, IssuesError, LadingError
from lading.locate import Opened, open_package
from lading.record import Record
from lading.remembered import Remembered, key_of
from lading.report.results import Report

ENGINES = ("local", "spark")


def validate(
    path: Path,
    *,
    dataset: Dataset | None = None,
    schema: Path | None = None,
    model: type[Record] | None = None,
    texts: Path | None = None,
    progress: Progress = lambda *_: None,
    failing: Failing | None = None,
    engine: str = ENGINES[0],
    jobs: int = 1,
    remembered: Remembered | None = None,
) -> Report:
    """Check the package at a path: of a folder, a descriptor, a zip archive, or a table without descriptor.

    Records are checked against the models of `dataset`, else against models made from the Table Schemas of the
    package. A table without descriptor may come with a `schema` file or, where there is no dataset, with a record
    `model`. `texts` is a folder with the texts that spans point into. `progress` is told what is being checked, and how
    many of its rows were read; `failing` of each row that has issues. `engine` is `local`, with up to `jobs` processes,
    or `spark`. A package that has not changed since its report was kept in `remembered` is not checked again.
    Raises LadingError when there is nothing to validate.
    """
    if dataset is not None and model is not None:
        raise LadingError("the tables of a dataset have record models already: give the dataset or a model, not both")
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
            whole = replace(planned, issues=noted)
            run = partial(_engine(engine), whole, progress, failing or (lambda *_: None), jobs)
            # What is written of failing rows is not in a report.
            report = _recalled(remembered, opened, whole, run) if remembered and failing is None else run()
            return replace(report, base=_base(path))
    except IssuesError as error:
        return Report(error.issues, base=_base(path))


def _base(path: Path) -> str:
    """Where the paths of issues start, relative to the working directory: an archive counts as a folder."""
    is_folder = _is_folder(path) or path.suffix.lower() == ".zip"
    return _seen_from_here(path if is_folder else path.parent)


def _recalled(remembered: Remembered, opened: Opened, whole: Plan, run: Callable[[], Report]) -> Report:
    described = f"{opened.name}: {opened.package.model_dump_json()}"
    if (key := key_of(whole, described)) is None:
        return run()
    if (report := remembered.recall(key)) is not None:
        return report
    report = run()
    remembered.keep(key, report)
    return report


def _engine(name: str) -> Callable[[Plan, Progress, Failing, int], Report]:
    if name == "local":
        return local.run
    from lading.engine import spark

    return spark.run


def _seen_from_here(folder: Path) -> str:
    """A folder relative to the working directory, where it is not on another drive."""
    try:
        return Path(os.path.relpath(folder)).as_posix()
    except ValueError:
        return folder.as_posix()


def _drift(opened: Opened, dataset: Dataset | None) -> Sequence[Issue]:
    if dataset is None:
        return ()
    from lading.check import drift  # whoever has no dataset need not wait for what is derived from one

    return tuple(drift.differences(opened.package, dataset, opened.name))


def _is_folder(path: Path) -> bool:
    try:
        return path.is_dir()
    except OSError:  # too long, or nobody may look
        return False
