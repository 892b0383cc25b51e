"""Cells of a text file, read under the lexical rules of Table Schema."""

import datetime as dt
import re
from collections.abc import Callable, Mapping
from typing import Any

from lading.column import ColumnType

ANYTHING = re.compile(r".*", re.DOTALL)
TRUE = ("true", "True", "TRUE", "1")
BOOLEAN = re.compile(r"[Tt]rue|TRUE|[Ff]alse|FALSE|0|1")
INTEGER = re.compile(r"[+-]?[0-9]+")
NUMBER = re.compile(r"[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]+)?|NaN|-?INF")
DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
TIME = re.compile(r"[0-9]{2}:[0-9]{2}:[0-9]{2}(\.[0-9]+)?(Z|[+-][0-9]{2}:[0-9]{2})?")
DATETIME = re.compile(f"{DATE.pattern}T{TIME.pattern}")
EXPECTED: Mapping[ColumnType, str] = {
    "string": "text",
    "integer": "digits with a sign at most, such as 42",
    "number": "a decimal number with a point, such as 3.5",
    "boolean": "true or false",
    "date": "a day of the calendar as YYYY-MM-DD",
    "time": "a time of day as hh:mm:ss",
    "datetime": "a day and a time as YYYY-MM-DDThh:mm:ss",
}
"""What a cell of each type looks like, for people."""


def parse(column_type: ColumnType, text: str) -> Any:
    """The value that a cell stands for; ValueError when it stands for none of this type."""
    pattern, convert = READERS[column_type]
    # Python reads more than Table Schema allows: "1_000", " 1 ", "20200131".
    if pattern.fullmatch(text) is None:
        raise ValueError(text)
    return convert(text)


READERS: Mapping[ColumnType, tuple[re.Pattern[str], Callable[[str], Any]]] = {
    "string": (ANYTHING, str),
    "integer": (INTEGER, int),
    "number": (NUMBER, float),
    "boolean": (BOOLEAN, lambda text: text in TRUE),
    "date": (DATE, dt.date.fromisoformat),
    "time": (TIME, dt.time.fromisoformat),
    "datetime": (DATETIME, dt.datetime.fromisoformat),
}
