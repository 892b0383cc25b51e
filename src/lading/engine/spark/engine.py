"""Runs the checks on Apache Spark: its workers read and judge the rows of large tables, its joins compare keys."""

from collections.abc import Iterator
from contextlib import ExitStack
from typing import TYPE_CHECKING

from lading.check.plan import Plan
from lading.check.resources import TablePlan
from lading.engine import checks, local, reading
from lading.engine.reading import Failing, Judge, Progress, Questions, Result
from lading.engine.spark.session import find_session, quietly
from lading.engine.table import Table
from lading.engine.workers import Workers
from lading.record import Reference
from lading.report.results import Report
from lading.tables.row import Row

if TYPE_CHECKING:
    from pyspark.sql import SparkSession


def run(
    plan: Plan, progress: Progress, failing: Failing, jobs: int = 1, session: "SparkSession | None" = None
) -> Report:
    """Check everything that the plan names, in a session of Spark: the given one, the active one, or a new one.

    What is no work for Spark is done here, with up to `jobs` processes. Raises LadingError where Spark fails.
    """
    session = session or find_session()
    with quietly(), Workers(jobs) as workers, ExitStack() as stack:
        return checks.check(plan, progress, failing, workers, SparkEngine(session, stack))


class SparkEngine:
    """Reads large tables with Spark, and small ones here."""

    def __init__(self, session: "SparkSession", stack: ExitStack) -> None:
        self._session = session
        self._stack = stack
        self._local = local.LocalEngine()

    def read(self, plan: TablePlan, questions: Questions, judge: Judge, progress: Progress) -> Table:
        """The table, read and judged."""
        return reading.read(plan, questions, judge, progress, self._read_large)

    def dangling(self, one: Table, target: Table, reference: Reference) -> Iterator[Row]:
        """The rows that refer to no row of the other table, found by Spark where it has one of them."""
        from lading.engine.spark import references

        return references.dangling(one, target, reference, self._local)

    def _read_large(
        self, plan: TablePlan, questions: Questions, judge: Judge, progress: Progress, result: Result
    ) -> Table:
        from lading.engine.spark import large

        return large.read_large(self._session, self._stack, plan, questions, judge, progress, result)
