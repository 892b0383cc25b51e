"""Zones: what each stretch of a document is for, from the first code point to the last."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from schemas.vocabularies import AttributionBasis, TurnKind, ZoneKind
from scripts.reading.blocks import Block
from scripts.reading.found import Zone
from scripts.reading.language import Language
from scripts.reading.structure import boxes, dateline, days, particulars, patterns, prose
from scripts.reading.structure.turns import Passage

FIRST_LINES = 8
LAST_LINES = 6
"""Lines of an account among which particulars may stand, below a summary or behind the text."""
LATEST_DATELINE = 3
"""In blocks of an account: a day that stands alone further down is a heading."""


def of_text(blocks: Sequence[Block], passages: Sequence[Passage], language: Language) -> list[ZoneKind]:
    """The kinds of the blocks of the text: spoken, told before the speech, told between and after."""
    first = passages[0].first if passages else 0
    led_in = bool(passages) and passages[0].turn.attribution_basis is AttributionBasis.LEAD_IN
    lead = range(first - 1 if led_in else first)
    apart = boxes.find(blocks, language)
    kinds = [_of_line(index, lead, apart) for index in range(len(blocks))]
    for index in particulars.find([line.text for line in blocks[: first or FIRST_LINES]], language):
        kinds[index] = ZoneKind.SITE_SECTION
    for index in _published_below(blocks, passages, language):
        kinds[index] = ZoneKind.TRAILER
    for index in range(first or LATEST_DATELINE):
        if index < len(blocks) and dateline.read(blocks[index].text, language):
            kinds[index] = ZoneKind.DATELINE
            below = blocks[index + 1].text if index + 1 < (first or len(blocks)) else ""
            if _is_place(below, language) and (first or below.isupper()):
                kinds[index + 1] = ZoneKind.DATELINE
    questions = _questions(passages)
    for number, passage in enumerate(passages):
        kind = ZoneKind.QA if number in questions else ZoneKind.SPEECH
        kinds[passage.first : passage.end] = [kind] * (passage.end - passage.first)
    return _with_notes(kinds, blocks, language)


def _published_below(blocks: Sequence[Block], passages: Sequence[Passage], language: Language) -> Iterator[int]:
    """The lines behind the text that name the day of publication, or of a change."""
    start = max(passages[-1].end if passages else FIRST_LINES, len(blocks) - LAST_LINES)
    for told in particulars.read([block.text for block in blocks[start:]], language):
        if told.fact in ("published", "updated") and days.find(told.value, language):
            yield from range(start + told.first, start + told.end)


def _is_place(line: str, language: Language) -> bool:
    """Whether a line below a date line is the place alone."""
    is_text = prose.is_terminated(line) or prose.n_words(line) == 0 or patterns.of_site(language, line)
    return not is_text and dateline.is_place(line, language)


def _of_line(index: int, lead: range, apart: frozenset[int]) -> ZoneKind:
    if index in apart:
        return ZoneKind.TRAILER
    return ZoneKind.LEAD if index in lead else ZoneKind.NARRATIVE


def tile(text: str, blocks: Sequence[Block], kinds: Sequence[ZoneKind]) -> tuple[Zone, ...]:
    """Zones of neighbouring blocks of one kind; each ends where the next starts, white space goes to the one before."""
    if not text:
        return ()
    if not blocks:
        return (Zone(0, len(text), ZoneKind.NARRATIVE),)
    firsts = [0, *(index for index in range(1, len(blocks)) if kinds[index] is not kinds[index - 1])]
    starts = [0, *(blocks[index].start for index in firsts[1:])]
    return tuple(
        Zone(start, end, kinds[first])
        for first, (start, end) in zip(firsts, pairwise([*starts, len(text)]), strict=True)
    )


def _questions(passages: Sequence[Passage]) -> range:
    """From the first question to the last answer."""
    asked = [number for number, passage in enumerate(passages) if passage.turn.kind is TurnKind.QUESTION]
    answered = [number for number, passage in enumerate(passages) if passage.turn.kind is not TurnKind.STATEMENT]
    return range(asked[0], answered[-1] + 1) if asked else range(0)


def _with_notes(kinds: list[ZoneKind], blocks: Sequence[Block], language: Language) -> list[ZoneKind]:
    """Notes in brackets belong to the words that they stand before, or after."""
    spoken = {ZoneKind.SPEECH, ZoneKind.QA}
    for index in range(len(blocks)):
        if kinds[index] not in spoken and prose.is_stage_note(blocks[index].text, language):
            before = kinds[index - 1] if index else None
            after = kinds[index + 1] if index + 1 < len(blocks) else None
            kinds[index] = next((kind for kind in (before, after) if kind in spoken), kinds[index])
    return kinds
