"""Endings: where the words of a turn end, and notes, boxes and what the writer tells begin."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from lading.standoff import Span
from schemas.vocabularies import AttributionBasis, SpeakerType
from scripts.reading.blocks import Block
from scripts.reading.language import Language
from scripts.reading.structure import boxes, dateline, designation, patterns, prose
from scripts.reading.structure.scene import Opening

CUT = re.compile(r"\s*[(\[<]\s*(?:\u2026|\.\.\.)\s*[)\]>]$")
LONGEST_CUT = 12
"""In characters."""

MOST_HEADINGS = 5
"""Between two turns; where more lines end without a mark, the text is one without punctuation."""

LONGEST_END = 120
"""In characters."""

LONGEST_SUBJECT = 80
"""In characters."""

LONGEST_REMARK = 12
"""In words: of the writer's, on who speaks, without brackets."""

SENTENCE_END = re.compile(r"(?<=[.!?\u2026])\s+")
QUOTED = re.compile(r"\s*>")
"""The mark with which Markdown sets a paragraph off."""


def limits(blocks: Sequence[Block], openings: Sequence[Opening]) -> Iterator[int]:
    """For each opening the block before which its turn ends: that of the next, or of the lead-in to it."""
    for following in openings[1:]:
        led_in = following.label is not None and following.label.start < blocks[following.block].start
        if not led_in:
            yield following.block
            continue
        label = following.block - 1
        yield label - 1 if _leads_to(blocks[label - 1].text, following) else label
    if openings:
        yield len(blocks)


def _leads_to(line: str, following: Opening) -> bool:
    """Whether the line above a heading with the name of a speaker says that this person speaks next."""
    surname = (following.speaker or "").split()[-1:]
    return bool(surname) and surname[0] in line and len(SENTENCE_END.split(line)) == 1 and len(line) <= LONGEST_END


@dataclass(frozen=True, slots=True)
class Endings:
    """Where turns end in a document."""

    blocks: Sequence[Block]
    openings: Sequence[Opening]
    labels: frozenset[str]
    """As printed."""
    apart: frozenset[int]
    """The boxes."""
    language: Language

    def find(self, opening: Opening, limit: int) -> int:
        """The block after the last one spoken: notes, times, headings, boxes and the third person at the end are not.

        Behind the last turn of all, the site's lines may follow a line that marks the end.
        """
        blocks, first = self.blocks, opening.block
        later = range(first + 1, limit) if limit == len(blocks) else range(0)
        end = next((index for index in later if _marks_end(blocks[index].text, self.language)), limit)
        if QUOTED.match(blocks[first].text):
            end = next((index for index in range(first + 1, end) if not QUOTED.match(blocks[index].text)), end)
        told = end
        while told > first + 1 and (told - 1 in self.apart or self._is_apart(blocks[told - 1].text, opening)):
            told -= 1
        headings = sum(prose.is_heading(block.text, self.language) for block in blocks[told:end])
        end = end if headings > MOST_HEADINGS else told
        if opening.basis is AttributionBasis.LEAD_IN:
            return self._before_account(first, end)
        return self._before_profile(first, end) if opening.basis is AttributionBasis.ALTERNATION else end

    def _is_apart(self, line: str, opening: Opening) -> bool:
        """Whether the line is no words of the speaker."""
        language = self.language
        if _is_apart(line, language) or self._tells_of_speaker(line):
            return True
        if opening is self.openings[-1] and self._tells_of_text(line):
            return True
        return self._may_be_told_behind(opening) and prose.is_closing_line(line, language)

    def _tells_of_speaker(self, line: str) -> bool:
        """Whether the writer remarks on somebody who bears a label, as in "LO laughs"."""
        if prose.n_words(line) > LONGEST_REMARK or prose.is_spoken(line, self.language):
            return False
        return any(line.startswith(f"{each} ") and line[len(each) + 1].islower() for each in self.labels)

    def _tells_of_text(self, line: str) -> bool:
        """Whether the line says how the text came about, or tells of who asks the only one who answers."""
        if prose.is_spoken(line, self.language):
            return False
        if patterns.pattern(self.language, "disclaimers").search(line):
            return True
        answering = {opening.speaker for opening in self.openings} - {None}
        asked = any(opening.speaker_type is SpeakerType.JOURNALIST for opening in self.openings)
        first = next(designation.find(line, self.language), None)
        name = first.name if first else None
        if not (asked and len(answering) == 1 and name and " " in name and line.startswith(name)):
            return False
        return any(name in block.text for block in self.blocks[: self.openings[0].block])

    def _may_be_told_behind(self, opening: Opening) -> bool:
        """Whether the writer may tell how it went on: between labels nobody does, and answers report on others, too."""
        if opening is self.openings[-1] and any(it.basis is AttributionBasis.LEAD_IN for it in self.openings):
            return True
        return opening.basis not in (AttributionBasis.LABEL, AttributionBasis.ALTERNATION)

    def _before_account(self, first: int, end: int) -> int:
        """The block after the last one that does not tell in the third person what those who speak do."""
        surnames = {name for opening in self.openings for name in (opening.speaker or "").split()[-1:]}
        while end > first + 1:
            text = self.blocks[end - 1].text
            subject = text[:LONGEST_SUBJECT]
            if not any(name in subject for name in surnames) or prose.is_spoken(text, self.language):
                return end
            end -= 1
        return end

    def _before_profile(self, first: int, end: int) -> int:
        """The block before which a heading sets something apart that nobody says, as who it is that speaks."""
        for index in range(end - 1, first, -1):
            if prose.HEADING.match(self.blocks[index].text):
                return index
            if prose.is_spoken(self.blocks[index].text, self.language):
                return end
        return end


def of(blocks: Sequence[Block], openings: Sequence[Opening], language: Language) -> Endings:
    """The endings of the turns that the openings begin."""
    spans = ((blocks[it.block], it.label) for it in openings if it.label)
    labels = frozenset(
        block.text[label.start - block.start : label.end - block.start]
        for block, label in spans
        if block.start <= label.start
    )
    return Endings(blocks, openings, labels, boxes.find(blocks, language), language)


def _marks_end(line: str, language: Language) -> bool:
    return len(line) <= LONGEST_END and patterns.pattern(language, "ends").fullmatch(line) is not None


def _is_apart(line: str, language: Language) -> bool:
    """Whether the line is no words of a speaker: it introduces something, or is a note, a date line or a heading."""
    introduces = line.endswith(":") and not prose.is_spoken(line, language)
    noted = prose.is_stage_note(line, language) or dateline.read(line, language) is not None
    ornament = prose.LETTERS.search(line) is None and not prose.is_terminated(line)
    return introduces or noted or ornament or prose.is_heading(line, language)


def without_cut(text: str, span: Span) -> Span:
    """The span without the sign at its end that something was left out."""
    cut = CUT.search(text, max(span.start, span.end - LONGEST_CUT), span.end)
    return Span(span.start, cut.start()) if cut else span


def without_end(text: str, span: Span, language: Language) -> Span:
    """The span without the words at its end that mark the end, where a text has lost its line breaks."""
    first = max(span.start, span.end - LONGEST_SUBJECT)
    for stop in SENTENCE_END.finditer(text, first, span.end):
        last = text[stop.end() : span.end]
        if _marks_end(last, language) and not prose.is_sentence(last):
            return Span(span.start, stop.start())
    return span
