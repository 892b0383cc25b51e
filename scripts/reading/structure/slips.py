"""Slips: labels that a long transcript misprints now and then, by a letter or without the mark behind them."""

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from scripts.reading.blocks import Block
from scripts.reading.language import Language
from scripts.reading.structure import families, parts
from scripts.reading.structure.families import Match

FEWEST_TIMES = 3
"""A label that comes so often is known: what looks nearly like it is a slip."""

SHORTEST = 5
"""In letters: shorter words differ by one letter and mean something else, as Mr and Ms."""

LETTERS = re.compile(r"[^\W\d_]+")

MARKS = '“«„"¿¡([…. '
MARK = r"\s*[;,.]?\s+"
"""What stands where the mark is missing: another one, or nothing but a blank."""


def misprinted(printed: Iterable[str], told: str) -> dict[str, str]:
    """The labels that stand once and differ by one letter from one that comes again and again, each with the latter.

    Two names that differ in their last letter are those of two persons, and so are those that the heading tells.
    """
    times = Counter(printed)
    known = [label for label, number in times.items() if number >= FEWEST_TIMES]
    return {
        label: meant
        for label, number in times.items()
        if number == 1
        and label not in told
        and (meant := next((each for each in known if _is_slip(label, each)), None))
    }


def _is_slip(label: str, known: str) -> bool:
    """Whether one word of the label is that of the other with a letter too many, too few, exchanged or wrong."""
    words, meant = LETTERS.findall(label.casefold()), LETTERS.findall(known.casefold())
    differing = [pair for pair in zip(words, meant, strict=False) if pair[0] != pair[1]]
    if len(words) != len(meant) or len(differing) != 1:
        return False
    return is_misspelt(*differing[0]) or (len(words) > 1 and _has_wrong_end(*differing[0]))


def _has_wrong_end(word: str, meant: str) -> bool:
    """Whether the last letters differ: beside a word that is the same, a name or an office, that is a slip, too.

    A letter more may be that of a woman of the same surname, and so may an "a" instead of another.
    """
    return len(meant) >= SHORTEST and word[: len(meant) - 1] == meant[:-1] and len(word) <= len(meant)


def is_misspelt(word: str, meant: str) -> bool:
    """Whether a word is another with a letter too many, too few, exchanged or wrong, but for the last letter."""
    if min(len(word), len(meant)) < SHORTEST or not (word + meant).isalpha() or abs(len(word) - len(meant)) > 1:
        return False
    start = next((index for index, pair in enumerate(zip(word, meant, strict=False)) if pair[0] != pair[1]), -1)
    rest, other = word[start:], meant[start:]
    if start < 0 or len(rest) + len(other) < 3:
        return False
    exchanged = rest[:2] == other[1::-1] and rest[2:] == other[2:]
    return exchanged or rest[1:] == other or rest == other[1:] or rest[1:] == other[1:]


def unmarked(blocks: Sequence[Block], matches: Mapping[int, Match], language: Language) -> dict[int, Match]:
    """The blocks that open with a label that comes again and again, and lack the mark behind it.

    A single word in small letters may as well open a sentence, unless it is the name of who replies.
    """
    times = Counter(found["label"].strip() for _, found in matches.values())
    known = [label for label, number in times.items() if number >= FEWEST_TIMES and len(label) > 1]
    if not known:
        return {}
    written = "|".join(re.escape(label) for label in sorted(known, key=len, reverse=True))
    pattern = re.compile(rf"{families.IN_FRONT}(?P<label>{written}){MARK}")
    family = {found["label"].strip(): family for family, found in matches.values()}
    missing: dict[int, Match] = {}
    last = ""
    for index, block in enumerate(blocks):
        if index in matches:
            last = matches[index][1]["label"].strip()
        elif (found := pattern.match(block.text)) and _opens_sentence(block.text[found.end() :]):
            label = found["label"]
            if label.isupper() or " " in label or (last != label and not parts.is_word(label, language)):
                missing[index] = (family[label], found)
                last = label
    return missing


def _opens_sentence(words: str) -> bool:
    """Whether the words start as a sentence does: with a capital, but no word in capitals as headings have."""
    first = words.split(maxsplit=1)[0].lstrip(MARKS) if words.strip(MARKS) else ""
    return first[:1].isupper() and (len(first) == 1 or not first.isupper())
