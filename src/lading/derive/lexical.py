"""Values as text, in the default formats of Table Schema, from which they read back."""

import base64
import datetime as dt
import json
from collections.abc import Callable, Mapping
from decimal import MAX_EMAX, MIN_EMIN, Context, Decimal
from enum import Enum
from typing import Any

from lading.values import Duration

DIGITS_IN_FULL = 40
"""Decimals that would need more zeros than this are written with an exponent."""


def cell_text(value: Any) -> str:
    """One value as it stands in a CSV file."""
    usual = USUAL.get(type(value))
    return _unusual(value) if usual is None else usual(value)


def _unusual(value: Any) -> str:
    match value:
        case Enum():
            return cell_text(value.value)
        case dict() | list():
            return json.dumps(value, ensure_ascii=False, sort_keys=True, default=cell_text)
        case _:
            return str(value)


def _moment(value: dt.datetime) -> str:
    try:
        return value.isoformat() if value.tzinfo is None else value.astimezone(dt.UTC).isoformat()
    except OverflowError:  # in UTC it would be before the first day or after the last
        return value.isoformat()


def json_value(value: Any) -> Any:
    """A value in JSON: a number where a double is exactly that, else the text of a cell."""
    if isinstance(value, Decimal):
        number = int(value) if value == value.to_integral_value() else float(value)
        return number if Decimal(repr(number)) == value else cell_text(value)
    return value if isinstance(value, bool | int | float | str) else cell_text(value)


def _decimal(value: Decimal) -> str:
    """All digits, but not the zeros that say nothing: 1.50 equals 1.5."""
    if not value:
        return "0"
    if abs(value.adjusted()) >= DIGITS_IN_FULL:
        exact = Context(prec=len(value.as_tuple().digits), Emax=MAX_EMAX, Emin=MIN_EMIN)
        return str(value.normalize(exact))
    digits = format(value, "f")
    return digits.rstrip("0").rstrip(".") if "." in digits else digits


USUAL: Mapping[type, Callable[[Any], str]] = {
    type(None): lambda _: "",
    str: str,
    bool: lambda value: "true" if value else "false",
    int: str,
    float: lambda value: repr(value).removesuffix(".0"),
    dt.date: dt.date.isoformat,
    dt.time: dt.time.isoformat,
    dt.datetime: _moment,
    dt.timedelta: lambda value: str(Duration.of(value)),
    bytes: lambda value: base64.b64encode(value).decode(),
    Decimal: _decimal,
}
"""What writes the values of most cells."""
