"""Where a reader of the README tries things out."""

from pathlib import Path

import pytest

from tests.habits.repository import ROOT


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    """A folder that looks like the root of the repository, where a reader may leave things about."""
    (tmp_path / "data").symlink_to(ROOT / "data", target_is_directory=True)
    return tmp_path
