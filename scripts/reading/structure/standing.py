"""Standing labels: lines that bear nothing but the name or the part of whoever speaks below."""

import re
from collections import Counter
from collections.abc import Sequence

from scripts.reading.blocks import Block
from scripts.reading.language import Language
from scripts.reading.structure import dateline, designation, families, parts, prose
from scripts.reading.structure.designation import Designation

LINE = re.compile(r"(?P<label>.+)")
MOST_WORDS = 10


def find(blocks: Sequence[Block], language: Language) -> dict[int, re.Match[str]]:
    """The labels by the numbers of their blocks; headings look alike, so that somebody must be seen to ask."""
    if not families.families("line"):
        return {}
    lines = {
        index: found
        for index, block in enumerate(blocks[:-1])
        if _may_be_label(block.text, language) and not _may_be_label(blocks[index + 1].text, language)
        if (found := LINE.fullmatch(block.text))
    }
    designated = {index: designation.read(found["label"], language) for index, found in lines.items()}
    asking = {index for index, found in lines.items() if parts.is_word(found["label"], language)}
    named = {index: found for index, found in lines.items() if index in asking or designated[index].office}
    if not asking or len(named) == len(asking):
        return {}
    known = {_whose(designated[index]) for index in named}
    times = Counter(_whose(person) for person in designated.values())
    return {
        index: found
        for index, found in lines.items()
        if index in named or _whose(designated[index]) in known or times[_whose(designated[index])] > 1
    }


def _may_be_label(line: str, language: Language) -> bool:
    """Whether the line may be a name or a word for a part and is nothing else."""
    return (
        prose.n_words(line) <= MOST_WORDS
        and not line.endswith((".", "!", "?", ",", ":", ";"))
        and not prose.opens_quotation(line)
        and not prose.is_stage_note(line, language)
        and designation.is_name_like(line, language)
        and dateline.read(line, language) is None
    )


def _whose(person: Designation) -> str:
    return (person.name or person.office or "").casefold()
