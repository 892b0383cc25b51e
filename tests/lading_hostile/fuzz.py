"""Validate any number of mutilated packages: `python -m tests.lading_hostile.fuzz SEED COUNT [FIRST]`.

Each input has a number, by which it can be made again: `python -m tests.lading_hostile.fuzz SEED 1 NUMBER`. Inputs that
take too long, or end the process, are told as well as those that raise what they should not.
"""

import faulthandler
import os
import subprocess
import sys
import traceback
from itertools import count
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.lading_hostile.oracle import hold_to_promises
from tests.lading_hostile.packages import package

SECONDS = 30
"""What an input may take."""


def hold(seed: int, number: int) -> None:
    """Make an input and validate it."""
    with TemporaryDirectory(prefix="hostile-") as name:
        folder = Path(name, "package")
        folder.mkdir()
        hold_to_promises(*package(seed, number).write(folder), Path(name))


def run(seed: int, numbers: range) -> int:
    """The inputs of these numbers, each told before; how many of them broke a promise."""
    broken = 0
    for number in numbers:
        print(number, flush=True)
        faulthandler.dump_traceback_later(SECONDS, exit=True)
        try:
            hold(seed, number)
        except Exception:
            broken += 1
            print(f"--- input {number} of seed {seed}", file=sys.stderr)
            traceback.print_exc()
        faulthandler.cancel_dump_traceback_later()
    return broken


def supervise(seed: int, numbers: range) -> int:
    """The same in other processes, of which some inputs may be the end."""
    broken = 0
    while numbers:
        command = [
            sys.executable,
            "-m",
            "tests.lading_hostile.fuzz",
            str(seed),
            str(len(numbers)),
            str(numbers[0]),
            "here",
        ]
        environment = {**os.environ, "POLARS_MAX_THREADS": "1", "OMP_NUM_THREADS": "1"}
        with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env=environment) as child:
            latest = next((line for line in _last(child.stdout)), str(numbers[0]))
        if child.returncode in (0, 1):
            return broken + child.returncode
        broken += 1
        print(f"--- input {latest} of seed {seed} ended the process: {child.returncode}", file=sys.stderr)
        numbers = range(int(latest) + 1, numbers.stop)
    return broken


def _last(lines: object) -> list[str]:
    latest: list[str] = []
    for line, number in zip(lines, count(1), strict=False):  # type: ignore[call-overload]
        latest = [line.strip()]
        if number % 1000 == 0:
            print(f"{number:,} inputs", flush=True)
    return latest


if __name__ == "__main__":
    seed, count_, *rest = sys.argv[1:]
    first = int(rest[0]) if rest else 0
    chosen = range(first, first + int(count_))
    sys.exit(min(1, (run if "here" in rest else supervise)(int(seed), chosen)))
