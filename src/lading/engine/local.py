"""Runs the checks in this process, row by row."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from time import perf_counter

from lading.check import digests, files, keys, rules, spans, texts, twins
from lading.check.plan import Plan
from lading.check.spans import Numbered
from lading.column import columns
from lading.dataset import Dataset, Tables
from lading.engine.loaded import Loaded, load, placed
from lading.issue import Issue, IssuesError, Severity
from lading.report.results import Report, ResourceResult

LoadedTables = Mapping[str, Loaded]
"""Tables by name of the resource, or by name of the table where one file stands for both."""


def run(plan: Plan, announce: Callable[[str], None]) -> Report:
    """Check everything that the plan names; `announce` is told which resource is next."""
    issues = list(plan.issues)
    loaded: dict[str, Loaded] = {}
    results: list[ResourceResult] = []
    for table in plan.tables:
        announce(table.resource)
        started = perf_counter()
        one = loaded[table.resource] = load(table)
        issues.extend(one.issues)
        issues.extend(_keys(one))
        issues.extend(_digest(one))
        results.append(_result(one, perf_counter() - started))
    for file in plan.other_files:
        issues.extend(placed(issue, file) for issue in files.counts(file.file, file.n_bytes, file.hash))
    for one in loaded.values():
        issues.extend(_references(one, loaded))
    for text, binary in plan.twins:
        issues.extend(_twins(loaded[text], loaded[binary]))
    if plan.dataset:
        tables = _one_file_a_table(loaded)
        announce("rules")
        issues.extend(_rules(plan.dataset, tables))
        announce("spans")
        issues.extend(_spans(plan.dataset, tables, plan.texts))
    return Report(tuple(issues), tuple(results))


def _result(one: Loaded, seconds: float) -> ResourceResult:
    file = one.plan.file.file
    n_bytes = file.stat().st_size if file.is_file() else 0
    return ResourceResult(one.plan.resource, len(one.rows), len(one.plan.model.model_fields), n_bytes, seconds)


def _keys(one: Loaded) -> Iterator[Issue]:
    table = one.plan.model.table
    if table.key:
        yield from map(one.place, keys.primary_key(one.rows, table.key))
    for fields in table.unique:
        yield from map(one.place, keys.unique(one.rows, fields))


def _digest(one: Loaded) -> Iterator[Issue]:
    # Where the table has issues, its digest is bound to differ too.
    if not one.issues:
        yield from map(one.place, digests.logical(one.plan.digest, columns(one.plan.model), one.rows))


def _references(one: Loaded, loaded: LoadedTables) -> Iterator[Issue]:
    for reference in one.plan.references:
        target = loaded.get(reference.to)
        if target and target.whole:
            known = keys.keys(target.rows, reference.to_fields)
            yield from map(one.place, keys.foreign_key(one.rows, reference, known))
        elif one.whole:
            message = f"{', '.join(reference.fields)} was not checked: {reference.to} could not be read"
            yield one.place(Issue("not-checked", message, "correct that first", severity=Severity.WARNING))


def _twins(text: Loaded, binary: Loaded) -> Iterator[Issue]:
    if text.whole and binary.whole:
        model = text.plan.model
        yield from map(text.place, twins.differences(text.rows, binary.rows, columns(model), model.table.key))


def _one_file_a_table(loaded: LoadedTables) -> LoadedTables:
    """For each table the first file that is sound, else the first."""
    chosen: dict[str, Loaded] = {}
    for one in loaded.values():
        name = one.plan.model.table.name
        if name not in chosen or (one.sound and not chosen[name].sound):
            chosen[name] = one
    return chosen


def _rules(dataset: Dataset, tables: LoadedTables) -> Iterator[Issue]:
    records = Tables({name: tuple(one.records.values()) for name, one in tables.items()})
    rows = {id(record): number for one in tables.values() for number, record in one.records.items()}
    for rule in dataset.rules:
        unsound = [name for name in rules.reads(rule) if name not in tables or not tables[name].sound]
        if unsound:
            yield rules.not_checked(rule, unsound)
            continue
        for breach in rule.breaches(records):
            one = tables[breach.record.table.name]
            yield one.place(replace(rules.issue(rule, breach), row=rows[id(breach.record)]))


def _spans(dataset: Dataset, tables: LoadedTables, directory: Path | None) -> Iterator[Issue]:
    names = dataset.texts
    if names is None or (described := tables.get(names.model.table.name)) is None:
        return
    lengths: dict[str, int] = {}
    contents: dict[str, str] = {}
    missing: list[Issue] = []
    for found in _numbered(described):
        document = getattr(found.record, names.document)
        lengths[document] = getattr(found.record, names.n_code_points)
        try:
            if directory:
                contents[document] = texts.read(found, names, directory)
        except texts.MissingTextError as error:
            missing.extend(map(described.place, error.issues))
        except IssuesError as error:
            yield from map(described.place, error.issues)
    # Nobody has to hold all texts; a folder that holds none of them is the wrong one.
    yield from (replace(issue, severity=Severity.WARNING) if contents else issue for issue in missing)
    for one in tables.values():
        for found in _numbered(one):
            for selector in one.plan.model.table.selectors:
                yield from map(one.place, spans.within(found, selector, lengths))
                yield from map(one.place, spans.anchored(found, selector, contents))


def _numbered(one: Loaded) -> Iterator[Numbered]:
    return (Numbered(number, record) for number, record in one.records.items())
