"""What holds across the tables of a dataset: its rules, and the spans of its records in their documents."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from pathlib import Path

from lading.check import rules as rule_check
from lading.check import spans as span_check
from lading.check import texts
from lading.check.spans import Numbered
from lading.dataset import Dataset, Tables
from lading.engine.reading import placed
from lading.engine.table import Table
from lading.issue import Issue, IssuesError, Severity
from lading.record import cells_of

TablesByName = Mapping[str, Table]


def rules(dataset: Dataset, resources: Mapping[str, Table]) -> Iterator[Issue]:
    """The breaches of the rules; their records are held in memory, table by table as rules read them."""
    tables = _one_file_a_table(resources)
    records: dict[str, dict[int, Numbered]] = {}
    for rule in dataset.rules:
        names = list(rule_check.reads(rule))
        if unsound := [name for name in names if name not in tables or not tables[name].sound]:
            yield rule_check.not_checked(rule, unsound)
            continue
        for name in names:
            if name not in records:
                records[name] = {id(numbered.record): numbered for numbered in tables[name].records()}
        found = {name: [numbered.record for numbered in records[name].values()] for name in names}
        for breach in rule_check.breaches(rule, Tables(found)):
            name = breach.record.table.name
            numbered = records[name][id(breach.record)]
            issue = replace(rule_check.issue(rule, breach), row=numbered.row, line=numbered.line)
            yield placed(issue, tables[name].plan)


def spans(dataset: Dataset, resources: Mapping[str, Table], directory: Path | None) -> Iterator[Issue]:
    """The spans that do not lie in their document, and, with texts, those that no longer select the same."""
    tables = _one_file_a_table(resources)
    names = dataset.texts
    if names is None or (described := tables.get(names.model.table.name)) is None:
        return
    lengths: dict[str, int] = {}
    contents: dict[str, str] = {}
    missing: list[Issue] = []
    for found in described.records():
        document = cells_of(found.record)[names.document]
        lengths[document] = cells_of(found.record)[names.n_code_points]
        try:
            if directory:
                contents[document] = texts.read(found, names, directory)
        except texts.MissingTextError as error:
            missing.extend(_placed(described, error.issues))
        except IssuesError as error:
            yield from _placed(described, error.issues)
    # Nobody has to hold all texts; a folder that holds none of them is the wrong one.
    yield from (replace(issue, severity=Severity.WARNING) if contents else issue for issue in missing)
    for one in tables.values():
        for selector in one.plan.model.table.selectors:
            for found in one.misplaced(selector, lengths):
                yield from _placed(one, span_check.within(found, selector, lengths))
        if contents and one.plan.model.table.selectors:
            for found in one.records():
                for selector in one.plan.model.table.selectors:
                    yield from _placed(one, span_check.anchored(found, selector, contents))


def _one_file_a_table(resources: Mapping[str, Table]) -> TablesByName:
    """For each table the first file that is sound, else the first."""
    chosen: dict[str, Table] = {}
    for one in resources.values():
        name = one.plan.model.table.name
        if name not in chosen or (one.sound and not chosen[name].sound):
            chosen[name] = one
    return chosen


def _placed(one: Table, found: Iterable[Issue]) -> Iterator[Issue]:
    return (placed(issue, one.plan) for issue in found)
