"""Proofs: which labels of a family that looks like other texts are shown to be some."""

import re
from collections import Counter
from collections.abc import Mapping, Sequence

from scripts.reading.blocks import Block
from scripts.reading.language import Language
from scripts.reading.structure import dateline, designation, parts, spelling
from scripts.reading.structure.families import Match

LONGEST_LEAD = 10
"""In blocks."""
FEWEST_PROVED = 2
"""By so many labels that are shown to be some a family is shown to be that of the document."""


def _is_dateline(match: re.Match[str], language: Language) -> bool:
    """Whether the label is a place, with the day behind it."""
    return match.end() < len(match.string) and dateline.read(match.string, language) is not None


def proved(
    matches: Mapping[int, Match], blocks: Sequence[Block], heading: Sequence[str], language: Language
) -> dict[int, Match]:
    """The matches without those that look like labels and are not shown to be some.

    A label is shown to be one by coming again, by a word for a part, by an office, or by a name that heading or lead
    have; and where several labels of the family are, the others may be some.
    """
    times = Counter(designation.bare(found["label"]) for _, found in matches.values())
    matches = {
        index: (family, found)
        for index, (family, found) in matches.items()
        if times[designation.bare(found["label"])] > 1 or not _is_dateline(found, language)
    }
    lead = [block.text for block in blocks[: min(*matches, LONGEST_LEAD, LONGEST_LEAD)]]
    told = spelling.folded(" ".join((*heading, *lead)))
    shown = {
        index
        for index, (family, found) in matches.items()
        if family.proof and (times[designation.bare(found["label"])] > 1 or _tells(found["label"], told, language))
    }
    proved = Counter(matches[index][0].name for index in shown)
    return {
        index: (family, found)
        for index, (family, found) in matches.items()
        if not family.proof or index in shown or proved[family.name] >= FEWEST_PROVED
    }


def _tells(printed: str, told: str, language: Language) -> bool:
    person = designation.read(printed, language)
    announced = person.name is not None and spelling.folded(person.name) in told
    in_office = person.office is not None and (person.name is not None or len(printed.split()) < 4)
    return in_office or announced or parts.is_word(printed, language)
