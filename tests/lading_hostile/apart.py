"""The command line in a process of its own, whose time and memory are bounded and measured."""

import json
import os
import resource
import signal
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest

MOST_ADDRESSES = 12 * 2**30
"""What a run may reserve: far more than it uses, for threads and what is read ahead, and less than any machine has."""
MEASURE = "LADING_TEST_MEMORY"


@dataclass(frozen=True, slots=True)
class Run:
    """How a run ended."""

    code: int
    stdout: str
    stderr: str
    seconds: float
    memory: int
    """The bytes that it took at most."""


def command(*arguments: object) -> list[str]:
    """The command line that runs `lading` and tells its memory."""
    return [sys.executable, "-m", "tests.lading_hostile.apart", *map(str, arguments)]


def lading(*arguments: object, seconds: float = 60, cwd: Path | None = None) -> Run:
    """Run `lading`; it is an error of the test when that takes longer."""
    with TemporaryDirectory(prefix="hostile-") as folder:
        told = Path(folder, "memory")
        started = time.perf_counter()
        done = subprocess.run(
            command(*arguments), capture_output=True, timeout=seconds, check=False, cwd=cwd, env=environment(folder)
        )
        taken = time.perf_counter() - started
        memory = int(told.read_text()) if told.exists() else 0
    stdout, stderr = (stream.decode("utf-8", "replace") for stream in (done.stdout, done.stderr))
    return Run(done.returncode, stdout, stderr, taken, memory)


def environment(folder: str) -> dict[str, str]:
    """The variables of a run: nothing is remembered outside of a folder."""
    root = str(Path(__file__).parents[2])
    paths = os.pathsep.join(filter(None, [root, os.environ.get("PYTHONPATH")]))
    return {**os.environ, MEASURE: f"{folder}/memory", "LADING_CACHE_DIR": f"{folder}/cache", "PYTHONPATH": paths}


def issues_of(path: Path, *options: object, seconds: float = 60, megabytes: int = 512) -> list[dict[str, Any]]:
    """The issues at a path, found within bounds of time and memory."""
    if not Path("/proc/self/status").exists():
        pytest.skip("only Linux tells how much memory a process has taken")
    done = lading("validate", path, "--format", "json", "--jobs", 1, "--no-cache", *options, seconds=seconds)
    assert done.code in (0, 1), done.stderr
    assert "Traceback" not in done.stderr
    assert done.memory < megabytes * 2**20, f"{done.memory / 2**20:.0f} MiB"
    found: list[dict[str, Any]] = json.loads(done.stdout)["issues"]
    return found


def _tell_memory() -> None:
    status = Path("/proc/self/status")
    if status.exists() and (told := os.environ.get(MEASURE)):
        (kilobytes,) = (line.split()[1] for line in status.read_text().splitlines() if line.startswith("VmHWM"))
        Path(told).write_text(str(int(kilobytes) * 1024))


def _run() -> None:
    from lading.cli import main

    resource.setrlimit(resource.RLIMIT_AS, (MOST_ADDRESSES, MOST_ADDRESSES))
    signal.signal(signal.SIGINT, signal.default_int_handler)  # runners of tests may have had it ignored
    try:
        main(prog_name="lading")
    finally:
        _tell_memory()


if __name__ == "__main__":
    _run()
