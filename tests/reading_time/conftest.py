"""Example files: each holds texts of one kind, with the day they are of and everything that is to be found."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
import yaml

EXAMPLES = Path(__file__).parent / "examples"


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """One test for each entry of the example files of the subject that a test asks for: `<subject>_example`."""
    for subject in ("timexes", "amounts", "events"):
        if (argument := f"{subject}_example") in metafunc.fixturenames:
            found = [
                pytest.param(example, id=f"{path.stem}-{number}")
                for path in sorted((EXAMPLES / subject).glob("*.yaml"))
                for number, example in enumerate(_read(path), start=1)
            ]
            metafunc.parametrize(argument, found)


def _read(path: Path) -> list[Mapping[str, Any]]:
    content: list[Mapping[str, Any]] = yaml.safe_load(path.read_text("utf-8"))
    return content
