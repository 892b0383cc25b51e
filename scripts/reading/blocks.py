"""Blocks: the paragraphs of a text, whether each is a line or several lines wrapped at a margin."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from lading.standoff import Span

LINE = re.compile(r"[^\n\r\u2028\u2029]+")
BLANK = "".join(filter(str.isspace, map(chr, range(0x3001)))) + "\u200b\u2060\ufeff"
"""White space and the marks that print nothing: a byte-order mark is no part of the first line."""

STAMP = re.compile(r"\s*date (?P<day>\d{4}-\d{2}(?:-\d{2})?)(?=\s|$)\s*")
"""The mark that extractors of main text put in front of it; it is a line of its own, though they break none."""

MARGIN = range(50, 110)
"""Lengths at which texts are wrapped."""

WRAPPED_LINES = 6
"""So few lines of a like length may be chance."""


BREAKS_OF_A_PARAGRAPH = 2
"""Two lines at the margin may be a title."""


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


def split(text: str) -> tuple[Block, ...]:
    """The blocks of a text in their order: one a line, or one a paragraph where the lines are wrapped at a margin."""
    stamp = STAMP.match(text)
    lines = list(_lines(text, stamp.end() if stamp else 0))
    if stamp:
        lines.insert(0, trimmed(text, *stamp.span()))
    groups = list(_groups(text, lines))
    spans = list(_unwrapped(text, groups)) if _is_wrapped(groups) else lines
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


def _groups(text: str, lines: Sequence[Span]) -> Iterator[list[Span]]:
    """Lines with no empty line between them."""
    group: list[Span] = []
    for line in lines:
        if group and len(re.findall(r"\r\n|[\n\r\u2028\u2029]", text[group[-1].end : line.start])) > 1:
            yield group
            group = []
        group.append(line)
    if group:
        yield group


def _is_wrapped(groups: Sequence[Sequence[Span]]) -> bool:
    """Whether nearly every line that another follows in its group ends near the same margin."""
    lengths = [line.end - line.start for group in groups for line, _ in pairwise(group)]
    at_margin = [length for length in lengths if length in MARGIN]
    return len(at_margin) >= WRAPPED_LINES and len(at_margin) >= 0.8 * len(lengths)


def _unwrapped(text: str, groups: Sequence[Sequence[Span]]) -> Iterator[Span]:
    """One span a group; in the header, up to the first paragraph of some length, only lines that go on are joined."""
    margin = max(length for group in groups for line in group if (length := line.end - line.start) in MARGIN)
    paragraphs = [number for number, group in enumerate(groups) if _is_paragraph(text, group, margin)]
    first = paragraphs[0] if paragraphs else 0
    for number, group in enumerate(groups):
        start = group[0].start
        for line, following in pairwise(group):
            if number < first and not _goes_on(text, line, following, margin):
                yield Span(start, line.end)
                start = following.start
        yield Span(start, group[-1].end)


def _is_paragraph(text: str, group: Sequence[Span], margin: int) -> bool:
    breaks = list(pairwise(group))
    return len(breaks) >= BREAKS_OF_A_PARAGRAPH and all(_goes_on(text, *both, margin) for both in breaks)


def _goes_on(text: str, line: Span, following: Span, margin: int) -> bool:
    """Whether the line had no room for the first word of the next."""
    word = text[following.start : following.end].split(maxsplit=1)[0]
    return line.end - line.start + 1 + len(word) > margin
