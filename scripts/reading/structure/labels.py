"""Labels: which blocks may open with the name or the part of a speaker."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum, auto
from functools import cache
from itertools import pairwise

from lading.standoff import Span
from scripts.reading.blocks import Block
from scripts.reading.language import Language
from scripts.reading.structure import dateline, designation, families
from scripts.reading.structure.designation import Designation

MOST_WORDS = 14


class Part(Enum):
    """What the words of a label tell by themselves of the speaker's part."""

    QUESTION = auto()
    ANSWER = auto()
    MODERATOR = auto()
    INTERPRETER = auto()
    OFFICIAL = auto()
    NAME = auto()


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
        return (self.designation.name or self.designation.office or bare(self.printed)).casefold()


def find(blocks: Sequence[Block], language: Language) -> list[Label]:
    """Everything that may be a label; which of them are is for the whole document to tell."""
    matches = {
        index: found
        for index, block in enumerate(blocks)
        if (found := at_start(block.text, language)) and dateline.read(block.text, language) is None
    }
    labels = []
    for index, end in pairwise([*matches, len(blocks)]):
        printed = matches[index]["label"]
        text_start = _text_start(blocks[index:end], matches[index].end())
        if text_start is None:
            continue
        designated = designation.read(printed, language)
        labels.append(
            Label(
                block=index,
                span=Span(blocks[index].start, blocks[index].start + len(printed)),
                printed=printed,
                text_start=text_start,
                part=_part(printed, designated, language),
                designation=designated,
                in_capitals=printed.isupper(),
                asks=any("?" in each.text for each in blocks[index:end]),
            )
        )
    return labels


def _text_start(blocks: Sequence[Block], label_end: int) -> int | None:
    """Where the words begin, in the block of the label or in the next, after a dash; None where nothing is said."""
    first, *others = blocks
    if label_end == len(first.text):
        return _after_mark(others[0].text, 0) + others[0].start if others else None
    return _after_mark(first.text, label_end) + first.start


def _after_mark(line: str, position: int) -> int:
    mark = families.mark_pattern().match(line, position)
    return mark.end() if mark else position


def at_start(line: str, language: Language) -> re.Match[str] | None:
    """What may be a label at the start of a line: words that may name somebody, before a separator."""
    found = families.label_pattern().match(line)
    if not found or not designation.is_name_like(found["label"], language):
        return None
    label = bare(found["label"])
    return None if label in _others(language) or len(label.split()) > MOST_WORDS else found


def recurring(lines: Sequence[str], language: Language) -> frozenset[str]:
    """What stands as a label at the start of more than one line."""
    found = Counter(bare(label["label"]) for line in lines if (label := at_start(line, language)))
    return frozenset(label for label, times in found.items() if times > 1)


def bare(label: str) -> str:
    """The label in lower case, without the notes in brackets."""
    return designation.NOTE.sub(" ", label).strip().casefold()


def _part(label: str, designated: Designation, language: Language) -> Part:
    for part in (Part.QUESTION, Part.ANSWER, Part.MODERATOR, Part.INTERPRETER):
        known = _words(language, part)
        if designated.office is None and _names(bare(label), known):
            return part
        if part in (Part.MODERATOR, Part.INTERPRETER) and _says(label, known):
            return part
    return Part.OFFICIAL if designated.office else Part.NAME


def _names(label: str, known: frozenset[str]) -> bool:
    """Whether the label holds one of the words; a single letter must be the whole label, or it is an initial."""
    letters = re.findall(r"[^\W\d_]+", label)
    return any(word in known and (len(word) > 1 or len(letters) == 1) for word in letters)


def _says(label: str, known: frozenset[str]) -> bool:
    """Whether a note in brackets is nothing but one of the words."""
    return any(note.strip("()[]<> ").casefold() in known for note in designation.NOTE.findall(label))


@cache
def _others(language: Language) -> frozenset[str]:
    """What stands before a colon without naming a speaker."""
    return frozenset(word.casefold() for word in language.words("labels")["not_labels"])


@cache
def _words(language: Language, part: Part) -> frozenset[str]:
    return frozenset(language.words("labels")[part.name.casefold()].split())
