"""Inline labels: texts that have lost their line breaks, with one speaker after the other in the same paragraph."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import pairwise

from scripts.reading import blocks
from scripts.reading.blocks import Block
from scripts.reading.language import Language
from scripts.reading.structure import designation, families, labels, parts, places, spelling, wording
from scripts.reading.structure.parts import Part

SENTENCE_END = re.compile(r"[.!?\u2026\u2014\u2013”\"\u2019»)\]]\s+")

WORD_START = re.compile(r"(?<!\S)(?=\S)")

MOST_WORDS = 6
"""Of a label in front of which no sentence ends."""

FEWEST_SPEAKERS = 2
"""A label that comes again may be quoted; two that do are a dialogue."""

SHORTEST = 60
"""In characters: a shorter block hardly holds more than one label and what is said after it."""


@lru_cache(maxsize=2)
def split(text: str, language: Language) -> tuple[Block, ...]:
    """The blocks of a text; one in which labels stand that recur in the text is cut before each of them.

    Several readers ask for the blocks of the same text.
    """
    lines = blocks.split(text)
    inside = {index: list(_inside(block, language)) for index, block in enumerate(lines) if len(block.text) >= SHORTEST}
    if not any(inside.values()):
        return lines
    times = Counter(label for places in inside.values() for found in places for label in _readings(found))
    after_sentences = {found.label for places in inside.values() for found in places if found.after_sentence}
    opening = Counter(_opening(block, language) for block in lines if len(block.text) < SHORTEST)
    recurring = {label for label in after_sentences if times[label] + opening[label] > 1}
    if len(recurring) < FEWEST_SPEAKERS and not any(_alternates(places, recurring) for places in inside.values()):
        return lines
    return tuple(
        part for index, block in enumerate(lines) for part in _parts(block, inside.get(index, ()), recurring, language)
    )


@dataclass(frozen=True, slots=True)
class Inside:
    """What may be a label inside a block."""

    label: str
    start: int
    end: int
    after_sentence: bool


def _alternates(places: Sequence[Inside], recurring: set[str]) -> bool:
    """Whether others speak, each of them once, wherever a label that comes again has spoken."""
    speakers = [found.label in recurring for found in places if found.after_sentence]
    again = [index for index, comes_again in enumerate(speakers) if comes_again]
    return len(again) > 1 and all(following - index == 2 for index, following in pairwise(again))


def _inside(block: Block, language: Language) -> Iterator[Inside]:
    """What may be a label inside a block, in the order of the text."""
    found = [*_before_separators(block, language), *_letters(block, language)]
    return iter(sorted(found, key=lambda inside: inside.start))


def _letters(block: Block, language: Language) -> Iterator[Inside]:
    """The letters set off by nothing but a blank that stand between the end of a sentence and a capital."""
    for letter in _set_off(language).finditer(block.text):
        yield Inside(spelling.folded(letter["label"]), letter.start("label"), letter.end(), after_sentence=True)


@cache
def _set_off(language: Language) -> re.Pattern[str]:
    """The letters for a part that the families of letters have, behind the end of a sentence."""
    known = {
        word
        for family in families.families("letter")
        for name in family.parts
        for word in parts.words(language, Part[name.upper()])
    }
    letters = "|".join(sorted(re.escape(word.upper()) for word in known if len(word) == 1)) or r"(?!)"
    return re.compile(rf"{SENTENCE_END.pattern}(?P<label>{letters})(?=\s+(?:[(\[“\"]|[^\W\d_a-z]))")


def _before_separators(block: Block, language: Language) -> Iterator[Inside]:
    """What may be a label before a separator, back to the end of a sentence."""
    for separator in _separators().finditer(block.text):
        first = max(0, separator.start() - families.LONGEST_LABEL)
        before = block.text[first : separator.start()]
        ends = [
            end.end()
            for end in SENTENCE_END.finditer(before)
            if not _is_abbreviated(before[: end.start() + 1], language)
        ]
        for start in reversed([0, *ends] if first == 0 else ends):
            if (printed := before[start:].strip()) and labels.may_be(printed, language):
                place = first + start
                yield Inside(designation.bare(printed), place, separator.start(), bool(place))
                break
        else:
            yield from _behind_title(before, separator.start(), language)


def _is_abbreviated(before: str, language: Language) -> bool:
    """Whether the text ends in a form of address or an initial, whose full stop ends no sentence."""
    last = before.rsplit(maxsplit=1)[-1]
    return last.casefold() in wording.grammar(language).honorifics or designation.INITIALS.fullmatch(last) is not None


def _behind_title(before: str, end: int, language: Language) -> Iterator[Inside]:
    """The longest label in which the words before a separator end, where no sentence ends in front of it."""
    last = before.rsplit(maxsplit=1)[-1:]
    if not last or last[0][0].islower():
        return
    words = list(WORD_START.finditer(before))[-MOST_WORDS:]
    for word in words:
        printed = before[word.start() :].strip()
        if labels.may_be(printed, language):
            yield Inside(designation.bare(printed), end - len(before) + word.start(), end, False)
            return


def _readings(found: Inside) -> Iterator[str]:
    """The label and, where no sentence ends before it, what else it may be without the words in front."""
    yield found.label
    if not found.after_sentence:
        words = found.label.split()
        yield from (" ".join(words[first:]) for first in range(1, len(words)))


def _is_telling(label: str, language: Language) -> bool:
    """Whether a label that comes once is one by its look: several words, initials and a surname, or a part."""
    return len(label.split()) > 1 or bool(places.GLUED.fullmatch(label)) or parts.is_word(label, language)


def _parts(block: Block, inside: Sequence[Inside], recurring: set[str], language: Language) -> Iterator[Block]:
    starts = [_start(block, found, recurring) for found in inside]
    if len({found.label for found in inside} & recurring) >= FEWEST_SPEAKERS:
        starts += [found.start for found in inside if found.after_sentence and _is_telling(found.label, language)]
    cuts = {start for start in starts if start is not None}
    for start, end in pairwise(sorted({0, *cuts, len(block.text)})):
        span = blocks.trimmed(block.text, start, end)
        if span.start < span.end:
            yield Block(block.start + span.start, block.start + span.end, block.text[span.start : span.end])


def _start(block: Block, found: Inside, recurring: set[str]) -> int | None:
    """Where the label starts; other words may go before it where no sentence ends, as those of a title do."""
    if found.label in recurring:
        return found.start
    for label in recurring:
        start = found.end - len(label)
        if found.label.endswith(f" {label}") and spelling.folded(block.text[start : found.end]) == label:
            return start
    return None


def _opening(block: Block, language: Language) -> str | None:
    found = labels.at_start(block.text[: 2 * families.LONGEST_LABEL], language)
    return designation.bare(found["label"]) if found else None


@cache
def _separators() -> re.Pattern[str]:
    """The separators of the families whose labels need no proof, as they stand in running text."""
    known = {mark for family in families.families("label") if not family.proof for mark in family.separators}
    glued = {mark for family in families.families("label") if not family.blank for mark in family.separators}
    marks = "|".join(sorted({re.escape(mark) for family in families.families("label") for mark in family.emphasis}))
    either = "|".join(map(re.escape, sorted(known, key=len, reverse=True)))
    return re.compile(
        rf"(?:(?:{marks})?(?:{either})(?:{marks})?\s|(?:{'|'.join(map(re.escape, sorted(glued)))})(?=[^\W\d_]))"
    )
