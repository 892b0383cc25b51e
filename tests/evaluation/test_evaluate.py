"""The script: what it scores, prints and refuses."""

import json
from pathlib import Path

import pytest

from scripts.evaluate import main

TEXT = """Briefing by Mara Zelin

Mara Zelin: The pier stays. It is our pier.

Question: Until when will the pier stay?
"""
ANSWERS = {"language": "en", "family": "name-labels", "title": "Briefing by Mara Zelin", "turns": []}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """One document, whose answers have no turns, so that turns are found which are not there."""
    (tmp_path / "en").mkdir()
    (tmp_path / "en" / "pier.txt").write_text(TEXT, encoding="utf-8")
    (tmp_path / "en" / "pier.json").write_text(json.dumps(ANSWERS), encoding="utf-8")
    return tmp_path


def run(folder: Path, *arguments: str) -> int:
    baseline = str(folder / "baseline.txt")
    return main(["--documents", str(folder), "--baseline", baseline, "--only", "en/pier", *arguments])


def test_the_tables_come_first_and_each_miss_on_a_line_behind(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(folder, "--misses") == 0
    printed = capsys.readouterr().out
    assert printed.index("By family") < printed.index("en/pier: turns [36:67]: found mara zelin")
    assert "en/pier: no turns invented: found 2, expected 0" in printed


def test_everything_can_be_had_as_json(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(folder, "--json") == 0
    said = json.loads(capsys.readouterr().out)
    (title,) = [score for score in said["scores"] if (score["by"], score["measure"]) == ("language", "title")]
    assert (title["name"], title["right"], title["f1"]) == ("en", 1, 1.0)
    assert {miss["measure"] for miss in said["misses"]} == {"turns", "no turns invented"}
    assert said["below"] == []


def test_the_baseline_rises_and_never_falls(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(folder, "--raise") == 0
    raised = (folder / "baseline.txt").read_text("utf-8")
    assert run(folder) == 0
    higher = raised.replace('"title": [1, 1, 1]', '"title": [1, 1, 1], "genre": [1, 1, 1]').replace(
        "[0, 2, 0]", "[2, 2, 2]"
    )
    (folder / "baseline.txt").write_text(higher, encoding="utf-8")
    capsys.readouterr()
    assert run(folder, "--raise") == 1
    assert (folder / "baseline.txt").read_text("utf-8") == higher
    assert "turns, all: 0.0000 is below 1.0000 of the baseline" in capsys.readouterr().err


def test_what_is_not_scored_this_time_stays_in_the_baseline(folder: Path) -> None:
    other = folder / "en" / "quay"
    other.with_suffix(".txt").write_text(TEXT, encoding="utf-8")
    other.with_suffix(".json").write_text(json.dumps(ANSWERS), encoding="utf-8")
    assert (
        main(["--documents", str(folder), "--baseline", str(folder / "baseline.txt"), "--only", "en/", "--raise"]) == 0
    )
    assert run(folder, "--raise") == 0
    assert list(json.loads((folder / "baseline.txt").read_text("utf-8"))) == ["en/pier", "en/quay"]


def test_a_document_that_cannot_be_read_is_one_line(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "en" / "pier.txt").write_text("Talatta kesto sulo, mirata pelo vanti.", encoding="utf-8")
    (folder / "en" / "pier.json").write_text(json.dumps({**ANSWERS, "title": None}), encoding="utf-8")
    assert run(folder, "--misses") == 0
    printed = capsys.readouterr()
    assert printed.err.startswith("en/pier: not read: ")
    assert printed.err.count("\n") == 1
    assert "en/pier: read: found " in printed.out


def test_answers_that_are_broken_stop_the_run(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "en" / "pier.json").write_text("{", encoding="utf-8")
    assert run(folder) == 2
    assert "pier.json" in capsys.readouterr().err
