"""Zones: what each stretch of a document is for, from the first code point to the last."""

from collections.abc import Sequence
from itertools import pairwise

from schemas.vocabularies import AttributionBasis, TurnKind, ZoneKind
from scripts.reading import prose, trailer
from scripts.reading.blocks import Block
from scripts.reading.found import Zone
from scripts.reading.language import Language
from scripts.reading.turns import Passage


def of_text(blocks: Sequence[Block], passages: Sequence[Passage], language: Language) -> list[ZoneKind]:
    """The kinds of the blocks of the text: spoken, told before the speech, told between and after."""
    kinds = [ZoneKind.TRAILER if trailer.is_line(line.text, language) else ZoneKind.NARRATIVE for line in blocks]
    if not passages:
        return kinds
    for index in range(passages[0].first):
        kinds[index] = ZoneKind.LEAD
    lead_in = passages[0].turn.label if passages[0].turn.attribution_basis is AttributionBasis.LEAD_IN else None
    if lead_in:
        kinds[passages[0].first - 1] = ZoneKind.NARRATIVE
    questions = _questions(passages)
    for number, passage in enumerate(passages):
        kind = ZoneKind.QA if number in questions else ZoneKind.SPEECH
        kinds[passage.first : passage.end] = [kind] * (passage.end - passage.first)
    return _with_notes(kinds, blocks, language)


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
