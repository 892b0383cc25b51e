import re

import lading
from tests.habits.repository import modules, pyproject


def test_the_version_of_lading_stands_in_one_place() -> None:
    settings = pyproject()
    assert settings["project"]["dynamic"] == ["version"]
    assert settings["tool"]["hatch"]["version"]["path"] == "src/lading/__init__.py"
    assert [path.name for path in modules("src") if "__version__ =" in path.read_text("utf-8")] == ["__init__.py"]


def test_the_version_of_lading_is_semantic() -> None:
    assert re.fullmatch(r"\d+\.\d+\.\d+", lading.__version__)
