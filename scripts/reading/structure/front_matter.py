"""Front matter: the keys and values between two lines of hyphens with which a file may begin."""

import re
from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path

import yaml

from schemas.vocabularies import ZoneKind

KEYS = Path(__file__).with_name("front-matter.yaml")
FENCE = re.compile(r"-{3,}|\+{3,}")
FIELD = re.compile(r"(?P<key>[^\W\d][\w -]{0,30})\s*[:=]\s*(?P<value>.*)")
LONGEST = 40
"""In lines."""

ZONES = {
    "title": ZoneKind.TITLE,
    "published": ZoneKind.DATELINE,
    "updated": ZoneKind.DATELINE,
    "event_date": ZoneKind.DATELINE,
    "place": ZoneKind.DATELINE,
    "identifier": ZoneKind.SOURCE_IDENTIFIER,
    "issuer": ZoneKind.ISSUER,
}


def size(lines: Sequence[str]) -> int:
    """The number of lines that the front matter takes, its fences included; 0 where a text has none."""
    if not lines or not FENCE.fullmatch(lines[0]):
        return 0
    end = next((index for index, line in enumerate(lines[1:LONGEST], 1) if FENCE.fullmatch(line)), 0)
    fields = sum(field(line) is not None for line in lines[1:end])
    return end + 1 if fields and FIELD.fullmatch(lines[1]) else 0


def zone(line: str) -> ZoneKind:
    """The kind of a line of the front matter."""
    stated = field(line)
    return ZONES[stated[0]] if stated else ZoneKind.SITE_BANNER


def read(lines: Sequence[str]) -> Mapping[str, str]:
    """The facts that the front matter states, by name; of two keys for the same the first counts."""
    facts: dict[str, str] = {}
    for line in lines[: size(lines)]:
        if stated := field(line):
            facts.setdefault(*stated)
    return facts


def field(line: str) -> tuple[str, str] | None:
    """The fact and the value that a line states; None where the key is not known or nothing stands behind it."""
    found = FIELD.fullmatch(line)
    fact = _facts().get(found["key"].strip().casefold()) if found else None
    value = found["value"].strip().strip("\"'").strip() if found else ""
    return (fact, value) if fact and value else None


@cache
def _facts() -> Mapping[str, str]:
    keys: Mapping[str, Sequence[str]] = yaml.safe_load(KEYS.read_text("utf-8"))
    return {key: fact for fact, names in keys.items() for key in names}
