"""Titles: which of the lines before the text is the title, and what genre a title states."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from schemas.vocabularies import Genre, ZoneKind
from scripts.reading.language import Language
from scripts.reading.structure import designation, families, labels, patterns, prose

LONGEST = 60
"""In words."""

SHORTEST = 3
"""In words: one or two are as a rule the name of a site or of one of its sections."""

FARTHEST = 15
"""In blocks: a heading further down is one of the text."""

REPEATED = 4
"""Weight of standing twice: sites print a title above the page and above the text, and nothing else so."""
STATES_GENRE = 3
"""Weight of naming a kind of document, as no banner or section does."""
SPEAKS_OF_OCCASION = 2
"""Weight of a word that titles are fond of; less than a genre, for sections are called by it as well."""
NO_CALL = 2
"""Weight of ending neither as a slogan nor as a path through the site."""
LONG_ENOUGH = 1
NEXT_TO_TEXT = 1
"""Weight of standing next to the day, the author or the text; it decides between lines that are otherwise alike."""

PRESS_GENRES = {Genre.PRESS_CONFERENCE, Genre.BRIEFING, Genre.INTERVIEW}
"""Genres in which the press asks."""


@dataclass(frozen=True, slots=True)
class Front:
    """The lines of a document, what the first of them tell by themselves, and the labels that recur in it."""

    lines: Sequence[str]
    furniture: Sequence[ZoneKind | None]
    recurring: frozenset[str]
    language: Language


GENRES = {genre.value: genre for genre in Genre}


def find(front: Front) -> int | None:
    """Number of the line that looks most like a title, of those before the text; the first of several alike."""
    candidates: list[int] = []
    for index, line in enumerate(front.lines[:FARTHEST]):
        if front.furniture[index] is not None or not prose.has_words(line):
            continue
        if opens_text(line, front) or (candidates and tells(line)):
            break
        if may_be(line) and not is_byline(line, front.language):
            candidates.append(index)
    return max(candidates, key=lambda index: (_likeness(front, index), -index)) if candidates else None


def may_be(line: str) -> bool:
    """Whether the line ends as a heading does, not as a salutation or a label, and is no sentence."""
    return prose.n_words(line) <= LONGEST and not line.endswith((",", ":", ";")) and not prose.is_sentence(line)


def tells(line: str) -> bool:
    """Whether the line can only be text, be it short: a sentence, or words that somebody says."""
    return prose.is_sentence(line) or prose.opens_quotation(line)


def is_byline(line: str, language: Language) -> bool:
    """Whether the line goes with the title above it: who wrote or said it."""
    return patterns.pattern(language, "bylines").fullmatch(line) is not None and not prose.is_sentence(line)


def opens_text(line: str, front: Front) -> bool:
    """Whether the text starts here at the latest: with a sentence, a salutation, a label, a lead-in or a dash."""
    return (
        prose.is_solid(line)
        or prose.is_salutation(line, front.language)
        or families.mark_pattern().match(line) is not None
        or prose.is_stage_note(line, front.language)
        or _opens_turn(line, front)
    )


def genre(title: str, language: Language) -> Genre | None:
    """The genre that a title states, the first of the list in the language's words."""
    genres = patterns.written(language, "title_genres")
    return next((GENRES[genre] for genre, written in genres if re.search(written, title, re.IGNORECASE)), None)


def _opens_turn(line: str, front: Front) -> bool:
    """Whether words follow a label. A title may hold a colon too: it is no sentence, and no label of the text's."""
    label = labels.at_start(line, front.language)
    if label is None or label.end() == len(line):
        return False
    return designation.bare(label["label"]) in front.recurring or not may_be(line)


def _likeness(front: Front, index: int) -> int:
    """How much speaks for a line's being the title."""
    line, language = front.lines[index], front.language
    next_to_text = index + 1 < len(front.lines) and (
        front.furniture[index + 1] in (ZoneKind.DATELINE, ZoneKind.SOURCE_IDENTIFIER)
        or opens_text(front.lines[index + 1], front)
        or is_byline(front.lines[index + 1], language)
    )
    signs = (
        (REPEATED, front.lines[:FARTHEST].count(line) > 1),
        (STATES_GENRE, genre(line, language) is not None),
        (SPEAKS_OF_OCCASION, patterns.pattern(language, "title_words").search(line) is not None),
        (NO_CALL, not line.endswith(("!", "?", "/", "|"))),
        (LONG_ENOUGH, prose.n_words(line) >= SHORTEST),
        (NEXT_TO_TEXT, next_to_text),
    )
    return sum(weight for weight, holds in signs if holds)
