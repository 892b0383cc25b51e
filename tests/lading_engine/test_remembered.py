"""What was found of an unchanged package is recalled; whatever changes, the package is checked again."""

import gzip
import importlib
import json
import sys
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from pydantic import BaseModel, Field

from lading.borrow import record_of
from lading.check.plan import Plan
from lading.engine import local
from lading.project import load_model
from lading.record import Record
from lading.remembered import Remembered, cache_folder, key_of
from lading.report.results import Report
from lading.validate import validate


@pytest.fixture
def package(tmp_path: Path) -> Path:
    folder = tmp_path / "package"
    folder.mkdir()
    (folder / "catches.csv").write_text("day,catch\n1880-05-01,x\n1880-05-02,4\n")
    fields = [{"name": "day", "type": "date"}, {"name": "catch", "type": "integer"}]
    resources = [
        {"name": "catches", "path": "catches.csv", "schema": {"fields": fields}},
        {"name": "remark", "path": "remark.md"},
    ]
    (folder / "remark.md").write_text("Caught with a line.\n")
    (folder / "datapackage.json").write_text(json.dumps({"name": "harbour", "resources": resources}))
    return folder


@pytest.fixture
def remembered(tmp_path: Path) -> Remembered:
    return Remembered(tmp_path / "reports")


class Runs:
    """How often the checks ran."""

    def __init__(self) -> None:
        self.number = 0

    def counted(self, run: Callable[..., Report]) -> Callable[..., Report]:
        def count(*arguments: object) -> Report:
            self.number += 1
            return run(*arguments)

        return count


@pytest.fixture
def runs(monkeypatch: pytest.MonkeyPatch) -> Runs:
    counter = Runs()
    monkeypatch.setattr(local, "run", counter.counted(local.run))
    return counter


def same(left: Report, right: Report) -> bool:
    return list(left.issues) == list(right.issues) and left.resources == right.resources and left.base == right.base


def test_an_unchanged_package_is_not_checked_again(package: Path, remembered: Remembered, runs: Runs) -> None:
    first = validate(package, remembered=remembered)
    second = validate(package, remembered=remembered)
    assert runs.number == 1
    assert not first.valid
    assert same(first, second)


@pytest.mark.parametrize("name", ["catches.csv", "remark.md", "datapackage.json"])
def test_a_file_that_changed_is_checked_again(name: str, package: Path, remembered: Remembered, runs: Runs) -> None:
    validate(package, remembered=remembered)
    path = package / name
    content = path.read_text().replace("4", "5").replace("line", "net").replace("harbour", "haven")
    path.write_text(content)
    validate(package, remembered=remembered)
    assert runs.number == 2


def test_a_file_that_went_is_noticed(package: Path, remembered: Remembered, runs: Runs) -> None:
    validate(package, remembered=remembered)
    (package / "remark.md").unlink()
    report = validate(package, remembered=remembered)
    assert runs.number == 2
    assert "scheme-error" in {issue.code for issue in report.issues}


def test_the_same_package_elsewhere_is_known_and_has_the_paths_of_its_place(
    package: Path, remembered: Remembered, runs: Runs
) -> None:
    first = validate(package, remembered=remembered)
    moved = package.rename(package.with_name("moved"))
    second = validate(moved, remembered=remembered)
    assert runs.number == 1
    assert not same(first, second)
    assert same(replace(first, base=second.base), second)


@pytest.mark.parametrize(
    "content",
    [b"", b"no gzip", gzip.compress(b"no JSON", mtime=0), gzip.compress(b'{"issues": 1}', mtime=0)],
    ids=["nothing", "no gzip", "no JSON", "no report"],
)
def test_a_damaged_memory_is_no_memory(content: bytes, package: Path, remembered: Remembered, runs: Runs) -> None:
    validate(package, remembered=remembered)
    (kept,) = remembered.folder.iterdir()
    kept.write_bytes(content)
    assert not validate(package, remembered=remembered).valid
    assert runs.number == 2


def test_where_nothing_can_be_kept_everything_is_checked(package: Path, tmp_path: Path, runs: Runs) -> None:
    (tmp_path / "file").write_text("")
    nowhere = Remembered(tmp_path / "file" / "reports")
    assert not validate(package, remembered=nowhere).valid
    assert not validate(package, remembered=nowhere).valid
    assert runs.number == 2


def test_failing_rows_are_written_from_a_check_and_not_from_memory(
    package: Path, remembered: Remembered, runs: Runs
) -> None:
    rows = []
    for _ in range(2):
        validate(package, remembered=remembered, failing=lambda _, row, __: rows.append(row.number))
    assert runs.number == 2
    assert rows == [1, 1]


def test_reports_are_kept_where_the_environment_says(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("LADING_CACHE_DIR", str(tmp_path))
    assert cache_folder() == tmp_path


def test_a_user_without_a_home_has_no_memory(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("LADING_CACHE_DIR", "XDG_CACHE_HOME", "LOCALAPPDATA"):
        monkeypatch.delenv(name, raising=False)

    def homeless() -> Path:
        raise RuntimeError("Could not determine home directory.")

    monkeypatch.setattr(Path, "home", homeless)
    assert cache_folder() is None


def test_a_warning_of_the_descriptor_is_part_of_what_is_remembered(package: Path, remembered: Remembered) -> None:
    validate(package, remembered=remembered)
    descriptor = package / "datapackage.json"
    descriptor.write_text(descriptor.read_text().replace('"name": "harbour"', '"name": "harbour", "created": "May"'))
    fresh, recalled = validate(package), validate(package, remembered=remembered)
    assert list(recalled.issues) == list(fresh.issues)


def test_a_folder_of_texts_that_is_empty_is_another_thing_than_none(tmp_path: Path) -> None:
    assert key_of(Plan((), texts=tmp_path), "") != key_of(Plan(()), "")


MODELS = """
from typing import ClassVar
from pydantic import BaseModel, Field
from lading.record import Record, Table
from bounds_of_catches import MOST

class Plain(BaseModel):
    catch: int = Field(le=MOST)

class Declared(Record):
    table: ClassVar = Table("catches", "Catches", ())
    catch: int = Field(le=MOST, description="How many fish.")

class Lenient(BaseModel):
    catch: int
"""


@pytest.fixture
def code(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A folder with record models, and a module that they import."""
    folder = tmp_path / "code"
    folder.mkdir()
    (folder / "models_of_catches.py").write_text(MODELS)
    (folder / "bounds_of_catches.py").write_text("MOST = 5\n")
    monkeypatch.setattr(sys, "path", [*sys.path])
    monkeypatch.setattr(sys, "dont_write_bytecode", True)
    yield folder
    forget()


def forget() -> None:
    """Import the modules anew, as another process would."""
    for name in ("models_of_catches", "bounds_of_catches"):
        sys.modules.pop(name, None)
    importlib.invalidate_caches()


def model_of(name: str, folder: Path) -> type[Record]:
    forget()
    return load_model(f"models_of_catches:{name}", folder)


@pytest.fixture
def catches(tmp_path: Path) -> Path:
    table = tmp_path / "catches.csv"
    table.write_text("catch\n1\n9\n")
    return table


@pytest.mark.parametrize("name", ["Plain", "Declared"])
def test_a_module_that_a_model_imports_is_part_of_what_is_remembered(
    name: str, catches: Path, code: Path, remembered: Remembered
) -> None:
    assert not validate(catches, model=model_of(name, code), remembered=remembered).valid
    (code / "bounds_of_catches.py").write_text("MOST = 10\n")
    assert validate(catches, model=model_of(name, code), remembered=remembered).valid


def test_two_models_of_one_module_are_not_taken_for_each_other(
    catches: Path, code: Path, remembered: Remembered, runs: Runs
) -> None:
    for _ in range(2):
        assert not validate(catches, model=model_of("Plain", code), remembered=remembered).valid
        assert validate(catches, model=model_of("Lenient", code), remembered=remembered).valid
    assert runs.number == 2


def test_what_a_model_without_a_file_says_is_not_remembered(catches: Path, remembered: Remembered, runs: Runs) -> None:
    for most in (5, 10):

        class Caught(BaseModel):
            catch: int = Field(le=most)

        assert validate(catches, model=record_of(Caught), remembered=remembered).valid is (most == 10)
    assert runs.number == 2
