"""Kinds of fields: annotations of every sort, and values that they accept, nearly accept, or would rather not see."""

import datetime as dt
import math
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import Enum, IntEnum
from pathlib import Path
from typing import Annotated, Any, Literal
from uuid import UUID

import yaml
from hypothesis import strategies as st
from pydantic import (
    AfterValidator,
    AwareDatetime,
    BeforeValidator,
    Field,
    HttpUrl,
    StringConstraints,
    ValidationInfo,
    WrapValidator,
)

from lading.adopt.patterns import WholePattern
from lading.column import SchemaType
from lading.record import Vocabulary

Values = st.SearchStrategy[Any]


class Sea(Vocabulary):
    """Seas, of which one has a name that other types may take for theirs."""

    NORTH = "north", "the North Sea"
    BALTIC = "baltic", "the Baltic"
    NUMBER = "1", "the first sea"
    OTHER = "ünter", "another sea"


class Rig(Enum):
    """A plain Enum of texts."""

    SLOOP = "sloop"
    YAWL = "yawl"


class Tide(float, Enum):
    """Numbers with names."""

    LOW = 0.1
    HIGH = 100.0


class Class(IntEnum):
    """Whole numbers with names."""

    FIRST = 1
    SECOND = 2
    HUGE = 2**62


@dataclass(frozen=True)
class Kind:
    """A type of field: its annotation, the type of its column, and values for it, right and wrong."""

    annotation: Any
    type: str
    values: Values


CELLS: Mapping[str, Sequence[str]] = yaml.safe_load(Path(__file__).with_name("cells.yaml").read_text("utf-8"))
"""Texts by the type of column of which they are values, or nearly."""
PLAIN_TEXTS = ("a", "ab", "abc", "north", "sloop", "a\0")
texts = (
    st.sampled_from(PLAIN_TEXTS)
    | st.sampled_from(PLAIN_TEXTS)
    | st.sampled_from(CELLS["odd"])
    | st.text(st.characters(exclude_categories=["Cs"]), max_size=6)
)
whole = (
    st.sampled_from([1, 2, 7, 42, 100])
    | st.integers(-5, 120)
    | st.sampled_from([0, 1, 2**31, 2**53, 2**53 + 1, -(2**53) - 1, 2**62, 2**63 - 1, -(2**63), 2**63, 2**64, -(2**64)])
    | st.integers(-(2**63), 2**63 - 1)
)
numbers = (
    st.floats(-10, 110)
    | st.sampled_from([1.0, -0.0, math.nan, math.inf])
    | st.sampled_from(
        [0.0, -0.0, 0.1, 0.3, 0.30000000000000004, 1e308, 5e-324, math.nan, math.inf, -math.inf, 2.0**53, 100.0]
    )
    | st.integers(-5, 105).map(float)
    | st.floats()
)
EDGES_OF_DAYS = [
    dt.date.min,
    dt.date.max,
    dt.date(2000, 2, 29),
    dt.date(1969, 12, 31),
    dt.date(1970, 1, 1),
    dt.date(2020, 1, 31),
]
days = st.sampled_from(EDGES_OF_DAYS) | st.dates(dt.date(2019, 12, 1), dt.date(2020, 3, 1)) | st.dates()
clocks = (
    st.sampled_from([dt.time.min, dt.time.max, dt.time(12), dt.time(12, 0, 0, 1), dt.time(11, 59, 59, 999999)])
    | st.times()
)
EDGES_OF_MOMENTS = [
    dt.datetime.combine(day, time) for day in EDGES_OF_DAYS for time in (dt.time.min, dt.time.max, dt.time(12))
]
START, END = (dt.datetime.fromisoformat(day) for day in ("2019-12-31", "2020-02-01"))
moments = st.sampled_from(EDGES_OF_MOMENTS) | st.datetimes(START, END) | st.datetimes()
PATTERNS = (
    "^a", "b$", "^[a-z]+$", r"^\w+$", r"\d", r"^[A-Z]{2}-[0-9]{4}$", r"^[^@ ]+@[^@ ]+\.[a-z]+$", "^.$", r"^\S+$",
    "(?i)^north$", r"a\b", "^$", "", r"^\p{L}+$", "[^a]", "^(?:a|ab)$",
)  # fmt: skip


def _bounded(base: Any, low: Values, high: Values) -> st.SearchStrategy[Any]:
    """The type with a lower bound, an upper one, both or none."""
    below = st.sampled_from(["ge", "gt"]).flatmap(lambda name: st.fixed_dictionaries({}, optional={name: low}))
    above = st.sampled_from(["le", "lt"]).flatmap(lambda name: st.fixed_dictionaries({}, optional={name: high}))
    return st.builds(lambda start, end: Annotated[base, Field(**start, **end)], below, above)


def no_spaces(value: str) -> str:
    """A validator that refuses."""
    if " " in value:
        raise ValueError("no spaces")
    return value


def lowered(value: str) -> str:
    """A validator that changes."""
    return value.lower()


def fragile(value: str) -> str:
    """A validator with a mistake in it."""
    if value == "abc":
        raise KeyError(value)
    return value


def empty_for_none(value: Any) -> Any:
    """A validator that makes something of nothing."""
    return "nothing" if value is None else value


def not_minus_zero(value: float) -> float:
    """A validator that sees what comparisons do not."""
    if math.copysign(1, value) < 0:
        raise ValueError("negative")
    return value


def known(value: Any) -> Any:
    """A validator of values of any type."""
    if value in (True, dt.date(2020, 1, 31), dt.time(12), EDGES_OF_MOMENTS[0], 0.1):
        raise ValueError("known already")
    return value


def passed_on(value: Any, handler: Any) -> Any:
    """A validator around another."""
    return handler(value)


def told_of_others(value: str, info: ValidationInfo) -> str:
    """A validator that sees the fields before it."""
    if info.data and None in info.data.values():
        raise ValueError("something is missing")
    return value


lengths = st.fixed_dictionaries({}, optional={"min_length": st.integers(0, 3), "max_length": st.integers(0, 5)})
text_kinds = st.one_of(
    st.builds(
        lambda found, pattern: Annotated[str, Field(**found, pattern=pattern)],
        lengths,
        st.none() | st.sampled_from(PATTERNS),
    ).map(lambda annotation: Kind(annotation, "string", texts)),
    st.sampled_from([Sea, Rig, Literal["north", "a", "x\0y"], Literal["sloop"]]).map(
        lambda listed: Kind(listed, "string", texts)
    ),
    st.sampled_from(
        [
            Annotated[str, WholePattern("(?=a)[a-z]+")],
            Annotated[str, WholePattern("[a-z]+(?<!b)")],
            Annotated[str, StringConstraints(strip_whitespace=True, min_length=1)],
            Annotated[str, StringConstraints(to_lower=True)],
            Annotated[str, Field(pattern=re.compile("^a.*$"))],
            Annotated[str, AfterValidator(no_spaces)],
            Annotated[str, AfterValidator(lowered)],
            Annotated[str, AfterValidator(fragile)],
            Annotated[str, BeforeValidator(empty_for_none)],
            Annotated[str, WrapValidator(passed_on)],
            HttpUrl,
        ]
    ).map(lambda annotation: Kind(annotation, "string", texts)),
)
low_whole = st.sampled_from([-3, 0, 1, -(2**63), -(2**70), 2**53, 2**63])
high_whole = st.sampled_from([100, 99, 2**53, 2**63 - 1, 2**63, 2**70, -(2**63), -1])
whole_kinds = st.one_of(
    _bounded(int, low_whole, high_whole).map(lambda annotation: Kind(annotation, "integer", whole)),
    st.integers(1, 7).map(lambda step: Kind(Annotated[int, Field(multiple_of=step)], "integer", whole)),
    st.sampled_from([Class, Literal[1, 2, 100]]).map(lambda listed: Kind(listed, "integer", whole)),
    st.just(Kind(Annotated[int, AfterValidator(abs)], "integer", whole)),
    st.just(Kind(Annotated[int, SchemaType("year"), Field(ge=0)], "year", st.integers(-5, 2100) | whole)),
)
number_kinds = st.one_of(
    _bounded(float, st.integers(-9, 5) | st.floats(-9, 5), st.integers(50, 110) | st.floats(50, 110)).map(
        lambda annotation: Kind(annotation, "number", numbers)
    ),
    st.sampled_from([True, False]).map(lambda odd: Kind(Annotated[float, Field(allow_inf_nan=odd)], "number", numbers)),
    st.sampled_from(
        [
            Annotated[float, Field(multiple_of=0.1)],
            Annotated[float, Field(le=math.nan)],
            Annotated[float, AfterValidator(not_minus_zero)],
            Annotated[float, AfterValidator(round)],
            Annotated[float, AfterValidator(known)],
            Tide,
        ]
    ).map(lambda annotation: Kind(annotation, "number", numbers)),
)
calendar_kinds = st.one_of(
    _bounded(dt.date, days, days).map(lambda annotation: Kind(annotation, "date", days)),
    _bounded(dt.time, clocks, clocks).map(lambda annotation: Kind(annotation, "time", clocks)),
    _bounded(dt.datetime, moments, moments).map(lambda annotation: Kind(annotation, "datetime", moments)),
)
validated_kinds = st.sampled_from(
    [
        Kind(Annotated[dt.date, AfterValidator(known)], "date", days),
        Kind(Annotated[dt.time, AfterValidator(known)], "time", clocks),
        Kind(Annotated[dt.datetime, AfterValidator(known)], "datetime", moments),
        Kind(Annotated[bool, AfterValidator(known)], "boolean", st.booleans()),
        Kind(Literal[True], "boolean", st.booleans()),
        Kind(Annotated[int, AfterValidator(known)], "integer", whole),
    ]
)
zoned_kinds = st.just(Kind(AwareDatetime, "datetime", moments))
python_kinds = st.sampled_from(
    [
        Kind(
            Annotated[Decimal, Field(max_digits=4, decimal_places=2, ge=0, allow_inf_nan=False)],
            "number",
            numbers,
        ),
        Kind(UUID, "string", texts | st.uuids().map(str)),
    ]
)
truth_kinds = st.just(Kind(bool, "boolean", st.booleans()))
stored_kinds = st.one_of(text_kinds, whole_kinds, number_kinds, calendar_kinds, truth_kinds, validated_kinds)
kinds = st.one_of(*[stored_kinds] * 4, python_kinds | zoned_kinds)
