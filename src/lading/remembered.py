"""What earlier validations found: an unchanged package is not checked again, only hashed.

A report is kept under a hash of everything that it depends on: the descriptor and every file of the package, the code
of the record models, the texts, and the versions of lading and of the libraries that judge.
"""

import gzip
import hashlib
import importlib.metadata
import json
import os
import platform
import sys
from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import asdict, dataclass
from pathlib import Path
from types import ModuleType
from typing import Any

import lading
from lading.check.plan import Plan
from lading.issue import Issue, Severity
from lading.record import Record
from lading.report.log import IssueLog
from lading.report.results import Report, ResourceResult

LIBRARIES = ("frictionless", "jsonschema", "numpy", "polars", "pyarrow", "pydantic", "pydantic-core")
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
            self.folder.mkdir(parents=True, exist_ok=True)
            staged.write_bytes(gzip.compress(json.dumps(kept).encode(), mtime=0))
            staged.replace(path)
            self._forget()

    def _path(self, key: str) -> Path:
        return self.folder / f"{key}.json.gz"

    def _forget(self) -> None:
        reports = sorted(self.folder.glob("*.json.gz"), key=lambda path: path.stat().st_mtime)
        for path in reports[:-MOST_REPORTS]:
            path.unlink(missing_ok=True)


def cache_folder() -> Path:
    """Where reports are kept: LADING_CACHE_DIR, else where the platform keeps what can be made again."""
    if named := os.environ.get("LADING_CACHE_DIR"):
        return Path(named)
    if sys.platform == "win32":
        return Path(os.environ.get("LOCALAPPDATA", Path.home() / "AppData" / "Local")) / "lading" / "Cache"
    if sys.platform == "darwin":
        return Path.home() / "Library" / "Caches" / "lading"
    return Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "lading"


def key_of(plan: Plan, described: str) -> str | None:
    """The hash of everything that the report of a plan depends on; None where some of it cannot be hashed.

    `described` is the whole descriptor as it was read.
    """
    parts = hashlib.sha256()
    try:
        for part in (*_versions(), described, *_files(plan), *_code(plan)):
            parts.update(f"{len(part)}:{part}".encode())
    except OSError:
        return None
    return parts.hexdigest()


def _versions() -> Iterator[str]:
    yield f"lading {lading.__version__}, {platform.python_implementation()} {sys.version}"
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
        yield from _hashes(sorted(plan.texts.iterdir()))


def _hashes(paths: Iterable[Path]) -> Iterator[str]:
    for path in paths:
        if path.is_dir():
            continue
        if not path.is_file():
            yield f"{path}: none"
            continue
        with path.open("rb") as file:
            yield f"{path.name}: {hashlib.file_digest(file, 'sha256').hexdigest()}"


def _code(plan: Plan) -> Iterator[str]:
    """The modules of the packages that declare record models and rules, as far as they are loaded."""
    models: list[type[Record]] = [table.model for table in plan.tables]
    rules = [rule.breaches for rule in plan.dataset.rules] if plan.dataset else []
    roots = {each.__module__.partition(".")[0] for each in (*models, *rules)} - {"lading"}
    for name, module in sorted(sys.modules.items()):
        if name.partition(".")[0] in roots and (file := _file_of(module)) is not None:
            yield from (name, *_hashes([file]))


def _file_of(module: ModuleType) -> Path | None:
    file = getattr(module, "__file__", None)
    return Path(file) if isinstance(file, str) else None


def _issue(kept: dict[str, Any]) -> Issue:
    return Issue(**{**kept, "severity": Severity(kept["severity"])})
