"""The title page: the lines of a document that say something of it, each with what it is, and the first of the text."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain, islice, takewhile

from schemas.vocabularies import ZoneKind
from scripts.reading import blocks
from scripts.reading.found import Layout
from scripts.reading.language import Language
from scripts.reading.structure import dateline, front_matter, inline, particulars, patterns, prose, titles, trailer
from scripts.reading.structure.dateline import Dateline
from scripts.reading.structure.particulars import Particular

BESIDE = {ZoneKind.DATELINE, ZoneKind.SOURCE_IDENTIFIER, ZoneKind.ISSUER, ZoneKind.SITE_BANNER}
"""What may stand between a date line and a title below it: links for languages, for example."""
ACCOUNT = (ZoneKind.LEAD, ZoneKind.NARRATIVE)
FIRST_LINES = 3
"""Lines of the account in which the day and the place of the occasion are told."""
LAST_LINES = 6
"""Lines of the account among which the parties sign."""
COLUMNS = re.compile(r"(?<=\S)(?: {2,}|\t+)(?=\S)")
"""Between the parts of a date line."""


@dataclass(frozen=True, slots=True)
class Line:
    """A line and the zone that it is in."""

    kind: ZoneKind
    text: str


@dataclass(frozen=True, slots=True)
class TitlePage:
    """What stands around the text, in its order."""

    lines: tuple[Line, ...]
    """Those of all zones but the text."""
    behind: tuple[str, ...]
    """Those behind the text, above the links to other pages."""
    account: tuple[str, ...]
    """The first lines of a text in the third person."""
    last: tuple[str, ...]
    """The last lines of the text, signatures among them."""
    header: tuple[Line, ...]
    """The lines in front of the words spoken, those that lead in to them included."""
    speakers: frozenset[str]
    front_matter: Mapping[str, str]
    particulars: tuple[Particular, ...]
    """Those above the text, then those behind it."""
    datelines: tuple[Dateline, ...]
    """The date lines, that next to the title first."""
    language: Language

    def of(self, kind: ZoneKind) -> list[str]:
        """The lines of a zone kind."""
        return [line.text for line in self.lines if line.kind is kind]

    @property
    def titles(self) -> list[str]:
        """All that stands in the title, the lines that go with it included."""
        stated = self.stated("title")
        return [stated] if stated else self.of(ZoneKind.TITLE)

    @property
    def headings(self) -> list[str]:
        """The titles, and the lines around them that state a kind of document, too."""
        sections = self.of(ZoneKind.SITE_SECTION)
        return [*self.titles, *(line for line in sections if titles.genre(line, self.language))]

    @property
    def title(self) -> str | None:
        """The title on one line."""
        prefix = self._prefix
        return self._printed_title[prefix.end() if prefix else 0 :].rstrip(" |") or None

    @property
    def _printed_title(self) -> str:
        whole = ""
        for line in self.titles:
            if whole and not titles.goes_on(whole, line, self.language):
                break
            whole = f"{whole} {line}".strip()
        return whole

    @property
    def _prefix(self) -> re.Match[str] | None:
        return patterns.pattern(self.language, "title_prefixes").match(self._printed_title)

    @property
    def issuer(self) -> str | None:
        """The body that issues the document, as it is named."""
        return self.stated("issuer") or self._named(ZoneKind.ISSUER, "issuers", "name")

    @property
    def identifier(self) -> str | None:
        """The reference number."""
        named = self._named(ZoneKind.SOURCE_IDENTIFIER, "source_identifiers", "id") or self.stated("identifier")
        return named or (self._prefix["id"] if self._prefix else None)

    def stated(self, fact: str) -> str | None:
        """The value that the front matter or a line of the header gives for a fact by its name."""
        told = (each.value for each in self.particulars if each.fact == fact and each.value)
        return self.front_matter.get(fact) or next(told, None)

    def _named(self, kind: ZoneKind, patterns_key: str, group: str) -> str | None:
        named = (patterns.named(self.language, patterns_key, line) for line in self.of(kind))
        return next((groups[group].strip() for groups in named if groups), None)


def read(text: str, layout: Layout, language: Language) -> TitlePage:
    """The title page of a document whose layout is known."""
    lines = list(_lines(text, layout, language))
    around = [line for line in lines if line.kind in AROUND]
    plain = [line.text for line in around]
    told = [line.text for line in lines if line.kind in ACCOUNT]
    size = front_matter.size(plain)
    above = [line.text for line in around if line.kind is not ZoneKind.TRAILER]
    behind = [line.text for line in around if line.kind is ZoneKind.TRAILER]
    behind = list(takewhile(lambda line: not trailer.is_links(line, language), behind))
    return TitlePage(
        lines=tuple(around[size:] if front_matter.read(plain).get("title") else around),
        behind=tuple(behind),
        account=tuple(islice(told, FIRST_LINES)),
        last=tuple(told[-LAST_LINES:]),
        header=tuple(_header(text, layout, lines, language)),
        speakers=frozenset(turn.speaker for turn in layout.turns if turn.speaker),
        front_matter=front_matter.read(plain),
        particulars=tuple(chain(particulars.read(above[size:], language), particulars.read(behind, language))),
        datelines=tuple(_datelines(around, language)),
        language=language,
    )


def _header(text: str, layout: Layout, lines: Sequence[Line], language: Language) -> Iterator[Line]:
    first = next(
        (zone.kind for zone in layout.zones if zone.kind not in AROUND and zone.kind is not ZoneKind.LEAD), None
    )
    spoken = first in (ZoneKind.SPEECH, ZoneKind.QA)
    before = (
        zone.end for zone in takewhile(lambda zone: zone.kind in AROUND or zone.kind is ZoneKind.LEAD, layout.zones)
    )
    end = max(before, default=0) if spoken else 0
    blocks_before = sum(block.start < end for block in inline.split(text, language))
    yield from lines[:blocks_before]


def _datelines(lines: Sequence[Line], language: Language) -> list[Dateline]:
    """The date lines, that next to the title first; the mark that an extractor puts before a text is none.

    One that other lines part from a title below it tells the day of somebody's visit, or of other news, but for
    the only one there is, with no more than the name of a section between.
    """
    found = list(_around_title(lines, 0, language)) or list(_around_title(lines, 1, language))
    return [read for _, read in sorted(found, key=lambda each: each[0])]


def _around_title(
    lines: Sequence[Line], sections: int, language: Language
) -> Iterator[tuple[tuple[int, bool], Dateline]]:
    """The date lines with their distance from the title; so many sections may stand in front of a title below."""
    kinds = [line.kind for line in lines]
    titled = [number for number, kind in enumerate(kinds) if kind is ZoneKind.TITLE]
    for number, line in enumerate(lines):
        if line.kind is not ZoneKind.DATELINE or blocks.STAMP.fullmatch(line.text):
            continue
        between = [kind for kind in kinds[number : titled[0]] if kind not in BESIDE] if titled else []
        if len(between) > sections or not {ZoneKind.SITE_SECTION}.issuperset(between):
            continue
        if read := dateline.read(line.text, language):
            yield min(((abs(number - each), number < each) for each in titled), default=(0, False)), read


AROUND = frozenset(ZoneKind) - {*ACCOUNT, ZoneKind.SPEECH, ZoneKind.QA}


def _lines(text: str, layout: Layout, language: Language) -> Sequence[Line]:
    """The blocks of the document, each on one line, with the zones that they are in."""
    zones = iter(layout.zones)
    zone = next(zones, None)
    found: list[Line] = []
    for block in inline.split(text, language):
        while zone is not None and zone.end <= block.start:
            zone = next(zones, None)
        if zone is not None and zone.kind not in (ZoneKind.SPEECH, ZoneKind.QA):
            parts = COLUMNS.split(block.text) if zone.kind is ZoneKind.DATELINE else [block.text]
            found.append(Line(zone.kind, "\n".join(map(prose.plain, parts))))
    return found
