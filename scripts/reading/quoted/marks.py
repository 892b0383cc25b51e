"""Quotation marks: the words that stand between them, paragraph by paragraph."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from lading.standoff import Span
from scripts.reading.language import Language

TRAILING = re.compile(r"[\s,]+\Z")
LEADING = re.compile(r"\s+")


@dataclass(frozen=True, slots=True)
class Quoted:
    """Words between quotation marks."""

    words: Span
    """Without the marks, and without the comma that belongs to the sentence around."""
    outer: Span
    """With the marks."""
    continues: bool = False
    """Whether the words go on in the next paragraph, which opens with the mark again."""


@cache
def quotation_marks(language: Language) -> Mapping[str, str]:
    """The closing mark of each opening mark."""
    return dict(language.words("quotations")["marks"])


@cache
def _any_mark(language: Language) -> re.Pattern[str]:
    marks = {mark for pair in quotation_marks(language).items() for mark in pair}
    return re.compile("[" + "".join(map(re.escape, sorted(marks))) + "]")


def find(text: str, paragraphs: Sequence[Span], language: Language) -> list[list[Quoted]]:
    """The words between marks in each of the paragraphs. Marks within the words are part of them."""
    following = (*paragraphs[1:], None)
    pairs = zip(paragraphs, following, strict=False)
    return [
        [quoted for quoted in _in_paragraph(text, paragraph, after, language) if quoted.words.start < quoted.words.end]
        for paragraph, after in pairs
    ]


def _in_paragraph(text: str, paragraph: Span, following: Span | None, language: Language) -> Iterator[Quoted]:
    closing_marks = quotation_marks(language)
    marks = list(_any_mark(language).finditer(text, *paragraph))
    closings = {
        closing: [i for i, mark in enumerate(marks) if _closes(text, mark, closing)]
        for closing in set(closing_marks.values())
    }
    reached = 0
    for number, mark in enumerate(marks):
        if number < reached or mark.group() not in closing_marks or not _opens(text, mark):
            continue
        ends = closings[closing_marks[mark.group()]]
        end = bisect_right(ends, number)
        if end < len(ends):
            reached = ends[end] + 1
            yield _quoted(text, mark.end(), *marks[ends[end]].span())
        elif following is not None and text.startswith(mark.group(), following.start):
            yield _quoted(text, mark.end(), paragraph.end, paragraph.end, continues=True)
            return


def _quoted(text: str, start: int, end: int, outer_end: int, *, continues: bool = False) -> Quoted:
    words = TRAILING.sub("", text[start:end])
    blank = LEADING.match(words)
    begin = start + (blank.end() if blank else 0)
    return Quoted(Span(begin, max(begin, start + len(words))), Span(start - 1, outer_end), continues)


def _opens(text: str, mark: re.Match[str]) -> bool:
    """Whether the mark can open: words follow, and a mark that might be an apostrophe or an inch follows none."""
    followed = not text[mark.end() : mark.end() + 1].isspace()
    return followed and not (mark.start() and text[mark.start() - 1].isalnum())


def _closes(text: str, mark: re.Match[str], closing: str) -> bool:
    """Whether the mark is the closing one, and no apostrophe within a word."""
    return mark.group() == closing and not text[mark.end() : mark.end() + 1].isalnum()
