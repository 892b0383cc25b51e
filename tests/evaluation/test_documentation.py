"""What docs/documents.md lists is what there is."""

import dataclasses
import re

from scripts.evaluation.measures import Measure
from scripts.evaluation.written import KEYS
from scripts.reading.structure.families import LAYOUTS, Family
from tests.evaluation.test_word_files import SUBJECTS
from tests.habits.repository import ROOT, read_yaml, text

PAGE = text("docs/documents.md")


def table(header: str) -> dict[str, str]:
    """The table under this header: its first column, and its second."""
    rows = PAGE.partition(f"| {header} |\n| --- | --- |\n")[2].partition("\n\n")[0]
    pairs = (re.fullmatch(r"\| (.*?) \| (.*) \|", row) for row in rows.splitlines())
    return {match[1].strip("`"): match[2] for match in pairs if match}


def test_the_page_tells_what_answers_hold() -> None:
    assert table("key | holds") == dict(KEYS)


def test_the_page_tells_every_measure() -> None:
    assert list(table("measure | counts as right")) == list(Measure)


def test_the_page_tells_every_word_file() -> None:
    assert list(table("file | holds the words")) == [f"{subject}.yaml" for subject in SUBJECTS]


def test_the_page_tells_every_key_of_a_layout() -> None:
    fields = {field.name for field in dataclasses.fields(Family)} - {"name"}
    assert set(table("key | says")) == fields


def test_the_page_tells_every_opening() -> None:
    used = {read_yaml(str(path.relative_to(ROOT)))["opening"] for path in LAYOUTS.glob("*.yaml")}
    assert set(table("opening | a turn opens with")) == used


def test_the_commands_on_the_page_name_what_is_there() -> None:
    for module in re.findall(r"python -m (scripts\.\w+)", PAGE):
        assert (ROOT / f"{module.replace('.', '/')}.py").exists()
    assert "eval:" in text("Makefile")
