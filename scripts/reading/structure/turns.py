"""Turns: from the places where somebody begins to speak to who says what, and which question is answered."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from schemas.vocabularies import SpeakerType, TurnKind
from scripts.reading.blocks import Block
from scripts.reading.found import Turn
from scripts.reading.language import Language
from scripts.reading.structure import dateline, prose
from scripts.reading.structure.openings import Opening


@dataclass(frozen=True, slots=True)
class Passage:
    """A turn and the blocks that it takes, its label included: `[first, end)`."""

    turn: Turn
    first: int
    end: int


def read(text: str, blocks: Sequence[Block], openings: Sequence[Opening], language: Language) -> list[Passage]:
    """The turns that the openings begin, each up to the next opening, a line in the third person, or the end."""
    passages: list[Passage] = []
    question: int | None = None
    for opening, limit in zip(openings, _limits(blocks, openings), strict=True):
        end = _end(blocks, opening.block, limit, language)
        kind = _kind(opening, question)
        last = blocks[end - 1].end
        if opening.start >= last:
            continue
        if kind is TurnKind.QUESTION:
            question = opening.start
        turn = Turn(
            opening.start,
            last,
            kind,
            opening.speaker_type,
            opening.basis,
            opening.speaker,
            text[opening.label.start : opening.label.end] if opening.label else None,
            opening.label,
            question if kind is TurnKind.ANSWER else None,
        )
        passages.append(Passage(turn, opening.block, end))
    return passages


def _limits(blocks: Sequence[Block], openings: Sequence[Opening]) -> Iterator[int]:
    """For each opening the block before which its turn ends: that of the next, or of the lead-in to it."""
    for following in openings[1:]:
        led_in = following.label is not None and following.label.start < blocks[following.block].start
        yield following.block - 1 if led_in else following.block
    if openings:
        yield len(blocks)


def _end(blocks: Sequence[Block], first: int, limit: int, language: Language) -> int:
    """The block after the last one spoken: notes, times, and lines in the third person at the end, are not."""
    end = limit
    while end > first + 1 and _is_told(blocks[end - 1].text, language):
        end -= 1
    return end


def _is_told(line: str, language: Language) -> bool:
    introduces = line.endswith(":") and not prose.is_spoken(line, language)
    apart = prose.is_stage_note(line, language) or dateline.read(line, language) is not None
    return introduces or apart or prose.is_closing_line(line, language)


def _kind(opening: Opening, question: int | None) -> TurnKind:
    """Journalists ask; officials answer once somebody has asked."""
    if opening.speaker_type is SpeakerType.JOURNALIST:
        return TurnKind.QUESTION
    if opening.speaker_type is SpeakerType.OFFICIAL and question is not None:
        return TurnKind.ANSWER
    return TurnKind.STATEMENT
