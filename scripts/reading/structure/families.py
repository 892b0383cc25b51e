"""Layout families: the ways in which turns open, each described by a file in `layouts`."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import yaml

LAYOUTS = Path(__file__).parent / "layouts"

LONGEST_LABEL = 120


@dataclass(frozen=True, slots=True)
class Family:
    """One way to open a turn: by a `label` or a `letter` and a separator, by a label that is a `line` by itself,
    by a `lead-in` and a mark, or by the `title`.
    """

    name: str
    opening: str
    separators: tuple[str, ...] = ()
    marks: tuple[str, ...] = ()
    emphasis: tuple[str, ...] = ()
    parts: tuple[str, ...] = ()
    """The parts for which letters stand."""


@cache
def families(opening: str) -> tuple[Family, ...]:
    """The families with this opening, in the order of their names."""
    return tuple(family for path in sorted(LAYOUTS.glob("*.yaml")) if (family := _family(path)).opening == opening)


@cache
def label_patterns() -> tuple[re.Pattern[str], ...]:
    """For each family a label with its separator at the start of a block; notes in brackets may stand in it."""
    return tuple(_label_pattern(family) for family in families("label"))


def _label_pattern(family: Family) -> re.Pattern[str]:
    separator = rf"(?:{_any(family.separators)})"
    note = r"\([^()]*\)|\[[^\[\]]*\]"
    label = rf"(?P<label>(?:{note}|[^*:\uff1a?!;“”\"«»]){{1,{LONGEST_LABEL}}}?)"
    if not family.emphasis:
        return re.compile(rf"{label}\s*{separator}(?:\s+|$)")
    closed = rf"(?:\s*{separator}(?P=mark)|(?P=mark)\s*{separator})"
    return re.compile(rf"(?P<mark>{_any(family.emphasis)}){label}{closed}(?:\s+|$)")


@cache
def letter_patterns() -> tuple[tuple[re.Pattern[str], tuple[str, ...]], ...]:
    """For each family a letter set off from the words after it, and the parts for which it may stand."""
    return tuple(
        (re.compile(rf"(?P<label>[^\W\d_])(?:{_any(family.separators)})\s*(?=\S)"), family.parts)
        for family in families("letter")
    )


@cache
def line_pattern() -> re.Pattern[str]:
    """A label that is all of a line, emphasised or not."""
    marks = [mark for family in families("line") for mark in family.emphasis]
    return re.compile(rf"(?P<mark>(?:{_any(marks)})?)(?P<label>[^*]+)(?P=mark)")


@cache
def mark_pattern() -> re.Pattern[str]:
    """The mark that opens the words after a lead-in, with the blank behind it."""
    marks = [mark for family in families("lead-in") for mark in family.marks]
    return re.compile(rf"(?:{_any(marks)})\s*(?=[^\W\d_]|[“«\"…])")


def _any(marks: Iterable[str]) -> str:
    return "|".join(re.escape(mark) for mark in sorted(marks, key=len, reverse=True))


def _family(path: Path) -> Family:
    content: Mapping[str, Any] = yaml.safe_load(path.read_text("utf-8"))
    lists = {key: tuple(content.get(key, ())) for key in ("separators", "marks", "emphasis", "parts")}
    return Family(path.stem, content["opening"], **lists)
