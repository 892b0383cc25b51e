"""Work on many things in several processes: results come in the order of the tasks, few are waiting at any time."""

import os
from collections import deque
from collections.abc import Callable, Generator, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from typing import Generic, TypeVar

from lading.pool import processes, submit

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
            with processes(self._number, self._start) as pool:
                is_broken = yield from self._done(pool, remaining, waiting)
            yield from [self._alone(*handed_out) for handed_out in waiting]

    def _done(
        self, pool: ProcessPoolExecutor, remaining: Iterator[Task], waiting: "deque[tuple[Task, Future[Result]]]"
    ) -> Generator[Result, None, bool]:
        """The results, and whether a process has ended before they were all there; what it leaves is `waiting`."""
        while True:
            while len(waiting) < AHEAD * self._number and (task := next(remaining, None)) is not None:
                waiting.append((task, submit(pool, self._work, task)))
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
        with processes(1, self._start) as pool:
            try:
                return submit(pool, self._work, task).result()
            except BrokenProcessPool:
                return self._lost(task)
