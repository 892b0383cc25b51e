"""The vocabulary of a text: where each of its words stands, so that a name is looked up once for all its places."""

import re
from collections.abc import Mapping, Sequence
from functools import lru_cache

WORD = re.compile(r"\w+")


@lru_cache(maxsize=2)
def vocabulary(text: str) -> Mapping[str, Sequence[int]]:
    """The places of every word, by its spelling."""
    places: dict[str, list[int]] = {}
    for match in WORD.finditer(text):
        word = match.group()
        if word in places:
            places[word].append(match.start())
        else:
            places[word] = [match.start()]
    return places
