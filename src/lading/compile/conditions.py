"""The schema of a field as conditions on a column: those under which Pydantic accepts a value, as it is.

A condition may be stricter than Pydantic, never more lenient: what does not meet it is judged again.
"""

import datetime as dt
import operator
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, TypeAlias

import polars as pl

from lading.column import Column, ColumnType
from lading.compile.dtypes import WHOLE_NUMBERS, python_of
from lading.compile.schema import FieldSchema, Schema

Condition: TypeAlias = Callable[[pl.Expr], pl.Expr]

SCHEMA_TYPES: Mapping[ColumnType, str] = {
    "string": "str",
    "integer": "int",
    "year": "int",
    "number": "float",
    "boolean": "bool",
    "date": "date",
    "time": "time",
    "datetime": "datetime",
}
"""The schema of each type of column whose values a dtype holds."""

CALENDAR: Mapping[str, type] = {"date": dt.date, "time": dt.time, "datetime": dt.datetime}

SILENT = {"type", "metadata", "ref", "strict", "serialization"}
"""What a schema says without refusing a value that is of its type already."""

BOUNDS: Mapping[str, Callable[[Any, Any], Any]] = {
    "ge": operator.ge,
    "gt": operator.gt,
    "le": operator.le,
    "lt": operator.lt,
}
FEW = 8
"""Up to so many values are compared faster one by one than looked up."""


class NotByColumnsError(Exception):
    """The values of a field have to be judged by Pydantic; the message says why."""


@dataclass(frozen=True, slots=True)
class Conditions:
    """What the values of a field meet, and whether there may be none."""

    nullable: bool
    of_values: tuple[Condition, ...] = ()


def conditions(field: FieldSchema, column: Column) -> Conditions:
    """The conditions under which the values of a column are accepted; NotByColumnsError where none say it."""
    schema = field.schema
    match schema["type"]:
        case "default" if schema.get("on_error", "raise") == "raise":  # a row has every column: no default is used
            return conditions(field.inside(schema["schema"]), column)
        case "nullable" if not schema.keys() - SILENT - {"schema"}:
            return Conditions(True, conditions(field.inside(schema["schema"]), column).of_values)
        case "any":
            return Conditions(True, (_without_nul,) if column.type == "string" else ())
        case "literal":
            return Conditions(False, (_listed(schema["expected"], column),))
        case "enum":
            return Conditions(False, (_members(field, column),))
        case kind if kind == SCHEMA_TYPES.get(column.type):
            return Conditions(False, tuple(OF_TYPE[kind](field)))
        case kind:
            raise NotByColumnsError(_reason(schema, kind))


def takes_any_offset(field: FieldSchema) -> bool:
    """Whether a time is accepted with whichever offset it has, because nobody looks."""
    schema = field.schema
    if schema["type"] in ("default", "nullable"):
        return takes_any_offset(field.inside(schema["schema"]))
    return schema["type"] == "datetime" and not schema.keys() & {*BOUNDS, "now_op", "tz_constraint"}


def _reason(schema: Schema, kind: str) -> str:
    if kind.startswith("function-"):
        function = schema["function"]["function"]
        return f"{getattr(function, '__qualname__', None) or repr(function)} is a validator of its own"
    return f"no query says what is of the type {kind}"


def _refuse_all_but(known: Collection[str], schema: Schema) -> None:
    if unknown := sorted(name for name in schema.keys() - SILENT - set(known) if schema[name] is not None):
        raise NotByColumnsError(f"no query says what {', '.join(unknown)} refuses")


def _texts(field: FieldSchema) -> Iterator[Condition]:
    schema, config = field.schema, field.config
    _refuse_all_but(("min_length", "max_length", "pattern", "regex_engine"), schema)
    if any(config.get(name) for name in ("str_strip_whitespace", "str_to_lower", "str_to_upper")):
        raise NotByColumnsError("the model changes its texts")
    least = _stated(schema.get("min_length"), config.get("str_min_length")) or 0
    most = _stated(schema.get("max_length"), config.get("str_max_length"))
    if least == 1:
        yield lambda value: value != ""
    elif least > 1:
        yield lambda value: value.str.len_chars() >= least
    if most is not None:
        yield lambda value: value.str.len_chars() <= most
    yield _without_nul
    if schema.get("pattern") is not None:
        yield _matching(schema, config)


def _stated(by_field: int | None, by_model: int | None) -> int | None:
    return by_model if by_field is None else by_field


def _without_nul(value: pl.Expr) -> pl.Expr:
    return value.map_batches(_have_no_nul, return_dtype=pl.Boolean)


def _have_no_nul(texts: pl.Series) -> pl.Series:
    """Hardly any text has NUL, and one look at all of them takes a third of the time that a look at each takes."""
    if texts.str.join("").str.contains("\0", literal=True).item():
        return ~texts.str.contains("\0", literal=True)
    return pl.repeat(True, len(texts), dtype=pl.Boolean, eager=True)


def _matching(schema: Schema, config: Schema) -> Condition:
    pattern: Any = schema["pattern"]
    if not isinstance(pattern, str) or schema.get("regex_engine", config.get("regex_engine")) == "python-re":
        raise NotByColumnsError("its pattern is one for Python's regular expressions")
    try:
        pl.Series([""]).str.contains(pattern)
    except pl.exceptions.ComputeError:
        raise NotByColumnsError("its pattern is too large") from None
    return lambda value: value.str.contains(pattern)


def _whole_numbers(field: FieldSchema) -> Iterator[Condition]:
    schema = field.schema
    _refuse_all_but((*BOUNDS, "multiple_of"), schema)
    for name, compare in BOUNDS.items():
        bound = schema.get(name)
        if bound is not None and type(bound) is not int:
            raise NotByColumnsError(f"its bound {bound!r} is no whole number")
        if bound is not None:
            yield _bounded(compare, bound) if bound in WHOLE_NUMBERS else _constant(compare(0, bound))
    step = schema.get("multiple_of")
    if step is not None and (type(step) is not int or step < 1 or step not in WHOLE_NUMBERS):
        raise NotByColumnsError(f"no query says what a multiple of {step!r} is")
    if step is not None:
        yield lambda value: value % step == 0


def _numbers(field: FieldSchema) -> Iterator[Condition]:
    schema = field.schema
    _refuse_all_but((*BOUNDS, "allow_inf_nan"), schema)
    bounds = {name: float(schema[name]) for name in BOUNDS if schema.get(name) is not None}
    if any(bound != bound for bound in bounds.values()):
        raise NotByColumnsError("its bound is no number")
    # Which bound NaN meets, Pydantic and Polars see differently.
    if bounds or not schema.get("allow_inf_nan", field.config.get("allow_inf_nan", True)):
        yield lambda value: value.is_finite()
    for name, bound in bounds.items():
        yield _bounded(BOUNDS[name], bound)


def _truth(field: FieldSchema) -> Iterator[Condition]:
    _refuse_all_but((), field.schema)
    return iter(())


def _days_and_times(field: FieldSchema) -> Iterator[Condition]:
    schema = field.schema
    _refuse_all_but((*BOUNDS, "microseconds_precision", "tz_constraint"), schema)
    if schema.get("tz_constraint") not in (None, "naive"):
        raise NotByColumnsError("its times have an offset")
    for name, compare in BOUNDS.items():
        bound = schema.get(name)
        if bound is None:
            continue
        if type(bound) is not CALENDAR[schema["type"]] or getattr(bound, "tzinfo", None) is not None:
            raise NotByColumnsError(f"its bound {bound!r} is of another type")
        yield _bounded(compare, bound)


OF_TYPE: Mapping[str, Callable[[FieldSchema], Iterator[Condition]]] = {
    "str": _texts,
    "int": _whole_numbers,
    "float": _numbers,
    "bool": _truth,
    "date": _days_and_times,
    "time": _days_and_times,
    "datetime": _days_and_times,
}


def _bounded(compare: Callable[[Any, Any], Any], bound: Any) -> Condition:
    return lambda value: compare(value, pl.lit(bound))


def _constant(truth: bool) -> Condition:
    return lambda _: pl.lit(truth)


def _members(field: FieldSchema, column: Column) -> Condition:
    schema = field.schema
    _refuse_all_but(("cls", "members", "sub_type"), schema)
    if schema.get("strict", field.config.get("strict")) and not field.members_made:
        raise NotByColumnsError(f"only members of {schema['cls'].__name__} are taken, not their values")
    return _listed([member.value for member in schema["members"]], column)


def _listed(expected: Sequence[Any], column: Column) -> Condition:
    if column.type not in ("string", "integer"):
        raise NotByColumnsError(f"no query says what {column.type} is one of a list")
    values = [value for value in expected if _is_plain(value, python_of(column))]
    if len(values) <= FEW:
        return lambda value: pl.any_horizontal([pl.lit(False), *(value == pl.lit(member) for member in values)])
    lookup = pl.Series(values).implode()
    return lambda value: value.is_in(lookup)


def _is_plain(value: Any, python: type) -> bool:
    """Whether a column holds the value; with NUL, a text is none of any record."""
    if type(value) is not python:
        return False
    return "\0" not in value if isinstance(value, str) else value in WHOLE_NUMBERS
