"""Sentences: where one ends, and where a full stop only ends an abbreviation, an initial or a number."""

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache

from lading.standoff import Span
from scripts.reading import blocks
from scripts.reading.language import Language
from scripts.reading.names.shapes import CAPITAL

CLOSINGS = "\"'\u201c\u201d\u2018\u2019\u00bb\u00ab\u203a\u2039"
OPENINGS = "\"'\u201c\u201e\u2018\u00ab\u00bb\u2019("
GLUED = rf"(?<=[^\W\d_]{{3}}[.!?])(?={CAPITAL}[^\W\d_])"
"""Two sentences with no blank between them."""
STOP = re.compile(
    rf"(?P<mark>[.!?\u2026]+)(?P<closing>(?:[{CLOSINGS})\]]|[ \u00a0\u202f][\u00bb\u203a](?!\w))*(?:\[\d+\])*)"
    rf"(?:\s+|{GLUED})(?=(?P<next>(?:[\u2013\u2014-]\s+)?\S+))"
)
LAST_WORD = re.compile(rf"(?<![^\s{OPENINGS}\[\u2116-])[^\s{OPENINGS}\[]{{1,15}}$")
INITIALS = re.compile(rf"(?:{CAPITAL}\.)*{CAPITAL}")
NUMBER = re.compile(r"\d{1,3}|[^\W\d_]|[ivxlc]+")
FIRST_WORD = re.compile(r"\w*")
CLOSING_MARKS = tuple(f"{CLOSINGS} \u00a0\u202f")
OPENING_MARKS = " \t\n\u00a0\"'\u201c\u201d\u2018\u00ab\u00bb\u201e\u201a\u2039\u203a([\u2013\u2014-\u2022*\u00bf\u00a1"
ORDINAL = re.compile(r"\d{1,2}|[IVXLC]{1,7}")
LONGEST_WORD = 16


@dataclass(frozen=True, slots=True)
class Abbreviations:
    """The words of a language that a full stop follows within a sentence."""

    before_names: frozenset[str]
    before_numbers: frozenset[str]
    either: frozenset[str]
    mostly_inside: frozenset[str]
    openers: frozenset[str]
    one_letter: frozenset[str]
    """Words of one capital letter, which are no initials."""
    ordinal_stop: bool
    """Whether figures with a full stop are an ordinal."""


@cache
def abbreviations(language: Language) -> Abbreviations:
    """The abbreviations of a language."""
    words = language.words("sentences")
    lists = ("before_names", "before_numbers", "either", "mostly_inside", "openers", "one_letter")
    return Abbreviations(**{name: frozenset(words[name].split()) for name in lists}, ordinal_stop=words["ordinal_stop"])


def split(text: str, span: Span, language: Language) -> list[Span]:
    """The sentences within a span of the text, without the white space around them; a paragraph ends one."""
    words = abbreviations(language)
    return [sentence for part in _paragraphs(text, span) for sentence in _sentences(text, part, words)]


def _sentences(text: str, paragraph: Span, words: Abbreviations) -> Iterator[Span]:
    start = paragraph.start
    for stop in STOP.finditer(text, *paragraph):
        if _ends(text, start, stop, words):
            yield Span(start, stop.end("closing"))
            start = stop.end()
    yield Span(start, paragraph.end)


def _ends(text: str, start: int, stop: re.Match[str], words: Abbreviations) -> bool:
    """Whether a sentence ends at a mark that white space follows."""
    following = stop["next"].lstrip(OPENING_MARKS)
    if following[:1].islower():
        return False
    if stop["mark"] != "." or stop["closing"].startswith(CLOSING_MARKS):
        return True
    last = LAST_WORD.search(text, max(start, stop.start() - LONGEST_WORD), stop.start())
    return last is None or _ends_after(last.group(), following, words, opens_sentence=last.start() == start)


def _ends_after(word: str, following: str, words: Abbreviations, *, opens_sentence: bool) -> bool:
    """Whether a sentence ends at the full stop between a word and what follows."""
    first = FIRST_WORD.match(following)
    is_opener = first is not None and first.group() in words.openers and following[first.end() :][:1] != "."
    if opens_sentence and NUMBER.fullmatch(word):
        return False  # it numbers the sentence
    if word in words.before_names:
        return False
    if words.ordinal_stop and ORDINAL.fullmatch(word):
        return is_opener
    if word in words.before_numbers and following[:1].isdigit():
        return False
    if word in words.either or (INITIALS.fullmatch(word) and word not in words.one_letter):
        return is_opener
    return word not in words.mostly_inside or following[:1].isupper()


def _paragraphs(text: str, span: Span) -> Iterator[Span]:
    """The parts of the span that lie in one paragraph each."""
    every = _blocks(text)
    first = max(bisect_right(every, span.start, key=lambda block: block.start) - 1, 0)
    for number in range(first, len(every)):
        block = every[number]
        if block.start >= span.end:
            break
        start, end = max(block.start, span.start), min(block.end, span.end)
        part = text[start:end]
        if part.strip():
            yield Span(start + len(part) - len(part.lstrip()), end - len(part) + len(part.rstrip()))


@lru_cache(maxsize=2)
def _blocks(text: str) -> tuple[blocks.Block, ...]:
    """The paragraphs of a text, kept because it is asked for turn after turn."""
    return blocks.split(text)
