"""An exception that nobody foresaw: a copy of the converter with a misspelt rule fails on whatever the rule finds."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from scripts.sources import read_sources
from tests.scripts.workspace import ROOT, TALKS

BEGINNING = "rules:\n"
MISSPELT_RULE = '  - {reads: dait, pattern: "the fortnight before"}\n'
TRIPS_IT = """Press conference of Foreign Minister Anton Merelin

5 May 2021

Question: What did you do in the fortnight before the storm, and what will you do after it?

Anton Merelin: We did what we had to do, and we will do the same again when it comes.
"""


@pytest.fixture
def converter(tmp_path: Path) -> Path:
    """A copy of the converter whose word file names a reading that does not exist."""
    for package in ("scripts", "schemas"):
        shutil.copytree(ROOT / package, tmp_path / package, ignore=shutil.ignore_patterns("__pycache__"))
    words = tmp_path / "scripts/reading/languages/en/timexes.yaml"
    content = words.read_text("utf-8")
    assert content.count(BEGINNING) == 1
    words.write_text(content.replace(BEGINNING, BEGINNING + MISSPELT_RULE), "utf-8")
    return tmp_path


def run(converter: Path, *options: str) -> subprocess.CompletedProcess[str]:
    document = converter / "fortnight.txt"
    document.write_text(TRIPS_IT, "utf-8")
    arguments = [document, TALKS, "--draft", "--output", "drafts", "--registry", TALKS.parent / "registry", *options]
    command = [sys.executable, "scripts/convert.py", *map(str, arguments)]
    return subprocess.run(command, cwd=converter, capture_output=True, text=True, check=False, timeout=60)


def test_a_fault_of_the_converter_costs_one_document_and_is_one_line(converter: Path) -> None:
    done = run(converter)

    assert done.returncode == 1
    assert done.stderr.count("\n") == 1
    assert "fortnight.txt: skipped by a fault of the converter (KeyError: 'dait')" in done.stderr
    assert "--traceback" in done.stderr
    assert [draft.document.values["source_file"] for draft in read_sources(converter / "drafts")] == ["talks.txt"]


def test_a_fault_of_the_converter_is_shown_on_demand(converter: Path) -> None:
    done = run(converter, "--traceback")

    assert done.returncode == 1
    assert "fortnight.txt: skipped by a fault of the converter" in done.stderr
    assert "readings.py" in done.stderr
