"""Places: where, behind an office, what the office is of ends, and the name of its holder begins."""

import re
from collections.abc import Sequence

from scripts.reading.structure.wording import Grammar

GLUED = re.compile(r"(?:[^\W\d_]\.-?)+[^\W\d_][\w-]+")
"""Initials and a surname without a blank between them: what stands in front is no part of the name."""


def after_place(tokens: Sequence[str], words: Grammar) -> Sequence[str]:
    """What follows "of the Republic of Veldoria": nothing, or the name."""
    rest = tokens
    while rest and rest[0].casefold() in words.prepositions and not opens_surname(rest, words):
        rest = [token for token in rest[1:] if token.casefold() not in words.articles]
        rest = rest[_length_of_place(before_preposition(rest, words), words) :]
    if rest is tokens and words.place_behind:
        return rest[_length_of_place_behind(rest, words) :]
    return rest


def _length_of_place_behind(tokens: Sequence[str], words: Grammar) -> int:
    """How many of the words behind an office are its place in the genitive; a name has two words or initials."""
    folded = [token.casefold() for token in tokens]
    several = [len(place) for place in words.places if tuple(folded[: len(place)]) == place]
    until = len(before_preposition(tokens, words))
    ending = [index + 1 for index, token in enumerate(folded[:until]) if token in words.place_endings]
    glued = [index for index, token in enumerate(tokens[:until]) if GLUED.fullmatch(token)]
    length = max([0, *several, *ending, *glued[:1]])
    left = tokens[length:until]
    has_initials = len(left) > 1 and "." in left[1]
    is_place = len(left) > 1 and words.place_behind and words.place_behind.match(left[0])
    if not is_place or not (has_initials or (len(left) == 3 and not words.patronymic.search(left[1]))):
        return length
    return length + 1


def _length_of_place(tokens: Sequence[str], words: Grammar) -> int:
    """How many of the words, a place and perhaps a name, are the place."""
    folded = [token.casefold() for token in tokens]
    several = [len(place) for place in words.places if tuple(folded[: len(place)]) == place]
    ending = [index + 1 for index, token in enumerate(folded) if token in words.place_endings]
    length = max([1, *several, *ending])
    while folded[length : length + 1] and folded[length] in words.conjunctions:
        length += 2
    return length


def before_preposition(tokens: Sequence[str], words: Grammar) -> Sequence[str]:
    """The words in front of the first preposition."""
    following = (index for index, token in enumerate(tokens) if token.casefold() in words.prepositions)
    return tokens[: next(following, len(tokens))]


def opens_surname(tokens: Sequence[str], words: Grammar) -> bool:
    """Whether the words begin with a particle that no preposition looks like, and with no state behind it."""
    folded = tuple(token.casefold() for token in tokens)
    length = _listed(folded, words)
    set_off = length > 1 or (length == 1 and tokens[0].istitle() and not " ".join(tokens).istitle())
    surname = folded[length : length + 1]
    return set_off and bool(surname) and surname[0] not in words.states | words.place_endings


def length_of_particle(tokens: Sequence[str], words: Grammar) -> int:
    """How many words the particle of a name has that words begin with, and the article behind it; 0 for none."""
    folded = tuple(token.casefold() for token in tokens)
    length = _listed(folded, words)
    while length and folded[length : length + 1] and folded[length] in words.articles | words.particles:
        length += 1
    return length


def _listed(folded: tuple[str, ...], words: Grammar) -> int:
    """How many words the longest particle has that words begin with."""
    return next((len(name) for name in words.name_particles if folded[: len(name)] == name), 0)
