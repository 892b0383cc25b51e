"""What earlier validations found: an unchanged package is not checked again, only hashed.

A report is kept under a hash of everything that it depends on: the descriptor and every file of the package, the record
models with the code around them, the texts, and the versions of lading and of the libraries that judge.
"""

import gzip
import hashlib
import importlib.metadata
import json
import os
import platform
import sys
import sysconfig
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from dataclasses import asdict, dataclass
from pathlib import Path
from types import ModuleType
from typing import Any

import lading
from lading.adopt import Adopted
from lading.borrow import Borrowed
from lading.check.plan import Plan
from lading.issue import Issue, Severity
from lading.report.log import IssueLog
from lading.report.results import Report, ResourceResult

LIBRARIES = ("email-validator", "frictionless", "jsonschema", "numpy", "polars", "pyarrow", "pydantic", "pydantic-core")
MOST_ISSUES = 100_000
MOST_REPORTS = 200


@dataclass(frozen=True, slots=True)
class Remembered:
    """Reports in a folder, by the hash of what they are about."""

    folder: Path

    def recall(self, key: str) -> Report | None:
        """The report of that key, if there is one that can be read."""
        path = self._path(key)
        try:
            kept = json.loads(gzip.decompress(path.read_bytes()))
            issues = IssueLog(_issue(issue) for issue in kept["issues"])
            resources = [ResourceResult(**{**one, "notes": tuple(one["notes"])}) for one in kept["resources"]]
        except (OSError, EOFError, ValueError, KeyError, TypeError):
            return None
        with suppress(OSError):
            path.touch()  # the oldest are forgotten first
        return Report(issues, tuple(resources))

    def keep(self, key: str, report: Report) -> None:
        """Keep a report; one that is too long to be worth it is not kept, and neither is any where there is no room."""
        if len(report.issues) > MOST_ISSUES:
            return
        kept = {
            "issues": [issue.as_json() for issue in report.issues],
            "resources": [asdict(result) for result in report.resources],
        }
        path = self._path(key)
        staged = path.with_suffix(f".{os.getpid()}")
        with suppress(OSError):
            self.folder.mkdir(mode=0o700, parents=True, exist_ok=True)  # issues quote the cells of tables
            staged.write_bytes(gzip.compress(json.dumps(kept).encode(), mtime=0))
            staged.replace(path)
            self._forget()

    def _path(self, key: str) -> Path:
        return self.folder / f"{key}.json.gz"

    def _forget(self) -> None:
        reports = sorted(self.folder.glob("*.json.gz"), key=lambda path: path.stat().st_mtime)
        for path in reports[:-MOST_REPORTS]:
            path.unlink(missing_ok=True)


def cache_folder() -> Path | None:
    """Where reports are kept: LADING_CACHE_DIR, else where the platform keeps what can be made again.

    None for a user without a home.
    """
    if named := os.environ.get("LADING_CACHE_DIR"):
        return Path(named)
    try:
        return _platform_cache() / "lading"
    except RuntimeError:
        return None


def _platform_cache() -> Path:
    if sys.platform == "win32":
        return Path(os.environ.get("LOCALAPPDATA") or Path.home() / "AppData" / "Local")
    if sys.platform == "darwin":
        return Path.home() / "Library" / "Caches"
    return Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache")


def key_of(plan: Plan, described: str) -> str | None:
    """The hash of everything that the report of a plan depends on; None where some of it cannot be hashed.

    `described` is the whole descriptor as it was read.
    """
    parts = hashlib.sha256()
    try:
        for part in (*_versions(), described, *map(repr, plan.issues), *_files(plan), *_code(plan)):
            parts.update(f"{len(part)}:{part}".encode("utf-8", "surrogatepass"))
    except (OSError, UntraceableError):
        return None
    return parts.hexdigest()


class UntraceableError(Exception):
    """Code that is in no file: nobody can tell whether it is the same."""


def _versions() -> Iterator[str]:
    yield f"lading {lading.__version__}, {platform.python_implementation()} {sys.version}, {time.tzname}"
    # An installation for development has the same version while its code changes.
    yield from _hashes(Path(lading.__file__).parent.rglob("*.py")) if _is_editable() else ()
    for name in LIBRARIES:
        with suppress(importlib.metadata.PackageNotFoundError):
            yield f"{name} {importlib.metadata.version(name)}"


def _is_editable() -> bool:
    return "site-packages" not in Path(lading.__file__).parts


def _files(plan: Plan) -> Iterator[str]:
    paths = [path for table in plan.tables for path in table.files.paths] + [one.file for one in plan.other_files]
    for path in paths:
        yield from _hashes(sorted(path.rglob("*")) if path.is_dir() else [path])
    if plan.texts is not None:
        yield "texts"
        yield from _hashes(sorted(plan.texts.iterdir()))


def _hashes(paths: Iterable[Path]) -> Iterator[str]:
    for path in paths:
        if path.is_dir():
            continue
        if not path.is_file():
            yield f"{path}: none"
            continue
        told = [folder.name for folder in path.parents if "=" in folder.name]  # cells of Parquet, such as year=2020
        with path.open("rb") as file:
            yield f"{told} {path.name}: {hashlib.file_digest(file, 'sha256').hexdigest()}"


def _code(plan: Plan) -> Iterator[str]:
    """What is declared in code, and the modules that it may depend on: those around it, and all that are nobody's
    library, as far as they are loaded.

    Raises UntraceableError.
    """
    models = [table.model for table in plan.tables if not issubclass(table.model, Adopted)]
    judges = [model.lender if issubclass(model, Borrowed) else model for model in models]
    rules = [rule.breaches for rule in plan.dataset.rules] if plan.dataset else []
    declared: list[type | Callable[..., object]] = [*judges, *rules]
    yield from (f"{each.__module__}.{each.__qualname__}" for each in declared)
    if plan.dataset:
        yield repr(plan.dataset.texts)
    if not declared:
        return
    for each in declared:
        if "<locals>" in each.__qualname__ or _file_of(sys.modules.get(each.__module__)) is None:
            raise UntraceableError
    roots = {each.__module__.partition(".")[0] for each in declared}
    for name, module in sorted(sys.modules.items()):
        root, file = name.partition(".")[0], _file_of(module)
        if file is not None and root != "lading" and (root in roots or not _is_of_a_library(file)):
            yield from (name, *_hashes([file]))


def _is_of_a_library(file: Path) -> bool:
    installed = {sysconfig.get_path(name) for name in ("stdlib", "platstdlib", "purelib", "platlib")}
    return any(file.is_relative_to(folder) for folder in installed)


def _file_of(module: ModuleType | None) -> Path | None:
    file = getattr(module, "__file__", None)
    return Path(file) if isinstance(file, str) else None


def _issue(kept: dict[str, Any]) -> Issue:
    return Issue(**{**kept, "severity": Severity(kept["severity"])})
