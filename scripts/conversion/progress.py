"""Progress of a conversion, on standard error: a bar on a terminal, a line now and then elsewhere."""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from time import monotonic

SECONDS_BETWEEN_LINES = 10


@contextmanager
def shown(n_documents: int) -> Iterator[Callable[[], None]]:
    """To be called for each document that is done."""
    if sys.stderr is None or not sys.stderr.isatty():
        yield _lines(n_documents)
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    columns = TextColumn("converting"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn()
    with Progress(*columns, console=Console(stderr=True), transient=True) as progress:
        task = progress.add_task("converting", total=n_documents)
        yield lambda: progress.advance(task)


def _lines(n_documents: int) -> Callable[[], None]:
    started = latest = monotonic()
    n_done = 0

    def tell() -> None:
        nonlocal latest, n_done
        n_done += 1
        now = monotonic()
        if now - latest >= SECONDS_BETWEEN_LINES and n_done < n_documents and sys.stderr is not None:
            latest = now
            pace = f"{n_done / (now - started):,.1f} a second"
            print(f"converted {n_done:,} of {n_documents:,} documents, {pace}", file=sys.stderr, flush=True)

    return tell
