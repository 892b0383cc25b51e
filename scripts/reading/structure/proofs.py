"""Proofs: which labels of a family that looks like other texts are shown to be some."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from scripts.reading.blocks import Block
from scripts.reading.language import Language
from scripts.reading.structure import dateline, designation, parts, spelling
from scripts.reading.structure.families import Family, Match
from scripts.reading.structure.parts import Part

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
    have; and where several labels of the family are, the others may be some. Where labels that need no proof prevail,
    it must come again as one of these: "OK." opens many a sentence.
    """
    matches = dict(_without_initials(matches, language))
    times = Counter(designation.bare(found["label"]) for _, found in matches.values())
    matches = {
        index: (family, found)
        for index, (family, found) in matches.items()
        if times[designation.bare(found["label"])] > 1 or not _is_dateline(found, language)
    }
    lead = [block.text for block in blocks[: min(*matches, LONGEST_LEAD, LONGEST_LEAD)]]
    persons = (person for line in (*heading, *lead) for person in designation.find(line, language))
    told = spelling.folded("\n".join(person.name for person in persons if person.name))
    again = set(_that_come_again(matches))
    shown = {
        index
        for index, (family, found) in matches.items()
        if family.proof and ((index in again and not family.told) or _tells(found["label"], told, language))
    }
    proved = Counter(matches[index][0].name for index in shown)
    return {
        index: (family, found)
        for index, (family, found) in matches.items()
        if not family.proof or _is_proved(family, proved, is_shown=index in shown)
    }


def _without_initials(matches: Mapping[int, Match], language: Language) -> Iterator[tuple[int, Match]]:
    """The matches without letters like those for answers that no question precedes: these are initials."""
    asked = False
    for index, (family, found) in matches.items():
        answers = spelling.folded(found["label"]) in parts.words(language, Part.ANSWER)
        if asked or not (family.opening == "letter" and family.proof and answers):
            yield index, (family, found)
            asked = spelling.folded(found["label"]) in parts.words(language, Part.QUESTION)


def _that_come_again(matches: Mapping[int, Match]) -> Iterator[int]:
    """The numbers of the labels that come again, be it with a mark that needs no proof."""
    times = Counter(designation.bare(found["label"]) for _, found in matches.values())
    marked = Counter(designation.bare(found["label"]) for family, found in matches.values() if not family.proof)
    prevailing = sum(number for number in marked.values() if number > 1)
    alike = Counter(family.name for family, _ in matches.values())
    for index, (family, found) in matches.items():
        label = designation.bare(found["label"])
        if times[label] > 1 and (marked[label] or alike[family.name] > prevailing):
            yield index


def _is_proved(family: Family, proved: Mapping[str, int], *, is_shown: bool) -> bool:
    """Whether a label is shown to be one, or may be one since others of its family are; some families need both."""
    others = proved[family.name] >= FEWEST_PROVED
    return is_shown and others if family.told else is_shown or others


def _tells(printed: str, told: str, language: Language) -> bool:
    person = designation.read(printed, language)
    announced = person.name is not None and spelling.folded(person.name) in told
    in_office = person.office is not None and (person.name is not None or len(printed.split()) < 4)
    return in_office or announced or parts.is_word(printed, language)
