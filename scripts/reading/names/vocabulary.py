"""The vocabulary of a text: its distinct words, so that a name is looked up once for all the places of a word."""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache

from lading.standoff import Span

WORD = re.compile(r"\w+")


class Vocabulary:
    """The distinct words of a text; where one stands is found when it is asked for."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._places: dict[str, list[int]] = {}
        self.words = dict.fromkeys(WORD.findall(text))
        self.capitalised = [word for word in self.words if not word[0].islower()]
        """Those that begin with a capital letter, or in a script without capitals."""

    def __contains__(self, word: object) -> bool:
        return word in self.words

    def spans_with(self, words: Iterable[str], spans: Sequence[Span]) -> list[Span]:
        """Those of the spans in which one of the words begins."""
        places = sorted(place for word in words if word in self.words for place in self.places(word))
        return [span for span in spans if bisect_left(places, span.start) < bisect_left(places, span.end)]

    def places_within(self, word: str, span: Span) -> Sequence[int]:
        """Where a word stands within a span."""
        places = self.places(word)
        return places[bisect_left(places, span.start) : bisect_left(places, span.end)]

    def places(self, word: str) -> Sequence[int]:
        """Where a word stands."""
        if word not in self._places:
            self._places[word] = list(self._find(word))
        return self._places[word]

    def _find(self, word: str) -> Iterator[int]:
        text, start = self._text, self._text.find(word)
        while start >= 0:
            end = start + len(word)
            if not (_is_of_word(text[start - 1 : start]) or _is_of_word(text[end : end + 1])):
                yield start
            start = text.find(word, end)


def _is_of_word(character: str) -> bool:
    return character.isalnum() or character == "_"


@lru_cache(maxsize=2)
def vocabulary(text: str) -> Vocabulary:
    """The vocabulary of a text."""
    return Vocabulary(text)
