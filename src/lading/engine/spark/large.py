"""Reading a large table with Spark, part by part, each by one of its workers."""

from collections.abc import Sequence
from contextlib import ExitStack

from pyspark.sql import SparkSession

from lading.check.resources import TablePlan
from lading.compile import compile_table
from lading.engine import local
from lading.engine.reading import Judge, Progress, Questions, Result
from lading.engine.spark.columns import dtypes_of
from lading.engine.spark.examined import Examined
from lading.engine.spark.parts import address_of, parts_of
from lading.engine.spark.table import SparkTable
from lading.engine.spark.worker import Examine
from lading.engine.table import Table
from lading.report.results import ResourceResult
from lading.tables.cells import cell_readers
from lading.tables.csv import CsvSource


def read_large(
    session: SparkSession,
    stack: ExitStack,
    plan: TablePlan,
    questions: Questions,
    judge: Judge,
    progress: Progress,
    result: Result,
) -> Table:
    """The table, read and judged; with notes where Spark could not do it. It is given back when the stack is closed."""
    address, parts = address_of(plan), parts_of(plan)
    if address is None or not parts:
        why = "its workers cannot import the record model" if address is None else "its files are not divided"

        def noted(n_rows: int, notes: Sequence[str]) -> ResourceResult:
            return result(n_rows, [*notes, f"the table was read here, not by Spark: {why}"])

        return local.read_large(plan, questions, judge, progress, noted)
    dtypes = dtypes_of(plan.columns)
    keys = [fields for fields in (*questions.repeated, *questions.referred) if dtypes.keys() >= set(fields)]
    wanted = tuple(sorted({name for fields in keys for name in fields}))
    examined = Examined(session, Examine(address, parts, wanted, {name: dtypes[name] for name in wanted}))
    stack.callback(examined.forget)
    if isinstance(plan.source, CsvSource):
        for place, (part, before) in enumerate(zip(parts, examined.before, strict=False)):
            plan.source.first_rows[place] = (before + 1, part.path)
    for row, issues in examined.faults():
        judge.note(row, issues)
    faults = tuple(examined.issues)
    judge.add(faults)
    progress(plan.resource, examined.n_rows)
    compiled = compile_table(plan.model, cell_readers(plan.columns, plan.schema) if plan.source.is_text else None)
    notes = [f"{fallback.field or 'each row'}: {fallback.reason}" for fallback in compiled.fallbacks]
    sound = not faults and judge.n_unsound == 0
    return SparkTable(plan, result(examined.n_rows, notes), examined, compiled, whole=not faults, sound=sound)
