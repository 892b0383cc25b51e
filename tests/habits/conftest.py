"""The package that the tests of README and witness look at: the one of this repository."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.habits.repository import ROOT

OUTPUTS = ("datapackage.json", "data", "docs", "schemas")


@pytest.fixture(scope="session")
def package(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The root of the package; where none is built yet, one is built elsewhere from the same sources."""
    if (ROOT / "datapackage.json").is_file():
        return ROOT
    root = tmp_path_factory.mktemp("package")
    shutil.copytree(ROOT / "data", root / "data")
    (root / "data" / "sources").mkdir(exist_ok=True)
    subprocess.run([sys.executable, "scripts/build.py", "--root", root], cwd=ROOT, check=True)
    return root


@pytest.fixture
def desk(package: Path, tmp_path: Path) -> Path:
    """A folder that looks like the root of the repository, where a reader may leave things about."""
    (tmp_path / "data").symlink_to(package / "data", target_is_directory=True)
    return tmp_path
