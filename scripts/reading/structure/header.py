"""The header: what stands before the text, from the site's banner to the reference number."""

from collections.abc import Sequence
from dataclasses import dataclass

from schemas.vocabularies import ZoneKind
from scripts.reading.blocks import Block
from scripts.reading.language import Language
from scripts.reading.structure import dateline, designation, labels, particulars, parts, patterns, prose, titles
from scripts.reading.structure.titles import Front

LONGEST = 30
"""In blocks."""


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
    lines = [prose.plain(block.text) for block in blocks]
    named = particulars.find(lines[:LONGEST], language)
    furniture = [
        _furniture(line, language) or (ZoneKind.SITE_SECTION if index in named else None)
        for index, line in enumerate(lines[:LONGEST])
    ]
    front = Front(lines, furniture, labels.recurring(lines, language), language)
    title = titles.find(front)
    kinds: list[ZoneKind] = []
    for index, line in enumerate(lines[: len(furniture)]):
        kind = furniture[index]
        if not prose.has_words(line):
            kind = kinds[-1] if kinds else ZoneKind.SITE_BANNER
        elif kind is None and title is not None:
            kind = _kind(front, index, title)
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
    return named and not prose.is_terminated(line) and titles.genre(line, language) is None


def _names_languages(line: str, language: Language) -> bool:
    words = [word.casefold() for word in prose.WORD.findall(line)]
    return bool(words) and all(word in patterns.words(language, "language_names") for word in words)


def _kind(front: Front, index: int, title: int) -> ZoneKind | None:
    """The kind of a line that its place tells: None where the text starts."""
    line, language = front.lines[index], front.language
    if line == front.lines[title]:
        return ZoneKind.TITLE
    if index < title:
        return ZoneKind.SITE_BANNER if prose.is_terminated(line) else ZoneKind.SITE_SECTION
    if titles.is_byline(line, language):
        return ZoneKind.TITLE
    if _names_speaker(line, language) or not titles.may_be(line):
        return None
    if front.furniture[index - 1] is ZoneKind.DATELINE and dateline.is_place(line, language):
        return ZoneKind.DATELINE
    date_follows = ZoneKind.DATELINE in front.furniture[index + 1 : index + 3]
    return ZoneKind.TITLE if date_follows and not titles.opens_text(line, front) else None


def _names_speaker(line: str, language: Language) -> bool:
    """Whether the line tells who speaks, as a lead or a label does: by office, or by the word for a part."""
    if parts.is_word(line, language):
        return True
    office = designation.read(line, language).office
    possessive = designation.grammar(language).possessive
    lends_its_name = any(possessive.search(word.rstrip(",")) for word in line.split())
    stated = titles.genre(line, language) is not None
    return office is not None and designation.is_name_like(line, language) and not lends_its_name and not stated
