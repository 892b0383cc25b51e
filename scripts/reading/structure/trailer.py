"""The trailer: the site's boxes, albums and links after the text."""

from collections.abc import Iterator, Sequence
from itertools import takewhile

from schemas.vocabularies import ZoneKind
from scripts.reading.blocks import Block
from scripts.reading.language import Language
from scripts.reading.structure import dateline, days, patterns, prose

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


def kinds(lines: Sequence[Block], language: Language) -> Iterator[ZoneKind]:
    """The kinds of the lines of a trailer: the only day, right behind the text, is that of the document.

    What stands below a heading of links is of other documents.
    """
    own = list(takewhile(lambda line: not is_links(line.text, language), lines))
    dated = [index for index, line in enumerate(own) if days.find(line.text, language)]
    only = dated == [0] and (stated := dateline.read(own[0].text, language)) and stated.date
    yield from (ZoneKind.DATELINE if only and index == 0 else ZoneKind.TRAILER for index in range(len(lines)))


def is_line(line: str, language: Language) -> bool:
    """Whether the line is surely one of the site's, wherever it stands."""
    short = prose.n_words(line) <= LONGEST_LINE
    return short and patterns.furniture(language, "trailers").fullmatch(line.strip(patterns.BULLETS)) is not None


def is_links(line: str, language: Language) -> bool:
    """Whether the line announces links to other pages."""
    return patterns.furniture(language, "box_headings").fullmatch(line.strip(patterns.BULLETS)) is not None


def _belongs(line: str, language: Language) -> bool | None:
    """True for a line that is surely of the trailer, None for one that is where its neighbours are."""
    if is_line(line, language) or patterns.of_site(language, line) or is_links(line, language):
        return True
    if (stated := dateline.read(line, language)) and stated.date:
        return None if stated.place else True
    if prose.is_stage_note(line, language) or prose.n_words(line) > LONGEST_LINE:
        return False
    return None if not prose.has_words(line) or not prose.is_terminated(line) else False
