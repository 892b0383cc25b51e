"""The patterns of a language, compiled once: what stands in its word files `header` and `speech`."""

import re
from collections.abc import Mapping
from functools import cache
from typing import Any

from scripts.reading.language import Language

BULLETS = "•|*·- \t"
SUBJECTS = ("header", "speech")


def written(language: Language, key: str) -> Any:
    """What stands under `key`."""
    return next(words[key] for subject in SUBJECTS if key in (words := language.words(subject)))


@cache
def pattern(language: Language, key: str) -> re.Pattern[str]:
    """The pattern under `key`; a list of patterns is one with alternatives."""
    found = written(language, key)
    alternatives = [found] if isinstance(found, str) else found
    return re.compile("|".join(f"(?:{alternative})" for alternative in alternatives), re.IGNORECASE)


@cache
def patterns(language: Language, key: str) -> tuple[re.Pattern[str], ...]:
    """The list of patterns under `key`, each by itself, so that groups may bear the same name."""
    return tuple(re.compile(each, re.IGNORECASE) for each in written(language, key))


@cache
def words(language: Language, key: str) -> frozenset[str]:
    """The words under `key`, in lower case."""
    return frozenset(written(language, key).casefold().split())


@cache
def tongues(language: Language) -> tuple[Language, ...]:
    """The language and those in which its sites print what stands around a text."""
    return (language, *(Language(tag) for tag in written(language, "sites_also_in").split()))


@cache
def furniture(language: Language, key: str) -> re.Pattern[str]:
    """The pattern under `key` in any of the languages that a site may print."""
    return re.compile("|".join(pattern(tongue, key).pattern for tongue in tongues(language)), re.IGNORECASE)


def of_site(language: Language, line: str) -> bool:
    """Whether the line is one of the site's: a link of its navigation, or what it tells its visitors."""
    bare = line.strip(BULLETS)
    return any(furniture(language, key).fullmatch(bare) for key in ("navigation", "site_notices", "counters"))


def of_section(language: Language, line: str) -> bool:
    """Whether the line is the heading of a section of a site, which holds many documents."""
    return furniture(language, "sections").fullmatch(line.strip(BULLETS)) is not None


def named(language: Language, key: str, line: str) -> Mapping[str, str] | None:
    """The groups of the first pattern of the list that matches the whole line."""
    for each in patterns(language, key):
        if found := each.fullmatch(line):
            return found.groupdict()
    return None
