"""Whatever a file holds, validation ends in a report or in one line."""

import shutil
import tempfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lading.issue import LadingError
from lading.validate import validate
from tests.lading_validate import mutations
from tests.lading_validate.harbour import HARBOUR, write_harbour

FILES = ("datapackage.json", "data/tables/ships.csv", "data/tables/ships.parquet")


@pytest.fixture(scope="module")
def sound(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("sound")
    write_harbour(folder)
    return folder


@settings(max_examples=60, deadline=None)
@given(
    file=st.sampled_from(FILES),
    position=st.integers(0, 100_000),
    removed=st.integers(0, 40),
    inserted=st.binary(max_size=8),
    has_models=st.booleans(),
)
def test_damage_of_any_kind_is_reported(
    sound: Path, file: str, position: int, removed: int, inserted: bytes, has_models: bool
) -> None:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name, "copy")
        shutil.copytree(sound, folder)
        damaged = folder / "package" / file
        content = damaged.read_bytes()
        start = position % len(content)
        damaged.write_bytes(content[:start] + inserted + content[start + removed :])
        if file != FILES[0]:
            mutations.reseal(folder, ["ships", "ships-csv"])
        try:
            report = validate(folder / "package", dataset=HARBOUR if has_models else None)
        except LadingError as error:
            assert len(str(error).splitlines()) == 1
        else:
            assert all("\n" not in issue.message for issue in report.issues)
