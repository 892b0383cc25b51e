"""Paths through a site: the lines that tell in which of its sections a page lies, as in "Home > News > Speeches"."""

import re

from scripts.reading.language import Language
from scripts.reading.structure import patterns

ARROWS = ("/", ">", "\u2192", "\u203a")
SIGN = re.compile(r"^\||\s[|>»\u203a\u2192]\s")
"""Between the sections of a path, and before the name of the site behind a title."""
BETWEEN = re.compile(r"\s[>\u2192»\u203a/|]\s")
ARROW = re.compile(r"\s[>\u2192»\u203a]\s")
"""Between sections and nothing else, as strokes are not."""
FEWEST_PIECES = 3
"""Between strokes, where nothing else tells that the line is a path."""
MOST_WORDS = 4
"""Of a section."""


def is_path(line: str, language: Language) -> bool:
    """Whether the line is a path that ends with a section, or breaks off."""
    last = end(line, language)
    return line.endswith(ARROWS) or (last is not None and len(last.split()) <= MOST_WORDS)


def end(line: str, language: Language) -> str | None:
    """What a path leads to, through sections of a few words; None where the line is no path."""
    *sections, last = BETWEEN.split(line)
    if not sections or any(len(section.split()) > MOST_WORDS for section in sections):
        return None
    leads = ARROW.search(line) or patterns.of_site(language, sections[0]) or len(sections) + 1 >= FEWEST_PIECES
    return last if leads else None
