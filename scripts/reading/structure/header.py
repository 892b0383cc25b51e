"""The header: what stands before the text, from the site's banner to the reference number."""

import re
from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass
from itertools import pairwise, takewhile

from schemas.vocabularies import ZoneKind
from scripts.reading.blocks import STAMP, Block
from scripts.reading.language import Language
from scripts.reading.structure import (
    boxes,
    dateline,
    front_matter,
    headline,
    labels,
    particulars,
    patterns,
    prose,
    titles,
)
from scripts.reading.structure.front import Front, is_long

MENU = re.compile(r"(?![|•*-])(?:[^\W\d](?:\S|[ ](?![ ])){0,30}(?:\s{2,}|\s*[|•]\s*|$)){3,}(?<![.!?:])")
"""A row of three links or more: a few words each, set off by blanks or bars."""
GAP = re.compile(r"\s{2,}|\s*[|•]\s*")
MOST_WORDS_OF_A_LINK = 4
LONGEST = 30
"""In blocks."""
REACH = 120
"""In blocks: among them a label recurs that does so at all."""
SOLID_LINES = 4
"""So many paragraphs may stand before a title: notices of the site, or a lead."""
FEWEST_CODES = 3
LONGEST_CODE = 2
"""In letters: the code of a language; three in a row are no words of a title."""
LINES_OF_A_TITLE = 6
LINES_BELOW_STANDFIRST = 3
LONGEST_LINE = 250
"""In code points: what is longer is no line of the site but for its notices."""

PARTICULARS = {
    "title": ZoneKind.TITLE,
    "published": ZoneKind.DATELINE,
    "updated": ZoneKind.DATELINE,
    "event_date": ZoneKind.DATELINE,
    "place": ZoneKind.DATELINE,
    "identifier": ZoneKind.SOURCE_IDENTIFIER,
}
"""The zones of lines that tell a particular; what is not here is the site's."""


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
    start = front_matter.size(lines)
    written = [front_matter.zone(line) for line in lines[:start]]
    first = enumerate(blocks[start : start + LONGEST])
    menus = {index for index, block in first if MENU.fullmatch(block.text) or _opens_menu(block.text, language)}
    below = _below(lines[start:], menus, language)
    titled = next((index for index, kind in enumerate(written) if kind is ZoneKind.TITLE), None)
    title = titled if titled is not None else below.title + start if below.title is not None else None
    return Header((*written, *below.kinds), title)


def _opens_menu(line: str, language: Language) -> bool:
    """Whether the line is a link of the site's and short ones behind it."""
    links = GAP.split(line.strip())
    short = all(len(link.split()) <= MOST_WORDS_OF_A_LINK for link in links)
    return len(links) > 1 and short and "\n" not in line and patterns.of_site(language, links[0])


def _below(lines: Sequence[str], menus: Set[int], language: Language) -> Header:
    """The header below the front matter; `menus` are the numbers of the lines that are rows of links."""
    first = lines[: _farthest(lines)]
    told = _told(first, language)
    furniture = [
        told.get(index) or _furniture(line, language) or (ZoneKind.SITE_BANNER if index in menus else None)
        for index, line in enumerate(first)
    ]
    front = Front(tuple(lines), furniture, labels.recurring(lines[:REACH], language), language)
    title = headline.find(front)
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


def _farthest(lines: Sequence[str]) -> int:
    """The number of lines among which the header ends: those up to some that can only be text."""
    solid = [index for index, line in enumerate(lines[:LONGEST]) if prose.is_solid(line)]
    return solid[SOLID_LINES] + 1 if len(solid) > SOLID_LINES else LONGEST


def _told(lines: Sequence[str], language: Language) -> Mapping[int, ZoneKind]:
    """The kinds of the lines that tell a particular by its name."""
    return {
        index: PARTICULARS.get(told.fact, ZoneKind.SITE_SECTION)
        for told in particulars.read(lines, language)
        for index in range(told.first, told.end)
    }


def _furniture(line: str, language: Language) -> ZoneKind | None:
    """The kind of a line that tells by itself what it is."""
    if len(line) > LONGEST_LINE:
        return ZoneKind.SITE_BANNER if patterns.of_site(language, line) else None
    if STAMP.fullmatch(line) or dateline.read(line, language):
        return ZoneKind.DATELINE
    if patterns.named(language, "source_identifiers", line):
        return ZoneKind.SOURCE_IDENTIFIER
    if patterns.of_site(language, line) or _names_languages(line, language) or boxes.is_caption(line, language):
        return ZoneKind.SITE_BANNER
    if patterns.of_section(language, line):
        return ZoneKind.SITE_SECTION
    if names_issuer(line, language):
        return ZoneKind.ISSUER
    return None


def names_issuer(line: str, language: Language) -> bool:
    """Whether the line names a body and says nothing of a document."""
    named = patterns.named(language, "issuers", line) is not None
    return named and not prose.is_terminated(line) and titles.genre(line, language) is None


def _names_languages(line: str, language: Language) -> bool:
    """Whether the line holds nothing but the names or codes of languages, or letters of several sizes."""
    words = [word.casefold() for word in prose.WORD.findall(line)]
    if len(words) >= FEWEST_CODES and max(map(len, words)) <= LONGEST_CODE:
        return True
    return bool(words) and all(word in patterns.words(language, "language_names") for word in words)


def _kind(front: Front, index: int, title: int) -> ZoneKind | None:
    """The kind of a line that its place tells: None where the text starts."""
    line, language = front.lines[index], front.language
    again = index > title and is_long(front.lines[title]) and front.begins_as(index, title)
    if again or line == front.lines[title]:
        return ZoneKind.TITLE
    if index < title:
        if prose.is_solid(line):
            return ZoneKind.LEAD
        return ZoneKind.SITE_BANNER if prose.is_terminated(line) else ZoneKind.SITE_SECTION
    if index == title + 1 and titles.stands_behind_day(line, language):
        return ZoneKind.TITLE
    if index == title + 1 and dateline.place_behind_preposition(line, language):
        return ZoneKind.DATELINE
    if titles.is_byline(line, language) or _ends_title(front, index, title):
        return ZoneKind.TITLE
    if _is_standfirst(front, index, title):
        return ZoneKind.LEAD
    if titles.names_speaker(line, language) or not titles.may_be(line, language):
        return None
    if _is_place(front, index):
        return ZoneKind.DATELINE
    date_follows = ZoneKind.DATELINE in front.furniture[index + 1 : index + 3]
    return ZoneKind.TITLE if date_follows and not front.opens_text(index) else None


def _is_standfirst(front: Front, index: int, title: int) -> bool:
    """Whether the line is the sentence that stands between the title and the day and author below it."""
    below = takewhile(lambda kind: kind is not None, front.furniture[index + 1 : index + 1 + LINES_BELOW_STANDFIRST])
    told = prose.is_terminated(front.lines[index]) and not prose.is_spoken(front.lines[index], front.language)
    return index == title + 1 and told and ZoneKind.DATELINE in below


def _ends_title(front: Front, index: int, title: int) -> bool:
    """Whether the line and all between it and the title are what the title breaks off with."""
    pairs = pairwise(front.lines[title : index + 1])
    return index - title < LINES_OF_A_TITLE and all(titles.goes_on(*pair, front.language) for pair in pairs)


def _is_place(front: Front, index: int) -> bool:
    """Whether the line is the place below a date line, or between the site's lines below it and the first words."""
    if not dateline.is_place(front.lines[index], front.language):
        return False
    if front.furniture[index - 1] is ZoneKind.DATELINE:
        return True
    between = list(takewhile(lambda kind: kind is ZoneKind.SITE_BANNER, reversed(front.furniture[:index])))
    above = index - len(between) - 1
    following = front.line(index + 1)
    speaks = labels.at_start(following, front.language) or titles.genre(following, front.language)
    return bool(between and speaks) and front.furniture[above] is ZoneKind.DATELINE
