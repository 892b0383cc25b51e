"""A run that cannot say what it has to, or is told to stop: a line, and nothing that is half written."""

import os
import signal
import subprocess
import time
from pathlib import Path

import pytest

from lading.report.formats import FORMATS
from tests.lading_hostile.apart import command, environment
from tests.lading_hostile.made import INTEGER, table

FULL = Path("/dev/full")
N_ROWS = 300_000


@pytest.fixture
def package(tmp_path: Path) -> Path:
    """A package with more to say than a pipe holds."""
    (tmp_path / "package").mkdir()
    return table(tmp_path / "package", "x\n" + "".join(f"x{number}\n" for number in range(4_000)), INTEGER)


@pytest.mark.skipif(not FULL.exists(), reason="there is no device that is always full")
@pytest.mark.parametrize("form", FORMATS)
def test_a_full_disk_is_one_line(form: str, package: Path, tmp_path: Path) -> None:
    for options in ((), ("--output", FULL)):
        with FULL.open("wb") as full:
            done = subprocess.run(
                command("validate", package, "--format", form, "--limit", 0, *options),
                stdout=full,
                stderr=subprocess.PIPE,
                env=environment(str(tmp_path)),
                timeout=60,
                check=False,
            )
        assert done.returncode == 2
        assert done.stderr.decode() == "lading: the report could not be written: No space left on device\n"
    assert FULL.is_char_device()


@pytest.mark.parametrize("form", FORMATS)
def test_whoever_reads_may_have_read_enough(form: str, package: Path, tmp_path: Path) -> None:
    ran = subprocess.Popen(
        command("validate", package, "--format", form, "--limit", 0),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env=environment(str(tmp_path)),
    )
    assert ran.stdout is not None and ran.stderr is not None
    ran.stdout.read(1)
    ran.stdout.close()
    with ran:
        assert ran.stderr.read() == b""


@pytest.mark.parametrize(("closed", "code"), [(">&-", 2), ("2>&-", 1), (">&- 2>&-", 2), ("<&- >&- 2>&-", 2)])
def test_a_stream_may_be_closed(closed: str, code: int, package: Path, tmp_path: Path) -> None:
    line = f'"$@" {closed}'
    run = ["sh", "-c", line, "sh", *command("validate", package)]
    done = subprocess.run(run, capture_output=True, env=environment(str(tmp_path)), timeout=60, check=False)
    assert done.returncode == code
    assert b"Traceback" not in done.stderr


@pytest.mark.parametrize("jobs", [1, 2])
@pytest.mark.parametrize("seconds", [1.5, 4])
def test_an_interruption_leaves_nothing_half_written(jobs: int, seconds: float, tmp_path: Path) -> None:
    (tmp_path / "package").mkdir()
    (tmp_path / "cache").mkdir()
    (tmp_path / "report.json").write_text("as before")
    folder = table(tmp_path / "package", "x\n" + "".join(f"x{number}\n" for number in range(N_ROWS)), INTEGER)
    outputs = ("--output", tmp_path / "report.json", "--failures", tmp_path / "failing", "--jobs", jobs)
    run = subprocess.Popen(
        command("validate", folder, "--format", "json", *outputs),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env=environment(str(tmp_path)),
        start_new_session=True,
    )
    started = time.monotonic()
    while time.monotonic() - started < 30 and not (tmp_path / "failing").exists():
        time.sleep(0.01)  # it has not begun
    time.sleep(seconds)
    os.killpg(run.pid, signal.SIGINT)
    stdout, stderr = run.communicate(timeout=60)
    assert (run.returncode, stdout) == (2, b"")
    assert stderr.decode().splitlines()[-1] == "lading: interrupted"
    assert b"Traceback" not in stderr
    assert (tmp_path / "report.json").read_text() == "as before"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["cache", "memory", "package", "report.json"]
    assert not list((tmp_path / "cache").iterdir())
