import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.habits.repository import ROOT

EXAMPLE = ROOT / "examples" / "lighthouses"
LADING = Path(sys.executable).with_name("lading")


def run(*command: str | Path, cwd: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(command, cwd=cwd, capture_output=True, text=True, check=False)


@pytest.fixture(scope="module")
def lighthouses(tmp_path_factory: pytest.TempPathFactory) -> Path:
    directory = tmp_path_factory.mktemp("out") / "lighthouses"
    ended = run(sys.executable, EXAMPLE / "build.py", directory, cwd=directory.parent)
    assert ended.returncode == 0, ended.stderr
    return directory


def test_the_example_builds_a_valid_package(lighthouses: Path) -> None:
    ended = run(LADING, "validate", lighthouses, "--format", "json", cwd=lighthouses.parent)
    report = json.loads(ended.stdout)
    assert report["valid"], report["issues"]
    assert {table["resource"]: table["rows"] for table in report["tables"]} == {
        "coasts": 3,
        "coasts-csv": 3,
        "lighthouses": 4,
        "lighthouses-csv": 4,
    }


def test_its_own_models_find_no_more_than_the_schemas_in_the_package(lighthouses: Path) -> None:
    ended = run(LADING, "validate", lighthouses, "--dataset", "lighthouses:LIGHTHOUSES", cwd=EXAMPLE)
    assert ended.returncode == 0, ended.stdout


def test_a_lighthouse_on_no_coast_is_found(lighthouses: Path, tmp_path: Path) -> None:
    shutil.copytree(lighthouses, tmp_path / "copy")
    table = tmp_path / "copy" / "data" / "tables" / "lighthouses.csv"
    table.write_text(table.read_text("utf-8").replace("South Sound", "East Sound"), "utf-8")
    ended = run(LADING, "validate", tmp_path / "copy", "--format", "json", cwd=tmp_path)
    assert ended.returncode == 1
    assert "foreign-key" in {issue["code"] for issue in json.loads(ended.stdout)["issues"]}
