"""The rules of a record as queries, in the same logic of three values.

Polars and Python differ on some values: NaN, whole numbers beyond the exact doubles, letters beyond ASCII. A query
has doubts about those, and the rows are judged again.
"""

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

import polars as pl

from lading.column import Column
from lading.compile import patterns
from lading.compile.distinct import Accepted
from lading.compile.dtypes import DTYPES, WHOLE_NUMBERS, dtype_of, python_of
from lading.expression import (
    COMPARISONS,
    And,
    Comparison,
    Constant,
    Expression,
    Field,
    IsIn,
    IsNull,
    Matches,
    Not,
    Or,
)

EXACT_DOUBLES = 2**53
"""Every whole number up to here is a double."""


class NoQueryError(Exception):
    """An expression that no query says; the message says why."""


@dataclass(frozen=True, slots=True)
class Query:
    """An expression as a query: its values, their type in Python, and where another look is needed."""

    values: pl.Expr
    python: type
    doubts: tuple[pl.Expr, ...] = ()


def broken(expression: Expression, columns: Mapping[str, tuple[Column, pl.Expr]]) -> pl.Expr:
    """Where a rule is false, or may be; `columns` are those of the record with their values.

    Raises NoQueryError.
    """
    query = _condition(expression, columns)
    return pl.any_horizontal([~query.values, *query.doubts])


Columns = Mapping[str, tuple[Column, pl.Expr]]


def _query(expression: Expression, columns: Columns) -> Query:
    match expression:
        case Field():
            return _field(expression.name, columns)
        case Constant():
            return _constant(expression.value)
        case Comparison():
            return _comparison(expression, columns)
        case And():
            left, right = (_condition(side, columns) for side in expression.operands())
            return Query(left.values & right.values, bool, left.doubts + right.doubts)
        case Or():
            left, right = (_condition(side, columns) for side in expression.operands())
            return Query(left.values | right.values, bool, left.doubts + right.doubts)
        case Not():
            inner = _condition(expression.operand, columns)
            return Query(~inner.values, bool, inner.doubts)
        case IsNull():
            inner = _query(expression.operand, columns)
            return Query(inner.values.is_null(), bool, inner.doubts)
        case IsIn():
            return _membership(_query(expression.operand, columns), expression.values)
        case Matches():
            return _match(_query(expression.operand, columns), expression.pattern)
        case _:
            raise NoQueryError(f"no query says {type(expression).__name__}")


def _condition(expression: Expression, columns: Columns) -> Query:
    query = _query(expression, columns)
    if query.python is not bool:
        raise NoQueryError(f"a {query.python.__name__} is no condition")
    return query


def _field(name: str, columns: Columns) -> Query:
    if name not in columns:
        raise NoQueryError(f"{name} is no column")
    column, values = columns[name]
    if dtype_of(column) is None:
        raise NoQueryError(f"no query holds the values of {name}")
    return Query(values, python_of(column))


def _constant(value: Any) -> Query:
    python = type(value)
    if python not in {known for known, _ in DTYPES.values()}:
        raise NoQueryError(f"no query holds {value!r}")
    if getattr(value, "tzinfo", None) is not None or (python is int and value not in WHOLE_NUMBERS):
        raise NoQueryError(f"no query holds {value!r}")
    dtype = next(dtype for known, dtype in DTYPES.values() if known is python)
    return Query(pl.lit(value, dtype=dtype), python)


def _comparison(expression: Comparison, columns: Columns) -> Query:
    left, right = (_query(side, columns) for side in expression.operands())
    if left.python is not right.python and {left.python, right.python} != {int, float}:
        raise NoQueryError(f"a {left.python.__name__} is not compared with a {right.python.__name__}")
    doubts = (*left.doubts, *right.doubts, *_doubts_of_numbers((left, right)))
    compare: Callable[[pl.Expr, pl.Expr], Any] = COMPARISONS[expression.operator]
    return Query(compare(left.values, right.values), bool, doubts)


def _doubts_of_numbers(sides: Iterable[Query]) -> list[pl.Expr]:
    sides = tuple(sides)
    floats = [side.values for side in sides if side.python is float]
    whole = [side.values for side in sides if side.python is int] if floats else []
    beyond = [~values.is_between(-EXACT_DOUBLES, EXACT_DOUBLES) for values in whole]
    return [*(values.is_nan() for values in floats), *beyond]


def _membership(inner: Query, values: Iterable[Any]) -> Query:
    known = [value for value in values if type(value) is inner.python]
    others = [value for value in values if type(value) is not inner.python]
    if inner.python is not str and others:
        raise NoQueryError(f"{others[0]!r} and values of {inner.python.__name__} are not compared")
    equal = [inner.values == _constant(value).values for value in known]
    never = pl.when(inner.values.is_not_null()).then(False)
    return Query(pl.any_horizontal([never, *equal]), bool, (*inner.doubts, *_doubts_of_numbers((inner,))))


def _match(inner: Query, pattern: str) -> Query:
    if inner.python is not str:
        raise NoQueryError(f"a {inner.python.__name__} does not match a pattern")
    try:
        re.compile(pattern)
    except re.error as error:
        raise NoQueryError(f"{pattern} is no pattern: {error}") from None
    alike = patterns.alike(pattern)
    if alike is None:
        matches = Accepted(lambda text: re.fullmatch(pattern, text) is not None)
        return Query(matches(inner.values), bool, inner.doubts)
    doubts = inner.doubts
    if patterns.knows_letters(pattern):
        doubts = (*doubts, inner.values.str.len_bytes() != inner.values.str.len_chars())
    return Query(inner.values.str.contains(alike), bool, doubts)
