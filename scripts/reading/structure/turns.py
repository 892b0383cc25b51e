"""Turns: from the places where somebody begins to speak to who says what, and which question is answered."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from lading.standoff import Span
from schemas.vocabularies import AttributionBasis, SpeakerType, TurnKind
from scripts.reading.blocks import Block
from scripts.reading.found import Turn
from scripts.reading.language import Language
from scripts.reading.structure import courtesies, endings, families, prose
from scripts.reading.structure.scene import Opening, Reading

MARKS = {"“": "”", "«": "»", '"': '"', "„": "“", "”": "”"}
"""Quotation marks, by the one that opens."""


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
    endings_of_turns = endings.of(blocks, openings, language)
    passages: list[Passage] = []
    question: int | None = None
    hosted = not any(opening.speaker_type is SpeakerType.JOURNALIST for opening in openings)
    for opening, limit in zip(openings, endings.limits(blocks, openings), strict=True):
        end = endings_of_turns.find(opening, limit)
        span = Span(opening.start, blocks[end - 1].end)
        span = _without_emphasis(text, endings.without_cut(text, span), opening)
        if opening is openings[-1]:
            span = endings.without_end(text, span, language)
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
        silent = opening.label is not None and question is not None and not prose.asks(words)
        takes_leave = opening.by_name and (is_last or courtesies.only(words, language))
        return TurnKind.STATEMENT if silent and takes_leave else TurnKind.QUESTION
    if opening.speaker_type in (SpeakerType.MODERATOR, SpeakerType.UNKNOWN):
        calls = opening.speaker_type is SpeakerType.MODERATOR and not hosted
        asks = courtesies.asks_more(words, language) if calls else prose.asks(words)
        return TurnKind.QUESTION if asks else TurnKind.STATEMENT
    if opening.speaker_type is SpeakerType.INTERPRETER and words.endswith("?"):
        return TurnKind.QUESTION
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
