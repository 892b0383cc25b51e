"""What holds across the tables of a dataset: its rules, and the spans of its records in their documents."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from pathlib import Path

from lading.check import rules as rule_check
from lading.check import spans as span_check
from lading.check import texts
from lading.check.spans import Numbered
from lading.dataset import Dataset, Tables
from lading.engine.reading import Failing, placed
from lading.engine.table import Table
from lading.issue import Issue, IssuesError, Severity
from lading.record import cells_of

TablesByName = Mapping[str, Table]


def rules(dataset: Dataset, resources: Mapping[str, Table], failing: Failing) -> Iterator[Issue]:
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
            yield from _told(tables[name], numbered, [issue], failing)


def spans(
    dataset: Dataset, resources: Mapping[str, Table], directory: Path | None, failing: Failing
) -> Iterator[Issue]:
    """The spans that do not lie in their document, and, with texts, those that no longer select the same."""
    tables = _one_file_a_table(resources)
    names = dataset.texts
    if names is None or (described := tables.get(names.model.table.name)) is None:
        return
    lengths: dict[str, int] = {}
    contents: dict[str, str] = {}
    missing: list[tuple[Numbered, Issue]] = []
    for found in described.records():
        document = cells_of(found.record)[names.document]
        lengths[document] = cells_of(found.record)[names.n_code_points]
        try:
            if directory:
                contents[document] = texts.read(found, names, directory)
        except texts.MissingTextError as error:
            missing.extend((found, issue) for issue in error.issues)
        except IssuesError as error:
            yield from _told(described, found, error.issues, failing)
    for found, issue in missing:
        if contents:  # nobody has to hold all texts; a folder that holds none of them is the wrong one
            yield replace(placed(issue, described.plan), severity=Severity.WARNING)
        else:
            yield from _told(described, found, [issue], failing)
    for one in tables.values():
        yield from _spans(one, lengths, contents, failing)


def _spans(one: Table, lengths: Mapping[str, int], contents: Mapping[str, str], failing: Failing) -> Iterator[Issue]:
    selectors = one.plan.model.table.selectors
    for selector in selectors:
        for found in one.misplaced(selector, lengths):
            yield from _told(one, found, span_check.within(found, selector, lengths), failing)
    if contents and selectors:
        for found in one.records():
            for selector in selectors:
                yield from _told(one, found, span_check.anchored(found, selector, contents), failing)


def _one_file_a_table(resources: Mapping[str, Table]) -> TablesByName:
    """For each table the first file that is sound, else the first."""
    chosen: dict[str, Table] = {}
    for one in resources.values():
        name = one.plan.model.table.name
        if name not in chosen or (one.sound and not chosen[name].sound):
            chosen[name] = one
    return chosen


def _told(one: Table, numbered: Numbered, found: Iterable[Issue], failing: Failing) -> Iterator[Issue]:
    """The issues of a record, each told with its row."""
    for issue in found:
        failing(one.plan, numbered.as_row(), (issue,))
        yield placed(issue, one.plan)
