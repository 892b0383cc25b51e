"""Runs the checks on this machine."""

from collections.abc import Iterator

from lading.check.plan import Plan
from lading.check.resources import TablePlan
from lading.engine import checks, reading
from lading.engine.reading import Failing, Judge, Progress, Questions, Result
from lading.engine.table import Table
from lading.engine.workers import Workers
from lading.record import Reference
from lading.report.results import Report
from lading.tables.row import Row


def run(plan: Plan, progress: Progress, failing: Failing, jobs: int = 1) -> Report:
    """Check everything that the plan names, with up to `jobs` processes where many rows have to be judged."""
    with Workers(jobs) as workers:
        return checks.check(plan, progress, failing, workers, LocalEngine())


class LocalEngine:
    """Reads tables in this process: small ones into memory, large ones by columns."""

    def read(self, plan: TablePlan, questions: Questions, judge: Judge, progress: Progress) -> Table:
        """The table, read and judged."""
        return reading.read(plan, questions, judge, progress, read_large)

    def dangling(self, one: Table, target: Table, reference: Reference) -> Iterator[Row]:
        """The rows that refer to no row of the other table."""
        unknown = target.keys(reference.to_fields).unknown(one.keys(reference.fields))
        return one.having(reference.fields, unknown) if len(unknown) else iter(())


def read_large(plan: TablePlan, questions: Questions, judge: Judge, progress: Progress, result: Result) -> Table:
    """A large table, read by columns."""
    from lading.engine import large  # small tables need none of what it imports

    return large.read_large(plan, questions, judge, progress, result)
