"""Labels: which blocks may open with the name or the part of a speaker."""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from lading.standoff import Span
from scripts.reading.blocks import Block
from scripts.reading.grammar import listed
from scripts.reading.language import Language
from scripts.reading.structure import dateline, designation, families, initials, parts, patterns, standing
from scripts.reading.structure.designation import Designation
from scripts.reading.structure.parts import Part

MOST_WORDS = 14


@dataclass(frozen=True, slots=True)
class Label:
    """What may be a label: the text before a separator at the start of a block."""

    block: int
    span: Span
    printed: str
    text_start: int
    part: Part
    designation: Designation
    in_capitals: bool
    asks: bool
    """Whether a question is asked after it."""

    @property
    def name(self) -> str:
        """The name in lower case; the whole label where it holds none."""
        return (self.designation.name or self.designation.office or designation.bare(self.printed)).casefold()


def find(blocks: Sequence[Block], heading: Sequence[str], language: Language) -> list[Label]:
    """Everything that may be a label; which of them are is for the whole document to tell.

    Lines are taken for labels where more of them stand than labels marked as such beyond doubt.
    """
    marked = _read(blocks, _marked(blocks, language), heading, language)
    lines = _read(blocks, standing.find(blocks, language), heading, language)
    times = Counter(label.name for label in marked)
    beyond_doubt = [label for label in marked if label.part is not Part.NAME or times[label.name] > 1]
    return marked if len(beyond_doubt) >= len(lines) else lines


def _marked(blocks: Sequence[Block], language: Language) -> dict[int, re.Match[str]]:
    """The labels before a separator, by the numbers of their blocks."""
    return {
        index: found
        for index, block in enumerate(blocks)
        if (found := at_start(block.text, language)) and dateline.read(block.text, language) is None
    }


def _read(
    blocks: Sequence[Block], matches: Mapping[int, re.Match[str]], heading: Sequence[str], language: Language
) -> list[Label]:
    """The labels of the matches, each up to the next; one after which nothing stands is none."""
    texts = [block.text for block in blocks]
    found = []
    for index, end in pairwise([*matches, len(blocks)]):
        label = matches[index]
        text_start = _text_start(blocks[index:end], label.end(), language)
        if text_start is None:
            continue
        printed = label["label"]
        start = blocks[index].start + label.start("label")
        designated = initials.read(printed, (*heading, *texts), language) or designation.read(printed, language)
        found.append(
            Label(
                block=index,
                span=Span(start, start + len(printed)),
                printed=printed,
                text_start=text_start,
                part=parts.read(printed, designated, language),
                designation=designated,
                in_capitals=printed.isupper(),
                asks=any("?" in text for text in texts[index:end]),
            )
        )
    return found


def _text_start(blocks: Sequence[Block], label_end: int, language: Language) -> int | None:
    """Where the words begin, after dashes and notes, in the block of the label or below it.

    It is the end of the last block where there are notes alone: nothing is said, but the turn before ends all the
    same. None where nothing stands after the label.
    """
    if label_end == len(blocks[0].text) and len(blocks) == 1:
        return None
    for block, position in zip(blocks, [label_end, *[0] * (len(blocks) - 1)], strict=True):
        start = _after_marks(block.text, position, language)
        if start < len(block.text):
            return block.start + start
    return blocks[-1].end


def _after_marks(line: str, position: int, language: Language) -> int:
    """The place after the dashes and the writer's notes that stand at the position."""
    opening_notes = patterns.pattern(language, "opening_notes")
    while mark := families.mark_pattern().match(line, position) or opening_notes.match(line, position):
        position = mark.end()
    return position


def at_start(line: str, language: Language) -> re.Match[str] | None:
    """What may be a label at the start of a line: words that may name somebody before a separator, or a letter."""
    for pattern in families.label_patterns():
        if (found := pattern.match(line)) and _may_be_label(found["label"], language):
            return found
    for pattern, names in families.letter_patterns():
        found = pattern.match(line)
        if found and found["label"].isupper() and not line[found.end()].islower():
            known = (parts.words(language, Part[name.upper()]) for name in names)
            if any(found["label"].casefold() in letters for letters in known):
                return found
    return None


def _may_be_label(printed: str, language: Language) -> bool:
    label = designation.bare(printed)
    others = listed(language.words("labels")["not_labels"])
    return (
        designation.is_name_like(printed, language)
        and len(label.split()) <= MOST_WORDS
        and label not in {other.casefold() for other in others}
    )


def recurring(lines: Sequence[str], language: Language) -> frozenset[str]:
    """What stands as a label at the start of more than one line."""
    found = Counter(designation.bare(label["label"]) for line in lines if (label := at_start(line, language)))
    return frozenset(label for label, times in found.items() if times > 1)
