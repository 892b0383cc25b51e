"""Full names: where a text gives in full the name of somebody whom its labels call by surname or initials."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from lading.standoff import Span
from scripts.reading.names.directory import Directory
from scripts.reading.names.shapes import GAP, INITIAL_END, WORD
from scripts.reading.names.vocabulary import vocabulary

FIRST_NAME = re.compile(rf"(?<![\w.'\u2019-])({WORD}){GAP}(?:({WORD}){GAP})?$")
SET_OFF = re.compile(r"[,.)\]]")
COMMA_BEFORE = re.compile(r",\s$")
LOOK_BACK = 60


class Name(NamedTuple):
    """The name of somebody: its words, and how it is printed."""

    words: tuple[str, ...]
    printed: str
    is_inflected: bool = False
    """Whether the name is known to stand in another case."""


def in_full(text: str, words: tuple[str, ...], directory: Directory) -> Iterator[Name]:
    """The full names that the short one may stand for: a common first name, with its initial, before the surname."""
    shapes = directory.shapes
    *initials, surname = words
    if len(words) > 1 and not initials[0].endswith(INITIAL_END):
        return
    keys = set(shapes.keys(surname))
    known = vocabulary(text)
    for word in known.capitalised:
        if not keys.isdisjoint(shapes.keys(word)):
            for place in known.places(word):
                match = FIRST_NAME.search(text, max(0, place - LOOK_BACK), place)
                is_set_off = bool(SET_OFF.match(text, place + len(word)))
                first = _first_name(text, match, initials, directory, is_set_off=is_set_off) if match else None
                if first is not None:
                    name = Span(first, place + len(word))
                    found = directory.offices.unknown(text, name)
                    if found and found[-1].end == name.end:
                        yield Name(tuple(part.text for part in found), " ".join(text[name.start : name.end].split()))


def _first_name(
    text: str, match: re.Match[str], initials: list[str], directory: Directory, *, is_set_off: bool
) -> int | None:
    """Where the first name begins that ends in front of a surname, with a patronymic or without.

    Between commas any capitalised word in front of the surname is the first name.
    """
    shapes = directory.shapes
    has_patronymic = match[2] is not None and shapes.is_patronymic(match[2])
    group = 2 if match[2] is not None and not has_patronymic else 1
    is_between_commas = (
        is_set_off and COMMA_BEFORE.search(text, max(0, match.start(group) - 2), match.start(group)) is not None
    )
    given = shapes.given(match[group]) or (match[group] if is_between_commas else None)
    if given is None:
        return None
    fits = not initials or shapes.fold(given)[:1] == shapes.fold(initials[0].removesuffix(INITIAL_END))[:1]
    return match.start(group) if fits else None
