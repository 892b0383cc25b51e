"""Likeness: whether a name is that of a person known, in full, short, with initials or in another case."""

import re
from collections.abc import Iterable, Sequence

from scripts.reading.language import Language
from scripts.reading.structure import spelling
from scripts.reading.structure.designation import Designation

NAME_PART = re.compile(r"[^\s.]+")


def is_among(name: str | None, persons: Iterable[Designation], language: Language) -> bool:
    """Whether one of the persons has this name, or one that it is short for, be it in another case."""
    known = [person.name for person in persons if person.name]
    if name is None or not known:
        return False
    declined = re.compile(spelling.any_case(name.split(), language), re.IGNORECASE)
    return any(declined.fullmatch(each) or is_same(name, each) or is_short_for(name, each) for each in known)


def is_abbreviated(name: str | None) -> bool:
    """Whether the name starts with an initial."""
    parts = NAME_PART.findall(name or "")
    return bool(parts) and len(parts[0]) < 3


def is_same(name: str, known: str) -> bool:
    """Whether the names are the same but for capitals and accents."""
    return spelling.unaccented(name) == spelling.unaccented(known)


def is_short_for(name: str, known: str) -> bool:
    """Whether `name` is the surname, with initials or without, of the person known."""
    parts, known_parts = (NAME_PART.findall(spelling.unaccented(each)) for each in (name, known))
    capitals = [spelling.unaccented(part) for part in known.split() if part.isupper() and len(part) > 2]
    if len(parts) == len(capitals) == 1 < len(known_parts):
        return parts == capitals  # the family name, in front of the given name
    if len(known_parts) > 2 and len(parts) > 1 and _has_initials(parts, known_parts[:-1]):
        return True  # initials and the first of two surnames
    if len(known_parts) > 2 and parts == known_parts[1:]:
        return True  # both surnames
    if len(known_parts) > 2 and ((len(parts) > 1 and known_parts[: len(parts)] == parts) or known_parts[1:2] == parts):
        return True  # the first of two surnames
    return _has_initials(parts, known_parts)


def _has_initials(parts: Sequence[str], known_parts: Sequence[str]) -> bool:
    """Whether the surnames are the same, and the initials, if there are any, those of the given names."""
    return parts[-1:] == known_parts[-1:] and all(
        len(part) <= 2 and known_part.startswith(part[0])
        for part, known_part in zip(parts[:-1], known_parts[:-1], strict=False)
    )


def is_given_name(name: str, known: str) -> bool:
    """Whether `name` is the first name of the person known and nothing else."""
    return " " not in name and " " in known and is_same(name, known.split(maxsplit=1)[0])
