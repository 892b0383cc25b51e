"""Entries become records: each is validated by its model, then all of them by what holds between records.

Every fault is an issue with the file and line of the entry that it lies in.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from lading.dataset import Dataset, Tables, Texts
from lading.issue import Issue, IssuesError
from lading.record import Record
from scripts.entries import Entry

Entries = Mapping[str, Sequence[Entry]]
"""Entries that hold a value for every field of their model, by table."""


class Row(NamedTuple):
    """A record and the entry that it was made of."""

    record: Record
    entry: Entry


Rows = Mapping[str, Sequence[Row]]


def validate(models: Iterable[type[Record]], entries: Entries) -> tuple[dict[str, list[Row]], list[Issue]]:
    """The entries that meet their models, by table, and the faults of those that do not."""
    rows: dict[str, list[Row]] = {}
    issues: list[Issue] = []
    for model in models:
        rows[model.table.name] = []
        for entry in entries.get(model.table.name, ()):
            try:
                rows[model.table.name].append(Row(model.model_validate(dict(entry.values)), entry))
            except ValidationError as error:
                issues.extend(_model_issue(model, entry, detail) for detail in error.errors(include_url=False))
    return rows, issues


def integrity_issues(rows: Rows) -> Iterator[Issue]:
    """Keys and unique fields that are given twice, references that lead nowhere."""
    for table, members in rows.items():
        if not members:
            continue
        declared = type(members[0].record).table
        yield from _repetitions(members, declared.key, "primary-key")
        for names in declared.unique:
            yield from _repetitions(members, names, "unique-error")
        for reference in declared.references:
            known = {_values(row.record, reference.to_fields) for row in rows.get(reference.to, ())}
            for record, entry in members:
                value = _values(record, reference.fields)
                if None not in value and value not in known:
                    message = f"{_shown(value)} is not in {reference.to}"
                    hint = "correct it, or add what it refers to"
                    yield entry.place.issue("foreign-key", table, message, about=reference.fields[0], hint=hint)


def span_issues(texts: Texts, rows: Rows) -> Iterator[Issue]:
    """Spans that end after their document does."""
    documents = rows.get(texts.model.table.name, ())
    lengths = {getattr(record, texts.document): getattr(record, texts.n_code_points) for record, _ in documents}
    for table, members in rows.items():
        for record, entry in members:
            for selector in record.table.selectors:
                end = getattr(record, selector.end)
                length = lengths.get(getattr(record, selector.document))
                if end is not None and length is not None and end > length:
                    message = f"{end} lies past the end of the document, which has {length} code points"
                    hint = "count the offset again in the text"
                    yield entry.place.issue("span-error", table, message, about=selector.end, hint=hint)


def rule_issues(dataset: Dataset, rows: Rows) -> Iterator[Issue]:
    """Records that break a rule across tables."""
    tables = Tables({table: [row.record for row in members] for table, members in rows.items()})
    entries = {id(row.record): row.entry for members in rows.values() for row in members}
    for rule in dataset.rules:
        for breach in rule.breaches(tables):
            place = entries[id(breach.record)].place
            code, table = rule.name.replace("_", "-"), breach.record.table.name
            yield place.issue(code, table, breach.message, about=breach.field, hint=rule.description)


def require_integrity(dataset: Dataset, entries: Entries) -> dict[str, list[Row]]:
    """The records, each sound by itself and joined to the others. Raises IssuesError with every fault."""
    rows, issues = validate(dataset.records, entries)
    issues.extend(integrity_issues(rows) if not issues else _repetitions_only(rows))
    if dataset.texts is not None:
        issues.extend(span_issues(dataset.texts, rows))
    if issues:
        raise IssuesError(issues)
    return rows


def require_rules(dataset: Dataset, rows: Rows) -> None:
    """Raises IssuesError with every breach of a rule of the dataset."""
    if issues := list(rule_issues(dataset, rows)):
        raise IssuesError(issues)


def _repetitions_only(rows: Rows) -> Iterator[Issue]:
    # where records are missing because of their own faults, references to them would be reported as well
    for members in rows.values():
        if members:
            yield from _repetitions(members, type(members[0].record).table.key, "primary-key")


def _repetitions(rows: Sequence[Row], names: tuple[str, ...], code: str) -> Iterator[Issue]:
    first: dict[tuple[Any, ...], Entry] = {}
    for record, entry in rows:
        value = _values(record, names)
        if None in value:
            continue
        if value in first:
            place = first[value].place
            where = place.path if place.line is None else f"{place.path}:{place.line}"
            message = f"{_shown(value)} is given twice, first in {where}"
            about = _written_field(entry, names)
            yield entry.place.issue(code, record.table.name, message, about=about, hint="keep one of them")
        first.setdefault(value, entry)


def _written_field(entry: Entry, names: tuple[str, ...]) -> str | None:
    """The first of the fields that the entry writes itself; a derived identifier stems from the start."""
    return next((name for name in (*names, "start") if name in entry.place.lines), names[0])


def _values(record: Record, names: tuple[str, ...]) -> tuple[Any, ...]:
    return tuple(getattr(record, name) for name in names)


def _shown(values: tuple[Any, ...]) -> str:
    return ", ".join(str(value) for value in values)


def _model_issue(model: type[Record], entry: Entry, detail: ErrorDetails) -> Issue:
    table = model.table.name
    if detail["type"] == "row_constraint":
        return entry.place.issue("row-constraint", table, detail["msg"], about=detail["ctx"]["fields"][0])
    name = str(detail["loc"][0])
    message = f"{entry.values.get(name)!r}: {detail['msg']}"
    hint = model.model_fields[name].description if name in model.model_fields else None
    return entry.place.issue("constraint-error", table, message, about=name, hint=hint)
