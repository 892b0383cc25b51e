"""Numbers and integers as texts (Table Schema: number, integer)."""

import re
from collections.abc import Callable
from typing import Any

from lading.descriptor import Field

EXPONENT = r"(?:[eE][+-]?[0-9]+)?"
INTEGER = re.compile(r"[+-]?[0-9]+")
NUMBER = re.compile(rf"[+-]?(?:[0-9]+(?:\.[0-9]*)?|\.[0-9]+){EXPONENT}|(?i:NaN|-?INF)")


def number(field: Field, convert: Callable[[str], Any] = float) -> Callable[[str], Any]:
    """What reads the numbers of a field, and converts them once they are written as the standard has it."""
    return _reader(NUMBER, convert) if _is_plain(field) else _reader_of_signs(field, _number_pattern(field), convert)


def integer(field: Field) -> Callable[[str], int]:
    """What reads the integers of a field."""
    if _is_plain(field):
        return _reader(INTEGER, int)
    return _reader_of_signs(field, rf"[+-]?{_digits(field)}", int)


def _is_plain(field: Field) -> bool:
    return field.bare_number and not field.group_char and field.decimal_char == "."


def _reader(pattern: re.Pattern[str], convert: Callable[[str], Any]) -> Callable[[str], Any]:
    def read(text: str) -> Any:
        # Python reads more than Table Schema allows: "1_000", " 1 ", "infinity".
        if pattern.fullmatch(text) is None:
            raise ValueError(text)
        return convert(text)

    return read


def _reader_of_signs(field: Field, pattern: str, convert: Callable[[str], Any]) -> Callable[[str], Any]:
    # What stands around a number is no part of it: anything but a digit behind it, and but a sign before it.
    around = r"{}" if field.bare_number else r"[^0-9+-]*?{}[^0-9]*"
    whole = re.compile(around.format(f"(?P<number>{pattern})"), re.DOTALL)
    group, decimal = field.group_char or "", field.decimal_char

    def read(text: str) -> Any:
        found = whole.fullmatch(text)
        if found is None:
            raise ValueError(text)
        digits = found["number"].replace(group, "") if group else found["number"]
        return convert(digits.replace(decimal, "."))

    return read


def _number_pattern(field: Field) -> str:
    point = re.escape(field.decimal_char)
    whole = _digits(field)
    return rf"(?:[+-]?(?:{whole}(?:{point}[0-9]*)?|{point}[0-9]+){EXPONENT}|(?i:NaN|-?INF))"


def _digits(field: Field) -> str:
    """Digits, with what groups them between any two of them: not everybody groups by thousands."""
    return rf"[0-9]+(?:{re.escape(field.group_char)}[0-9]+)*" if field.group_char else "[0-9]+"
