"""Inline labels: texts that have lost their line breaks, with one speaker after the other in the same paragraph."""

import re
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise

from scripts.reading import blocks
from scripts.reading.blocks import Block
from scripts.reading.language import Language
from scripts.reading.structure import designation, families, labels

SENTENCE_END = re.compile(r"(?<=[.!?\u2026”\"\u2019)\]])\s+")
WORD_START = re.compile(r"(?<!\S)(?=\S)")

FEWEST_SPEAKERS = 2
"""A label that comes again may be quoted; two that do are a dialogue."""


def split(text: str, language: Language) -> tuple[Block, ...]:
    """The blocks of a text; one in which several labels recur is cut before each of them."""
    return tuple(part for block in blocks.split(text) for part in _parts(block, language))


def _parts(block: Block, language: Language) -> Iterator[Block]:
    after_sentences = [label for end in SENTENCE_END.finditer(block.text) if (label := _at(block, end.end(), language))]
    times = Counter(after_sentences)
    speakers = {label for label, number in times.items() if number > 1}
    if len(speakers) < FEWEST_SPEAKERS:
        yield block
        return
    starts = [
        word.start() for word in WORD_START.finditer(block.text) if _at(block, word.start(), language) in speakers
    ]
    for start, end in pairwise(sorted({0, *starts, len(block.text)})):
        span = blocks.trimmed(block.text, start, end)
        yield Block(block.start + span.start, block.start + span.end, block.text[span.start : span.end])


def _at(block: Block, position: int, language: Language) -> str | None:
    """The label that starts here, if one does."""
    found = labels.at_start(block.text[position : position + 2 * families.LONGEST_LABEL], language)
    return designation.bare(found["label"]) if found else None
