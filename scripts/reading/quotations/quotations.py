"""Quotations: what stands between quotation marks, and whose words it is."""

from bisect import bisect_right
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import replace

from lading.standoff import Span
from schemas.vocabularies import QuoteType, SpeakerType
from scripts.reading.found import Layout, Quotation, Turn
from scripts.reading.language import Language
from scripts.reading.names.names import Names
from scripts.reading.quotations.heard import Voice
from scripts.reading.quotations.voices import Voices
from scripts.reading.quoted import passages
from scripts.reading.quoted.attributions import Attribution, Clauses
from scripts.reading.quoted.passages import Passage, QuotingParagraph


def find(text: str, layout: Layout, names: Names, language: Language) -> tuple[Quotation, ...]:
    """The quotations of a document in their order."""
    read = passages.find(text, layout, language)
    reader = _Reader(text, layout.turns, names, language)
    found = [quotation for paragraph in read for quotation in reader.paragraph(paragraph)]
    found = [reader.named_behind(quotation) for quotation in found]
    return tuple(_joined(found, [passage for paragraph in read for passage in paragraph.passages]))


class _Reader:
    """Reads the paragraphs of one document in their order."""

    def __init__(self, text: str, turns: Sequence[Turn], names: Names, language: Language) -> None:
        self._text = text
        self._names = names
        self._turns = sorted(turns, key=lambda turn: turn.start)
        self._starts = [turn.start for turn in self._turns]
        self._clauses = Clauses(text, language)
        self._voices = Voices(text, names, language)
        self._unnamed: dict[Span, frozenset[str]] = {}
        """Words in front of the first name of the text, with the offices that their clause names."""
        self._going_on: str | None = None
        """Who spoke up to the end of the paragraph in front."""

    def paragraph(self, paragraph: QuotingParagraph) -> list[Quotation]:
        """The quotations of a paragraph; a paragraph without any still tells who is spoken of."""
        speaker = self._speaker(paragraph.passages[0].quoted.words.start) if paragraph.passages else None
        found = []
        subject: str | None = None
        for passage in paragraph.passages:
            subject = self._listen(passage.before, subject, is_prose=paragraph.is_prose)
            found.append(self._quotation(passage, speaker, is_prose=paragraph.is_prose))
            if subject and found[-1].cue is None and found[-1].quote_type == QuoteType.DIRECT and not passage.is_asked:
                found[-1] = replace(found[-1], speaker_id=found[-1].speaker_id or subject)
            subject = found[-1].speaker_id or subject
            if paragraph.is_prose:
                self._note_unnamed(found[-1], passage)
        self._listen(paragraph.after, None, is_prose=paragraph.is_prose)
        if not paragraph.is_prose:
            return [_within_speech(quotation) for quotation in found]
        asked = {passage.quoted.words for passage in paragraph.passages if passage.is_asked}
        found = list(_continued(found, asked, self._going_on if paragraph.is_all_quoted else None))
        self._going_on = found[-1].speaker_id if found and self._may_go_on(found[-1], paragraph) else None
        return found

    def named_behind(self, quotation: Quotation) -> Quotation:
        """A quotation that opens the text, with the first person of the text behind it."""
        if quotation.span not in self._unnamed or quotation.source:
            return quotation
        person = self._voices.first_person
        kinds, held = self._unnamed[quotation.span], self._names.offices(person) if person else frozenset()
        is_fitting = not kinds or not held or not kinds.isdisjoint(held)
        return replace(quotation, speaker_id=quotation.speaker_id or person) if is_fitting else quotation

    def _note_unnamed(self, quotation: Quotation, passage: Passage) -> None:
        """Remember direct words in front of the first name of the text."""
        is_open = quotation.quote_type == QuoteType.DIRECT and not quotation.speaker_id and not passage.is_asked
        if is_open and self._voices.first_person is None and self._voices.may_be_named_behind(passage.attribution):
            self._unnamed[quotation.span] = self._voices.offices(passage.attribution)

    def _quotation(self, passage: Passage, speaker: str | None, *, is_prose: bool) -> Quotation:
        words, attribution = passage.quoted.words, passage.attribution
        if passage.is_asked:
            return Quotation(*words, passage.quote_type)
        voice = self._voice(attribution, speaker, is_prose=is_prose) if attribution else None
        if voice:
            self._voices.hear(voice)
        elif attribution and attribution.source and attribution.cue:
            self._voices.lose(attribution.source)
        if passage.cites is None:
            return Quotation(*words, passage.quote_type)
        speaker_id, source = (
            (voice.speaker_id, voice.source) if voice else (None, self._voices.unknown_name(attribution))
        )
        return Quotation(*words, passage.quote_type, speaker_id, source, passage.cites.cue)

    def _voice(self, attribution: Attribution, speaker: str | None, *, is_prose: bool) -> Voice | None:
        if attribution.sources and (voice := self._voices.of(attribution, speaker)):
            return voice
        return self._voices.last if is_prose and self._voices.may_go_on(attribution) else None

    def _listen(self, sentences: Iterable[Span], subject: str | None, *, is_prose: bool) -> str | None:
        """Note whom the sentences between quotations are about; who that is behind them, and was `subject` before."""
        for sentence in sentences if is_prose else ():
            report = self._clauses.report(sentence)
            voice = self._voices.of(report, None) if report else None
            if voice is None and not self._voices.describes_stranger(report):
                voice = self._voices.subject(sentence)
            if voice:
                self._voices.hear(voice)
                subject = voice.speaker_id if self._names.is_person(voice.speaker_id) else None
            elif unread := self._voices.unread(report, sentence):
                self._voices.lose(unread)
                subject = None
        return subject

    def _may_go_on(self, last: Quotation, paragraph: QuotingParagraph) -> bool:
        """Whether the paragraph ends with quoted words that a paragraph of nothing else may go on from."""
        is_question = self._text[last.start : last.end].endswith("?")
        return last.quote_type == QuoteType.DIRECT and not paragraph.after and not is_question

    def _speaker(self, at: int) -> str | None:
        """Who speaks in the turn at a place of the text."""
        number = bisect_right(self._starts, at) - 1
        if number < 0 or at >= self._turns[number].end:
            return None
        turn = self._turns[number]
        official = turn.speaker if turn.speaker_type == SpeakerType.OFFICIAL else None
        return self._names.person(official, turn.start) if official else None


def _within_speech(quotation: Quotation) -> Quotation:
    """Words between marks in what somebody says: they are direct only where he says whose they are."""
    if quotation.quote_type != QuoteType.DIRECT or quotation.speaker_id:
        return quotation
    return replace(quotation, quote_type=QuoteType.MIXED if quotation.cue else QuoteType.SCARE)


def _continued(found: Sequence[Quotation], asked: Collection[Span], going_on: str | None) -> Iterator[Quotation]:
    """Whole sentences between marks that no cue goes with belong to the speaker beside them, or to who is going on."""
    spoken = [quotation.speaker_id if quotation.quote_type == QuoteType.DIRECT else None for quotation in found]
    behind: list[str | None] = []
    nearest: str | None = None
    for speaker in reversed(spoken):
        behind.append(nearest)
        nearest = speaker or nearest
    in_front: Quotation | None = None
    for quotation, after in zip(found, reversed(behind), strict=True):
        is_direct = quotation.quote_type == QuoteType.DIRECT
        if is_direct and quotation.cue is None and quotation.span not in asked and quotation.speaker_id is None:
            whose = in_front.speaker_id if in_front else after or going_on
            yield replace(quotation, speaker_id=whose, source=in_front.source if in_front and not whose else None)
        else:
            yield quotation
            if is_direct and (quotation.speaker_id or quotation.source):
                in_front = quotation


def _joined(found: Sequence[Quotation], read: Sequence[Passage]) -> Iterable[Quotation]:
    """One speaker for words that go on over several paragraphs: whom a cue names, else who is beside any of them."""
    start = 0
    for number, passage in enumerate(read):
        if passage.quoted.continues:
            continue
        group = found[start : number + 1]
        start = number + 1
        spoken = sorted((one for one in group if one.speaker_id), key=lambda one: one.cue is None)
        for one in group:
            is_part = len(group) > 1 and spoken and one.cue is None
            yield replace(one, quote_type=QuoteType.DIRECT, speaker_id=spoken[0].speaker_id) if is_part else one
    yield from found[start:]
