"""Processes that work for this one: it alone tells of an interruption, and none of them outlives it."""

import os
import signal
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from typing import TYPE_CHECKING, ParamSpec, TypeVar

if TYPE_CHECKING:  # few runs start processes
    from concurrent.futures import Future, ProcessPoolExecutor
    from multiprocessing.synchronize import Event

P = ParamSpec("P")
Result = TypeVar("Result")

PAUSE = 0.01
"""In seconds: how often a process that shall end looks whether it may."""


class _Work:
    """Whether this process works: it may end then, but not in the middle of a result that another waits for."""

    def __init__(self) -> None:
        self.lock = threading.Lock()
        self.going_on = False

    def __enter__(self) -> None:
        with self.lock:
            self.going_on = True

    def __exit__(self, *raised: object) -> None:
        with self.lock:
            self.going_on = False


_work = _Work()


@contextmanager
def processes(number: int, start: Callable[[], None] | None = None) -> Iterator["ProcessPoolExecutor"]:
    """Up to so many processes, which `start` prepares.

    They end when the block does, at once where it is interrupted or nobody wants the rest of the results.
    """
    import multiprocessing
    from concurrent.futures import ProcessPoolExecutor

    # Threads of Polars and Arrow do not survive a fork.
    context = multiprocessing.get_context("spawn")
    ending = context.Event()
    pool = ProcessPoolExecutor(number, context, _begin, (start, ending))
    try:
        yield pool
    except (KeyboardInterrupt, GeneratorExit):
        ending.set()
        raise
    finally:
        pool.shutdown(cancel_futures=True)


def submit(
    pool: "ProcessPoolExecutor", work: Callable[P, Result], *arguments: P.args, **options: P.kwargs
) -> "Future[Result]":
    """What a process will give; where one has ended before its time, BrokenProcessPool is its result."""
    from concurrent.futures import Future
    from concurrent.futures.process import BrokenProcessPool

    try:
        with _interruptions_held_back():  # a process may start here
            return pool.submit(_done, partial(work, *arguments, **options))
    except BrokenProcessPool as error:
        broken: Future[Result] = Future()
        broken.set_exception(error)
        return broken


@contextmanager
def _interruptions_held_back() -> Iterator[None]:
    """Hold interruptions back; a process that starts meanwhile holds them back for ever."""
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    former = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, former)


def _done(task: Callable[[], Result]) -> Result:
    with _work:
        return task()


def _begin(start: Callable[[], None] | None, ending: "Event") -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_end_with_the_parent, daemon=True).start()
    threading.Thread(target=_end_when_told, args=(ending,), daemon=True).start()
    if start:
        start()


def _end_when_told(ending: "Event") -> None:
    """End in the middle of a task; a process without one ends with the pool."""
    ending.wait()
    while True:
        with _work.lock:
            if _work.going_on:
                os._exit(1)
        time.sleep(PAUSE)


def _end_with_the_parent() -> None:
    """A process whose parent was killed waits for ever for its next task."""
    import multiprocessing
    from multiprocessing.connection import wait

    if parent := multiprocessing.parent_process():
        wait([parent.sentinel])
        os._exit(1)
