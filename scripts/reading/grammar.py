"""Grammars: the rules of a word file, compiled once, and what they find in a text.

A rule is a regular expression in which a blank stands for any white space and `<slot>` for one of the words of that
slot, `<:slot>` for one that is not kept. A slot is a list of words, a mapping from words to their values, or a pattern
that may hold slots itself. What lies in a group named `it` is found, in front and behind is context; without such a
group it is the whole match.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import chain
from typing import Any

from lading.standoff import Span
from scripts.reading import openings

SLOT = re.compile(r"(?<!\?P)<(:?)([a-z_]+)>")
DIGITS = "0123456789"
NOT_INSIDE = r"(?<![\w+])(?<![^\W\d]-)(?<!\d[.,:/])"
NOT_FOLLOWED = r"(?!\w)(?![.,:/+]\d)"
"""A rule matches whole words and figures: 19 is not found in COVID-19, 3 neither in 3+3 nor in 3.5."""

NOTHING = r"(?!)"

Slot = str | Sequence[str] | Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Rule:
    """A pattern, the way its matches are read, and what the word file adds to that."""

    reads: str
    pattern: re.Pattern[str]
    settings: Mapping[str, Any]
    slots: Mapping[str, str]
    """The slot that each group of the pattern stands for."""


@dataclass(frozen=True, slots=True)
class Match:
    """What a rule found, with the words in its slots."""

    start: int
    end: int
    rule: Rule
    words: Mapping[str, str]
    values: Mapping[str, Any]
    """The values of the words of those slots that are mappings."""

    def first_value(self, *slots: str) -> Any:
        """The value of the first of the slots that has one: a word in front and one behind have slots of their own."""
        return next((self.values[slot] for slot in slots if slot in self.values), None)


class Grammar:
    """The rules of a word file; `slots` adds slots that several word files share."""

    def __init__(self, words: Mapping[str, Any], slots: Mapping[str, Slot] | None = None) -> None:
        self._slots = {**(slots or {}), **words["slots"]}
        self._lookup = {
            name: {folded(word): value for word, value in slot.items()}
            for name, slot in self._slots.items()
            if isinstance(slot, Mapping)
        }
        self._written = words["rules"]
        self._rules_by_opening: dict[str, list[int]] = defaultdict(list)
        self._rules_by_longest: dict[str, Sequence[Rule]] = {}
        for number, rule in enumerate(self._written):
            for opening in openings.Reader(rule["pattern"], self._openings).prefixes():
                self._rules_by_opening[opening].append(number)
        self._places = re.compile(f"{NOT_INSIDE}(?=({openings.trie({*self._rules_by_opening})}))")

    @cache  # noqa: B019
    def _rule(self, number: int) -> Rule:
        """A rule, compiled when it may match for the first time: most rules never may in a document."""
        settings = dict(self._written[number])
        reads, compiled = settings.pop("reads"), self.pattern(settings.pop("pattern"))
        return Rule(reads, compiled, settings, {group: group.rstrip(DIGITS) for group in compiled.groupindex})

    def pattern(self, source: str) -> re.Pattern[str]:
        """A pattern with its slots filled in."""
        return re.compile(f"{NOT_INSIDE}(?:{self._fill(source)}){NOT_FOLLOWED}", re.IGNORECASE)

    def find(self, text: str, spans: Iterable[Span]) -> tuple[Match, ...]:
        """What the rules find within the spans, in order and disjoint: the leftmost, of those the longest."""
        return tuple(match for span in spans for match in self._disjoint(text, span))

    def _disjoint(self, text: str, span: Span) -> Iterator[Match]:
        reached = span.start
        for match in sorted(self._matches(text, span), key=lambda it: (it.start, -it.end)):
            if match.start >= reached:
                reached = match.end
                yield match

    def _matches(self, text: str, span: Span) -> Iterator[Match]:
        for place in self._places.finditer(openings.small(text), *span):
            for rule in self._beginning_with(place[1]):
                if found := rule.pattern.match(text, place.start(), span.end):
                    yield self._match(rule, found)

    def _beginning_with(self, opening: str) -> Sequence[Rule]:
        """The rules that may match where the longest opening of any of them stands."""
        opening = openings.normal(opening)
        if (rules := self._rules_by_longest.get(opening)) is None:
            found = (self._rules_by_opening.get(opening[:length], ()) for length in range(len(opening) + 1))
            rules = [self._rule(number) for number in sorted({*chain.from_iterable(found)})]
            self._rules_by_longest[opening] = rules
        return rules

    def _match(self, rule: Rule, found: re.Match[str]) -> Match:
        words = {rule.slots[group]: word for group, word in found.groupdict().items() if word is not None}
        it = "it" if "it" in words else 0
        values = {
            name: self._lookup[name][" ".join(folded(word).split())]
            for name, word in words.items()
            if name in self._lookup
        }
        return Match(found.start(it), found.end(it), rule, words, values)

    @cache  # noqa: B019
    def _openings(self, name: str) -> openings.Openings:
        slot = self._slots[name]
        if isinstance(slot, str):
            return openings.Reader(slot, self._openings).openings()
        return openings.of_words(slot)

    def _fill(self, source: str) -> str:
        return self._filled(source, Counter())

    def _filled(self, source: str, used: Counter[str]) -> str:
        def group(slot: re.Match[str]) -> str:
            inside = self._alternatives(slot[2], used)
            if slot[1]:
                return f"(?:{inside})"
            used[slot[2]] += 1  # a slot that stands in a pattern more than once is a group each time
            return f"(?P<{slot[2]}{used[slot[2]]}>{inside})"

        return SLOT.sub(group, source.replace(" ", r"\s+"))

    def _alternatives(self, name: str, used: Counter[str]) -> str:
        slot = self._slots[name]
        return self._filled(slot, used) if isinstance(slot, str) else alternatives(slot)


def folded(word: str) -> str:
    """A word without regard to case: as in patterns that ignore it, i is the same with a dot and without."""
    return word.casefold().replace("i\u0307", "i").replace("\u0131", "i")


def listed(phrases: str) -> tuple[str, ...]:
    """The phrases of a list that is written with commas."""
    return tuple(phrase for phrase in (part.strip() for part in phrases.split(",")) if phrase)


def alternatives(words: Iterable[str]) -> str:
    """A pattern for any of the words, a longer one before one that it begins with; without words it never matches."""
    ordered = sorted(words, key=lambda word: (-len(word), word))
    return "|".join(r"\s+".join(map(re.escape, word.split())) for word in ordered) or NOTHING


def any_of(words: Iterable[str], behind: str = r"(?!\w)") -> re.Pattern[str]:
    """Finds any of the words, in upper or lower case, where `behind` matches what follows."""
    return re.compile(rf"(?<!\w)(?:{alternatives(words)}){behind}", re.IGNORECASE)
