"""The trailer: the site's boxes, albums and links after the text."""

from collections.abc import Sequence

from scripts.reading.blocks import Block
from scripts.reading.language import Language
from scripts.reading.structure import patterns, prose

LONGEST_LINE = 25
"""In words: what is longer is text, whatever it speaks of."""


def start(blocks: Sequence[Block], text_start: int, language: Language) -> int:
    """Number of the first block of the trailer; the number of blocks where there is none."""
    first = index = len(blocks)
    while index > text_start and (seen := _belongs(blocks[index - 1].text, language)) is not False:
        index -= 1
        if seen:
            first = index
    return first


def is_line(line: str, language: Language) -> bool:
    """Whether the line is surely one of the site's, wherever it stands."""
    short = prose.n_words(line) <= LONGEST_LINE
    return short and patterns.furniture(language, "trailers").fullmatch(line.strip(patterns.BULLETS)) is not None


def _belongs(line: str, language: Language) -> bool | None:
    """True for a line that is surely of the trailer, None for one that is where its neighbours are."""
    if is_line(line, language) or patterns.of_site(language, line):
        return True
    if prose.is_stage_note(line, language) or prose.n_words(line) > LONGEST_LINE:
        return False
    return None if not prose.has_words(line) or not prose.is_terminated(line) else False
