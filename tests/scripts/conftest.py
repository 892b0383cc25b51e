import shutil
from pathlib import Path

import pytest

from scripts import build
from scripts.registry import Registry, load
from tests.scripts.workspace import GOOD, workspace


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A small repository to build in."""
    return workspace(tmp_path / "repository")


@pytest.fixture(scope="session")
def _built_once(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = workspace(tmp_path_factory.mktemp("built") / "repository")
    assert build.main(["--root", str(root)]) == 0
    return root


@pytest.fixture
def built(_built_once: Path, tmp_path: Path) -> Path:
    """A small repository that has been built."""
    return shutil.copytree(_built_once, tmp_path / "repository")


@pytest.fixture(scope="session")
def registry() -> Registry:
    return load(GOOD / "registry")
