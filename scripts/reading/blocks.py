"""Blocks: the paragraphs of a text, whether each is a line or several lines wrapped at a margin."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from lading.standoff import Span

LINE = re.compile(r"[^\n\r\u2028\u2029]+")
BREAK = re.compile(r"\r\n|[\n\r\u2028\u2029]")
BLANK = "".join(filter(str.isspace, map(chr, range(0x3001)))) + "\u200b\u2060\ufeff"
"""White space and the marks that print nothing: a byte-order mark is no part of the first line."""

STAMP = re.compile(r"\s*date (?P<day>\d{4}-\d{2}(?:-\d{2})?)(?=\s|$)\s*")
"""The mark that extractors of main text put in front of it; it is a line of its own, though they break none."""

MARGIN = range(50, 110)
"""Lengths at which texts are wrapped, as a rule; captions are at fewer."""

WRAPPED_LINES = 6
"""So few lines of a like length may be chance."""
AT_MARGIN = 0.8
"""Share of the lines that another follows: so many end at the margin."""
BROKEN = 0.4
"""Share of the lines that end without a mark: below so many the sentence goes on in small letters."""
SHORTEST = 20
FEWEST_BROKEN = 4
FULL_LINES = 0.9
"""The margin is the length that so many of these lines do not exceed: single lines run over it."""
NEARLY_FULL = 0.75
"""Share of the margin."""
LONGEST_WORD = 15
"""A longer one, of several names, is broken at its strokes and hyphens."""
DATED = re.compile(r"[^\W\d_][^\n.!?;]{0,40}\b\d{1,2}\b[^\n\d.!?;]{1,20}\b(?:19|20)\d{2}")
ENDS = (",", ".", "!", "?", "…", ":", ";", "”", "»", '"')


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph or heading, without the white space around it."""

    start: int
    end: int
    text: str

    @property
    def span(self) -> Span:
        """Where the block lies."""
        return Span(self.start, self.end)


@lru_cache(maxsize=2)
def split(text: str) -> tuple[Block, ...]:
    """The blocks of a text in their order: one a line, or one a paragraph where the lines are wrapped at a margin.

    Several readers ask for the blocks of the same text.
    """
    stamp = STAMP.match(text)
    lines = list(_lines(text, stamp.end() if stamp else 0))
    if stamp:
        lines.insert(0, trimmed(text, *stamp.span()))
    breaks = list(_breaks(text, lines))
    margin = _margin(text, breaks)
    spans = lines if margin is None else list(_unwrapped(text, lines, set(breaks), margin))
    return tuple(Block(start, end, text[start:end]) for start, end in spans)


def trimmed(text: str, start: int, end: int) -> Span:
    """The span without the white space at its ends; empty where it holds nothing else."""
    body = text[start:end].lstrip(BLANK)
    first = end - len(body)
    return Span(first, first + len(body.rstrip(BLANK)))


def _lines(text: str, start: int) -> Iterator[Span]:
    for line in LINE.finditer(text, start):
        span = trimmed(text, *line.span())
        if span.start < span.end:
            yield span


def _breaks(text: str, lines: Sequence[Span]) -> Iterator[tuple[Span, Span]]:
    """The pairs of lines with no empty line between them."""
    for line, following in pairwise(lines):
        if len(BREAK.findall(text, line.end, following.start)) == 1:
            yield line, following


def _margin(text: str, breaks: Sequence[tuple[Span, Span]]) -> int | None:
    """The length at which the lines are wrapped; None where they are paragraphs."""
    if len(breaks) < WRAPPED_LINES:
        return None
    lengths = sorted(line.end - line.start for line, _ in breaks)
    at_margin = sum(length in MARGIN for length in lengths)
    open_ended = [both for both in breaks if both[0].end - both[0].start > SHORTEST and not _is_ended(text, both[0])]
    broken = sum(_breaks_off(text, *both) for both in open_ended)
    if at_margin < max(AT_MARGIN * len(lengths), WRAPPED_LINES) and broken < max(
        BROKEN * len(open_ended), FEWEST_BROKEN
    ):
        return None
    return lengths[int(FULL_LINES * (len(lengths) - 1))]


def _unwrapped(text: str, lines: Sequence[Span], breaks: set[tuple[Span, Span]], margin: int) -> Iterator[Span]:
    """One span a paragraph: the lines that go on are joined."""
    start = lines[0].start
    for both in pairwise(lines):
        line, following = both
        if both not in breaks or not _goes_on(text, line, following, margin):
            yield Span(start, line.end)
            start = following.start
    yield Span(start, lines[-1].end)


def _goes_on(text: str, line: Span, following: Span, margin: int) -> bool:
    """Whether the paragraph goes on below a line: in small letters, or where the line was full, or nearly, and open.

    A line that ends with a year and no full stop is a date line below a title.
    """
    if DATED.fullmatch(text, *following):
        return False
    if text[following.start].islower() or _is_full(text, line, following, margin):
        return True
    return line.end - line.start > NEARLY_FULL * margin and not _is_ended(text, line)


def _is_full(text: str, line: Span, following: Span, margin: int) -> bool:
    """Whether the line had no room for the first word of the next."""
    word = text[following.start : following.end].split(maxsplit=1)[0]
    return line.end - line.start + 1 + min(len(word), LONGEST_WORD) > margin


def _breaks_off(text: str, line: Span, following: Span) -> bool:
    """Whether the sentence goes on below, in small letters; a salutation breaks its line off with a comma."""
    return text[following.start].islower() and not _is_ended(text, line)


def _is_ended(text: str, line: Span) -> bool:
    return text.endswith(ENDS, line.start, line.end)
