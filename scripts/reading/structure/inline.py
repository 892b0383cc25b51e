"""Inline labels: texts that have lost their line breaks, with one speaker after the other in the same paragraph."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import pairwise

from scripts.reading import blocks
from scripts.reading.blocks import Block
from scripts.reading.language import Language
from scripts.reading.structure import designation, families, labels

SENTENCE_END = re.compile(r"[.!?\u2026\u2014\u2013”\"\u2019»)\]]\s+")

FEWEST_SPEAKERS = 2
"""A label that comes again may be quoted; two that do are a dialogue."""

SHORTEST = 60
"""In characters: a shorter block hardly holds more than one label and what is said after it."""


def split(text: str, language: Language) -> tuple[Block, ...]:
    """The blocks of a text; one in which labels stand that recur in the text is cut before each of them."""
    parts = blocks.split(text)
    inside = {index: list(_inside(block, language)) for index, block in enumerate(parts) if len(block.text) >= SHORTEST}
    if not any(inside.values()):
        return parts
    times = Counter(label for found in inside.values() for label, _, _ in found)
    after_sentences = {label for found in inside.values() for label, _, after_sentence in found if after_sentence}
    opening = Counter(_opening(block, language) for block in parts if len(block.text) < SHORTEST)
    speakers = {label for label in after_sentences if times[label] + opening[label] > 1}
    if len(speakers) < FEWEST_SPEAKERS:
        return parts
    return tuple(part for index, block in enumerate(parts) for part in _parts(block, inside.get(index, ()), speakers))


Inside = tuple[str, int, bool]


def _inside(block: Block, language: Language) -> Iterator[Inside]:
    """The labels that stand inside a block, where each starts, and whether a sentence ends before it."""
    for separator in _separators().finditer(block.text):
        first = max(0, separator.start() - families.LONGEST_LABEL)
        before = block.text[first : separator.start()]
        ends = [end.end() for end in SENTENCE_END.finditer(before)]
        for start in reversed([0, *ends] if first == 0 else ends):
            printed = before[start:].strip()
            if printed and labels.may_be(printed, language):
                yield designation.bare(printed), first + start, bool(start or first)
                break
        else:
            word = before.rsplit(maxsplit=1)
            if word and labels.may_be(word[-1], language):
                yield designation.bare(word[-1]), separator.start() - len(word[-1]), False


def _parts(block: Block, inside: Sequence[Inside], speakers: set[str]) -> Iterator[Block]:
    starts = {start for label, start, _ in inside if label in speakers}
    for start, end in pairwise(sorted({0, *starts, len(block.text)})):
        span = blocks.trimmed(block.text, start, end)
        if span.start < span.end:
            yield Block(block.start + span.start, block.start + span.end, block.text[span.start : span.end])


def _opening(block: Block, language: Language) -> str | None:
    found = labels.at_start(block.text[: 2 * families.LONGEST_LABEL], language)
    return designation.bare(found["label"]) if found else None


@cache
def _separators() -> re.Pattern[str]:
    """The separators of the families whose labels need no proof, as they stand in running text."""
    known = {mark for family in families.families("label") if not family.proof for mark in family.separators}
    return re.compile(rf"(?:{'|'.join(map(re.escape, sorted(known, key=len, reverse=True)))})\s")
