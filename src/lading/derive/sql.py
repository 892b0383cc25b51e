"""Create statements: the tables of a dataset with every key, bound and rule that the database can check."""

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from typing import Literal

from lading.column import Column, columns
from lading.dataset import Dataset
from lading.derive.sqldialect import (
    DUCKDB,
    SQLITE,
    NotInDialectError,
    SqlDialect,
    column_type,
    condition,
    identifier,
    literal,
)
from lading.derive.words import description
from lading.record import Record, Reference, Rule

DialectName = Literal["duckdb", "sqlite"]
DIALECTS: Mapping[DialectName, SqlDialect] = {"duckdb": DUCKDB, "sqlite": SQLITE}

FORMS: Mapping[str, str] = {
    "uri": "is a URL",
    "email": "is an address of mail",
}
"""Texts whose form no database checks."""


def create_statements(dataset: Dataset, dialect: DialectName) -> str:
    """A script that creates the tables, each after those it refers to; what stays unchecked is said in a comment."""
    spoken = DIALECTS[dialect]
    ordered = in_order_of_reference(dataset)
    tables = [_table(model, ordered[:position], dataset, spoken) for position, model in enumerate(ordered)]
    return f"-- {dataset.title}: the tables for {spoken.name}\n\n{spoken.prologue}" + "\n".join(tables)


def in_order_of_reference(dataset: Dataset) -> list[type[Record]]:
    """The models, each after those it refers to; where references run in a circle, in the order of publication."""
    waiting = list(dataset.records)
    ordered: list[type[Record]] = []
    while waiting:
        ready = (model for model in waiting if not _referred_to(model) & {other.table.name for other in waiting})
        ordered.append(next(ready, waiting[0]))
        waiting.remove(ordered[-1])
    return ordered


def _referred_to(model: type[Record]) -> set[str]:
    return {reference.to for reference in model.table.references} - {model.table.name}


def _table(model: type[Record], before: Sequence[type[Record]], dataset: Dataset, dialect: SqlDialect) -> str:
    table = model.table
    enforced = [
        reference for reference in table.references if not _obstacle(model, reference, before, dataset, dialect)
    ]
    parts = [
        *(_column(column, dialect) for column in columns(model)),
        *([f"PRIMARY KEY ({_names(table.key)})"] if table.key else []),
        *(f"UNIQUE ({_names(names)})" for names in table.unique),
        *(_foreign_key(reference) for reference in enforced),
        *(check for rule in model.rules if (check := _rule_check(rule, dialect))),
    ]
    lines = [
        *(f"-- {line}" for line in description(model).splitlines()),
        *(f"-- Not checked: {note}" for note in _unchecked(model, before, dataset, dialect)),
        *(f"-- {note}" for note in _stored_otherwise(model, dialect)),
        f"CREATE TABLE {identifier(table.name)} (",
        ",\n".join(f"  {part}" for part in parts),
        f"){dialect.table_suffix};",
        *(_comments(model) if dialect.comments else ()),
    ]
    return "\n".join(lines) + "\n"


def _unchecked(
    model: type[Record], before: Sequence[type[Record]], dataset: Dataset, dialect: SqlDialect
) -> Iterator[str]:
    for reference in model.table.references:
        if obstacle := _obstacle(model, reference, before, dataset, dialect):
            yield f"{', '.join(reference.fields)} refers to {reference.to}: {obstacle}"
    for form in sorted(FORMS):
        if formed := [column.name for column in columns(model) if column.format == form and column.type == "string"]:
            yield f"that {', '.join(formed)} {FORMS[form]}."
    if uneven := [column.name for column in columns(model) if column.constraints.multiple_of and not _is_whole(column)]:
        yield f"what {', '.join(uneven)} is a multiple of."
    if not dialect.searches:
        if patterned := [column.name for column in columns(model) if column.constraints.pattern]:
            yield f"the form of {', '.join(patterned)}: {dialect.name} has no regular expressions."
        for rule in model.rules:
            if _rule_check(rule, dialect) is None:
                yield f"{' '.join(rule.description.split())} {dialect.name} has no regular expressions."


def _is_whole(column: Column) -> bool:
    return column.python is int


def _stored_otherwise(model: type[Record], dialect: SqlDialect) -> Iterator[str]:
    for column in columns(model):
        if column.python is dt.timedelta:
            yield f"{column.name} is counted in microseconds."
        if column.python is Decimal and dialect.decimal == dialect.types["number"]:
            yield f"{column.name} is rounded: {dialect.name} has no exact decimals."


def _rule_check(rule: Rule, dialect: SqlDialect) -> str | None:
    try:
        check = condition(rule.expression, dialect)
    except NotInDialectError:
        return None
    return f"CONSTRAINT {identifier(rule.name)} CHECK ({check})"


def _column(column: Column, dialect: SqlDialect) -> str:
    nullability = "" if column.nullable else " NOT NULL"
    checks = "".join(f" CHECK ({check})" for check in _checks(column, dialect))
    return f"{identifier(column.name)} {column_type(column, dialect)}{nullability}{checks}"


def _checks(column: Column, dialect: SqlDialect) -> Iterator[str]:
    name, bounds = identifier(column.name), column.constraints
    length = f"{dialect.bytes_length if column.python is bytes else 'length'}({name})"
    if column.type in dialect.type_checks:
        yield dialect.type_checks[column.type].format(name)
    if bounds.enum:
        yield f"{name} IN ({', '.join(literal(value) for value in bounds.enum)})"
    stated = {
        f"{name} >=": bounds.minimum,
        f"{name} <=": bounds.maximum,
        f"{name} >": bounds.exclusive_minimum,
        f"{name} <": bounds.exclusive_maximum,
        f"{length} >=": bounds.min_length,
        f"{length} <=": bounds.max_length,
    }
    if bounds.multiple_of and _is_whole(column):
        yield f"{name} % {literal(bounds.multiple_of)} = 0"
    yield from (f"{words} {literal(value)}" for words, value in stated.items() if value is not None)
    if bounds.pattern is not None and dialect.searches:
        yield dialect.searches.format(name, literal(bounds.pattern))


def _obstacle(
    model: type[Record], reference: Reference, before: Sequence[type[Record]], dataset: Dataset, dialect: SqlDialect
) -> str | None:
    """Why the database cannot enforce a reference, if it cannot."""
    target = dataset.model(reference.to)
    if set(reference.to_fields) not in [set(names) for names in (target.table.key, *target.table.unique)]:
        return "its fields there are no key."
    if dialect.forward_references or target in before:
        return None
    if target is model:
        return f"{dialect.name} would want each row loaded by a statement of its own."
    return "the tables refer to each other."


def _foreign_key(reference: Reference) -> str:
    target = f"{identifier(reference.to)} ({_names(reference.to_fields)})"
    return f"FOREIGN KEY ({_names(reference.fields)}) REFERENCES {target}"


def _comments(model: type[Record]) -> Iterator[str]:
    table = identifier(model.table.name)
    yield f"COMMENT ON TABLE {table} IS {literal(description(model))};"
    for column in columns(model):
        yield f"COMMENT ON COLUMN {table}.{identifier(column.name)} IS {literal(column.description)};"


def _names(names: Sequence[str]) -> str:
    return ", ".join(identifier(name) for name in names)
