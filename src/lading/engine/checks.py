"""What is checked of the tables of a plan, whichever engine reads them: each alone, then what holds between rows."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import partial
from typing import Protocol

from lading.check import digests, files, keys, twins
from lading.check.plan import Plan
from lading.check.resources import TablePlan
from lading.engine import across
from lading.engine.reading import Failing, Judge, Progress, Questions, placed
from lading.engine.table import Fields, Table
from lading.engine.workers import Workers
from lading.issue import Issue, Severity
from lading.record import Reference
from lading.report.log import IssueLog
from lading.report.results import Report
from lading.tables.row import Row


class Engine(Protocol):
    """Reads tables, and compares the keys of one with those of another."""

    def read(self, plan: TablePlan, questions: Questions, judge: Judge, progress: Progress) -> Table:
        """The table, read and judged; what is wrong with its files and its rows is told to the judge."""

    def dangling(self, one: Table, target: Table, reference: Reference) -> Iterator[Row]:
        """The rows of one table that refer to no row of the other, which is whole."""


def check(plan: Plan, progress: Progress, failing: Failing, workers: Workers, engine: Engine) -> Report:
    """Check everything that the plan names."""
    issues = IssueLog(plan.issues)
    tables: dict[str, Table] = {}
    questions = _questions(plan)
    for table in plan.tables:
        progress(table.resource, 0)
        already = len(issues)
        judge = Judge(table, issues, failing, workers)
        one = tables[table.resource] = engine.read(table, questions[table.resource], judge, progress)
        if len(issues) == already:  # where cells have issues, the digest is bound to differ too
            issues.extend(_digest(one))
        issues.extend(_repeated(one, failing))
    for file in plan.other_files:
        found = files.counts(file.file, file.n_bytes, file.hash)
        issues.extend(placed(issue, file) for issue in found)
    for one in tables.values():
        issues.extend(_references(one, tables, failing, engine))
    for text, binary in plan.twins:
        issues.extend(_twins(tables[text], tables[binary], failing))
    if plan.dataset:
        progress("rules and spans", 0)
        issues.extend(across.rules(plan.dataset, tables, failing))
        issues.extend(across.spans(plan.dataset, tables, plan.texts, failing))
    return Report(issues, tuple(one.result for one in tables.values()))


def _questions(plan: Plan) -> Mapping[str, Questions]:
    """What each table will be asked: others may refer to it, and it is asked which of its keys they do not know."""
    resources = {table.resource for table in plan.tables}
    twin = {name for pair in plan.twins for name in pair}
    referred: dict[str, set[Fields]] = defaultdict(set)
    for table in plan.tables:
        for reference in table.references:
            if reference.to in resources:
                referred[table.resource].add(reference.fields)
                referred[reference.to].add(reference.to_fields)
    return {
        table.resource: Questions(
            repeated=frozenset(fields for _, fields in _unique(table)),
            referred=frozenset(referred[table.resource]),
            digest=table.digest is not None or table.resource in twin,
        )
        for table in plan.tables
    }


def _unique(table: TablePlan) -> Iterator[tuple[Callable[..., Iterator[Issue]], Fields]]:
    """The fields whose values stand in one row at most, and the check that says so."""
    declared = table.model.table
    if declared.key:
        yield keys.primary_key, declared.key
    for fields in declared.unique:
        yield keys.unique, fields


def _repeated(one: Table, failing: Failing) -> Iterator[Issue]:
    for check, fields in _unique(one.plan):
        yield from _failing(one, one.repeated(fields), partial(check, fields=fields), failing)


def _failing(
    one: Table, rows: Iterable[Row], check: Callable[[Iterable[Row]], Iterator[Issue]], failing: Failing
) -> Iterator[Issue]:
    """The issues of a check that takes rows one after the other, each told with the row it was found in."""
    latest: list[Row] = []

    def noted() -> Iterator[Row]:
        for row in rows:
            latest[:] = [row]
            yield row

    for issue in _placed(one, check(noted())):
        failing(one.plan, latest[0], (issue,))
        yield issue


def _digest(one: Table) -> Iterator[Issue]:
    if one.sound and one.plan.digest is not None:
        yield from _placed(one, digests.logical(one.plan.digest, one.digest()))


def _references(one: Table, tables: Mapping[str, Table], failing: Failing, engine: Engine) -> Iterator[Issue]:
    for reference in one.plan.references:
        target = tables.get(reference.to)
        if target is None or not (target.has_all_rows and target.plan.is_described):
            if one.whole:
                why = "could not be read" if target is None or target.plan.is_described else "has no schema"
                message = f"{', '.join(reference.fields)} was not checked: {reference.to} {why}"
                hint = "correct that first"
                yield from _placed(one, [Issue("not-checked", message, hint, severity=Severity.WARNING)])
            continue
        dangling = engine.dangling(one, target, reference)
        yield from _failing(one, dangling, partial(keys.foreign_key, reference=reference), failing)


def _twins(text: Table, binary: Table, failing: Failing) -> Iterator[Issue]:
    if text.whole and binary.whole and ((says := text.digest()) is None or says != binary.digest()):
        key = text.plan.model.table.key
        for row, found in twins.differences(text.rows(), binary.rows(), text.plan.columns, key):
            issue = placed(found, text.plan)
            if row is not None:
                failing(text.plan, row, (issue,))
            yield issue


def _placed(one: Table, found: Iterable[Issue]) -> Iterator[Issue]:
    return (placed(issue, one.plan) for issue in found)
