"""Results come in the order of the tasks; a task that ends its process costs only itself."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from functools import partial

import pytest

from scripts.conversion.processes import AHEAD, Processes
from tests.scripts.workspace import ROOT

DEADLY = 13


def begin(*_: object) -> None:
    """Nothing is needed."""


def square(number: int) -> int:
    if number == DEADLY:
        os._exit(1)
    time.sleep(0.01 * (number % 3))
    return number * number


def lost(number: int) -> int:
    return -number


@pytest.mark.parametrize("number", [1, 2])
def test_results_come_in_the_order_of_the_tasks(number: int) -> None:
    tasks = range(DEADLY)
    assert list(Processes(number, begin, square, lost).results(tasks)) == [task * task for task in tasks]


def test_a_task_that_ends_its_process_is_lost_and_the_others_are_done() -> None:
    tasks = [*range(20), DEADLY, 20]
    expected = [-task if task == DEADLY else task * task for task in tasks]
    assert list(Processes(2, begin, square, lost).results(tasks)) == expected


def sleep(seconds: float) -> float:
    time.sleep(seconds)
    return seconds


def never(seconds: float) -> float:
    raise AssertionError(seconds)


def test_an_interruption_of_the_parent_alone_does_not_wait_for_what_is_being_done() -> None:
    program = (
        "import signal; signal.signal(signal.SIGINT, signal.default_int_handler)\n"  # a shell may have it ignored
        "from scripts.conversion.processes import Processes\n"
        "from tests.conversion.test_processes import begin, never, sleep\n"
        "results = Processes(2, begin, sleep, never).results([0.0, 600.0, 600.0])\n"
        "print(next(results), flush=True)\n"
        "next(results)\n"
    )
    command = [sys.executable, "-c", program]
    process = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
    assert process.stdout is not None
    assert process.stdout.readline() == b"0.0\n"
    process.send_signal(signal.SIGINT)
    process.communicate(timeout=60)
    assert process.returncode == -signal.SIGINT


def test_few_tasks_are_waiting_at_any_time() -> None:
    handed_out: list[int] = []

    def tasks() -> Iterator[int]:
        for number in range(100, 200):
            handed_out.append(number)
            yield number

    results = Processes(1, partial(begin), square, lost).results(tasks())
    assert next(results) == 10_000
    assert len(handed_out) <= AHEAD + 1
    results.close()  # type: ignore[attr-defined]
