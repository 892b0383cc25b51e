"""Reading a table once from its beginning to its end, and judging each row that may have issues."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import islice
from time import perf_counter

from lading.check import files, rows
from lading.check.resources import FilePlan, TablePlan
from lading.check.spans import Numbered
from lading.engine.memory import TableInMemory
from lading.engine.table import Fields, Table
from lading.engine.workers import Workers
from lading.issue import Issue, IssuesError
from lading.record import Record
from lading.report.log import IssueLog
from lading.report.results import ResourceResult
from lading.tables.labels import LabelsError
from lading.tables.row import Row

SMALL_BYTES = 500_000
SMALL_ROWS = 5_000
"""Up to these a table is read into memory, which takes less time than to import what reads larger ones."""


@dataclass(frozen=True, slots=True)
class Questions:
    """What will be asked about a table after it was read: which keys are repeated, which others refer to."""

    repeated: frozenset[Fields]
    referred: frozenset[Fields]
    digest: bool


Progress = Callable[[str, int], None]
"""Told what is being checked, and how many of its rows have been read."""
Failing = Callable[[TablePlan, Row, Sequence[Issue]], None]
"""Told of each row that has issues."""
Result = Callable[[int, Sequence[str]], ResourceResult]
"""What was read, from the number of rows and the notes."""


class Judge:
    """Judges rows, and keeps the issues with their place."""

    def __init__(self, plan: TablePlan, issues: IssueLog, failing: Failing, workers: Workers) -> None:
        self.plan = plan
        self.n_unsound = 0
        self._issues = issues
        self._failing = failing
        self._workers = workers

    def judge(self, row: Row) -> Record | None:
        """The record that the row is, if it is one."""
        checked = rows.check(row, self.plan.model)
        if isinstance(checked, Record):
            return checked
        self.note(row, checked)
        return None

    def judge_all(self, doubtful: Sequence[Row]) -> None:
        """Judge rows whose records nobody needs."""
        for row, found in self._workers.faults(self.plan, doubtful):
            self.note(row, found)

    def note(self, row: Row, found: Sequence[Issue]) -> None:
        """What is wrong with a row that is no record."""
        self.n_unsound += 1
        if found:
            self.add(found)
            self._failing(self.plan, row, found)

    def add(self, found: Iterable[Issue]) -> None:
        """Issues of the table."""
        self._issues.extend(placed(issue, self.plan) for issue in found)


ReadLarge = Callable[[TablePlan, Questions, Judge, Progress, Result], Table]


def read(plan: TablePlan, questions: Questions, judge: Judge, progress: Progress, read_large: ReadLarge) -> Table:
    """The table, read and judged; what is wrong with its files and its rows is told to the judge.

    `read_large` reads tables that are not small.
    """
    started = perf_counter()
    faults = [issue for file in plan.measured for issue in files.counts(file.file, file.n_bytes, file.hash)]
    judge.add(faults)

    def result(n_rows: int, notes: Sequence[str] = ()) -> ResourceResult:
        n_bytes = sum(path.stat().st_size for path in plan.files.paths if path.is_file())
        seconds = perf_counter() - started
        return ResourceResult(plan.resource, n_rows, len(plan.columns), n_bytes, seconds, tuple(notes))

    if any(issue.code in files.UNREADABLE for issue in faults) or (faults and not plan.source.is_text):
        # Nobody edits Parquet by hand: a file of another size or hash is damaged, and reading it can only say so again.
        return TableInMemory(plan, result(0), (), (), whole=False, has_all_rows=False)
    if (small := _read_small(plan, judge)) is not None:
        held, made, whole, has_all_rows = small
        return TableInMemory(plan, result(len(held)), held, made, whole, has_all_rows)
    return read_large(plan, questions, judge, progress, result)


def _read_small(plan: TablePlan, judge: Judge) -> tuple[Sequence[Row], Sequence[Numbered], bool, bool] | None:
    """The rows and the records of a small table, whether it is whole and has all rows; None for a large one."""
    if sum(path.stat().st_size for path in plan.files.paths if path.is_file()) > SMALL_BYTES:
        return None
    held: list[Row] = []
    faults: Sequence[Issue] = ()
    has_all_rows = True
    try:
        held.extend(islice(plan.source.rows(), SMALL_ROWS + 1))
    except IssuesError as error:
        faults = error.issues
        has_all_rows = isinstance(error, LabelsError)
    if len(held) > SMALL_ROWS:
        return None
    records = [(row, judge.judge(row)) for row in held]
    judge.add(faults)
    made = [Numbered(row.number, record, row.line) for row, record in records if record is not None]
    return held, made, not faults, has_all_rows


def placed(issue: Issue, plan: TablePlan | FilePlan) -> Issue:
    """The issue with the resource and the file it was found in."""
    path = plan.path if isinstance(plan, FilePlan) else plan.path(issue.row)
    return replace(issue, resource=plan.resource, path=path)
