"""Cells of tables: for each type of field some that are its values, and some that nobody expects."""

from collections.abc import Mapping, Sequence
from random import Random
from typing import Any

USUAL: Mapping[str, Sequence[Any]] = {
    "string": [
        "",
        "a",
        "b",
        "ab c",
        "ä",
        "\U0001d552",
        "a,b",
        'say "x"',
        "a\nb",
        "x" * 40,
        "a@b.example",
        "https://b.example/",
    ],
    "number": ["0", "-0.0", "1", "1.5", "1e3", "NaN", "INF", "-INF", ".5", "1.", "+2", 1.5, -0.0, 3],
    "integer": ["0", "1", "-1", "+7", "007", str(2**62), 0, 1, 2, -5],
    "boolean": ["true", "false", "1", "0", "True", "FALSE", True, False],
    "object": ["{}", '{"a": 1}', '{"a": {"b": [null]}}', {}, {"a": 1}],
    "array": ["[]", "[1]", '["a", null]', [], [1, 2]],
    "list": ["", "a", "a,b", "1,2", "2024-01-01,2024-01-02", ["a"], [1]],
    "datetime": [
        "2024-01-31T12:00:00",
        "2024-01-31T12:00:00Z",
        "2024-01-31T12:00:00.123456+04:00",
        "1900-01-01T00:00:00",
    ],
    "date": ["2024-01-31", "0001-01-01", "9999-12-31", "2024-02-29"],
    "time": ["12:00:00", "00:00:00", "23:59:59.999999", "12:30:00Z"],
    "year": ["2024", "1", "0001", "-4", 2024],
    "yearmonth": ["2024-01", "0001-12"],
    "duration": ["P1D", "PT1S", "P1Y2M3DT4H5M6.7S", "P1W", "-P1D"],
    "geopoint": ["1.5,2.5", "180, -90", "[1, 2]", '{"lon": 1, "lat": 2}', [1, 2], {"lon": 1, "lat": 2}],
    "geojson": ['{"type": "Point", "coordinates": [1, 2]}', {"type": "Point", "coordinates": [1, 2]}],
    "any": ["", "x", "1", 1, None],
}
ODD: Sequence[Any] = [
    *("", " ", "\t", "NA", "-", "null", "None", "nan", "inf", "Infinity", "infinity", "1_000", " 1", "1 ", "1,5", "1.000,5"),
    *("9" * 400, "1e999999", "-1e999999", "1e-999999", "0x1F", "\u0663", "\u00b2", "½", "1" * 5000, str(2**63), str(-(2**63) - 1)),
    *("2024-02-30", "0000-01-01", "10000-01-01", "9999-12-31T24:00:00", "2024-01-31T12:00:60", "24:00:00", "2024-1-1", "31.01.2024"),
    *("1970-01-01T00:00:00+23:59", "9999-12-31T23:59:59-23:59", "0001-01-01T00:00:00+23:59", "12:00", "T12:00:00", "20240131"),
    *("{", "[", "{}", "[]", "[[[[[[", "[" * 300 + "]" * 300, '{"a": NaN}', '"x"', "P", "PT", "P99999999999999999999Y", "P1.5Y", "91,0", "0,91"),
    *("\x00", "a\x00b", "\ufeff", "\u202eabc", "\u2028", "\r", "\r\n", "\x85", "\x0c", "\x1c", "\x1f", "e\u0301", "\u00e9", "\U0010ffff", "\ufffe", "\ufdd0"),
    *('"', '""', '"a', 'a"', '"a"b', "'", ",", ";", "\\", "a\\", "#", "#a", "=1+1", "<b>", "&amp;", "]]>", "%0A", "::error::x", "[red]", "{{7*7}}"),
    *("x" * 70_000, "yes", "no", "TRUE", "tRuE", "0.1", "1E5", "--1", "+-1", "+", ".", "e", "1e", "€5", "5%", "٣", "-0", "00", "1.0"),
    *(None, True, False, 0, 1, -1, 2**53 + 1, 2**63, -(2**70), 1.0, 1e308, float("nan"), float("inf"), 0.1, [], {}, [[]], {"": None}, {"a": [1]}),
]  # fmt: skip
"""Anything, for any type."""


def cell(random: Random, field_type: str) -> Any:
    """A cell for a field of a type: mostly one of its values."""
    if random.random() < 0.75:
        return random.choice(USUAL.get(field_type, USUAL["string"]))
    if random.random() < 0.8:
        return random.choice(ODD)
    return "".join(random.choice("019-+.:eTZP,;\"'\\ \n\rañ\U0001d552[]{}") for _ in range(random.randint(1, 8)))
