"""Standing labels: lines that bear nothing but the name or the part of whoever speaks below."""

import re
from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from itertools import pairwise

from scripts.reading.blocks import Block
from scripts.reading.language import Language
from scripts.reading.structure import dateline, designation, families, parts, prose, slips, spelling
from scripts.reading.structure.designation import Designation
from scripts.reading.structure.families import Family

MOST_WORDS = 10
NOTED = re.compile(r"\S[^()]*\s\([^()]+\)")
"""A name and, in brackets, for whom somebody speaks: where labels that come again have such notes, others are some."""
IN_FRONT = re.compile(rf"^{families.IN_FRONT}")
SENTENCE_END = re.compile(r"[^\W\d_]{4}[.!?] ")


def find(
    blocks: Sequence[Block], heading: Sequence[str], language: Language
) -> dict[int, tuple[Family, re.Match[str]]]:
    """The labels by the numbers of their blocks.

    Headings look alike, so that somebody must be seen to ask, or several holders of offices to speak.
    """
    family = next(iter(families.families("line")), None)
    if family is None:
        return {}
    lines = {
        index: found
        for index, block in enumerate(blocks[:-1])
        if _may_be_label(prose.plain(block.text), language)
        and not _may_be_label(prose.plain(blocks[index + 1].text), language)
        and (found := families.line_pattern().fullmatch(block.text))
    }
    printed = {index: found["label"] for index, found in lines.items()}
    asking = {index for index, label in printed.items() if _tells_part(label, language)}
    asking |= set(_with_name(printed, asking, language))
    persons = {index: designation.read(label, language) for index, label in printed.items()}
    names = {index: _whose(person) or designation.bare(printed[index]) for index, person in persons.items()}
    in_office = {names[index] for index, person in persons.items() if person.office}
    times = Counter(names.values())
    speaking = {index for index, name in names.items() if times[name] > 1 or name in in_office}
    noted = {index for index, label in printed.items() if NOTED.fullmatch(label)}
    if asking and speaking & noted - asking:
        speaking |= noted
    misprinted = slips.misprinted(printed.values(), " ".join(heading))
    speaking |= {index for index, label in printed.items() if label in misprinted}
    told = spelling.unaccented(" ".join(heading))
    announced = {
        names[index] for index in speaking if times[names[index]] > 1 and spelling.unaccented(names[index]) in told
    }
    if speaking <= asking or not (asking or announced or _several_speak(blocks, persons, language)):
        return {}
    return {index: (family, found) for index, found in lines.items() if index in asking | speaking}


def _with_name(printed: Mapping[int, str], asking: Collection[int], language: Language) -> Iterator[int]:
    """The labels that are a word for a part and a name, where the word is a label of its own, too."""
    alone = {printed[index] for index in asking}
    for index, label in printed.items():
        word, _, name = label.partition(" ")
        if word in alone and name and designation.read(name, language).office is None:
            yield index


def _tells_part(line: str, language: Language) -> bool:
    """Whether the line is the word for a part, or has it before a separator: "Question: Lena Orsa, North Radio"."""
    marked = (found for _, pattern in families.label_patterns() if (found := pattern.match(line)))
    return any(parts.is_word(word, language) for word in (line, *(found["label"] for found in marked)))


def _several_speak(blocks: Sequence[Block], persons: Mapping[int, Designation], language: Language) -> bool:
    """Whether below lines that tell name and office of several persons each of these speaks."""
    ends = pairwise([*persons, len(blocks)])
    spoken = {
        index: any(prose.is_spoken(block.text, language) for block in blocks[index + 1 : end]) for index, end in ends
    }
    holders = {index: person for index, person in persons.items() if person.name and person.office}
    return len({_whose(person) for person in holders.values()}) > 1 and all(spoken[index] for index in holders)


def _may_be_label(line: str, language: Language) -> bool:
    """Whether the line may be a name or a word for a part and is nothing else, such as an item of a list."""
    line = IN_FRONT.sub("", line)
    return (
        line[:1].isalpha()
        and prose.n_words(line) <= MOST_WORDS
        and not line.endswith((".", "!", "?", ",", ":", ";"))
        and not SENTENCE_END.search(line)
        and not prose.opens_quotation(line)
        and not prose.is_stage_note(line, language)
        and designation.is_name_like(line, language)
        and dateline.read(line, language) is None
    )


def _whose(person: Designation) -> str:
    return spelling.folded(person.name or person.office or "")
