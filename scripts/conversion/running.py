"""Converting many documents, in this process or in several others."""

import gc
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from scripts.conversion.processes import Processes
from scripts.conversion.work import Converter, Drafted, Outcome, Skipped, Tabled, Task
from scripts.input.formats import is_plain
from scripts.registry import Registry, load

OBJECTS_PER_COLLECTION = 100_000
FEW = 12
"""So many texts are read before another process has started."""

_converters: list[Converter] = []
"""The one of this process, where this process was started to convert."""


@dataclass(frozen=True, slots=True)
class Runner:
    """Converts with a registry, which was read from a folder, in up to `jobs` processes."""

    registry: Registry
    folder: Path
    jobs: int
    show_faults: bool

    @property
    def converter(self) -> Converter:
        """For work in this process."""
        return Converter(self.registry, self.show_faults)

    def tables(self, tasks: Sequence[Task]) -> Iterator[Tabled | Skipped]:
        """The documents as rows, in their order."""
        return self._results(tasks, self.converter.table, _table)

    def drafts(self, tasks: Sequence[Task]) -> Iterator[Drafted | Skipped]:
        """The documents as drafts, in their order."""
        return self._results(tasks, self.converter.draft, _draft)

    def _results(
        self,
        tasks: Sequence[Task],
        here: Callable[[Task], Outcome | Skipped],
        elsewhere: Callable[[Task], Outcome | Skipped],
    ) -> Iterator[Outcome | Skipped]:
        """What the work on each task gives, in this process or in others."""
        if self._is_done_here(tasks):
            return map(here, tasks)
        start = partial(_start, self.folder, self.show_faults)
        return Processes(min(self.jobs, len(tasks)), start, elsewhere, _lost).results(tasks)

    def _is_done_here(self, tasks: Sequence[Task]) -> bool:
        """Whether the work is done in this process: what is no plain text could end the process that reads it."""
        return self.jobs == 1 or not tasks or (len(tasks) <= FEW and all(is_plain(str(task.given)) for task in tasks))


def collect_rarely() -> None:
    """Look for garbage seldom: what is there now stays, and what a document takes is mostly needed until its end."""
    gc.freeze()
    gc.set_threshold(OBJECTS_PER_COLLECTION)


def _start(registry: Path, show_faults: bool) -> None:
    collect_rarely()
    _converters[:] = [Converter(load(registry), show_faults)]


def _table(task: Task) -> Tabled | Skipped:
    return _converters[0].table(task)


def _draft(task: Task) -> Drafted | Skipped:
    return _converters[0].draft(task)


def _lost(task: Task) -> Skipped:
    return Skipped((f"{task.given}: the process that read it has ended, maybe for want of memory; divide it",))
