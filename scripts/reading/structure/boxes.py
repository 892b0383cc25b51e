"""Boxes: what a site sets into a text, links to other pages and what stands below pictures; nobody says them."""

from collections.abc import Iterator, Sequence
from itertools import takewhile

from scripts.reading.blocks import Block
from scripts.reading.language import Language
from scripts.reading.structure import labels, patterns, prose, trailer

LONGEST_LINE = 200
"""In code points."""
MOST_LINKS = 4
LONGEST_LINK = 20
"""In words."""


def find(blocks: Sequence[Block], language: Language) -> frozenset[int]:
    """The numbers of the blocks that are boxes or parts of them."""
    found: set[int] = set()
    for index, block in enumerate(blocks):
        if len(block.text) > LONGEST_LINE:
            continue
        if trailer.is_links(block.text, language):
            found |= {index, *_links(blocks, index + 1, language)}
        elif is_caption(block.text, language) or trailer.is_line(block.text, language):
            found.add(index)
    return frozenset(found)


def is_caption(line: str, language: Language) -> bool:
    """Whether the line stands below a picture."""
    return (
        prose.n_words(line) <= LONGEST_LINK
        and patterns.furniture(language, "captions").fullmatch(line.strip(patterns.BULLETS)) is not None
    )


def _links(blocks: Sequence[Block], first: int, language: Language) -> Iterator[int]:
    """The lines below a heading that name pages: titles, which are no sentences, though initials may end one."""
    below = range(first, min(first + MOST_LINKS, len(blocks)))
    return takewhile(lambda index: _is_link(blocks[index].text, language), below)


def _is_link(line: str, language: Language) -> bool:
    title = prose.n_words(line) <= LONGEST_LINK and not prose.is_sentence(line) and not line.endswith((",", ":"))
    return title and labels.at_start(line, language) is None
