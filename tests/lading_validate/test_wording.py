"""What is said of a fault, where people misunderstood it."""

import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner
from pydantic import BaseModel, field_validator, model_validator

from lading.borrow import record_of
from lading.cli import main
from lading.issue import Issue
from lading.validate import validate


def described(folder: Path, descriptor: dict[str, Any]) -> list[Issue]:
    (folder / "ships.csv").write_text("name\nGannet\n", encoding="utf-8")
    resource = {"name": "ships", "path": "ships.csv", **descriptor.pop("resource", {})}
    (folder / "datapackage.json").write_text(json.dumps({**descriptor, "resources": [resource]}), encoding="utf-8")
    return list(validate(folder).issues)


def test_a_type_that_is_none_is_told_with_those_there_are(tmp_path: Path) -> None:
    (issue,) = described(tmp_path, {"resource": {"schema": {"fields": [{"name": "name", "type": "strng"}]}}})
    assert issue.message == "'strng' is no type of the standard"
    assert issue.hint is not None
    assert issue.hint.startswith("it knows string, number, ")


def test_a_type_that_is_none_is_told_beside_a_null_too(tmp_path: Path) -> None:
    field = {"name": "name", "type": {"is": "text"}, "format": None}
    messages = {issue.message for issue in described(tmp_path, {"resource": {"schema": {"fields": [field]}}})}
    assert "{'is': 'text'} is no type of the standard" in messages


def test_who_lacks_a_title_in_the_first_version_is_told_so(tmp_path: Path) -> None:
    found = described(tmp_path, {"contributors": [{"role": "author"}], "sources": [{"path": "far.csv"}]})
    assert [issue.message for issue in found] == [
        "in the first version of the standard, a contributor has a title",
        "in the first version of the standard, a source has a title",
    ]


@pytest.mark.parametrize("name", ["ships.xlsx", "ships.ods", "ships.csv.gz", "ships.json", "ships.parquet"])
def test_a_broken_table_alone_is_named(name: str, tmp_path: Path) -> None:
    (tmp_path / name).write_bytes(b"\xff\xfe ships")
    (issue,) = validate(tmp_path / name).issues
    assert issue.path == name


class Ship(BaseModel):
    """A ship in the words of its owner."""

    number: int
    crew: int

    @field_validator("number")
    @classmethod
    def _is_of_the_register(cls, number: int) -> int:
        if number > 5:
            raise ValueError("IMO knows no such number")
        if number < 0:
            raise ValueError
        return number

    @model_validator(mode="after")
    def _is_manned(self) -> "Ship":
        if not self.crew:
            raise ValueError("Nobody is aboard")
        return self


def test_a_validator_speaks_for_itself(tmp_path: Path) -> None:
    (tmp_path / "ships.csv").write_text("number,crew\n7,1\n-1,1\n3,0\n", encoding="utf-8")
    assert [issue.message for issue in validate(tmp_path / "ships.csv", model=record_of(Ship)).issues] == [
        "number is 7: IMO knows no such number",
        "number is -1: a validator of the model refuses it",
        "Nobody is aboard",
    ]


def test_nobody_is_asked_to_build_a_package_that_is_not_theirs(tmp_path: Path) -> None:
    measured = {"bytes": 3, "hash": "sha256:00"}
    found = described(tmp_path, {"resource": measured})
    assert [issue.code for issue in found] == ["byte-count", "hash-count"]
    assert {issue.hint for issue in found} == {"restore the file, or correct the descriptor"}


def test_an_address_is_refused_as_it_was_written() -> None:
    result = CliRunner().invoke(main, ["validate", "https://example.org/ships.csv"])
    assert result.exit_code == 2
    assert result.stderr.startswith("lading: https://example.org/ships.csv: this is an address, and nothing is fetched")
