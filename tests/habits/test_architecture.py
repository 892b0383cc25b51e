import sys
from pathlib import Path

import pytest
from packaging.requirements import Requirement

from tests.habits.imports import imported, packages
from tests.habits.repository import ROOT, modules, pyproject

FLOORS = (
    {"expression", "issue", "pool", "spool", "standoff", "values"},
    {"descriptor", "record", "report"},
    {"annotation", "locate"},
    {"column"},
    {"borrow", "dataset"},
    {"derive", "project"},
    {"tables"},
    {"adopt", "compile"},
    {"check", "failures", "package", "publish"},
    {"engine"},
    {"remembered"},
    {"validate"},
    {"output", "progress"},
    {"cli"},
)
FLOOR = {room: number for number, rooms in enumerate(FLOORS) for room in rooms}
LADING = ROOT / "src" / "lading"
LONGEST_MODULE = 350
DISTRIBUTIONS = {"annotated_types": "annotated-types", "pydantic_core": "pydantic", "yaml": "pyyaml"}
NAMES_THAT_SAY_NOTHING = {"common", "helpers", "misc", "shared", "tools", "util", "utils"}


def room(path: Path) -> str:
    return path.relative_to(LADING).parts[0].removesuffix(".py")


@pytest.mark.parametrize(
    ("package", "never"),
    [("src/lading", {"schemas", "scripts", "tests"}), ("schemas", {"scripts", "tests"}), ("scripts", {"tests"})],
)
def test_the_arrows_between_the_packages_point_one_way(package: str, never: set[str]) -> None:
    broken = {str(path.relative_to(ROOT)): wrong for path in modules(package) if (wrong := packages(path) & never)}
    assert not broken


def test_every_room_of_lading_has_a_floor() -> None:
    rooms = {room(path) for path in modules("src/lading")} - {"__init__"}
    assert rooms <= set(FLOOR)


def test_within_lading_imports_go_down_only() -> None:
    climbing = [
        f"{path.relative_to(ROOT)} imports {name}"
        for path in modules("src/lading")
        for name in imported(path)
        if (target := name.removeprefix("lading.").partition(".")[0]) in FLOOR
        and name.startswith("lading.")
        and target != room(path)
        and FLOOR[target] >= FLOOR.get(room(path), -1)
    ]
    assert not climbing


def test_imports_are_absolute() -> None:
    relative = [
        path
        for path in modules("src", "schemas", "scripts", "tests")
        if any(name.startswith(".") for name in imported(path))
    ]
    assert not relative


def test_lading_depends_on_what_it_imports_and_on_nothing_else() -> None:
    imports = set().union(*(packages(path) for path in modules("src/lading")))
    foreign = imports - set(sys.stdlib_module_names) - {"lading"}
    project = pyproject()["project"]
    needed = {Requirement(line).name for line in project["dependencies"]}
    extras = {Requirement(line).name for lines in project["optional-dependencies"].values() for line in lines}
    assert {DISTRIBUTIONS.get(name, name) for name in foreign} - extras == needed


def test_no_module_is_too_long_to_read() -> None:
    lengths = {path: path.read_text("utf-8").count("\n") for path in modules("src", "schemas", "scripts", "tests")}
    assert not [f"{path.relative_to(ROOT)}: {n} lines" for path, n in lengths.items() if n > LONGEST_MODULE]


def test_every_module_is_named_after_what_is_in_it() -> None:
    paths = modules("src", "schemas", "scripts")
    assert not [path for path in paths if NAMES_THAT_SAY_NOTHING & {path.stem, path.parent.name}]
