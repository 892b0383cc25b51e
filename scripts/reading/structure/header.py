"""The header: what stands before the text, from the site's banner to the reference number."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from schemas.vocabularies import Genre, ZoneKind
from scripts.reading.blocks import Block
from scripts.reading.language import Language
from scripts.reading.structure import dateline, families, labels, patterns, prose

LONGEST_TITLE = 60
"""In words."""

FARTHEST_TITLE = 15
"""In blocks: a heading further down is one of the text."""

GENRES = {genre.value: genre for genre in Genre}
ALNUM = re.compile(r"[^\W_]")


@dataclass(frozen=True, slots=True)
class Header:
    """The kinds of the blocks before the text, and which of them is the title."""

    kinds: tuple[ZoneKind, ...]
    title: int | None

    @property
    def size(self) -> int:
        """Number of blocks of the header; the text starts at the block of this number."""
        return len(self.kinds)


def read(blocks: Sequence[Block], language: Language) -> Header:
    """The header of a document; it is empty where the text starts at once."""
    lines = [block.text for block in blocks]
    furniture = [_furniture(line, language) for line in lines[: FARTHEST_TITLE * 2]]
    title = _title(lines, furniture, language)
    kinds: list[ZoneKind] = []
    for index, line in enumerate(lines[: len(furniture)]):
        kind = furniture[index]
        if not ALNUM.search(line):
            kind = kinds[-1] if kinds else ZoneKind.SITE_BANNER
        elif kind is None and title is not None:
            kind = _kind(lines, furniture, index, title, language)
        if kind is None:
            break
        kinds.append(kind)
    return Header(tuple(kinds), title)


def _furniture(line: str, language: Language) -> ZoneKind | None:
    """The kind of a line that tells by itself what it is."""
    if dateline.read(line, language):
        return ZoneKind.DATELINE
    if patterns.named(language, "source_identifiers", line):
        return ZoneKind.SOURCE_IDENTIFIER
    if patterns.pattern(language, "navigation").fullmatch(line.lstrip("•*·- ")) or _names_languages(line, language):
        return ZoneKind.SITE_BANNER
    if names_issuer(line, language):
        return ZoneKind.ISSUER
    return None


def names_issuer(line: str, language: Language) -> bool:
    """Whether the line names a body and says nothing of a document."""
    named = patterns.named(language, "issuers", line) is not None
    return named and not prose.is_terminated(line) and title_genre(line, language) is None


def _names_languages(line: str, language: Language) -> bool:
    words = [word.casefold() for word in prose.WORD.findall(line)]
    return bool(words) and all(word in patterns.words(language, "language_names") for word in words)


def _kind(
    lines: Sequence[str], furniture: Sequence[ZoneKind | None], index: int, title: int, language: Language
) -> ZoneKind | None:
    """The kind of a line that its place tells: None where the text starts."""
    line = lines[index]
    if line == lines[title]:
        return ZoneKind.TITLE
    if index < title:
        return ZoneKind.SITE_BANNER if prose.is_terminated(line) else ZoneKind.SITE_SECTION
    if patterns.pattern(language, "bylines").fullmatch(line) and not prose.is_terminated(line):
        return ZoneKind.TITLE
    if furniture[index - 1] is ZoneKind.DATELINE and _may_be_title(line) and dateline.is_place(line, language):
        return ZoneKind.DATELINE
    date_follows = ZoneKind.DATELINE in furniture[index + 1 : index + 3]
    return ZoneKind.TITLE if date_follows and _may_be_title(line) and not opens_text(line, language) else None


def _title(lines: Sequence[str], furniture: Sequence[ZoneKind | None], language: Language) -> int | None:
    """The line that looks most like a title, of those before the text."""
    candidates = []
    for index, line in enumerate(lines[:FARTHEST_TITLE]):
        if furniture[index] is None and ALNUM.search(line):
            if opens_text(line, language):
                break
            if _may_be_title(line):
                candidates.append(index)
    if not candidates:
        return None
    return max(candidates, key=lambda index: (_likeness(lines, furniture, index, language), -index))


def _likeness(lines: Sequence[str], furniture: Sequence[ZoneKind | None], index: int, language: Language) -> int:
    """How much speaks for a line's being the title."""
    line = lines[index]
    following = index + 1 < len(lines) and (
        furniture[index + 1] in (ZoneKind.DATELINE, ZoneKind.SOURCE_IDENTIFIER)
        or opens_text(lines[index + 1], language)
        or patterns.pattern(language, "bylines").fullmatch(lines[index + 1]) is not None
    )
    return (
        4 * (lines[:FARTHEST_TITLE].count(line) > 1)
        + 3 * (title_genre(line, language) is not None)
        + 2 * (patterns.pattern(language, "title_words").search(line) is not None)
        + 2 * (not line.endswith(("!", "?", "/", "|")))
        + (prose.n_words(line) > 3)
        + following
    )


def _may_be_title(line: str) -> bool:
    """Whether the line ends as a heading does, not as a sentence, a salutation or a label."""
    return prose.n_words(line) <= LONGEST_TITLE and not line.endswith((".", ",", ":", ";"))


def opens_text(line: str, language: Language) -> bool:
    """Whether the text starts here at the latest: with a sentence, a salutation, a label, a lead-in or a dash."""
    label = labels.at_start(line, language)
    return (
        prose.is_solid(line)
        or prose.is_salutation(line, language)
        or families.mark_pattern().match(line) is not None
        or (label is not None and label.end() < len(line))
        or prose.is_stage_note(line, language)
    )


def title_genre(title: str, language: Language) -> Genre | None:
    """The genre that a title states, the first of the list in the language's words."""
    genres = language.words(patterns.SUBJECT)["title_genres"]
    return next((GENRES[genre] for genre, written in genres if re.search(written, title, re.IGNORECASE)), None)
