"""Passages: quoted words with the clause beside them that says whose they are, paragraph by paragraph."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from lading.standoff import Span
from schemas.vocabularies import QuoteType, ZoneKind
from scripts.reading import sentences
from scripts.reading.found import Layout
from scripts.reading.language import Language
from scripts.reading.paragraphs import Paragraph, paragraphs
from scripts.reading.quoted import marks, quote_types
from scripts.reading.quoted.attributions import Attribution, Clauses
from scripts.reading.quoted.marks import Quoted

PROSE = {ZoneKind.LEAD, ZoneKind.NARRATIVE}
READ = PROSE | {ZoneKind.SPEECH, ZoneKind.QA}
TERMINALS = tuple(".!?\u2026")


@dataclass(frozen=True, slots=True)
class Gap:
    """The text between two quotations of a paragraph, or between one and an end of the paragraph."""

    span: Span
    sentences: tuple[Span, ...]
    is_open: bool
    """Whether the last sentence goes on into the quotation that follows."""

    @property
    def first(self) -> Span:
        """The sentence that the quotation in front belongs to."""
        return self.sentences[0] if self.sentences else Span(self.span.start, self.span.start)

    @property
    def last(self) -> Span:
        """The beginning of the sentence that the quotation behind belongs to."""
        return Span(self.sentences[-1].start, self.span.end) if self.is_open else Span(self.span.end, self.span.end)


@dataclass(frozen=True, slots=True)
class Passage:
    """Quoted words, what their marks are for, and the attribution that goes with them."""

    quoted: Quoted
    quote_type: QuoteType
    attribution: Attribution | None
    before: tuple[Span, ...]
    """The sentences in front that belong to no quotation."""

    @property
    def cites(self) -> Attribution | None:
        """The attribution, where the words are somebody's."""
        return None if self.quote_type == QuoteType.SCARE else self.attribution


@dataclass(frozen=True, slots=True)
class QuotingParagraph:
    """A paragraph with its passages; one without any still tells who is spoken of."""

    paragraph: Paragraph
    passages: tuple[Passage, ...]
    after: tuple[Span, ...]
    """The sentences at the end that belong to no quotation."""
    is_all_quoted: bool
    """Whether nothing stands outside the marks."""

    @property
    def is_prose(self) -> bool:
        """Whether the paragraph is a reporter's, not a speaker's."""
        return self.paragraph.zone in PROSE


def find(text: str, layout: Layout, language: Language) -> list[QuotingParagraph]:
    """The paragraphs that are read for quotations; none where the document quotes nothing."""
    read = [paragraph for paragraph in paragraphs(text, layout) if paragraph.zone in READ]
    quoted = marks.find(text, [paragraph.span for paragraph in read], language)
    if not any(quoted):
        return []
    reader = _Reader(text, language)
    return [reader.paragraph(paragraph, within) for paragraph, within in zip(read, quoted, strict=True)]


def sources(text: str, layout: Layout, language: Language) -> Iterator[Span]:
    """The words that name the source of a quotation, in their order."""
    for paragraph in find(text, layout, language):
        for passage in paragraph.passages:
            if passage.cites and passage.cites.source:
                yield passage.cites.source


class _Reader:
    """Reads the paragraphs of one document in their order."""

    def __init__(self, text: str, language: Language) -> None:
        self._text = text
        self._language = language
        self._clauses = Clauses(text, language)
        self._led_in: Span | None = None

    def paragraph(self, paragraph: Paragraph, quoted: Sequence[Quoted]) -> QuotingParagraph:
        """The passages of a paragraph."""
        gaps = self._gaps(paragraph.span, quoted)
        passages = []
        used = 0
        for number, words in enumerate(quoted):
            before, after = self._before(gaps[number], number), gaps[number + 1].first
            attribution = self._attribution(words, before, after)
            kind = quote_types.quote_type(self._text, words, attribution, self._language)
            passages.append(Passage(words, kind, attribution, _free(gaps[number], used)))
            cites = passages[-1].cites
            used = int(cites is not None and cites.cue.start >= after.start)
        tail = gaps[-1].last
        self._led_in = tail if self._text[tail.start : tail.end].rstrip().endswith(":") else None
        is_all_quoted = all(not self._text[gap.span.start : gap.span.end].strip() for gap in gaps)
        return QuotingParagraph(paragraph, tuple(passages), _free(gaps[-1], used), is_all_quoted)

    def _attribution(self, quoted: Quoted, before: Span, after: Span) -> Attribution | None:
        """The surest of the attributions around quoted words."""
        is_set_off = quote_types.is_set_off(self._text, quoted)
        is_new_sentence = quote_types.is_followed_by_sentence(self._text, quoted)
        behind = self._clauses.after(after, is_set_off=is_set_off, is_new_sentence=is_new_sentence)
        in_front = self._clauses.before(before)
        if in_front and in_front.adjoins and (is_new_sentence or not (behind and behind.adjoins and behind.source)):
            return in_front
        return behind if behind and behind.adjoins else in_front or behind

    def _before(self, gap: Gap, number: int) -> Span:
        """The words in front of a quotation in its sentence, or the line that leads into its paragraph."""
        opens_paragraph = number == 0 and not self._text[gap.span.start : gap.span.end].strip()
        return self._led_in if opens_paragraph and self._led_in else gap.last

    def _gaps(self, paragraph: Span, quoted: Sequence[Quoted]) -> list[Gap]:
        starts = [paragraph.start, *(words.outer.end for words in quoted)]
        gaps = [self._gap(start, words) for start, words in zip(starts, quoted, strict=False)]
        rest = Span(starts[-1], max(starts[-1], paragraph.end))
        within = tuple(sentences.split(self._text, rest, self._language))
        return [*gaps, Gap(rest, within, bool(within) and not self._text.endswith(TERMINALS, *within[-1]))]

    def _gap(self, start: int, following: Quoted) -> Gap:
        """The text up to a quotation; its first word tells whether a sentence goes on into it."""
        end = max(start, following.outer.start)
        within = sentences.split(self._text, Span(start, following.words.start + 1), self._language)
        is_open = bool(within) and within[-1].start < end
        cut = (Span(sentence.start, min(sentence.end, end)) for sentence in within if sentence.start < end)
        return Gap(Span(start, end), tuple(cut), is_open)


def _free(gap: Gap, used: int) -> tuple[Span, ...]:
    """The sentences of a gap that belong to no quotation."""
    return gap.sentences[used : len(gap.sentences) - gap.is_open]
