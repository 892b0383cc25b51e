import re
import shlex
import subprocess
import sys
from functools import cache
from pathlib import Path

import pytest

from schemas import BAKU_TALKS
from tests.habits.repository import ROOT, pyproject, text

PAGES = ("README.md", "CONTRIBUTING.md", "docs/convert.md")
FENCED = re.compile(r"^```(\w*)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
LADING = Path(sys.executable).with_name("lading")


def blocks(page: str, language: str) -> list[str]:
    return [content for tag, content in FENCED.findall(text(page)) if tag == language]


def commands(page: str) -> list[str]:
    """Every command that a page shows: the lines of its shell blocks, and what stands in the line as code."""
    shown = "".join(blocks(page, "sh")).splitlines()
    inline = re.findall(r"`((?:make|lading|python) [^`]+)`", FENCED.sub("", text(page)))
    return [*shown, *inline]


COMMANDS = [command for page in PAGES for command in commands(page)]
SNIPPETS = blocks("README.md", "python")


@cache
def help_of(*command: str | Path) -> str:
    ended = subprocess.run([*command, "--help"], cwd=ROOT, capture_output=True, text=True, check=True)
    return ended.stdout


def subcommands() -> set[str]:
    listed = help_of(LADING).partition("Commands:\n")[2]
    return set(re.findall(r"^  (\S+)", listed, re.MULTILINE))


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_that_the_pages_show_exists(command: str) -> None:
    program, *arguments = shlex.split(command)
    options = {argument for argument in arguments if argument.startswith("-") and argument != "-"}
    match program:
        case "make":
            assert f".PHONY: {arguments[0]}\n" in text("Makefile")
            assert all(variable in text("Makefile") for variable in re.findall(r"\b([A-Z]+)=", command))
        case "python":
            assert options <= set(re.findall(r"--?[a-z-]+", help_of(sys.executable, arguments[0])))
        case "lading":
            assert arguments[0] in subcommands()
            assert options <= set(re.findall(r"--?[a-z-]+", help_of(LADING, arguments[0])))
        case "pip":
            extras = re.fullmatch(r"\.(?:\[(.+)\])?", arguments[-1])
            assert arguments[0] == "install"
            assert extras
            assert extras[1] is None or extras[1] in pyproject()["project"]["optional-dependencies"]
        case ".":
            assert arguments == [".venv/bin/activate"]
        case _:
            pytest.fail(f"no test knows {program}")


def test_the_readme_shows_every_command_of_lading() -> None:
    shown = {shlex.split(command)[1] for command in COMMANDS if command.startswith("lading ")}
    assert shown == subcommands()


@pytest.mark.parametrize("snippet", SNIPPETS)
def test_a_python_snippet_of_the_readme_runs_as_it_stands(snippet: str, desk: Path) -> None:
    run = [sys.executable, "-W", "error", "-c", snippet]
    ended = subprocess.run(run, cwd=desk, capture_output=True, text=True, check=False)
    assert ended.returncode == 0, ended.stderr


def test_the_readme_loads_the_package_with_each_of_these() -> None:
    loaded = {match for snippet in SNIPPETS for match in re.findall(r"^import (\w+)", snippet, re.MULTILINE)}
    assert loaded == {"duckdb", "pandas", "polars", "pyarrow"}
    assert "arrow::read_parquet" in "".join(blocks("README.md", "r"))


def test_the_dataset_of_the_readme_is_valid(desk: Path) -> None:
    (own,) = (snippet for snippet in SNIPPETS if "write_package" in snippet)
    subprocess.run([sys.executable, "-c", own], cwd=desk, check=True)
    ended = subprocess.run([LADING, "validate", "out/lights"], cwd=desk, capture_output=True, text=True, check=False)
    assert ended.returncode == 0, ended.stdout + ended.stderr


def test_the_picture_of_the_package_shows_every_table() -> None:
    (picture,) = blocks("README.md", "")
    assert {model.table.name for model in BAKU_TALKS.records} <= set(re.findall(r"\w+", picture))


@pytest.mark.parametrize("page", PAGES)
def test_every_link_to_a_file_leads_somewhere(page: str) -> None:
    targets = re.findall(r"\]\((?!https?:)([^)#]+)\)", text(page))
    assert not [target for target in targets if not (ROOT / page).parent.joinpath(target).exists()]


def test_contributing_fits_a_screen() -> None:
    assert len(text("CONTRIBUTING.md").splitlines()) <= 40
