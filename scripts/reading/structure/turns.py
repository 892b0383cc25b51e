"""Turns: from the places where somebody begins to speak to who says what, and which question is answered."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from lading.standoff import Span
from schemas.vocabularies import AttributionBasis, SpeakerType, TurnKind
from scripts.reading.blocks import Block
from scripts.reading.found import Turn
from scripts.reading.language import Language
from scripts.reading.structure import boxes, courtesies, dateline, families, patterns, prose
from scripts.reading.structure.scene import Opening, Reading

MARKS = {"“": "”", "«": "»", '"': '"', "„": "“", "”": "”"}
"""Quotation marks, by the one that opens."""

CUT = re.compile(r"\s*[(\[<]\s*(?:\u2026|\.\.\.)\s*[)\]>]$")
LONGEST_CUT = 12
"""In characters."""

MOST_HEADINGS = 5
"""Between two turns; where more lines end without a mark, the text is one without punctuation."""

LONGEST_END = 80
"""In characters."""


@dataclass(frozen=True, slots=True)
class Passage:
    """A turn and the blocks that it takes, its label included: `[first, end)`."""

    turn: Turn
    first: int
    end: int


def read(text: str, blocks: Sequence[Block], reading: Reading | None, language: Language) -> list[Passage]:
    """The turns that the openings begin, each up to the next opening, a line in the third person, or the end."""
    if reading is None:
        return []
    openings = reading.openings
    apart = boxes.find(blocks, language)
    passages: list[Passage] = []
    question: int | None = None
    hosted = not any(opening.speaker_type is SpeakerType.JOURNALIST for opening in openings)
    surnames = tuple(sorted({name for opening in openings for name in (opening.speaker or "").split()[-1:]}))
    for opening, limit in zip(openings, _limits(blocks, openings), strict=True):
        is_told_behind = _may_be_told_behind(opening, openings)
        end = _end(blocks, opening.block, limit, apart, language, is_told_behind=is_told_behind)
        if opening.basis is AttributionBasis.LEAD_IN:
            end = _before_account(blocks, opening.block, end, surnames, language)
        span = _without_emphasis(text, _without_cut(text, Span(opening.start, blocks[end - 1].end)), opening)
        if span.start >= span.end:
            continue
        words = text[span.start : span.end]
        kind = _kind(opening, question, words, language, hosted=hosted, is_last=opening is openings[-1])
        if kind is TurnKind.ANSWER and not _was_asked(passages) and courtesies.only(words, language):
            kind = TurnKind.STATEMENT
        if kind is TurnKind.QUESTION:
            question = span.start
        turn = Turn(
            span.start,
            span.end,
            kind,
            opening.speaker_type,
            opening.basis,
            opening.speaker,
            text[opening.label.start : opening.label.end] if opening.label else None,
            opening.label,
            question if kind is TurnKind.ANSWER else None,
            round(opening.confidence, 2),
        )
        passages.append(Passage(turn, opening.block, end))
    return _without_marks(text, passages)


def _was_asked(passages: Sequence[Passage]) -> bool:
    """Whether a question stands right before: then even thanks are an answer."""
    return bool(passages) and passages[-1].turn.kind is TurnKind.QUESTION


def _limits(blocks: Sequence[Block], openings: Sequence[Opening]) -> Iterator[int]:
    """For each opening the block before which its turn ends: that of the next, or of the lead-in to it."""
    for following in openings[1:]:
        led_in = following.label is not None and following.label.start < blocks[following.block].start
        yield following.block - 1 if led_in else following.block
    if openings:
        yield len(blocks)


def _end(
    blocks: Sequence[Block], first: int, limit: int, apart: frozenset[int], language: Language, *, is_told_behind: bool
) -> int:
    """The block after the last one spoken: notes, times, headings, boxes and the third person at the end are not.

    Behind the last turn of all, the site's lines may follow a line that marks the end.
    """
    later = range(first + 1, limit) if limit == len(blocks) else range(0)
    end = next((index for index in later if _marks_end(blocks[index].text, language)), limit)
    told = end
    while told > first + 1 and (
        told - 1 in apart
        or _is_apart(blocks[told - 1].text, language)
        or (is_told_behind and prose.is_closing_line(blocks[told - 1].text, language))
    ):
        told -= 1
    headings = sum(prose.is_heading(block.text, language) for block in blocks[told:end])
    return end if headings > MOST_HEADINGS else told


def _may_be_told_behind(opening: Opening, openings: Sequence[Opening]) -> bool:
    """Whether the writer may tell how it went on: between labels nobody does, and answers report on others, too."""
    if opening is openings[-1] and any(it.basis is AttributionBasis.LEAD_IN for it in openings):
        return True
    return opening.basis not in (AttributionBasis.LABEL, AttributionBasis.ALTERNATION)


def _before_account(blocks: Sequence[Block], first: int, end: int, surnames: Sequence[str], language: Language) -> int:
    """The block after the last one that does not tell in the third person what those who speak do."""
    while end > first + 1:
        text = blocks[end - 1].text
        subject = text[:LONGEST_END]
        if not any(name in subject for name in surnames) or prose.is_spoken(text, language):
            return end
        end -= 1
    return end


def _marks_end(line: str, language: Language) -> bool:
    return len(line) <= LONGEST_END and patterns.pattern(language, "ends").fullmatch(line) is not None


def _is_apart(line: str, language: Language) -> bool:
    """Whether the line is no words of a speaker: it introduces something, or is a note, a date line or a heading."""
    introduces = line.endswith(":") and not prose.is_spoken(line, language)
    noted = prose.is_stage_note(line, language) or dateline.read(line, language) is not None
    return introduces or noted or prose.is_heading(line, language)


def _without_cut(text: str, span: Span) -> Span:
    """The span without the sign at its end that something was left out."""
    cut = CUT.search(text, max(span.start, span.end - LONGEST_CUT), span.end)
    return Span(span.start, cut.start()) if cut else span


def _without_emphasis(text: str, span: Span, opening: Opening) -> Span:
    """The span without the marks that close the emphasis of a question."""
    if opening.basis is not AttributionBasis.ALTERNATION:
        return span
    words = text[span.start : span.end]
    for family in families.families("emphasis"):
        for mark in family.emphasis:
            if words.endswith(mark) and words.count(mark) == 1:
                return Span(span.start, span.end - len(mark))
    return span


def _kind(
    opening: Opening, question: int | None, words: str, language: Language, *, hosted: bool, is_last: bool
) -> TurnKind:
    """Journalists ask, but for a farewell; officials answer once somebody has asked; the host of a programme may ask.

    A moderator who says no more than a name gives the floor, be it with a question mark.
    """
    if opening.speaker_type is SpeakerType.JOURNALIST:
        takes_leave = is_last and opening.by_name and opening.label and not prose.asks(words)
        return TurnKind.STATEMENT if takes_leave and question is not None else TurnKind.QUESTION
    if opening.speaker_type in (SpeakerType.MODERATOR, SpeakerType.UNKNOWN):
        calls = opening.speaker_type is SpeakerType.MODERATOR and not hosted
        asks = courtesies.asks_more(words, language) if calls else prose.asks(words)
        return TurnKind.QUESTION if asks else TurnKind.STATEMENT
    if opening.speaker_type is SpeakerType.OFFICIAL and question is not None and not opening.moderates:
        return TurnKind.ANSWER
    return TurnKind.STATEMENT


def _without_marks(text: str, passages: list[Passage]) -> list[Passage]:
    """The passages; where labels open nearly all of them and each is quoted as a whole, without the marks."""
    quoted = [_is_quoted(_words(text, it)) for it in passages if it.turn.label]
    if len(quoted) < 2 or sum(quoted) < 0.8 * len(quoted):
        return passages
    moved = {it.turn.start: it.turn.start + 1 for it in passages if it.turn.label and _is_quoted(_words(text, it))}
    return [replace(it, turn=_moved(it.turn, moved)) for it in passages]


def _moved(turn: Turn, moved: Mapping[int, int]) -> Turn:
    """The turn between its marks, where it is one that starts behind a mark, and in reply to where the question is."""
    reply_to = moved.get(turn.reply_to, turn.reply_to) if turn.reply_to is not None else None
    if turn.start not in moved:
        return replace(turn, reply_to=reply_to)
    return replace(turn, start=moved[turn.start], end=turn.end - 1, reply_to=reply_to)


def _words(text: str, passage: Passage) -> str:
    return text[passage.turn.start : passage.turn.end]


def _is_quoted(words: str) -> bool:
    return len(words) > 2 and MARKS.get(words[0]) == words[-1]
