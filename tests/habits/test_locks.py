import re
from collections.abc import Iterator
from typing import Any

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from tests.habits.repository import pyproject, text

DATA, DEV, BENCH = "requirements.txt", "requirements-dev.txt", "requirements-bench.txt"


def pins(name: str) -> list[Requirement]:
    """The locked requirements; one package may be locked more than once, for different versions of Python."""
    lines = text(name).replace("\\\n", " ").splitlines()
    return [Requirement(re.sub(r"--hash=\S+", "", line)) for line in lines if line and not line.startswith((" ", "#"))]


def group(name: str) -> Iterator[Requirement]:
    entries: list[Any] = pyproject()["dependency-groups"][name]
    for entry in entries:
        if isinstance(entry, str):
            yield Requirement(entry)
        else:
            yield from group(entry["include-group"])


def unmet(wanted: list[Requirement], locked: list[Requirement]) -> list[str]:
    versions: dict[str, set[str]] = {}
    for pin in locked:
        versions.setdefault(canonicalize_name(pin.name), set()).update(spec.version for spec in pin.specifier)
    return [
        str(requirement)
        for requirement in wanted
        if not (found := versions.get(canonicalize_name(requirement.name)))
        or not all(requirement.specifier.contains(version) for version in found)
    ]


@pytest.mark.parametrize("name", [DATA, DEV, BENCH])
def test_every_locked_package_is_one_version_with_its_hashes(name: str) -> None:
    blocks = re.findall(r"^(\S.*(?:\n +--hash.*)*)", re.sub(r"(?m)^ *#.*\n", "", text(name)), re.MULTILINE)
    assert blocks
    assert not [block for block in blocks if not re.match(r"\S+==\S+.*(?: \\\n +--hash=sha256:[0-9a-f]{64})+$", block)]


@pytest.mark.parametrize("name", [DATA, DEV, BENCH])
def test_a_lock_file_names_no_host_and_no_folder(name: str) -> None:
    assert not re.findall(r"https?:|file:|--index|--find-links|--extra-index|@ |/[a-z]+/\S+", text(name))


def test_the_data_lock_covers_lading_and_its_build_backend() -> None:
    settings = pyproject()
    wanted = settings["project"]["dependencies"] + settings["build-system"]["requires"]
    assert not unmet([Requirement(line) for line in wanted] + list(group("data")), pins(DATA))


def test_the_development_lock_covers_the_tools_and_the_witness() -> None:
    extras = pyproject()["project"]["optional-dependencies"]
    wanted = [Requirement(line) for lines in extras.values() for line in lines]
    assert not unmet(wanted + list(group("dev")), pins(DEV))


def test_the_benchmark_lock_covers_lading_and_its_peers() -> None:
    project = pyproject()["project"]
    wanted = [*project["dependencies"], *project["optional-dependencies"]["frictionless"]]
    assert not unmet([Requirement(line) for line in wanted] + [*group("data"), *group("bench")], pins(BENCH))


def test_what_is_built_from_source_is_a_development_tool_and_its_builder_is_there_before() -> None:
    sources = set(re.findall(r"--no-binary (\S+)", text("Makefile")))
    assert sources <= {pin.name for pin in pins(DEV)} - {pin.name for pin in pins(DATA)}
    assert "setuptools" in {pin.name for pin in pins(DATA)}


def test_the_development_lock_holds_the_data_lock() -> None:
    assert {str(pin) for pin in pins(DATA)} <= {str(pin) for pin in pins(DEV)}


def test_a_lock_that_lags_behind_is_noticed() -> None:
    locked = [Requirement("click==8.0"), Requirement("rich==15.0")]
    assert unmet([Requirement("click>=8.1"), Requirement("rich>=13"), Requirement("duckdb")], locked) == [
        "click>=8.1",
        "duckdb",
    ]
