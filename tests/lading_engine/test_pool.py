"""Processes end with the one that they work for, however it ends."""

import os
import signal
import subprocess
import sys
from concurrent.futures.process import BrokenProcessPool
from pathlib import Path

import pytest

from lading.pool import processes, submit


def end_the_process() -> None:
    os._exit(1)


def test_what_is_submitted_to_processes_that_have_ended_fails_when_it_is_asked_for() -> None:
    with processes(1) as pool:
        for _ in range(2):
            with pytest.raises(BrokenProcessPool):
                submit(pool, end_the_process).result()


PROGRAM = """
import signal, time
from lading.pool import processes, submit
signal.signal(signal.SIGINT, signal.default_int_handler)  # a shell may have it ignored
with processes(2) as pool:
    submit(pool, print, "at work", flush=True).result()
    submit(pool, time.sleep, 600).result()
"""


@pytest.mark.parametrize("ended_by", [signal.SIGINT, signal.SIGKILL])
def test_no_process_outlives_the_one_that_it_works_for(ended_by: signal.Signals) -> None:
    command = [sys.executable, "-c", PROGRAM]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL) as parent:
        assert parent.stdout is not None
        assert parent.stdout.readline() == b"at work\n"
        parent.send_signal(ended_by)
        assert parent.stdout.read() == b""  # which ends once nobody is left to write
    assert parent.returncode == -ended_by


SENDING = """
import sys, time
from lading.pool import processes, submit
if __name__ == "__main__":
    for pause in (0, 0.02, 0.04, 0.06):
        try:
            with processes(2) as pool:
                submit(pool, int).result()
                for _ in range(8):
                    submit(pool, bytes, 40_000_000)
                time.sleep(pause)
                raise KeyboardInterrupt
        except KeyboardInterrupt:
            print("interrupted", flush=True)
"""


def test_an_interruption_waits_for_no_half_of_a_result(tmp_path: Path) -> None:
    program = tmp_path / "sending.py"
    program.write_text(SENDING)
    run = subprocess.run([sys.executable, str(program)], capture_output=True, text=True, timeout=60, check=True)
    assert run.stdout.split() == ["interrupted"] * 4
