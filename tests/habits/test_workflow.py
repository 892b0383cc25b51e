import re
from typing import Any

from tests.habits.repository import pyproject, read_yaml, text

WORKFLOW = ".github/workflows/ci.yml"
PINNED = re.compile(r"[\w-]+/[\w-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+")


def workflow() -> dict[Any, Any]:
    content: dict[Any, Any] = read_yaml(WORKFLOW)
    return content


def steps() -> list[dict[str, Any]]:
    return [step for job in workflow()["jobs"].values() for step in job["steps"]]


def test_every_action_is_pinned_by_commit_with_its_version_beside_it() -> None:
    used = re.findall(r"uses: *(.*)", text(WORKFLOW))
    assert used
    assert not [line for line in used if not PINNED.fullmatch(line)]


def test_the_workflow_may_read_the_repository_and_nothing_else() -> None:
    assert workflow()["permissions"] == {"contents": "read"}
    assert not [name for name, job in workflow()["jobs"].items() if "permissions" in job]


def test_no_credentials_stay_behind_after_checkout() -> None:
    checkouts = [step for step in steps() if step.get("uses", "").startswith("actions/checkout@")]
    assert checkouts
    assert not [step for step in checkouts if step["with"]["persist-credentials"] is not False]


def test_a_newer_push_cancels_the_run_before_it() -> None:
    assert workflow()["concurrency"]["cancel-in-progress"] is True


def test_ci_runs_every_python_that_the_classifiers_promise() -> None:
    promised = re.findall(r"Python :: (3\.\d+)", "\n".join(pyproject()["project"]["classifiers"]))
    assert workflow()["jobs"]["check"]["strategy"]["matrix"]["python"] == promised
    assert pyproject()["project"]["requires-python"] == f">={promised[0]}"


def test_ci_runs_what_people_run() -> None:
    commands = [step["run"] for step in steps() if "run" in step]
    assert commands == ["make check PYTHON=python"]
