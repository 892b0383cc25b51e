"""Rows of a record model to try: good ones, and ones with something wrong."""

from collections.abc import Mapping
from typing import Any

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st

from lading.column import Column, columns
from lading.record import Record

FEW = settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
"""For what touches files and databases, on a machine that has other things to do as well."""

TEXT = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\x00"), max_size=12)
INTEGERS = st.integers(-3, 12) | st.integers(-(2**63), 2**63 - 1)
NEVER = st.just(False)
NUMBERS = st.floats(allow_nan=False, allow_infinity=False)

VALUES: Mapping[str, st.SearchStrategy[Any]] = {
    "string": TEXT,
    "integer": INTEGERS,
    "number": st.floats(-5, 200) | NUMBERS,
    "boolean": st.booleans(),
    "date": st.dates(),
    "time": st.times(),
    "datetime": st.datetimes(),
}


def _is_plain(text: str) -> bool:
    """Without what nobody writes: NUL, at which SQLite ends a text, and a last newline, before which `$` matches."""
    return "\0" not in text and not text.endswith("\n")


def good_cells(column: Column) -> st.SearchStrategy[Any]:
    """Values that the column allows, most of them small, so that rules between columns are met and broken alike."""
    bounds = column.constraints
    values = VALUES[column.type]
    if column.vocabulary:
        values = st.sampled_from([member.value for member in column.vocabulary])
    elif bounds.pattern:
        values = st.from_regex(bounds.pattern, fullmatch=True).filter(_is_plain)
    elif column.type == "string":
        values = TEXT.filter(bool) | st.sampled_from(["A", "AHOY", "ahoy"])
    elif column.type == "integer":
        values = st.integers(bounds.minimum or -3, 12)
    elif column.type == "number":
        values = st.floats(0.5, 100)
    elif column.type == "date":
        values = st.dates(min_value=bounds.minimum) if bounds.minimum else st.dates()
    return st.none() | values if column.nullable else values


def any_cells(column: Column) -> st.SearchStrategy[Any]:
    """Values of the right type, the bounds of the column among them, or none at all: most break some constraint."""
    bounds = column.constraints
    ends = [bounds.minimum, bounds.maximum, bounds.exclusive_minimum, bounds.exclusive_maximum]
    lengths = ["a" * length for length in (bounds.min_length, bounds.max_length) if length is not None]
    edges = [edge for edge in (*ends, *lengths) if edge is not None]
    return st.sampled_from([None, *edges]) | VALUES[column.type]


@st.composite
def rows(draw: st.DrawFn, model: type[Record], *, spoiling: st.SearchStrategy[bool] = NEVER) -> dict[str, Any]:
    """A row of good cells, which meets the rules between them or not; a spoilt one has any value in one cell."""
    row = {column.name: draw(good_cells(column)) for column in columns(model)}
    if draw(spoiling):
        column = draw(st.sampled_from(columns(model)))
        row[column.name] = draw(any_cells(column))
    return row


def records(model: type[Record]) -> st.SearchStrategy[Record]:
    """Records of a model that has no rules."""
    return rows(model).map(model.model_validate)
