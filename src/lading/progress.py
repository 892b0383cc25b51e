"""Progress of a long run: a line that changes on a terminal, plain lines elsewhere, and nothing for a short run."""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from time import monotonic

Told = Callable[[str, int], None]

SECONDS_BETWEEN_LINES = 10
"""Where the output is a file or the log of a CI run."""


class Pace:
    """How many rows a second are read of what is being checked."""

    def __init__(self) -> None:
        self._what = ""
        self._started = monotonic()

    def line(self, what: str, rows: int) -> str:
        """One line on what is going on."""
        if what != self._what:
            self._what, self._started = what, monotonic()
        seconds = monotonic() - self._started
        if not rows or not seconds:
            return f"checking {what}"
        return f"checking {what}: {rows:,} rows, {rows / seconds:,.0f} rows a second"


@contextmanager
def shown() -> Iterator[Told]:
    """What is told of the progress, on standard error."""
    pace = Pace()
    if sys.stderr is None:  # closed by whoever called
        yield lambda *_: None
        return
    if not sys.stderr.isatty():
        yield _lines(pace)
        return
    from rich.console import Console

    with Console(stderr=True).status("reading the descriptor") as status:
        yield lambda what, rows: status.update(pace.line(what, rows))


def _lines(pace: Pace) -> Told:
    latest = monotonic()

    def tell(what: str, rows: int) -> None:
        nonlocal latest
        line = pace.line(what, rows)
        if monotonic() - latest >= SECONDS_BETWEEN_LINES:
            latest = monotonic()
            print(line, file=sys.stderr, flush=True)

    return tell
