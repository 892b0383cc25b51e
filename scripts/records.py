"""Entries become records: each is checked by its model, then all of them by what holds between records.

The checks are those of the package itself; here every fault gets the file and the line that somebody wrote.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any, NamedTuple

from lading.check import keys, rows, rules, spans
from lading.dataset import Dataset, Tables, Texts
from lading.issue import Issue, IssuesError
from lading.record import Record
from lading.tables import quoting
from lading.tables.row import Row
from scripts.entries import Entry

Entries = Mapping[str, Sequence[Entry]]
"""Entries that hold a value for every field of their model, by table."""


class Made(NamedTuple):
    """A record and the entry that it was made of."""

    record: Record
    entry: Entry


Records = Mapping[str, Sequence[Made]]
"""Records by table; every table of the dataset has its list."""


def check_models(models: Iterable[type[Record]], entries: Entries) -> tuple[dict[str, list[Made]], list[Issue]]:
    """The records of the entries that meet their models, by table, and the faults of the others."""
    records: dict[str, list[Made]] = {}
    issues: list[Issue] = []
    for model in models:
        table = records[model.table.name] = []
        for entry in entries.get(model.table.name, ()):
            checked = rows.check(_row(entry), model)
            if isinstance(checked, Record):
                table.append(Made(checked, entry))
            else:
                issues.extend(_located(issue, model, entry) for issue in checked)
    return records, issues


def repetitions(models: Iterable[type[Record]], records: Records) -> Iterator[Issue]:
    """Keys and unique values that are given twice, with both places."""
    for model in models:
        yield from _repeated(model, records[model.table.name], model.table.key, "primary-key")
        for names in model.table.unique:
            yield from _repeated(model, records[model.table.name], names, "unique-error")


def dangling_references(models: Iterable[type[Record]], records: Records) -> Iterator[Issue]:
    """References that lead nowhere."""
    for model in models:
        for reference in model.table.references:
            known = keys.keys(map(_row_of, records[reference.to]), reference.to_fields)
            for made in records[model.table.name]:
                row = _row_of(made)
                if keys.key_of(row, reference.fields) in known:
                    continue
                for issue in keys.foreign_key([row], reference):
                    yield _located(replace(issue, field=reference.fields[0]), model, made.entry)


def misplaced_spans(texts: Texts, models: Iterable[type[Record]], records: Records) -> Iterator[Issue]:
    """Spans that do not lie in their document."""
    documents = (made.record for made in records[texts.model.table.name])
    lengths = {getattr(record, texts.document): getattr(record, texts.n_code_points) for record in documents}
    for model in models:
        for selector in model.table.selectors:
            for record, entry in records[model.table.name]:
                for issue in spans.within(spans.Numbered(0, record), selector, lengths):
                    yield _located(issue, model, entry)


def broken_rules(dataset: Dataset, records: Records) -> Iterator[Issue]:
    """Records that break a rule across tables."""
    tables = Tables({table: [made.record for made in members] for table, members in records.items()})
    entries = {id(made.record): made.entry for members in records.values() for made in members}
    for rule in dataset.rules:
        for breach in rule.breaches(tables):
            yield _located(rules.issue(rule, breach), type(breach.record), entries[id(breach.record)])


def sound_records(dataset: Dataset, entries: Entries, noted: Iterable[Issue] = ()) -> dict[str, list[Made]]:
    """The records, each sound by itself and joined to the others. Raises IssuesError with every fault."""
    records, issues = check_models(dataset.records, entries)
    references = () if issues else dangling_references(dataset.records, records)  # a faulty record would be missed
    issues = [*noted, *issues, *repetitions(dataset.records, records), *references]
    if dataset.texts is not None:
        issues.extend(misplaced_spans(dataset.texts, dataset.records, records))
    if issues:
        raise IssuesError(issues)
    return records


def require_rules(dataset: Dataset, records: Records) -> None:
    """Raises IssuesError with every breach of a rule across tables."""
    if issues := list(broken_rules(dataset, records)):
        raise IssuesError(issues)


def _repeated(model: type[Record], records: Sequence[Made], names: Sequence[str], code: str) -> Iterator[Issue]:
    first: dict[tuple[Any, ...], Entry] = {}
    for record, entry in records:
        value = tuple(getattr(record, name) for name in names)
        if None not in value and (earlier := first.setdefault(value, entry)) is not entry:
            message = f"{quoting.several(value)} is given twice, also in {earlier.place}"
            # a derived identifier is not in the file; it is made of the start, which is
            written = next((name for name in (*names, "start") if name in entry.place.lines), names[0])
            yield entry.place.issue(code, model.table.name, message, about=written, hint="keep one of them")


def _located(issue: Issue, model: type[Record], entry: Entry) -> Issue:
    line = entry.place.lines.get(issue.field or "", entry.place.line)
    return replace(issue, path=entry.place.path, resource=model.table.name, line=line, row=None)


def _row(entry: Entry) -> Row:
    return Row(0, entry.place.line, entry.values)


def _row_of(made: Made) -> Row:
    return Row(0, made.entry.place.line, made.record.__dict__)
