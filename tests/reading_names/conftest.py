"""Example files: each holds a text with everything that is to be found in it; adding a case is adding a file."""

from pathlib import Path

import pytest

from scripts.reading.language import Language
from scripts.registry import Registry, load

HERE = Path(__file__).parent


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """One test for each example file of the subject that a test asks for: `<subject>_example`."""
    for subject in ("names", "languages", "quotations", "sentences"):
        if (argument := f"{subject}_example") in metafunc.fixturenames:
            paths = sorted((HERE / "examples" / subject).iterdir())
            metafunc.parametrize(argument, paths, ids=[path.stem for path in paths])


@pytest.fixture(scope="session")
def registry() -> Registry:
    """A few invented people, states, bodies and treaties."""
    return load(HERE / "registry")


@pytest.fixture(scope="session")
def english() -> Language:
    """The language of the examples."""
    return Language("en")
