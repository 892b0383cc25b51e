"""SQL as DuckDB and SQLite speak it: types, literals, and conditions over one row."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from enum import Enum
from typing import Any
from uuid import UUID

from lading.column import Column, ColumnType
from lading.derive.lexical import cell_text
from lading.expression import And, Comparison, Constant, Expression, Field, IsIn, IsNull, Matches, Not, Or


@dataclass(frozen=True, slots=True)
class SqlDialect:
    """What one database calls things, and what it can do.

    `types` are those of columns by type, `python_types` those of columns whose Python type says more, `zoned` that of
    times with an offset; `decimal` is the type of decimals, with so many digits (`{}`), so many of them (`{}`) after
    the point, where it is exact. `type_checks` are conditions on a column (`{}`) that its type leaves open. `searches`
    and `matches` test a text against a pattern anywhere and as a whole; None where the database has no regular
    expressions.
    """

    name: str
    types: Mapping[ColumnType, str]
    python_types: Mapping[type, str]
    zoned: str
    decimal: str
    bytes_length: str
    type_checks: Mapping[ColumnType, str]
    searches: str | None
    matches: str | None
    comments: bool
    forward_references: bool
    prologue: str
    table_suffix: str


DUCKDB = SqlDialect(
    name="DuckDB",
    types={
        "string": "VARCHAR",
        "integer": "BIGINT",
        "number": "DOUBLE",
        "boolean": "BOOLEAN",
        "date": "DATE",
        "time": "TIME",
        "datetime": "TIMESTAMP",
        "year": "BIGINT",
        "yearmonth": "VARCHAR",
        "duration": "VARCHAR",
        "object": "VARCHAR",
        "array": "VARCHAR",
        "list": "VARCHAR",
        "geopoint": "VARCHAR",
        "geojson": "VARCHAR",
        "any": "VARCHAR",
    },
    python_types={bytes: "BLOB", UUID: "UUID", dt.timedelta: "BIGINT"},
    zoned="TIMESTAMPTZ",
    decimal="DECIMAL({}, {})",
    bytes_length="octet_length",
    type_checks={"number": "isfinite({})"},
    searches="regexp_matches({}, {})",
    matches="regexp_full_match({}, {})",
    comments=True,
    forward_references=False,
    prologue="",
    table_suffix="",
)

SQLITE = SqlDialect(
    name="SQLite",
    types={
        "string": "TEXT",
        "integer": "INTEGER",
        "number": "REAL",
        "boolean": "INTEGER",
        "date": "TEXT",
        "time": "TEXT",
        "datetime": "TEXT",
        "year": "INTEGER",
        "yearmonth": "TEXT",
        "duration": "TEXT",
        "object": "TEXT",
        "array": "TEXT",
        "list": "TEXT",
        "geopoint": "TEXT",
        "geojson": "TEXT",
        "any": "TEXT",
    },
    python_types={bytes: "BLOB", dt.timedelta: "INTEGER"},
    zoned="TEXT",
    decimal="REAL",
    bytes_length="length",
    type_checks={
        "number": "abs({}) < 9e999",  # which is how SQLite writes infinity
        "boolean": "{} IN (0, 1)",
        "date": "date({0}, '+0 days') IS {0}",
    },
    searches=None,
    matches=None,
    comments=False,
    forward_references=True,
    prologue="PRAGMA foreign_keys = ON;\n\n",
    table_suffix=" STRICT",
)


class NotInDialectError(Exception):
    """A condition that the database has no means to check."""


def identifier(name: str) -> str:
    """A name of a table or a column."""
    doubled = name.replace('"', '""')
    return f'"{doubled}"'


def column_type(column: Column, dialect: SqlDialect) -> str:
    """The type of a column."""
    if column.python is Decimal:
        return dialect.decimal.format(*column.digits)
    return dialect.zoned if column.zoned else dialect.python_types.get(column.python, dialect.types[column.type])


def literal(value: Any) -> str:
    """A value; of a length of time its microseconds."""
    match value:
        case None:
            return "NULL"
        case Enum():
            return literal(value.value)
        case bool():
            return "TRUE" if value else "FALSE"
        case int() | float():
            return repr(value)
        case Decimal():
            return cell_text(value)
        case dt.timedelta():
            return repr(value // dt.timedelta(microseconds=1))
        case _:
            doubled = cell_text(value).replace("'", "''")
            return f"'{doubled}'"


def condition(expression: Expression, dialect: SqlDialect) -> str:
    """The expression in SQL; NotInDialectError where the database cannot evaluate it."""

    def sql(operand: Expression) -> str:
        return condition(operand, dialect)

    match expression:
        case Field():
            return identifier(expression.name)
        case Constant():
            return literal(expression.value)
        case Comparison():
            return f"({sql(expression.left)} {expression.operator} {sql(expression.right)})"
        case And():
            return f"({sql(expression.left)} AND {sql(expression.right)})"
        case Or():
            return f"({sql(expression.left)} OR {sql(expression.right)})"
        case Not():
            return f"(NOT {sql(expression.operand)})"
        case IsNull():
            return f"({sql(expression.operand)} IS NULL)"
        case IsIn():
            return f"({sql(expression.operand)} IN ({', '.join(literal(value) for value in expression.values)}))"
        case Matches() if dialect.matches:
            return dialect.matches.format(sql(expression.operand), literal(expression.pattern))
        case _:
            raise NotInDialectError(type(expression).__name__)
