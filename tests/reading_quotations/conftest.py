"""Example files: each holds a text with everything that is to be found in it; adding a case is adding a file."""

from pathlib import Path

import pytest

from scripts.registry import Registry, load

HERE = Path(__file__).parent


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """One test for each example file of the subject that a test asks for: `<subject>_example`."""
    for subject in ("quotations", "sentences"):
        if (argument := f"{subject}_example") in metafunc.fixturenames:
            paths = sorted((HERE / "examples" / subject).iterdir())
            metafunc.parametrize(argument, paths, ids=[path.stem for path in paths])


@pytest.fixture(scope="session")
def nobody(tmp_path_factory: pytest.TempPathFactory) -> Registry:
    """A registry that knows nobody."""
    return load(tmp_path_factory.mktemp("registry"))
