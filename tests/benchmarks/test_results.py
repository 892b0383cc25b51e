import json
import re
import xml.etree.ElementTree as ElementTree
from pathlib import Path
from typing import Any

import pytest

from benchmarks import chart, tabulate
from benchmarks.validators import LADING, PYDANTIC, SCAN, VALIDATORS
from tests.habits.repository import ROOT, text

SECONDS = {SCAN: 1.0, LADING: 1.5, PYDANTIC: 30.0, "patito": 4.0}
SVG = "{http://www.w3.org/2000/svg}"


def case(validator: str, state: str, found: int | None, failure: str | None = None) -> dict[str, Any]:
    scored = {"planted": 1_000, "found": found, "rows": found, "fields": found, "wrong": 0, "message": None}
    times = [] if failure else [SECONDS[validator], SECONDS[validator] * 3, SECONDS[validator] * 2]
    return {
        "rows": 1_000_000,
        "format": "parquet",
        "state": state,
        "validator": validator,
        "seconds": times,
        "processor": times,
        "memory": [] if failure else [100.0, 300.0, 200.0],
        "score": None if found is None else scored,
        "failure": failure,
    }


@pytest.fixture
def results() -> dict[str, Any]:
    found = {SCAN: None, LADING: 1_000, PYDANTIC: 1_000}
    cases = [case(name, state, found[name]) for name in found for state in ("clean", "planted")]
    cases.append(case("patito", "clean", None, failure="out of <memory>"))
    machine = {"processor": "Abacus", "cores": 2, "memory": "24 GiB", "system": "Linux", "python": "3.11"}
    return {"machine": machine, "versions": {"lading": "1.0"}, "rounds": 3, "cases": cases}


def row(table: str, name: str) -> list[str]:
    line = next(line for line in table.splitlines() if line.startswith(f"| {name} |"))
    return [cell.strip() for cell in line.strip("|").split("|")]


def test_the_table_gives_medians_minima_and_their_ratios(results: dict[str, Any]) -> None:
    assert row(tabulate.render(results), LADING) == [
        LADING, "3.00 (1.50)", "3.00 (1.50)", "1.5", "1.5", "20.0", "200", "1,000", "1,000", "1,000", "0", "yes",
    ]  # fmt: skip


def test_a_run_that_failed_is_in_the_table_with_its_reason(results: dict[str, Any]) -> None:
    table = tabulate.render(results)
    assert row(table, "patito")[1:] == [""] * 11
    assert "patito: out of <memory>" in table


def test_the_picture_draws_a_bar_for_each_validator_as_long_as_it_takes(results: dict[str, Any]) -> None:
    picture = ElementTree.fromstring(chart.render(results))  # noqa: S314
    bars = [bar for bar in picture.iter(f"{SVG}rect") if bar.get("class") != "page"]
    assert [(bar.get("class"), float(bar.get("width", 0))) for bar in bars] == [
        ("scan", 10.0),
        ("ours", 15.0),
        ("bar", 300.0),
    ]


def test_the_picture_is_as_wide_as_its_words(results: dict[str, Any]) -> None:
    picture = ElementTree.fromstring(chart.render(results))  # noqa: S314
    for words in picture.iter(f"{SVG}text"):
        if words.get("text-anchor") == "start":
            # No letter of this size is wider than eight on average.
            assert float(words.get("x", 0)) + 8 * len(words.text or "") * (12 / 16) < chart.WIDTH * 1.05


def test_every_validator_has_another_name() -> None:
    assert len({validator.name for validator in VALIDATORS}) == len(VALIDATORS)


def test_every_script_takes_part() -> None:
    scripts = {path.stem for path in (ROOT / "benchmarks" / "peers").glob("*.py")} - {"__init__", "frames"}
    assert scripts == set(re.findall(r'_script\("(\w+)"\)', text("benchmarks/validators.py")))


@pytest.mark.skipif(not (ROOT / "benchmarks" / "results.json").exists(), reason="the benchmarks were never run")
def test_table_and_picture_are_those_of_the_results() -> None:
    committed = json.loads(text("benchmarks/results.json"))
    assert text("benchmarks/results.md") == tabulate.render(committed)
    assert text("benchmarks/chart.svg") == chart.render(committed) + "\n"


def test_lading_is_not_measured_on_what_it_remembers() -> None:
    commands = [each.command(Path("csv-clean")) for each in VALIDATORS if each.name.startswith(LADING)]
    assert commands
    assert all("--no-cache" in command for command in commands)
