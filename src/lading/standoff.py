"""Stand-off anchors: code-point spans of a text that is kept elsewhere, and the digests that tie them to it."""

import hashlib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple

DIGEST_LENGTH = 16


class Span(NamedTuple):
    """A half-open range `[start, end)` of code points."""

    start: int
    end: int

    def contains(self, other: "Span") -> bool:
        """Whether `other` lies wholly inside this span."""
        return self.start <= other.start and other.end <= self.end

    def overlaps(self, other: "Span") -> bool:
        """Whether the two spans share a code point."""
        return self.start < other.end and other.start < self.end


@dataclass(frozen=True, slots=True)
class TextPositionSelector:
    """Names the columns that anchor a record in a text (W3C Web Annotation, section 4.2.5).

    `digest` names the column that holds `text_digest` of the selected text, `exact` the column that holds the text
    itself (the `exact` of a TextQuoteSelector, section 4.2.4), where there is one.
    """

    document: str = "document_id"
    start: str = "start"
    end: str = "end"
    digest: str | None = None
    exact: str | None = None


def text_digest(text: str) -> str:
    """The first 16 hexadecimal digits of SHA-256 of the UTF-8 form of `text`."""
    return hashlib.sha256(text.encode()).hexdigest()[:DIGEST_LENGTH]


def overlaps(spans: Iterable[Span]) -> Iterator[tuple[Span, Span]]:
    """Neighbours, in order of start, that share a code point."""
    return ((left, right) for left, right in pairwise(sorted(spans)) if left.overlaps(right))


def gaps(spans: Sequence[Span], length: int) -> Iterator[Span]:
    """The stretches of `[0, length)` that no span covers, in order."""
    reached = 0
    for span in sorted(spans):
        if span.start > reached:
            yield Span(reached, span.start)
        reached = max(reached, span.end)
    if reached < length:
        yield Span(reached, length)
