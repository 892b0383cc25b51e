"""A gazetteer: finds every one of many names in a text, by the words that they are made of."""

import re
from bisect import bisect_left
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise, product
from typing import Generic, TypeVar

from lading.standoff import Span
from scripts.reading.names.vocabulary import WORD, vocabulary

Meaning = TypeVar("Meaning")
Forms = Callable[[str], Sequence[str]]

SAME = str.maketrans({"\u2019": "'", "\u02bc": "'", "\u2010": "-", "\u2011": "-"})
BLANKS = re.compile(r"\s+")
EMPTY_LINE = re.compile(r"\n\s*\n")
NEXT_WORD = re.compile(r"(\W{1,24})(\w+)")
SHORT = 400
"""A text of fewer characters is read as it is."""
TEXTS_REMEMBERED = 2
WORDS_REMEMBERED = 1 << 16


@dataclass(frozen=True, slots=True)
class Hit(Generic[Meaning]):
    """A name in a text, and what it means."""

    start: int
    end: int
    meaning: Meaning

    @property
    def span(self) -> Span:
        """Where the name stands."""
        return Span(self.start, self.end)


@dataclass(frozen=True, slots=True)
class Entry(Generic[Meaning]):
    """A name behind its first word: the further words, each with what parts it from the one before, and the end."""

    further: tuple[tuple[str, str], ...]
    tail: str
    meaning: Meaning


@dataclass(frozen=True, slots=True)
class Beginning(Generic[Meaning]):
    """The names that begin with a word: those that it is the whole of, and the others by their second word."""

    whole: list[Entry[Meaning]]
    longer: dict[str, list[Entry[Meaning]]]


def as_written(word: str) -> tuple[str, ...]:
    """A word that has one form."""
    return (word,)


class Gazetteer(Generic[Meaning]):
    """Names with what they mean. Where several begin at the same place, the longest is found.

    `forms` are the words that a word of a text may be a form of, and `keys` those under which a word of a name is kept;
    `capitalised` names begin with no small letter.
    """

    def __init__(
        self,
        names: Mapping[str, Meaning],
        forms: Forms = as_written,
        keys: Forms = as_written,
        *,
        capitalised: bool = False,
    ) -> None:
        self._forms = forms
        self._keys = keys
        self._capitalised = capitalised
        self._entries: dict[str, Beginning[Meaning]] = {}
        self._known: dict[str, Sequence[Beginning[Meaning]]] = {}
        self._hits = lru_cache(maxsize=TEXTS_REMEMBERED)(self._hits_of)
        for name, meaning in names.items():
            self.add(name, meaning)

    def add(self, name: str, meaning: Meaning) -> None:
        """A further name."""
        name = normal(name)
        words = list(WORD.finditer(name))
        if not words:
            return
        gaps = [name[left.end() : right.start()] for left, right in pairwise(words)]
        for first, *others in product(*(self._keys(word.group()) for word in words)):
            further = tuple(zip(gaps, others, strict=True))
            entry = Entry(further, name[words[-1].end() :], meaning)
            beginning = self._entries.setdefault(first, Beginning([], {}))
            (beginning.longer.setdefault(others[0], []) if others else beginning.whole).append(entry)
        self._known.clear()
        self._hits.cache_clear()

    def get(self, name: str) -> Meaning | None:
        """What a name means; None where it is unknown."""
        name = normal(name)
        hit = self.at(name, 0)
        return hit.meaning if hit and hit.end == len(name) else None

    def at(self, text: str, start: int, limit: int | None = None) -> Hit[Meaning] | None:
        """The name that begins at a place of the text, and ends before a limit."""
        limit = len(text) if limit is None else limit
        word = WORD.match(text, start, limit)
        return self._behind(text, word, limit) if word else None

    def _behind(self, text: str, word: re.Match[str], limit: int) -> Hit[Meaning] | None:
        """The name that begins with a word, if the word itself begins there; most words begin none."""
        known = self._known.get(word[0])
        if known is None:
            known = self._beginning_with(word[0])
        if not known:
            return None
        start, end = word.span()
        if start and (text[start - 1].isalnum() or text[start - 1] == "_"):
            return None
        if self._capitalised and text[start].islower():
            return None
        return self._longest(text, start, end, known, limit)

    def find(self, text: str, span: Span) -> Iterator[Hit[Meaning]]:
        """The names within a span of the text, in order and without overlap."""
        reached = span.start
        for hit in self._within(text, span):
            if hit.start >= reached:
                reached = hit.end
                yield hit

    def _within(self, text: str, span: Span) -> Iterator[Hit[Meaning]]:
        if not self._entries:
            return
        if len(text) <= SHORT:
            for word in WORD.finditer(text, *span):
                if hit := self._behind(text, word, span.end):
                    yield hit
            return
        starts, hits = self._hits(text)
        for number in range(bisect_left(starts, span.start), bisect_left(starts, span.end)):
            hit = hits[number] if hits[number].end <= span.end else self.at(text, starts[number], span.end)
            if hit:
                yield hit

    def _hits_of(self, text: str) -> tuple[list[int], list[Hit[Meaning]]]:
        """The longest name from every place where one begins."""
        hits: list[Hit[Meaning]] = []
        known = self._known
        words = vocabulary(text)
        for word in words.capitalised if self._capitalised else words.words:
            entries = known.get(word)
            if entries is None:
                entries = self._beginning_with(word)
            if entries:
                places = words.places(word)
                found = (self._longest(text, place, place + len(word), entries, len(text)) for place in places)
                hits.extend(hit for hit in found if hit)
        hits.sort(key=lambda hit: hit.start)
        return [hit.start for hit in hits], hits

    def _beginning_with(self, word: str) -> Sequence[Beginning[Meaning]]:
        """The names whose first word may have the form of a word, which are remembered."""
        known = [self._entries[form] for form in self._forms(word) if form in self._entries]
        if len(self._known) >= WORDS_REMEMBERED:
            self._known.clear()
        self._known[word] = known
        return known

    def _longest(
        self, text: str, start: int, end: int, beginnings: Sequence[Beginning[Meaning]], limit: int
    ) -> Hit[Meaning] | None:
        best, reached = None, start
        for entry, last in self._endings(text, end, beginnings, limit):
            ending = _after_tail(text, last, entry.tail, limit) if entry.tail else last
            if ending > reached:
                best, reached = entry, ending
        return Hit(start, reached, best.meaning) if best else None

    def _endings(
        self, text: str, end: int, beginnings: Sequence[Beginning[Meaning]], limit: int
    ) -> Iterator[tuple[Entry[Meaning], int]]:
        """The names whose words are there, with where the last one ends."""
        for beginning in beginnings:
            for entry in beginning.whole:
                yield entry, end
        if not any(beginning.longer for beginning in beginnings):
            return
        following = NEXT_WORD.match(text, end, limit)
        for form in self._forms(following[2]) if following else ():
            for beginning in beginnings:
                for entry in beginning.longer.get(form, ()):
                    if following and (ending := self._end(text, following, entry, limit)):
                        yield entry, ending

    def _end(self, text: str, second: re.Match[str], entry: Entry[Meaning], limit: int) -> int | None:
        """Where the words of a name end whose second word is there too, if all of them are."""
        following: re.Match[str] | None = second
        for number, (gap, word) in enumerate(entry.further):
            if number and following:
                following = NEXT_WORD.match(text, following.end(), limit)
            if following is None or not _is_same_gap(following[1], gap) or word not in self._forms(following[2]):
                return None
        return following.end() if following else None


def _after_tail(text: str, end: int, tail: str, limit: int) -> int:
    """Where a name ends behind the marks at its end, 0 where they are not there."""
    reached = end + len(tail)
    is_there = reached <= limit and text[end:reached].translate(SAME) == tail
    return reached if is_there and not text[reached : reached + 1].isalnum() else 0


def normal(name: str) -> str:
    """The name with single spaces and one kind of apostrophe and hyphen."""
    return " ".join(name.translate(SAME).split())


def _is_same_gap(printed: str, gap: str) -> bool:
    """Whether what parts two words in a text is what parts them in a name; a line may end there, but no paragraph."""
    if printed == gap:
        return True
    return not EMPTY_LINE.search(printed) and BLANKS.sub(" ", printed.translate(SAME)) == gap
