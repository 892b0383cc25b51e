"""Judging many rows at once: Pydantic takes one core at a time, other processes take others."""

import importlib
from collections.abc import Iterator, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any, Self

from pydantic import BaseModel

from lading.adopt import Adopted, adopt
from lading.borrow import Borrowed, record_of
from lading.check import rows
from lading.check.resources import TablePlan
from lading.descriptor import TableSchema
from lading.issue import Issue, LadingError
from lading.pool import processes, submit
from lading.record import Record
from lading.tables.row import Row

if TYPE_CHECKING:  # few runs start processes
    from concurrent.futures import ProcessPoolExecutor

MANY = 20_000
"""So many rows are judged before processes are started, which takes as long as to judge some thousands."""
SLICE = 1_000


@dataclass(frozen=True, slots=True)
class ModelAddress:
    """Where another process finds a record model: by its name, by that of its lender, or by the schema of its table."""

    module: str
    name: str
    schema: str | None

    @classmethod
    def of(cls, plan: TablePlan) -> Self | None:
        """The address of the model of a table, where it has one."""
        model = plan.model
        if issubclass(model, Adopted):
            return cls("", plan.resource, plan.schema.model_dump_json(by_alias=True, exclude_unset=True))
        declared = model.lender if issubclass(model, Borrowed) else model
        address = cls(declared.__module__, declared.__qualname__, None)
        try:
            return address if address._declared() is declared else None
        except (ImportError, AttributeError):
            return None

    def model(self) -> type[Record]:
        """The model at the address."""
        if self.schema is not None:
            return adopt(TableSchema.model_validate_json(self.schema), self.name)
        return record_of(self._declared())

    def _declared(self) -> type[BaseModel]:
        found: type[BaseModel] = getattr(importlib.import_module(self.module), self.name)
        return found


class Workers:
    """Up to `jobs` processes that judge rows, started when there are many."""

    def __init__(self, jobs: int) -> None:
        self._jobs = jobs
        self._n_judged = 0
        self._pool: ProcessPoolExecutor | None = None
        self._stack = ExitStack()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *raised: Any) -> None:
        self._stack.__exit__(*raised)

    def faults(self, plan: TablePlan, judged: Sequence[Row]) -> Iterator[tuple[Row, tuple[Issue, ...]]]:
        """The rows that are no records, and why, in their order."""
        self._n_judged += len(judged)
        if self._jobs == 1 or self._n_judged < MANY or (address := ModelAddress.of(plan)) is None:
            return ((judged[number], issues) for number, issues in _faults(judged, plan.model))
        if self._pool is None:
            self._pool = self._stack.enter_context(processes(self._jobs))
        return _collected(judged, self._pool, address)


def _collected(
    judged: Sequence[Row], pool: "ProcessPoolExecutor", address: ModelAddress
) -> Iterator[tuple[Row, tuple[Issue, ...]]]:
    from concurrent.futures.process import BrokenProcessPool

    starts = range(0, len(judged), SLICE)
    tasks = [(start, submit(pool, _judge_slice, judged[start : start + SLICE], address)) for start in starts]
    for start, task in tasks:
        try:
            found = task.result()
        except BrokenProcessPool:
            raise LadingError("a process that judged rows has ended, maybe for want of memory: try --jobs 1") from None
        yield from ((judged[start + number], issues) for number, issues in found)


def _judge_slice(judged: Sequence[Row], address: ModelAddress) -> list[tuple[int, tuple[Issue, ...]]]:
    return list(_faults(judged, _model(address)))


@cache
def _model(address: ModelAddress) -> type[Record]:
    return address.model()


def _faults(judged: Sequence[Row], model: type[Record]) -> Iterator[tuple[int, tuple[Issue, ...]]]:
    for number, row in enumerate(judged):
        checked = rows.check(row, model)
        if not isinstance(checked, Record):
            yield number, checked
