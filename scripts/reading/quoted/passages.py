"""Passages: quoted words with the clause beside them that says whose they are, paragraph by paragraph."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from lading.standoff import Span
from schemas.vocabularies import QuoteType, ZoneKind
from scripts.reading import sentences
from scripts.reading.found import Layout
from scripts.reading.language import Language
from scripts.reading.names.shapes import CAPITAL
from scripts.reading.paragraphs import Paragraph, paragraphs
from scripts.reading.quoted import marks, quote_types
from scripts.reading.quoted.attributions import Attribution, Clauses
from scripts.reading.quoted.insertions import insertions
from scripts.reading.quoted.marks import Quoted

PROSE = {ZoneKind.LEAD, ZoneKind.NARRATIVE}
READ = PROSE | {ZoneKind.SPEECH, ZoneKind.QA}
TERMINALS = tuple(".!?\u2026")
LOOK_BACK = 40
BLOCKS = 2
"""So many paragraphs behind the last marks may still be a lead-in and words without marks."""
BLANKS = " \t\n\u00a0>*_"
"""What may stand in front of the first words of a paragraph, as in Markdown."""
SMALL_WORD = re.compile(rf"(?<!\w)(?!{CAPITAL})[^\W\d_]")
RESUMING = tuple(",;\u2013\u2014-")
"""What stands between the reporter's clause and the rest of the words."""


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
    is_asked: bool = False
    """Whether the words are a journalist's question."""

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


@lru_cache(maxsize=2)
def find(text: str, layout: Layout, language: Language) -> tuple[QuotingParagraph, ...]:
    """The paragraphs that are read for quotations, up to the last that quotes; none where the document quotes nothing.

    They are kept, as names are looked for in them before anybody asks for the quotations.
    """
    read = [paragraph for paragraph in paragraphs(text, layout) if paragraph.zone in READ]
    marked = marks.find(text, read, language)
    reader = _Reader(text, language)
    quoting = (number for number, each in enumerate(marked) if each[1] or reader.may_speak(each[0]))
    reached = max(quoting, default=-1)
    if reached < 0:
        return ()
    return tuple(reader.paragraph(paragraph, quoted) for paragraph, quoted in marked[: reached + 1 + BLOCKS])


def sources(text: str, layout: Layout, language: Language) -> Iterator[Span]:
    """The words that may name the source of a quotation, in their order."""
    for paragraph in find(text, layout, language):
        for passage in paragraph.passages:
            if passage.cites and not passage.is_asked:
                yield from passage.cites.sources
                if not any(text[place].isupper() for source in passage.cites.sources for place in range(*source)):
                    yield from _reported(text, passage.before[-1:], language)


def openings(text: str, layout: Layout, language: Language) -> Iterator[Span]:
    """The sentences right in front of those that quote: whoever opens one is likely to be the speaker."""
    for paragraph in find(text, layout, language):
        for passage in paragraph.passages:
            yield from passage.before[-1:]


def _reported(text: str, before: Sequence[Span], language: Language) -> Iterator[Span]:
    """Who says something in the sentence in front of words that a pronoun is the source of.

    The capital letter of the first word is the sentence's, so that a name begins behind one in small letters.
    """
    clauses = Clauses(text, language)
    for sentence in before:
        report = clauses.report(sentence)
        for source in report.sources if report else ():
            if small := SMALL_WORD.search(text, *source):
                yield Span(small.start(), source.end)


class _Reader:
    """Reads the paragraphs of one document in their order."""

    def __init__(self, text: str, language: Language) -> None:
        self._text = text
        self._language = language
        self._clauses = Clauses(text, language)
        self._insertions = insertions(language)
        self._led_in: Span | None = None
        self._has_spoken = False
        """Whether a dash has introduced speech before."""

    def may_speak(self, paragraph: Paragraph) -> bool:
        """Whether a dash may introduce direct speech in a paragraph."""
        return paragraph.zone in PROSE and self._insertions.opens(self._text, paragraph.span)

    def paragraph(self, paragraph: Paragraph, marked: Sequence[Quoted]) -> QuotingParagraph:
        """The passages of a paragraph; a name between marks is a word of the reporter's sentence."""
        if not marked and paragraph.zone not in PROSE and not self._leads_in(paragraph.span):
            self._led_in = None
            return QuotingParagraph(paragraph, (), (), is_all_quoted=False)
        kinds = {each: quote_types.apart(self._text, each, self._language) for each in self._parts(paragraph, marked)}
        quoted = [each for each, kind in kinds.items() if kind is None]
        gaps = self._gaps(paragraph.span, quoted)
        passages = [Passage(each, kind, None, ()) for each, kind in kinds.items() if kind is not None]
        passages += self._passages(quoted, gaps)
        passages.sort(key=lambda passage: passage.quoted.words)
        tail = gaps[-1].last
        self._led_in = tail if self._text[tail.start : tail.end].rstrip().endswith(":") else None
        is_all_quoted = all(not self._text[gap.span.start : gap.span.end].strip(BLANKS) for gap in gaps)
        return QuotingParagraph(paragraph, tuple(passages), _free(gaps[-1], _used(passages, gaps)), is_all_quoted)

    def _leads_in(self, span: Span) -> bool:
        return self._text[max(span.start, span.end - LOOK_BACK) : span.end].rstrip().endswith(":")

    def _passages(self, quoted: Sequence[Quoted], gaps: Sequence[Gap]) -> list[Passage]:
        """The passages of words that may be somebody's."""
        passages: list[Passage] = []
        fronts: tuple[Span, ...] = ()
        for number, words in enumerate(quoted):
            fronts = self._fronts(fronts, gaps[number], quoted[number - 1] if number else None)
            free = _free(gaps[number], _used(passages, gaps[: number + 1]))
            passage = self._passage(words, fronts, gaps[number + 1].first, free)
            if passage.attribution is None and self._text[fronts[-1].start : fronts[-1].end].rstrip().endswith(":"):
                passage = replace(passage, before=(*free, fronts[-1]))  # whom that sentence is about speaks
            if passages and (words.is_rest or _goes_on(passage, passages[-1], fronts)):
                passage = self._as_rest(passage, passages[-1], fronts[-1])
            passages.append(passage)
        return passages

    def _parts(self, paragraph: Paragraph, marked: Sequence[Quoted]) -> list[Quoted]:
        """The quoted words of a paragraph, divided where a clause of the reporter is set into them."""
        if marked or paragraph.zone not in PROSE:
            return [part for words in marked for part in self._insertions.parts(self._text, words)]
        lead_in = self._clauses.before(self._led_in) if self._led_in else None
        if self._insertions.opens(self._text, paragraph.span):
            has_cue = lead_in is not None and lead_in.cue is not None
            is_led_in = lead_in is not None and (self._has_spoken or (has_cue and lead_in.adjoins))
            spoken = self._insertions.speech(self._text, paragraph.span, is_led_in=is_led_in)
            self._has_spoken = self._has_spoken or bool(spoken)
            return spoken
        is_introduced = lead_in is not None and lead_in.cue is not None and lead_in.adjoins
        return self._insertions.block(self._text, paragraph.span) if is_introduced else []

    def _passage(self, words: Quoted, fronts: tuple[Span, ...], after: Span, free: tuple[Span, ...]) -> Passage:
        attribution = self._attribution(words, fronts, after)
        kind = quote_types.quote_type(self._text, words, attribution, self._language)
        return Passage(words, kind, attribution, free, self._clauses.asks(fronts[-1], after))

    def _as_rest(self, passage: Passage, previous: Passage, front: Span) -> Passage:
        """A passage whose words are those of whoever says the words in front."""
        if previous.attribution is None:
            return passage
        resumes = passage.quoted.is_rest or self._text[front.start : front.end].rstrip().endswith(RESUMING)
        attribution = replace(
            previous.attribution, shares_sentence=True, adjoins=resumes and previous.attribution.adjoins
        )
        kind = quote_types.quote_type(self._text, passage.quoted, attribution, self._language)
        return replace(passage, attribution=attribution, quote_type=previous.quote_type if resumes else kind)

    def _attribution(self, quoted: Quoted, fronts: tuple[Span, ...], after: Span) -> Attribution | None:
        """The surest of the attributions around quoted words."""
        is_set_off = quote_types.is_set_off(self._text, quoted)
        is_new_sentence = quote_types.is_followed_by_sentence(self._text, quoted)
        behind = self._clauses.after(after, fronts, is_set_off=is_set_off, is_new_sentence=is_new_sentence)
        in_front = self._clauses.before(fronts[-1])
        if in_front and len(fronts) > 1:
            in_front = replace(in_front, shares_sentence=True)
        if in_front and in_front.cue and in_front.sources and not in_front.is_phrase and behind and behind.is_phrase:
            return in_front  # "Osgan said that “we go”, according to his office"
        is_by_verb = behind is not None and behind.adjoins and (behind.source is not None or behind.closes_clause)
        if in_front and in_front.adjoins and (is_new_sentence or not is_by_verb):
            return in_front
        return behind if behind and behind.adjoins else in_front or behind

    def _fronts(self, fronts: tuple[Span, ...], gap: Gap, previous: Quoted | None) -> tuple[Span, ...]:
        """What a sentence has in front of quoted words, part by part where it quotes others before them."""
        front = self._before(gap, is_first=previous is None)
        is_same_sentence = previous is not None and gap.is_open and len(gap.sentences) == 1
        if is_same_sentence and previous and not quote_types.is_followed_by_sentence(self._text, previous):
            return (*fronts, front)
        return (front,)

    def _before(self, gap: Gap, *, is_first: bool) -> Span:
        """The words in front of a quotation in its sentence, or the line that leads into its paragraph."""
        opens_paragraph = is_first and not self._text[gap.span.start : gap.span.end].strip(BLANKS)
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


def _goes_on(passage: Passage, previous: Passage, fronts: tuple[Span, ...]) -> bool:
    """Whether nothing but the attribution of the words in front of it, in the same sentence, goes with a passage."""
    if len(fronts) < 2 or previous.cites is None:
        return False
    return passage.attribution is None or passage.attribution.cue == previous.cites.cue


def _used(passages: Sequence[Passage], gaps: Sequence[Gap]) -> int:
    """How many sentences at the beginning of the last gap go with the words in front of it."""
    cites = passages[-1].cites if passages else None
    told = (cites.cue or cites.source) if cites else None
    return int(told is not None and told.start >= gaps[-1].first.start)


def _free(gap: Gap, used: int) -> tuple[Span, ...]:
    """The sentences of a gap that belong to no quotation."""
    return gap.sentences[used : len(gap.sentences) - gap.is_open]
