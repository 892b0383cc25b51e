"""Quotation marks: the words that stand between them, within a paragraph or from one into others."""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache

from lading.standoff import Span
from scripts.reading.language import Language
from scripts.reading.paragraphs import Paragraph

TRAILING = re.compile(r"[\s,]+\Z")
LEADING = re.compile(r"\s+")
NO_WORDS = re.compile(r"\W*\Z")
ENDS = re.compile(r"\s*(?:[,.;!?]?\s*[\u2013\u2014-]\s|[,.]\s|\Z)")
"""What follows the last mark of words that end with a name between marks of its own."""
WITH_BLANKS = "\u00ab\u00bb\u2039\u203a\u201e"
"""Marks that blanks may part from their words, as their shape tells which way they point."""
SINGLE = "'\u2018\u2019\u201a\u2039\u203a"
APOSTROPHES = "'\u2018\u2019"
BEFORE_OPENING = "([{<\u2013\u2014-/\"'\u201c\u201e\u00ab\u00bb\u2018\u201d>"
SENTENCE_END = ".!?,\u2026"
MARKS_LOOKED_AT = 80
PARAGRAPHS_LOOKED_AT = 40


@dataclass(frozen=True, slots=True)
class Quoted:
    """Words between quotation marks."""

    words: Span
    """Without the marks, and without the comma that belongs to the sentence around."""
    outer: Span
    """With the marks."""
    continues: bool = False
    """Whether the words go on in the next paragraph, which opens with the mark again."""
    is_rest: bool = False
    """Whether the words go on from those in front, behind a clause of the reporter."""


@dataclass(frozen=True, slots=True)
class Mark:
    """A quotation mark and its place."""

    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class MarkPairs:
    """The quotation marks of a language."""

    closings: Mapping[str, frozenset[str]]
    """Those that close what a mark opens."""
    any_mark: re.Pattern[str]
    possessive: re.Pattern[str]
    """An apostrophe that may look like a closing mark."""


@cache
def mark_pairs(language: Language) -> MarkPairs:
    """The quotation marks of a language."""
    closings = defaultdict(set)
    for opening, closing in language.words("quotations")["marks"]:
        closings[opening].add(closing)
    every = {mark for opening, marks in closings.items() for mark in (opening, *marks)}
    ordered = sorted(every, key=lambda mark: (-len(mark), mark))
    return MarkPairs(
        closings={opening: frozenset(marks) for opening, marks in closings.items()},
        any_mark=re.compile("|".join(map(re.escape, ordered))),
        possessive=re.compile(language.words("offices")["possessive"]),
    )


def find(text: str, paragraphs: Sequence[Paragraph], language: Language) -> list[tuple[Paragraph, list[Quoted]]]:
    """The paragraphs with the words between marks in each. Marks within the words are part of them.

    Paragraphs that one pair of marks holds together count as one.
    """
    reader = _Reader(text, [paragraph.span for paragraph in paragraphs], mark_pairs(language))
    found = []
    number = 0
    while number < len(paragraphs):
        first, span = paragraphs[number], paragraphs[number].span
        quoted = list(reader.paragraph(number, span))
        while reader.reached > span.end:
            number += 1
            span = Span(max(reader.reached, paragraphs[number].span.start), paragraphs[number].span.end)
            if span.start < span.end:
                quoted += reader.paragraph(number, span)
        whole = Span(first.span.start, paragraphs[number].span.end)
        found.append((replace(first, span=whole), [each for each in quoted if each.words.start < each.words.end]))
        number += 1
    return found


class _Reader:
    def __init__(self, text: str, paragraphs: Sequence[Span], pairs: MarkPairs) -> None:
        self._text = text
        self._paragraphs = paragraphs
        self._pairs = pairs
        self.reached = 0

    def paragraph(self, number: int, span: Span) -> Iterator[Quoted]:
        """The words between marks that begin in a paragraph."""
        marks = self._marks(span)
        at = 0
        while at < len(marks):
            opening = marks[at]
            at += 1
            if not self._opens(opening):
                continue
            closing = self._closing(marks, at)
            if closing is None and (lasting := self._beyond(opening, number, marks[at : at + MARKS_LOOKED_AT])):
                self.reached = lasting.outer.end
                yield lasting
                return
            if closing is None and opening.text not in APOSTROPHES:
                closing = self._first_closing(marks, at)
            if closing is not None:
                yield self._quoted(opening, marks[closing].start, marks[closing].end)
                at = closing + 1

    def _beyond(self, opening: Mark, number: int, behind: Sequence[Mark]) -> Quoted | None:
        """Words that nothing closes in their paragraph: they go on behind it, or end with it."""
        paragraph = self._paragraphs[number]
        if self._is_reopened(opening, number, behind):
            return self._quoted(opening, paragraph.end, paragraph.end, continues=True)
        if closing := self._closing_elsewhere(opening, number, behind):
            return self._quoted(opening, closing.start, closing.end)
        if self._may_lack_closing(opening, paragraph, behind):
            return self._quoted(opening, paragraph.end, paragraph.end)
        return None

    def _marks(self, span: Span) -> list[Mark]:
        return [Mark(*match.span(), match.group()) for match in self._pairs.any_mark.finditer(self._text, *span)]

    def _closing(self, marks: Sequence[Mark], first: int) -> int | None:
        """The number of the mark that closes what the one before `first` opens, past what is opened within."""
        open_marks = [marks[first - 1].text]
        for number in range(first, min(len(marks), first + MARKS_LOOKED_AT)):
            mark = marks[number]
            if mark.text in self._pairs.closings[open_marks[-1]] and self._surely_closes(mark):
                open_marks.pop()
                if not open_marks:
                    return number
            elif self._is_nested(mark, open_marks[-1]):
                open_marks.append(mark.text)
        return None

    def _is_nested(self, mark: Mark, within: str) -> bool:
        """Whether a mark opens words whose closing mark might be taken for that of the words around."""
        closings = self._pairs.closings
        return mark.text in closings and bool(closings[mark.text] & closings[within]) and self._opens(mark)

    def _first_closing(self, marks: Sequence[Mark], first: int) -> int | None:
        """The first mark that may close, where one mark closes both the words and those within."""
        opening = marks[first - 1].text
        closing = self._pairs.closings[opening]
        numbers = range(first, min(len(marks), first + MARKS_LOOKED_AT))
        fitting = [number for number in numbers if marks[number].text in closing and self._surely_closes(marks[number])]
        return fitting[0] if fitting else None

    def _is_reopened(self, opening: Mark, number: int, behind: Sequence[Mark]) -> bool:
        """Whether the next paragraph opens with the mark again, while the words of this one go on to its end."""
        if number + 1 == len(self._paragraphs) or not self._text.startswith(
            opening.text, self._first_sign(self._paragraphs[number + 1])
        ):
            return False
        closings = [mark for mark in behind if mark.text in self._pairs.closings[opening.text]]
        return not closings or not ENDS.match(self._text, closings[-1].end, self._paragraphs[number].end)

    def _closing_elsewhere(self, opening: Mark, number: int, behind: Sequence[Mark]) -> Mark | None:
        """The closing mark in a paragraph further on, where one pair of marks is around several paragraphs."""
        closings = self._pairs.closings[opening.text]
        if any(mark.text in closings or mark.text == opening.text for mark in behind):
            return None
        for paragraph in self._paragraphs[number + 1 : number + 1 + PARAGRAPHS_LOOKED_AT]:
            for mark in self._marks(paragraph):
                if mark.text in closings and self._closes(mark):
                    return mark
                if mark.text == opening.text:
                    return None
        return None

    def _may_lack_closing(self, opening: Mark, span: Span, behind: Sequence[Mark]) -> bool:
        """Whether a mark at the beginning of a paragraph opens words that nothing closes."""
        opens_paragraph = opening.start == self._first_sign(span) and opening.text not in APOSTROPHES
        others = {opening.text, *self._pairs.closings[opening.text]}
        return opens_paragraph and all(mark.text not in others for mark in behind)

    def _first_sign(self, span: Span) -> int:
        blank = LEADING.match(self._text, *span)
        return blank.end() if blank else span.start

    def _opens(self, mark: Mark) -> bool:
        """Whether a mark can open: words follow; one that might close, or be an apostrophe, stands behind a blank."""
        if mark.text not in self._pairs.closings:
            return False
        after = self._text[mark.end : mark.end + 1]
        before = self._text[mark.start - 1 : mark.start]
        is_free = not before or before.isspace() or before in BEFORE_OPENING
        if mark.text in APOSTROPHES:
            return is_free and after.isalpha()
        if not after or (after.isspace() and mark.text not in WITH_BLANKS):
            return False
        return is_free or (not before.isalnum() and before not in SENTENCE_END)

    def _surely_closes(self, mark: Mark) -> bool:
        is_possessive = mark.text in APOSTROPHES and self._pairs.possessive.match(self._text, mark.start)
        return not is_possessive and self._closes(mark)

    def _closes(self, mark: Mark) -> bool:
        """Whether a mark can close: words stand in front of it, and it is no apostrophe within a word."""
        after = self._text[mark.end : mark.end + 1]
        before = self._text[mark.start - 1 : mark.start]
        if before.isspace() and mark.text in self._pairs.closings and mark.text not in WITH_BLANKS:
            return False
        if mark.text in WITH_BLANKS and mark.text in self._pairs.closings and before.isspace() and after.isalnum():
            return False
        return not (mark.text in SINGLE and after.isalnum())

    def _quoted(self, opening: Mark, end: int, outer_end: int, *, continues: bool = False) -> Quoted:
        return quoted_words(self._text, Span(opening.end, end), Span(opening.start, outer_end), continues=continues)


def quoted_words(text: str, inside: Span, outer: Span, *, continues: bool = False) -> Quoted:
    """The words inside the marks, without the blanks and the comma at their ends; none where there is no word."""
    words = TRAILING.sub("", text[inside.start : inside.end])
    blank = LEADING.match(words)
    begin = inside.start + (blank.end() if blank else 0)
    end = begin if NO_WORDS.match(words) else max(begin, inside.start + len(words))
    return Quoted(Span(begin, end), outer, continues)
