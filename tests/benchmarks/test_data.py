import json
import subprocess
import sys
from pathlib import Path

import pytest

from benchmarks.faults import FAULTS, places
from benchmarks.files import FORMATS, TRUTH, Format, package, table
from benchmarks.generate import generate
from benchmarks.score import DUPLICATE, ROW_RULE, score, truth
from lading.validate import validate
from tests.habits.repository import ROOT

ROWS, N_FAULTS = 1_000, 150


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("data")
    generate(ROWS, N_FAULTS, folder)
    return folder


def found_by_pydantic(path: Path) -> list[tuple[int, str | None]]:
    command = [sys.executable, "-m", "benchmarks.peers.pydantic", str(path)]
    ended = subprocess.run(command, cwd=ROOT, capture_output=True, check=True)
    return [(row, field) for row, field in json.loads(ended.stdout)["cells"]]


@pytest.mark.parametrize("form", FORMATS)
def test_pydantic_row_by_row_finds_what_was_planted_and_nothing_else(data: Path, form: Format) -> None:
    folder = package(ROWS, form, "planted", data)
    planted = truth(folder / TRUTH)
    named = found_by_pydantic(table(folder))
    assert [row for row, _ in named] == [fault.row for fault in planted]
    assert all(
        field is None if fault.kind == ROW_RULE else field == fault.fields[0]
        for fault, (_, field) in zip(planted, named, strict=True)
    )


@pytest.mark.parametrize("form", FORMATS)
def test_pydantic_row_by_row_finds_nothing_in_the_clean_table(data: Path, form: Format) -> None:
    assert not found_by_pydantic(table(package(ROWS, form, "clean", data)))


@pytest.mark.parametrize("form", FORMATS)
def test_the_packages_are_what_lading_reads(data: Path, form: Format) -> None:
    assert validate(package(ROWS, form, "clean", data)).valid
    issues = validate(package(ROWS, form, "planted", data)).issues
    # The row rule is in the record model alone: a Table Schema has no word for it.
    expected = [fault for fault in truth(package(ROWS, form, "planted", data) / TRUTH) if fault.kind != ROW_RULE]
    assert {issue.row for issue in issues} == {fault.row for fault in expected}


@pytest.mark.parametrize("form", FORMATS)
def test_every_kind_of_fault_is_planted_each_in_a_row_of_its_own(form: Format) -> None:
    planted = list(places(form, ROWS, N_FAULTS))
    assert {place.fault for place in planted} == set(FAULTS[form])
    rows = [place.row for place in planted]
    repeated = [place.twin for place in planted if place.fault.kind == DUPLICATE]
    assert len({*rows, *repeated}) == len(rows) + len(repeated)
    assert all(1 <= place.twin < place.row <= ROWS for place in planted)


def test_the_same_size_gives_the_same_bytes(data: Path, tmp_path: Path) -> None:
    generate(ROWS, N_FAULTS, tmp_path)
    for path in sorted(path.relative_to(tmp_path) for path in tmp_path.rglob("*.*")):
        if (data / path).is_file():
            assert (tmp_path / path).read_bytes() == (data / path).read_bytes()


def test_more_faults_than_a_table_has_room_for_are_refused() -> None:
    with pytest.raises(ValueError, match="no room"):
        list(places("csv", 10, 9))


def test_a_row_without_a_fault_that_is_named_counts_as_wrong(data: Path) -> None:
    planted = truth(package(ROWS, "csv", "planted", data) / TRUTH)
    sound = next(row for row in range(1, ROWS) if row not in {number for f in planted for number in (f.row, f.twin)})
    found = score(planted, [(planted[0].row, planted[0].fields[0]), (planted[1].row, "mode"), (sound, None)], 3, None)
    assert (found.found, found.rows, found.fields, found.wrong) == (2, 2, int(planted[1].fields == ("mode",)) + 1, 1)


def test_a_validator_that_names_no_row_is_credited_with_what_it_counts(data: Path) -> None:
    planted = truth(package(ROWS, "csv", "planted", data) / TRUTH)
    found = score(planted, [(None, "mode")], 7, "7 failed")
    assert (found.found, found.rows, found.fields) == (7, 0, 0)
