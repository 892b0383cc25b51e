"""Layout families: the ways in which turns open, each described by a file in `layouts`."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import yaml

LAYOUTS = Path(__file__).parent / "layouts"

LONGEST_LABEL = 120


@dataclass(frozen=True, slots=True)
class Family:
    """One way to open a turn: by a `label` and a separator, by a `lead-in` and a mark, or by the `title`."""

    name: str
    opening: str
    separators: tuple[str, ...] = ()
    marks: tuple[str, ...] = ()


@cache
def families(opening: str) -> tuple[Family, ...]:
    """The families with this opening, in the order of their names."""
    return tuple(family for path in sorted(LAYOUTS.glob("*.yaml")) if (family := _family(path)).opening == opening)


@cache
def label_pattern() -> re.Pattern[str]:
    """A label with its separator at the start of a block; notes in brackets may stand in it."""
    separators = [re.escape(mark) for family in families("label") for mark in family.separators]
    note = r"\([^()]*\)|\[[^\[\]]*\]"
    label = rf"(?P<label>(?:{note}|[^:\uff1a?!;“”\"«»]){{1,{LONGEST_LABEL}}}?)"
    return re.compile(rf"{label}\s*(?:{'|'.join(separators)})(?:\s+|$)")


@cache
def mark_pattern() -> re.Pattern[str]:
    """The mark that opens the words after a lead-in, with the blank behind it."""
    marks = [re.escape(mark) for family in families("lead-in") for mark in family.marks]
    return re.compile(rf"(?:{'|'.join(marks)})\s*(?=[^\W\d_]|[“«\"…])")


def _family(path: Path) -> Family:
    content: Mapping[str, Any] = yaml.safe_load(path.read_text("utf-8"))
    lists = {key: tuple(content.get(key, ())) for key in ("separators", "marks")}
    return Family(path.stem, content["opening"], **lists)
