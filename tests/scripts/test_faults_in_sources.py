"""Each file in `bad/sources` and `bad/registry` has one fault, and says in its first line where it is to be reported.

A file in `bad/registry` takes the place of the file that its name starts with.
"""

import shutil
from pathlib import Path

import pytest

from scripts import build
from tests.scripts.workspace import BAD, REVIEWED, package

CASES = sorted(BAD.glob("sources/*.yaml")) + sorted(BAD.glob("registry/*.yaml"))


def place(case: Path, root: Path) -> Path:
    name = REVIEWED if case.parent.name == "sources" else f"{case.stem.partition('--')[0]}.yaml"
    return root / "data" / case.parent.name / name


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case.parent.name}-{case.stem}")
def test_a_fault_is_one_line_with_its_place_and_the_package_stays(
    case: Path, built: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(built)
    good = package(built)
    shutil.copy(case, place(case, built))

    assert build.main(["--root", str(built)]) == 1
    said = capsys.readouterr()
    expected = case.read_bytes().split(b"\n")[0].decode().removeprefix("# ")
    assert said.out == ""
    assert said.err.count("\n") == 1
    assert said.err.startswith(f"{place(case, built).relative_to(built)}:{expected}")
    assert package(built) == good


def test_all_faults_of_all_files_are_reported_at_once(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for case in ("registry/persons--unknown-field.yaml", "registry/cities--unknown-file.yaml"):
        shutil.copy(BAD / case, place(BAD / case, root))
    shutil.copy(BAD / "sources/unknown-field.yaml", root / "data/sources" / REVIEWED)
    shutil.copy(BAD / "sources/missing-field.yaml", root / "data/sources/another.yaml")

    assert build.main(["--root", str(root)]) == 1

    said = capsys.readouterr().err.splitlines()
    assert {Path(line.split(":")[0]).name for line in said} == {"cities.yaml", "persons.yaml", REVIEWED, "another.yaml"}
