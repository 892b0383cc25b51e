"""One run of a command as a whole process: time, processor time and memory, as the operating system counts them."""

import os
import subprocess
import tempfile
import threading
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Run:
    """What a process took, in seconds and megabytes, and what it said."""

    seconds: float
    processor: float
    memory: float
    status: int
    output: str
    errors: str


def measure(command: Sequence[str], folder: Path, timeout: float) -> Run:
    """Run a command; one that takes longer than `timeout` seconds is ended, with the status that this gives.

    Whoever measures has to be small: until a new process runs its own program, its memory counts as that of its parent.
    """
    with tempfile.TemporaryFile() as output, tempfile.TemporaryFile() as errors:
        start = time.perf_counter()
        process = subprocess.Popen(command, cwd=folder, stdin=subprocess.DEVNULL, stdout=output, stderr=errors)
        watch = threading.Timer(timeout, process.kill)
        watch.start()
        _, status, usage = os.wait4(process.pid, 0)
        seconds = time.perf_counter() - start
        watch.cancel()
        process.returncode = os.waitstatus_to_exitcode(status)
        said = []
        for stream in (output, errors):
            stream.seek(0)
            said.append(stream.read().decode("utf-8", errors="replace"))
        processor = usage.ru_utime + usage.ru_stime
        return Run(seconds, processor, usage.ru_maxrss * 1024 / 1e6, process.returncode, *said)
