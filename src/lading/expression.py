"""Expressions over the fields of one record, in the three-valued logic of SQL.

An expression is data, not code: the same rule is evaluated on a record here, becomes a CHECK constraint in SQL, and
can be compiled to a column-wise query. A comparison with a missing value is neither true nor false but unknown (None).
"""

import datetime as dt
import operator
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from enum import Enum
from typing import Any

COMPARISONS: Mapping[str, Callable[[Any, Any], bool]] = {
    "=": operator.eq,
    "<>": operator.ne,
    "<": operator.lt,
    "<=": operator.le,
    ">": operator.gt,
    ">=": operator.ge,
}


@dataclass(frozen=True, eq=False)
class Expression:
    """A node of an expression; operators build larger ones."""

    def __eq__(self, other: object) -> "Comparison":  # type: ignore[override]
        """Equality, as an expression."""
        return Comparison(self, as_expression(other), "=")

    def __ne__(self, other: object) -> "Comparison":  # type: ignore[override]
        """Inequality, as an expression."""
        return Comparison(self, as_expression(other), "<>")

    __hash__ = object.__hash__

    def __lt__(self, other: object) -> "Comparison":
        return Comparison(self, as_expression(other), "<")

    def __le__(self, other: object) -> "Comparison":
        return Comparison(self, as_expression(other), "<=")

    def __gt__(self, other: object) -> "Comparison":
        return Comparison(self, as_expression(other), ">")

    def __ge__(self, other: object) -> "Comparison":
        return Comparison(self, as_expression(other), ">=")

    def __and__(self, other: "Expression") -> "And":
        return And(self, other)

    def __or__(self, other: "Expression") -> "Or":
        return Or(self, other)

    def __invert__(self) -> "Not":
        return Not(self)

    def __bool__(self) -> bool:
        """Refused: `and`, `or` and chained comparisons would silently drop a part of the rule."""
        raise TypeError("an expression has no truth value: use &, | and ~ instead of and, or and not")

    def is_null(self) -> "IsNull":
        """True where the value is missing; never unknown."""
        return IsNull(self)

    def is_in(self, *values: str | int | Enum) -> "IsIn":
        """True where the value is one of `values`."""
        return IsIn(self, tuple(_plain(value) for value in values))

    def matches(self, pattern: str) -> "Matches":
        """True where the regular expression matches the whole value."""
        return Matches(self, pattern)

    def implies(self, other: "Expression") -> "Or":
        """True unless this holds and `other` does not."""
        return ~self | other

    def operands(self) -> tuple["Expression", ...]:
        """The expressions that this one is made of."""
        return ()

    def fields(self) -> Iterator[str]:
        """The names of the fields that the expression reads, in order of reading."""
        for operand in self.operands():
            yield from operand.fields()

    def evaluate(self, row: Mapping[str, Any]) -> Any:
        """The value of the expression for one row: for a condition True, False or None (unknown)."""
        raise NotImplementedError


@dataclass(frozen=True, eq=False)
class Field(Expression):
    """The value of a field."""

    name: str

    def fields(self) -> Iterator[str]:
        """The field itself."""
        yield self.name

    def evaluate(self, row: Mapping[str, Any]) -> Any:
        """The value in this row."""
        return row[self.name]


@dataclass(frozen=True, eq=False)
class Constant(Expression):
    """A value that does not depend on the row."""

    value: str | int | float | bool | dt.date | dt.time

    def evaluate(self, row: Mapping[str, Any]) -> Any:  # noqa: ARG002 - the same for every row
        """The value."""
        return self.value


@dataclass(frozen=True, eq=False)
class Binary(Expression):
    """An expression of two others."""

    left: Expression
    right: Expression

    def operands(self) -> tuple[Expression, ...]:
        """Both sides."""
        return self.left, self.right

    def sides(self, row: Mapping[str, Any]) -> tuple[Any, Any]:
        """The values of both sides for one row."""
        return self.left.evaluate(row), self.right.evaluate(row)


@dataclass(frozen=True, eq=False)
class Unary(Expression):
    """An expression of one other."""

    operand: Expression

    def operands(self) -> tuple[Expression, ...]:
        """The only one."""
        return (self.operand,)


@dataclass(frozen=True, eq=False)
class Comparison(Binary):
    """Two values compared; unknown when either is missing."""

    operator: str

    def evaluate(self, row: Mapping[str, Any]) -> bool | None:
        """Whether the comparison holds."""
        left, right = self.sides(row)
        return None if left is None or right is None else COMPARISONS[self.operator](left, right)


class And(Binary):
    """Both hold."""

    def evaluate(self, row: Mapping[str, Any]) -> bool | None:
        """False as soon as one side is false, whatever the other is."""
        sides = self.sides(row)
        if False in sides:
            return False
        return None if None in sides else True


class Or(Binary):
    """At least one holds."""

    def evaluate(self, row: Mapping[str, Any]) -> bool | None:
        """True as soon as one side is true, whatever the other is."""
        sides = self.sides(row)
        if True in sides:
            return True
        return None if None in sides else False


class Not(Unary):
    """The condition does not hold."""

    def evaluate(self, row: Mapping[str, Any]) -> bool | None:
        """The opposite; unknown stays unknown."""
        value = self.operand.evaluate(row)
        return None if value is None else not value


class IsNull(Unary):
    """The value is missing."""

    def evaluate(self, row: Mapping[str, Any]) -> bool:
        """Never unknown."""
        return self.operand.evaluate(row) is None


@dataclass(frozen=True, eq=False)
class IsIn(Unary):
    """The value is one of a list; unknown when it is missing."""

    values: tuple[str | int, ...]

    def evaluate(self, row: Mapping[str, Any]) -> bool | None:
        """Whether the list holds the value."""
        value = self.operand.evaluate(row)
        return None if value is None else value in self.values


@dataclass(frozen=True, eq=False)
class Matches(Unary):
    """The whole value matches a regular expression; unknown when it is missing."""

    pattern: str

    def evaluate(self, row: Mapping[str, Any]) -> bool | None:
        """Whether the pattern matches from the first code point to the last."""
        value = self.operand.evaluate(row)
        return None if value is None else re.fullmatch(self.pattern, value) is not None


def as_expression(value: Any) -> Expression:
    """The value itself when it is an expression, else a constant; a comparison with None would never be true."""
    if value is None:
        raise TypeError("nothing compares with None: use is_null()")
    return value if isinstance(value, Expression) else Constant(_plain(value))


def _plain(value: Any) -> Any:
    """What tables hold: of a member of an Enum its value."""
    return value.value if isinstance(value, Enum) else value


def field(name: str) -> Field:
    """The value of the field called `name`."""
    return Field(name)
