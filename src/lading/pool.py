"""Processes that work for this one: it alone tells of an interruption, and none of them outlives it."""

import signal
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, ParamSpec, TypeVar

if TYPE_CHECKING:  # few runs start processes
    from concurrent.futures import Future, ProcessPoolExecutor

P = ParamSpec("P")
Result = TypeVar("Result")


@contextmanager
def processes(number: int, start: Callable[[], None] | None = None) -> Iterator["ProcessPoolExecutor"]:
    """Up to so many processes, which `start` prepares.

    They end when the block does, at once where it is interrupted or nobody wants the rest of the results.
    """
    import multiprocessing
    from concurrent.futures import ProcessPoolExecutor

    others = {*multiprocessing.active_children()}
    # Threads of Polars and Arrow do not survive a fork.
    pool = ProcessPoolExecutor(number, multiprocessing.get_context("spawn"), _begin, (start,))
    try:
        yield pool
    except (KeyboardInterrupt, GeneratorExit):
        for process in {*multiprocessing.active_children()} - others:
            process.kill()
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
            return pool.submit(work, *arguments, **options)
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


def _begin(start: Callable[[], None] | None) -> None:
    import threading

    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_end_with_the_parent, daemon=True).start()
    if start:
        start()


def _end_with_the_parent() -> None:
    """A process whose parent was killed waits for ever for its next task."""
    import multiprocessing
    import os
    from multiprocessing.connection import wait

    if parent := multiprocessing.parent_process():
        wait([parent.sentinel])
        os._exit(1)
