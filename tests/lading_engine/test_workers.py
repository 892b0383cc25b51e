"""Other processes judge as this one does."""

import multiprocessing
import os
from pathlib import Path
from typing import ClassVar

import pytest
from pydantic import BaseModel, Field, field_validator

from lading.borrow import record_of
from lading.engine import reading, workers
from lading.issue import Issue, LadingError
from lading.record import Record, Table
from lading.validate import validate
from tests.lading_validate.harbour import HARBOUR, records, write_harbour


def test_several_processes_give_the_issues_of_one_in_their_order(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    package = write_harbour(tmp_path, records())
    path = package / "data/tables/visits.csv"
    header, *rows = path.read_text().splitlines()
    path.write_text("\n".join([header, *(f"Bad {number}!,x{number},1880-05-01," for number in range(50)), *rows, ""]))
    monkeypatch.setattr(reading, "SMALL_BYTES", -1)
    monkeypatch.setattr(workers, "MANY", 0)
    monkeypatch.setattr(workers, "SLICE", 7)

    def issues(jobs: int) -> list[Issue]:
        return list(validate(package, dataset=HARBOUR, jobs=jobs).issues)

    assert len(issues(1)) > 100
    assert issues(2) == issues(1)


def test_adopted_models_are_made_again_in_other_processes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    package = write_harbour(tmp_path, records())
    path = package / "data/tables/visits.csv"
    path.write_text(path.read_text().replace("1880", "188O"))
    monkeypatch.setattr(reading, "SMALL_BYTES", -1)
    monkeypatch.setattr(workers, "MANY", 0)
    assert list(validate(package, jobs=2).issues) == list(validate(package).issues)


class Lent(BaseModel):
    """A model of Pydantic that knows nothing of tables."""

    number: int
    is_judged_elsewhere: bool

    @field_validator("is_judged_elsewhere")
    @classmethod
    def _is(cls, _: bool) -> bool:
        raise ValueError(multiprocessing.parent_process() is not None)


def test_a_borrowed_model_is_borrowed_again_in_other_processes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "lent.csv"
    path.write_text("number,is_judged_elsewhere\n1,true\nx,true\n")
    monkeypatch.setattr(reading, "SMALL_BYTES", -1)
    monkeypatch.setattr(workers, "MANY", 0)

    def issues(jobs: int) -> list[tuple[int | None, str, str]]:
        found = validate(path, model=record_of(Lent), jobs=jobs).issues
        return [(issue.row, issue.code, issue.message.rpartition(" ")[2]) for issue in found]

    assert issues(1) == [
        (1, "constraint-error", "False"),
        (2, "type-error", "integer"),
        (2, "constraint-error", "False"),
    ]
    assert issues(2) == [(1, "constraint-error", "True"), (2, "type-error", "integer"), (2, "constraint-error", "True")]


class Fatal(Record):
    """A row that ends every process which judges it, but for the first."""

    table: ClassVar = Table("fatal", "Fatal", ())
    number: int = Field(description="Any number.")

    @field_validator("number")
    @classmethod
    def _end(cls, number: int) -> int:
        if multiprocessing.parent_process() is not None:
            os._exit(1)
        raise ValueError(number)


def test_a_process_that_ends_while_it_judges_is_one_line(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "fatal.csv"
    path.write_text("number\n1\n")
    monkeypatch.setattr(reading, "SMALL_BYTES", -1)
    monkeypatch.setattr(workers, "MANY", 0)
    assert [issue.row for issue in validate(path, model=Fatal).issues] == [1]
    with pytest.raises(LadingError, match="--jobs 1"):
        validate(path, model=Fatal, jobs=2)
