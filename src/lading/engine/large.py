"""Reading a large table: its columns are asked which rows may have issues, and only those are judged."""

from lading.check.resources import TablePlan
from lading.compile import compile_table
from lading.engine.chunks import Reading
from lading.engine.collected import Collected
from lading.engine.reading import Judge, Progress, Questions, Result
from lading.engine.streamed import StreamedTable
from lading.issue import IssuesError
from lading.tables.cells import cell_readers
from lading.tables.digest import TableDigest
from lading.tables.labels import LabelsError


def read_large(
    plan: TablePlan,
    questions: Questions,
    judge: Judge,
    progress: Progress,
    result: Result,
) -> StreamedTable:
    """The table, read once and judged."""
    compiled = compile_table(plan.model, cell_readers(plan.columns, plan.schema) if plan.source.is_text else None)
    reading = Reading(plan.source, compiled, plan.columns)
    collected = _collected(plan, reading, questions)
    n_rows = 0
    whole = has_all_rows = True
    try:
        for chunk in reading.chunks(collected.wanted):
            judge.judge_all(chunk.suspects)
            collected.add(chunk)
            n_rows += chunk.n_rows
            progress(plan.resource, n_rows)
    except IssuesError as error:
        judge.add(error.issues)
        whole, has_all_rows = False, isinstance(error, LabelsError)
    notes = [f"{fallback.field or 'each row'}: {fallback.reason}" for fallback in compiled.fallbacks]
    sound = whole and judge.n_unsound == 0
    return StreamedTable(plan, result(n_rows, notes), reading, collected, whole, has_all_rows, sound)


def _collected(plan: TablePlan, reading: Reading, questions: Questions) -> Collected:
    names = [column.name for column in plan.columns]
    digest = TableDigest(plan.columns) if questions.digest and reading.holds(names) else None
    repeated = filter(reading.holds, questions.repeated)
    referred = filter(reading.holds, questions.referred)
    return Collected(repeated, referred, digest)
