"""Objects, arrays and lists as texts (Table Schema: object, array, geojson, list)."""

import json
import re
from collections.abc import Callable, Iterable
from typing import Any, NoReturn

HALF_CHARACTER = re.compile(r"\\u[dD][89a-fA-F]")
"""What JSON spells a half of a character with, whether or not the other half follows."""


DEEPEST = 200
"""Levels of nesting; everything that looks into a value calls itself once or twice a level."""


def json_object(text: str) -> dict[str, Any]:
    """The JSON object that a text is."""
    value = json_value(text)
    if not isinstance(value, dict):
        raise ValueError(text)
    return value


def json_array(text: str) -> list[Any]:
    """The JSON array that a text is."""
    value = json_value(text)
    if not isinstance(value, list):
        raise ValueError(text)
    return value


def json_value(text: str) -> Any:
    """The value that a JSON text stands for; ValueError where it is none, or one that is too deep to be read."""
    try:
        value = json.loads(text, parse_constant=_refuse)
        if HALF_CHARACTER.search(text):
            json.dumps(value, ensure_ascii=False).encode("utf-8")
    except RecursionError:
        raise ValueError("too deep") from None
    if text.count("[") + text.count("{") > DEEPEST:
        _refuse_depth(value)
    return value


def delimited(delimiter: str, item: Callable[[str], Any]) -> Callable[[str], list[Any]]:
    """What reads a list: each part is an item, also an empty one."""
    return lambda text: [item(part) for part in text.split(delimiter)]


def _refuse_depth(value: Any) -> None:
    level = [value]
    for _ in range(DEEPEST):
        level = [item for part in level if isinstance(part, dict | list) for item in _items(part)]
    if level:
        raise ValueError("too deep")


def _items(part: dict[str, Any] | list[Any]) -> Iterable[Any]:
    return part.values() if isinstance(part, dict) else part


def _refuse(constant: str) -> NoReturn:
    """Python reads NaN and Infinity, which are no JSON."""
    raise ValueError(constant)
