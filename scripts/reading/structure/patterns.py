"""The patterns of a language, compiled once: what stands in its word file `structure`."""

import re
from collections.abc import Mapping
from functools import cache

from scripts.reading.language import Language

SUBJECT = "structure"


@cache
def pattern(language: Language, key: str) -> re.Pattern[str]:
    """The pattern under `key`; a list of patterns is one with alternatives."""
    written = language.words(SUBJECT)[key]
    alternatives = [written] if isinstance(written, str) else written
    return re.compile("|".join(f"(?:{alternative})" for alternative in alternatives), re.IGNORECASE)


@cache
def patterns(language: Language, key: str) -> tuple[re.Pattern[str], ...]:
    """The list of patterns under `key`, each by itself, so that groups may bear the same name."""
    return tuple(re.compile(written, re.IGNORECASE) for written in language.words(SUBJECT)[key])


@cache
def words(language: Language, key: str) -> frozenset[str]:
    """The words under `key`, in lower case."""
    return frozenset(language.words(SUBJECT)[key].casefold().split())


def named(language: Language, key: str, line: str) -> Mapping[str, str] | None:
    """The groups of the first pattern of the list that matches the whole line."""
    for each in patterns(language, key):
        if found := each.fullmatch(line):
            return found.groupdict()
    return None
