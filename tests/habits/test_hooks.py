from typing import Any

from tests.habits.repository import pyproject, read_yaml


def local_hooks() -> list[dict[str, Any]]:
    repositories = read_yaml(".pre-commit-config.yaml")["repos"]
    return [hook for repository in repositories for hook in repository["hooks"]]


def test_the_hooks_of_this_repository_run_the_locked_tools() -> None:
    assert [repository["repo"] for repository in read_yaml(".pre-commit-config.yaml")["repos"]] == ["local"]
    assert all(hook["entry"].startswith(".venv/bin/") for hook in local_hooks())


def test_the_hook_offered_to_others_runs_the_console_script_of_lading() -> None:
    scripts = pyproject()["project"]["scripts"]
    offered = {hook["id"]: hook["entry"] for hook in read_yaml(".pre-commit-hooks.yaml")}
    assert offered == {"lading-validate": "lading validate"}
    assert offered["lading-validate"].split()[0] in scripts
