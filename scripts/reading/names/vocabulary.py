"""The vocabulary of a text: where each of its words stands, so that a name is looked up once for all its places."""

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """The places of every word of a text, by its spelling."""

    words: Mapping[str, Sequence[int]]
    capitalised: Mapping[str, Sequence[int]]
    """Those that begin with a capital letter or in a script without capitals."""


@lru_cache(maxsize=2)
def vocabulary(text: str) -> Vocabulary:
    """The vocabulary of a text."""
    places: defaultdict[str, list[int]] = defaultdict(list)
    for match in WORD.finditer(text):
        places[match.group()].append(match.start())
    words = dict(places)
    return Vocabulary(words, {word: places for word, places in words.items() if not word[0].islower()})
