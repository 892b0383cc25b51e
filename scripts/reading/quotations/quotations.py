"""Quotations: what stands between quotation marks, and whose words it is."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from lading.standoff import Span
from schemas.vocabularies import QuoteType, SpeakerType, ZoneKind
from scripts.reading import sentences
from scripts.reading.found import Layout, Quotation, Turn
from scripts.reading.language import Language
from scripts.reading.names.names import Names
from scripts.reading.paragraphs import Paragraph, paragraphs
from scripts.reading.quotations import marks, quote_types
from scripts.reading.quotations.attributions import Attribution, Clauses
from scripts.reading.quotations.marks import Quoted
from scripts.reading.quotations.voices import Voice, Voices

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


def find(text: str, layout: Layout, names: Names, language: Language) -> tuple[Quotation, ...]:
    """The quotations of a document in their order."""
    read = [paragraph for paragraph in paragraphs(text, layout) if paragraph.zone in READ]
    quoted = marks.find(text, [paragraph.span for paragraph in read], language)
    if not any(quoted):
        return ()
    reader = _Reader(text, layout.turns, names, language)
    found = [one for paragraph, within in zip(read, quoted, strict=True) for one in reader.paragraph(paragraph, within)]
    return tuple(_joined(found, [one for within in quoted for one in within]))


class _Reader:
    """Reads the paragraphs of one document in their order."""

    def __init__(self, text: str, turns: Sequence[Turn], names: Names, language: Language) -> None:
        self._text = text
        self._language = language
        self._names = names
        self._turns = sorted(turns, key=lambda turn: turn.start)
        self._starts = [turn.start for turn in self._turns]
        self._clauses = Clauses(text, language)
        self._voices = Voices(text, names, language)
        self._led_in: Span | None = None

    def paragraph(self, paragraph: Paragraph, quoted: Sequence[Quoted]) -> list[Quotation]:
        """The quotations of a paragraph; a paragraph without any still tells who is spoken of."""
        is_prose = paragraph.zone in PROSE
        if not quoted and not is_prose:
            return []
        speaker = self._speaker(paragraph.span.start)
        gaps = self._gaps(paragraph.span, quoted)
        found = []
        used = 0
        for number, words in enumerate(quoted):
            self._listen(gaps[number], skip=used, is_prose=is_prose)
            before, after = self._before(gaps[number], number), gaps[number + 1].first
            quotation = self._quotation(words, before, after, speaker)
            used = int(quotation.cue is not None and quotation.cue.start >= after.start)
            found.append(quotation)
        self._listen(gaps[-1], skip=used, is_prose=is_prose)
        tail = gaps[-1].last
        self._led_in = tail if self._text[tail.start : tail.end].rstrip().endswith(":") else None
        return list(_continued(found)) if is_prose else found

    def _quotation(self, quoted: Quoted, before: Span, after: Span, speaker: str | None) -> Quotation:
        attribution = self._attribution(quoted, before, after)
        kind = quote_types.quote_type(self._text, quoted, attribution, self._language)
        voice = self._voice(attribution, speaker) if attribution else None
        if voice:
            self._voices.hear(voice)
        if attribution is None or kind == QuoteType.SCARE:
            return Quotation(*quoted.words, kind)
        return Quotation(
            *quoted.words, kind, voice.speaker_id if voice else None, voice.source if voice else None, attribution.cue
        )

    def _attribution(self, quoted: Quoted, before: Span, after: Span) -> Attribution | None:
        """The surest of the attributions around quoted words."""
        is_set_off = quote_types.is_set_off(self._text, quoted)
        is_new_sentence = quote_types.is_followed_by_sentence(self._text, quoted)
        behind = self._clauses.after(after, is_set_off=is_set_off, is_new_sentence=is_new_sentence)
        in_front = self._clauses.before(before)
        if in_front and in_front.adjoins and (is_new_sentence or not (behind and behind.adjoins and behind.source)):
            return in_front
        return behind if behind and behind.adjoins else in_front or behind

    def _voice(self, attribution: Attribution, speaker: str | None) -> Voice | None:
        if attribution.source is None:
            return self._voices.last
        return self._voices.of(attribution.source, speaker)

    def _before(self, gap: Gap, number: int) -> Span:
        """The words in front of a quotation in its sentence, or the line that leads into its paragraph."""
        opens_paragraph = number == 0 and not self._text[gap.span.start : gap.span.end].strip()
        return self._led_in if opens_paragraph and self._led_in else gap.last

    def _listen(self, gap: Gap, *, skip: int, is_prose: bool) -> None:
        """Note whom the sentences of a gap are about, but for those that belong to a quotation."""
        if not is_prose:
            return
        for sentence in gap.sentences[skip : len(gap.sentences) - gap.is_open]:
            report = self._clauses.report(sentence)
            voice = self._voices.of(report.source, None) if report and report.source else None
            if voice := voice or self._voices.subject(sentence):
                self._voices.hear(voice)

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

    def _speaker(self, at: int) -> str | None:
        """Who speaks in the turn at a place of the text."""
        number = bisect_right(self._starts, at) - 1
        if number < 0 or at >= self._turns[number].end:
            return None
        turn = self._turns[number]
        return self._names.person(turn.speaker) if turn.speaker and turn.speaker_type == SpeakerType.OFFICIAL else None


def _continued(found: Sequence[Quotation]) -> Iterator[Quotation]:
    """Whole sentences between marks that no cue goes with belong to the speaker beside them in the paragraph."""
    attributed = [quotation.cue is not None for quotation in found]
    for number, quotation in enumerate(found):
        if quotation.quote_type != QuoteType.DIRECT or attributed[number]:
            yield quotation
            continue
        neighbours = (*reversed(found[:number]), *found[number + 1 :])
        spoken = (other.speaker_id for other in neighbours if other.quote_type == QuoteType.DIRECT and other.speaker_id)
        yield replace(quotation, speaker_id=next(spoken, None))


def _joined(found: Sequence[Quotation], quoted: Sequence[Quoted]) -> Iterable[Quotation]:
    """One speaker for words that go on over several paragraphs: the one that any of them names."""
    start = 0
    for number, words in enumerate(quoted):
        if words.continues:
            continue
        group = found[start : number + 1]
        start = number + 1
        speaker = next((one.speaker_id for one in group if one.cue and one.speaker_id), None)
        for one in group:
            is_part = len(group) > 1 and speaker and one.cue is None
            yield replace(one, quote_type=QuoteType.DIRECT, speaker_id=speaker) if is_part else one
    yield from found[start:]
