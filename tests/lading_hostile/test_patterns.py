"""Patterns and JSON Schemas that would take forever: refused, or judged in bounded time."""

import time
from pathlib import Path
from typing import Any

import pytest

from lading.adopt.effort import LENGTHS, longest_text
from lading.validate import validate
from tests.lading_hostile.apart import issues_of
from tests.lading_hostile.made import table

LONG = "a" * 40
ROWS = f"x\n{LONG}!\n{LONG * 100}!\n"
SECONDS = 20


def described(pattern: str) -> list[dict[str, Any]]:
    return [{"name": "x", "type": "string", "constraints": {"pattern": pattern}}]


@pytest.mark.parametrize("pattern", ["(a+)+$", "(a|a)*b", "(.*)*b", "(a?){50}a{50}", "(([a-z])+.)+[A-Z]([a-z])+$"])
def test_a_pattern_that_explodes_in_other_engines_is_asked_in_linear_time(pattern: str, tmp_path: Path) -> None:
    started = time.perf_counter()
    found = validate(table(tmp_path, ROWS, described(pattern))).issues
    assert [(issue.code, issue.row) for issue in found] == [("constraint-error", 1), ("constraint-error", 2)]
    assert time.perf_counter() - started < SECONDS


EXPLODING = [
    "(?=a)(a+)+$",
    "(a|a)*(?=b)",
    "(?=(a+)+$)a",
    "(?=a*a*a*a*a*a*a*b)a",
    "(?=.)a*a*a*a*a*a*a*a*b",
    "(?=a)" + "a?" * 500 + "a" * 500,
    "(?=a)(?:a{0,9}){9}",
    r"(a*)(a*)(a*)\1b",
    "(?x:(?=a) # (?=\na*a*a*a*b)",
    "(?#)(?=a)(a*)?(a*)?(a*)?b",
]


@pytest.mark.parametrize("pattern", EXPLODING)
def test_a_pattern_with_look_around_that_may_explode_is_refused(pattern: str, tmp_path: Path) -> None:
    (issue,) = validate(table(tmp_path, ROWS, described(pattern))).issues
    assert issue.code == "schema-error"
    assert "might take forever" in issue.message


@pytest.mark.parametrize(
    ("pattern", "good", "bad"),
    [
        (r"(?=.*[0-9])(?=.*[a-z]).{8,}", "abcdefg1", "abcdefgh"),
        (r"(?!000)[0-9]{3}-(?!00)[0-9]{2}-(?!0000)[0-9]{4}", "123-45-6789", "123-00-6789"),
        (r"(?!.*--)[a-z-]+", "a-b", "a--b"),
        (r"([a-z])b\1", "aba", "abc"),
        (r"(?<!x)(?:ab)*", "abab", "aba"),
    ],
)
def test_look_around_that_does_not_explode_is_understood(pattern: str, good: str, bad: str, tmp_path: Path) -> None:
    found = validate(table(tmp_path, f"x\n{good}\n{bad}\n", described(pattern))).issues
    assert [(issue.code, issue.row) for issue in found] == [("constraint-error", 2)]


@pytest.mark.parametrize("pattern", ["(?=a)a*a*b", "(?=a)[a-z]*b"])
def test_texts_of_any_length_take_bounded_time(pattern: str, tmp_path: Path) -> None:
    started = time.perf_counter()
    rows = "x\n" + "".join(f"{'a' * length}\n" for length in (*LENGTHS, LENGTHS[0] * 10))
    assert len(validate(table(tmp_path, rows, described(pattern))).issues) == 3
    assert time.perf_counter() - started < SECONDS


def test_a_pattern_of_a_megabyte_is_no_megabyte_in_each_message(tmp_path: Path) -> None:
    rows = "x\n" + "b\n" * 100
    found = issues_of(table(tmp_path, rows, described("a" * 2**20)))
    assert len(found) == 100
    assert max(len(issue["message"]) for issue in found) < 2_000


def test_the_bound_of_a_text_depends_on_the_pattern() -> None:
    assert longest_text("(?=a)[a-z]*", whole=True) == LENGTHS[0]
    assert longest_text("(?=a)[a-z]*[0-9]*", whole=True) == LENGTHS[1]
    assert longest_text("(?=a)[a-z]*[0-9]*[a-z]*", whole=True) is None


def nested_references(levels: int) -> dict[str, Any]:
    """A schema that asks the same again and again: ten times as often with each level."""
    references = [[{"$ref": f"#/$defs/{level + 1}"}] * 10 for level in range(levels)]
    defined = {str(level): {"allOf": each} for level, each in enumerate(references)}
    return {"$ref": "#/$defs/0", "$defs": {**defined, str(levels): {"type": "array"}}}


@pytest.mark.parametrize(
    ("schema", "message"),
    [
        (nested_references(9), "too many steps"),
        ({"$ref": "#"}, "RecursionError"),
        ({"items": {"allOf": [{"$ref": "#"}, {"$ref": "#"}]}}, "too many steps"),
        ({"$ref": "https://harbour.example/schema.json"}, "nothing is fetched"),
        ({"items": {"pattern": "(?=a*a*a*a*a*b)a"}}, "might take forever"),
        ({"items": {"patternProperties": {"(a+)+$": {}}}}, "may take forever"),
        ({"items": {"patternProperties": {"a*b": {}}}}, "too long for its patternProperties"),
    ],
)
def test_a_json_schema_that_takes_forever_is_one_issue(schema: dict[str, Any], message: str, tmp_path: Path) -> None:
    started = time.perf_counter()
    fields = [{"name": "x", "type": "array", "constraints": {"jsonSchema": schema}}]
    cell = "[" * 50 + '{""' + "a" * 200_000 + '"": 1}' + "]" * 50
    (issue,) = validate(table(tmp_path, f'x\n"{cell}"\n', fields)).issues
    assert message in issue.message
    assert time.perf_counter() - started < SECONDS


def test_unique_items_are_told_in_linear_time(tmp_path: Path) -> None:
    started = time.perf_counter()
    fields = [{"name": "x", "type": "array", "constraints": {"jsonSchema": {"uniqueItems": True}}}]
    items = ",".join(f'{{""a"":{number}}},{number}' for number in range(50_000))
    (issue,) = validate(table(tmp_path, f'x\n"[{items}]"\n"[1,{{}},{{}}]"\n', fields)).issues
    assert issue.row == 2
    assert time.perf_counter() - started < SECONDS
