"""What the tests share: the examples among the documents with answers, and the five sources beside the checkout."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from scripts.reading import language, source
from scripts.reading.found import Facts, Layout
from scripts.reading.language import Language
from scripts.reading.structure import facts, layout

ROOT = Path(__file__).parents[2]
DOCUMENTS = ROOT / "tests" / "documents" / "en"
SOURCES = ROOT.parent / "shared" / "sources"
ENGLISH = Language("en")


@dataclass(frozen=True)
class Reading:
    """A document as it was read."""

    text: str
    layout: Layout
    facts: Facts


def read(path: Path) -> Reading:
    return read_text(source.read(path).text)


def read_text(text: str) -> Reading:
    found = layout.read(text, ENGLISH)
    return Reading(text, found, facts.read(text, found, ENGLISH))


@dataclass(frozen=True)
class Example:
    """An example document and the answers that lie beside it."""

    reading: Reading
    answers: Mapping[str, Any]


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """One test for each document whose answers tell the zones, too: to add a case, add a text and its answers."""
    if "example" in metafunc.fixturenames:
        answers = sorted(path for path in DOCUMENTS.glob("*.json") if "zones" in json.loads(path.read_text("utf-8")))
        texts = [path.with_suffix(".txt") for path in answers]
        metafunc.parametrize("example", texts, ids=[path.stem for path in texts], indirect=True)


@pytest.fixture
def example(request: pytest.FixtureRequest) -> Example:
    path: Path = request.param
    text = source.read(path).text
    assert language.detect(text) == ENGLISH
    return Example(read_text(text), json.loads(path.with_suffix(".json").read_text("utf-8")))


def source_text(number: str) -> Path:
    """The source whose file name starts with these digits; the test is skipped where there is none."""
    found = sorted(SOURCES.glob(f"{number}_*.txt"))
    if not found:
        pytest.skip("the five texts do not lie in ../shared/sources")
    return found[0]
