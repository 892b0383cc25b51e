"""Values as text, in the default formats of Table Schema: equal values have the same text, and read back from it."""

import base64
import datetime as dt
from decimal import MAX_EMAX, MIN_EMIN, Context, Decimal
from enum import Enum
from typing import Any

from lading.values import Duration

DIGITS_IN_FULL = 40
"""Decimals that would need more zeros than this are written with an exponent."""


def cell_text(value: Any) -> str:
    """One value as it stands in a CSV file."""
    match value:
        case None:
            return ""
        case Enum():
            return cell_text(value.value)
        case str():
            return value
        case bool():
            return "true" if value else "false"
        case float():
            return repr(value).removesuffix(".0")
        case Decimal():
            return _decimal(value)
        case dt.datetime() if value.tzinfo is not None:
            return value.astimezone(dt.UTC).isoformat()
        case dt.date() | dt.time():
            return value.isoformat()
        case dt.timedelta():
            return str(Duration.of(value))
        case bytes():
            return base64.b64encode(value).decode()
        case _:
            return str(value)


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
