import importlib.util
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.lading_spark import fleet

MAIN = "from lading.cli import main; main()"


def run(folder: Path, home: Path) -> subprocess.CompletedProcess[str]:
    """`lading validate --engine spark`, with Java below a folder."""
    fleet.write_fleet(folder, fleet.ports(), {2000: fleet.calls()}, fleet.berths())
    command = [sys.executable, "-c", MAIN, "validate", str(folder), "--engine", "spark", "--no-cache"]
    environment = {name: value for name, value in os.environ.items() if not name.startswith(("SPARK", "PYSPARK"))}
    return subprocess.run(
        command, env={**environment, "JAVA_HOME": str(home)}, capture_output=True, text=True, check=False
    )


@pytest.mark.skipif(importlib.util.find_spec("pyspark") is None, reason="pyspark is not installed")
@pytest.mark.parametrize(
    ("prints", "says"),
    [(None, "does not run"), ('openjdk version "11.0.2"', "is Java 11"), ('java version "1.8.0_1"', "is Java 8")],
)
def test_without_java_17_there_is_one_line_that_says_so(prints: str | None, says: str, tmp_path: Path) -> None:
    if prints:
        java = tmp_path / "java" / "bin" / "java"
        java.parent.mkdir(parents=True)
        java.write_text(f"#!/bin/sh\necho '{prints}' >&2\n")
        java.chmod(0o755)
    done = run(tmp_path / "fleet", tmp_path / "java")
    assert (done.returncode, done.stdout) == (2, "")
    (line,) = done.stderr.splitlines()
    assert line.startswith("lading: --engine spark needs Java 17 or newer") and says in line


def test_without_pyspark_there_is_one_line_that_says_what_to_install(tmp_path: Path) -> None:
    fleet.write_fleet(tmp_path, fleet.ports(), {2000: fleet.calls()}, fleet.berths())
    without = "import sys; sys.modules['pyspark'] = None; "
    command = [sys.executable, "-c", without + MAIN, "validate", str(tmp_path), "--engine", "spark", "--no-cache"]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.splitlines() == ["lading: --engine spark needs pyspark: pip install 'lading[spark]'"]
