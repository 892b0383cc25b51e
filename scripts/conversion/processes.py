"""Work on many things in several processes: results come in the order of the tasks, few are waiting at any time."""

import multiprocessing
import os
import threading
from collections import deque
from collections.abc import Callable, Generator, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from multiprocessing.connection import wait
from typing import Generic, TypeVar

from lading import interrupts

Task = TypeVar("Task")
Result = TypeVar("Result")

AHEAD = 16
"""So many tasks for each process are handed out before the first of them is done."""


def cores() -> int:
    """How many processes can run at the same time."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


class Processes(Generic[Task, Result]):
    """Processes that do the same work on one task after another.

    `start` runs once in each of them; `lost` stands for the result of a task that ended its process.
    """

    def __init__(
        self, number: int, start: Callable[[], None], work: Callable[[Task], Result], lost: Callable[[Task], Result]
    ) -> None:
        self._number = number
        self._start = start
        self._work = work
        self._lost = lost

    def results(self, tasks: Iterable[Task]) -> Iterator[Result]:
        """The result of each task, in the order of the tasks."""
        remaining = iter(tasks)
        is_broken = True
        while is_broken:
            waiting: deque[tuple[Task, Future[Result]]] = deque()
            with self._pool(self._number) as pool:
                is_broken = yield from self._done(pool, remaining, waiting)
            yield from [self._alone(*handed_out) for handed_out in waiting]

    def _done(
        self, pool: ProcessPoolExecutor, remaining: Iterator[Task], waiting: "deque[tuple[Task, Future[Result]]]"
    ) -> Generator[Result, None, bool]:
        """The results, and whether a process has ended before they were all there; what it leaves is `waiting`."""
        while True:
            while len(waiting) < AHEAD * self._number and (task := next(remaining, None)) is not None:
                waiting.append((task, self._submit(pool, task)))
            if not waiting:
                return False
            try:
                result = waiting[0][1].result()
            except BrokenProcessPool:
                return True
            waiting.popleft()
            yield result

    def _alone(self, task: Task, future: "Future[Result]") -> Result:
        """The result of a task that was handed out when a process ended; which task ended it, nobody knows yet."""
        if future.done() and not future.cancelled() and future.exception() is None:
            return future.result()
        with self._pool(1) as pool:
            try:
                return self._submit(pool, task).result()
            except BrokenProcessPool:
                return self._lost(task)

    @contextmanager
    def _pool(self, number: int) -> Iterator[ProcessPoolExecutor]:
        """Processes that end when the block does, at once where nobody wants the rest of the results."""
        others = {*multiprocessing.active_children()}
        # Threads of Polars and Arrow do not survive a fork.
        pool = ProcessPoolExecutor(number, multiprocessing.get_context("spawn"), _begin, (self._start,))
        try:
            yield pool
        except (KeyboardInterrupt, GeneratorExit):
            for process in {*multiprocessing.active_children()} - others:
                process.kill()
            raise
        finally:
            pool.shutdown(cancel_futures=True)

    def _submit(self, pool: ProcessPoolExecutor, task: Task) -> "Future[Result]":
        try:
            with interrupts.held_back():  # a process may start here
                return pool.submit(self._work, task)
        except BrokenProcessPool as error:
            broken: Future[Result] = Future()
            broken.set_exception(error)
            return broken


def _begin(start: Callable[[], None]) -> None:
    threading.Thread(target=_end_with_the_parent, daemon=True).start()
    start()


def _end_with_the_parent() -> None:
    """A process whose parent was killed waits for ever for its next task."""
    if parent := multiprocessing.parent_process():
        wait([parent.sentinel])
        os._exit(1)
