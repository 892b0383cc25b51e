import re
import shutil
import subprocess
from pathlib import Path

from tests.habits.repository import ROOT, text


def make(directory: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(["make", "-s", *arguments], cwd=directory, capture_output=True, text=True, check=False)


def test_make_alone_lists_every_target() -> None:
    listed = re.findall(r"^make (\w+) ", make(ROOT).stdout, re.MULTILINE)
    assert listed == re.findall(r"^\.PHONY: (\w+)", text("Makefile"), re.MULTILINE)


def test_a_python_that_is_too_old_is_one_clear_line(tmp_path: Path) -> None:
    for name in ("Makefile", "requirements.txt", "pyproject.toml"):
        shutil.copy(ROOT / name, tmp_path)
    package = tmp_path / "src" / "lading"
    package.mkdir(parents=True)
    (package / "__init__.py").touch()
    old = tmp_path / "python2"
    old.write_text("#!/bin/sh\nexit 1\n")
    old.chmod(0o755)
    ended = make(tmp_path, "data", "PYTHON=./python2")
    ours = [line for line in ended.stderr.splitlines() if not line.startswith("make")]
    assert ended.returncode != 0
    assert ours == [
        "lading needs Python 3.11 or newer, and ./python2 does not run or is older: name another with make PYTHON=..."
    ]
    assert not (tmp_path / ".venv").exists()


def test_ci_ends_with_the_tests() -> None:
    script = ROOT / ".ci" / "run"
    assert script.read_text("utf-8").splitlines()[-1] == "make -s check test"
    assert script.stat().st_mode & 0o111
    prerequisites = re.search(r"^check: (.*?) *##", text("Makefile"), re.MULTILINE)
    assert prerequisites
    assert prerequisites[1].split()[-1] == "test"
