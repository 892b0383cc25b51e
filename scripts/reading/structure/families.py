"""Layout families: the ways in which turns open, each described by a file in `layouts`."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import yaml

LAYOUTS = Path(__file__).parent / "layouts"

LONGEST_LABEL = 120

NOTE = r"\([^()]{0,120}\)|\[[^\[\]]{0,120}\]"
QUOTED_NAME = r"«[^«»]{1,60}»|“[^“”]{1,60}”|„[^„“”]{1,60}[“”]|\"[^\"]{1,60}\""
CAPITAL = r"[^\W\d_a-z\u00df-\u00ff]"
TIMESTAMP = r"[(\[]?\d{1,2}:\d\d(?::\d\d)?[)\]]?"
IN_FRONT = rf"(?:>\s*)*(?:{TIMESTAMP}\s+(?:[-\u2013\u2014]\s+)?)?"
"""The marks with which Markdown sets lines off, and the time at which somebody starts to speak."""


@dataclass(frozen=True, slots=True)
class Family:
    """One way to open a turn.

    A turn opens with a `label` or a `letter` and a separator, a label that is a `line` by itself, a `lead-in` and a
    mark, a `sentence` and a colon, a `heading` or the `title` that names the speaker, or, where nobody is named, with
    a `dash`, after `emphasis` or after a `question`.
    """

    name: str
    opening: str
    separators: tuple[str, ...] = ()
    marks: tuple[str, ...] = ()
    emphasis: tuple[str, ...] = ()
    parts: tuple[str, ...] = ()
    """The parts for which letters stand."""
    blank: bool = True
    """Whether a blank stands between the separator and the words."""
    proof: bool = False
    """Whether other texts look alike, so that a label must be proved by more than its look."""
    told: bool = False
    """Whether so many other texts look alike that each label must tell an office, a part or somebody announced."""
    capitals: bool = False
    """Whether the last word of a label is in capitals."""
    worded: bool = False
    """Whether a label is the word for a question or an answer, in full."""
    sure: bool = False
    """Whether nothing else looks alike, so that a label needs no proof at all."""


Match = tuple[Family, re.Match[str]]
"""What may be a label, and the family that prints such labels."""


@cache
def families(opening: str) -> tuple[Family, ...]:
    """The families with this opening, in the order of their names."""
    return tuple(family for path in sorted(LAYOUTS.glob("*.yaml")) if (family := _family(path)).opening == opening)


@cache
def label_patterns() -> tuple[tuple[Family, re.Pattern[str]], ...]:
    """For each family a label with its separator at the start of a block; notes in brackets may stand in it.

    Families whose labels need no proof go before those that look like other texts.
    """
    ordered = sorted(families("label"), key=lambda family: (family.proof, not family.emphasis, family.name))
    return tuple((family, _label_pattern(family)) for family in ordered)


def _label_pattern(family: Family) -> re.Pattern[str]:
    separator = rf"(?:\s*{TIMESTAMP})?\s*(?:{_any(family.separators)})"
    if family.capitals:
        separator = rf"(?<={CAPITAL}{{2}}){separator}"
    label = rf"(?P<label>(?=[^\W_]|[«“„\"(\[])(?:{NOTE}|{QUOTED_NAME}|[^*:\uff1a?!;“”„\"«»]){{1,{LONGEST_LABEL}}}?)"
    behind = r"(?:\s+|$)" if family.blank else r"(?=[^\W\d_]|[“«\"(\[])"
    if not family.emphasis:
        return re.compile(rf"{IN_FRONT}{label}{separator}{behind}")
    note = rf"(?:\s*[*_]{{0,2}}(?:{NOTE})[*_]{{0,2}})?"
    closed = rf"(?:{separator}\s*(?P=mark)|(?P=mark){note}{separator})"
    return re.compile(rf"{IN_FRONT}(?P<mark>{_any(family.emphasis)}){label}{closed}{behind}")


@cache
def letter_patterns() -> tuple[tuple[Family, re.Pattern[str]], ...]:
    """For each family a letter set off from the words after it."""
    return tuple(
        (
            family,
            re.compile(rf"{IN_FRONT}(?P<label>[^\W\d_])(?:{_any(family.separators)})\s*(?=[^\s:])(?!(?:{NOTE})\s*:)"),
        )
        for family in families("letter")
    )


@cache
def line_pattern() -> re.Pattern[str]:
    """A label that is all of a line, emphasised or not, perhaps with a time."""
    marks = [mark for family in families("line") for mark in family.emphasis]
    return re.compile(rf"{IN_FRONT}(?P<mark>(?:{_any(marks)})?)(?P<label>[^*]+?)(?:\s*{TIMESTAMP})?(?P=mark)")


@cache
def mark_pattern() -> re.Pattern[str]:
    """The mark that opens the words after a lead-in, with the blank behind it."""
    return _mark_pattern("lead-in")


@cache
def dash_pattern() -> re.Pattern[str]:
    """The dash that opens a turn of somebody whom nothing names, with the blank behind it."""
    return _mark_pattern("dash")


def _mark_pattern(opening: str) -> re.Pattern[str]:
    marks = [mark for family in families(opening) for mark in family.marks]
    return re.compile(rf"(?:{_any(marks)})\s*(?=[^\W\d_]|[“«\"…¿¡(\[]|\.\.\.)")


@cache
def emphasis_pattern() -> re.Pattern[str]:
    """A paragraph that is emphasised throughout."""
    marks = [mark for family in families("emphasis") for mark in family.emphasis]
    return re.compile(rf"(?P<mark>{_any(marks)})(?P<words>[^*]+?)(?P=mark)")


def _any(marks: Iterable[str]) -> str:
    return "|".join(re.escape(mark) for mark in sorted(marks, key=len, reverse=True))


def _family(path: Path) -> Family:
    content: dict[str, Any] = yaml.safe_load(path.read_text("utf-8"))
    settings: dict[str, Any] = {
        key: tuple(value) if isinstance(value, list) else value for key, value in content.items()
    }
    return Family(name=path.stem, **settings)
