"""Attributions: the clause beside quoted words that says whose they are ("stated Osgan", "he further elaborated")."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import islice

from lading.standoff import Span
from scripts.reading.language import Language
from scripts.reading.quoted.cue_words import cue_words

BETWEEN = re.compile(r"[\s,\u2013\u2014\\-]*")
CHUNK = re.compile(r"[^,;:()\u2013\u2014]+")
"""A part of a source: the name may stand before an apposition."""
LONGEST_LABEL = 10
CIRCUMSTANCES = 3
NOUN_PHRASE_LIMIT = 140
"""A source is named right beside its verb."""


@dataclass(frozen=True, slots=True)
class Attribution:
    """A cue with the words that may name the source, the likeliest first; none where the cue stands alone.

    A colon behind a name does without a cue: "Osgan (Karsenia): “We go.”"
    """

    cue: Span | None
    sources: tuple[Span, ...]
    adjoins: bool
    """Whether cue and quoted words touch."""
    is_phrase: bool = False
    """Whether the source depends on a phrase ("according to Osgan"), so that it is no subject."""
    is_naming: bool = False
    """Whether the verb calls something by the words."""
    is_impersonal: bool = False
    """Whether the verb has no person for its subject."""
    closes_clause: bool = False
    """Whether the verb stands at the end of a clause that has the words in it."""
    is_subject: bool = False
    """Whether the words may be the subject of that verb: the name of an agency that reported something."""
    shares_sentence: bool = False
    """Whether other quoted words stand in front in the same sentence."""

    @property
    def source(self) -> Span | None:
        """The likeliest words for the source."""
        return self.sources[0] if self.sources else None


class Clauses:
    """Finds the attributions in the text between quotations."""

    def __init__(self, text: str, language: Language) -> None:
        self._text = text
        self._words = cue_words(language)

    def after(
        self, clause: Span, fronts: Sequence[Span], *, is_set_off: bool, is_new_sentence: bool
    ) -> Attribution | None:
        """The attribution that begins a clause behind quoted words.

        `fronts` is what the sentence has in front of the words, the part beside them last; `is_set_off` when
        punctuation parts words and clause.
        """
        start = self._skip(BETWEEN, clause.start, clause.end)
        if is_new_sentence and self._text[start : start + 1].isupper() and self._words.verb_last:
            return None
        if not is_set_off and self._words.conjunction.match(self._text, start, clause.end):
            return None  # what follows goes on from the words in front of the quoted ones
        if found := None if is_new_sentence else self._phrase_behind(start, clause.end):
            return found
        verb = self._skip(self._words.adverb_after, start, clause.end)
        if at_verb := self._words.postposed.match(self._text, verb, clause.end):
            found = self._by_verb(at_verb, clause, fronts, is_new_sentence=is_new_sentence)
            return replace(found, is_subject=not is_set_off and self._may_report(at_verb, clause)) if found else None
        cue = self._words.cue.search(self._text, verb, min(clause.end, start + NOUN_PHRASE_LIMIT))
        if cue is None and is_set_off and not is_new_sentence:
            return self._by_unknown_verb(Span(start, clause.end))
        if cue is None or self._words.naming.fullmatch(cue.group()):
            return None
        source = self._subject(Span(start, cue.start()))
        behind_cue = self._text[cue.end() : clause.end]
        introduces = self._words.reported.match(behind_cue) or (
            is_new_sentence and self._words.complement.search(behind_cue)
        )
        if source is None or introduces:
            return None
        adjoins = is_set_off or len(CHUNK.findall(self._text, *source)) == 1
        return self._attribution(cue, (source,), adjoins=adjoins)

    def before(self, clause: Span) -> Attribution | None:
        """The attribution in a sentence in front of quoted words: it adjoins them, or governs them from afar."""
        for phrase in (self._pronoun_in(clause), self._phrase_in(clause), self._postposition_in(clause)):
            if phrase and (phrase.adjoins or not self._last(self._words.cue, Span(phrase.sources[0].end, clause.end))):
                return phrase
        cue = self._postposed_in(clause) or self._last(self._words.cue, clause)
        if cue is None:
            return self._colon(clause)
        naming = bool(self._words.naming.fullmatch(cue.group()))
        behind = self._text[cue.end() : clause.end]
        sources = self._sources(cue, clause)
        touches = self._words.complement.search(behind) or self._is_source_alone(cue.end(), clause.end)
        return replace(self._attribution(cue, sources, adjoins=bool(touches) and not naming), is_naming=naming)

    def _postposed_in(self, clause: Span) -> re.Match[str] | None:
        """What is a cue only behind words, at the beginning of the last part of a clause with a colon."""
        chunks = self._chunks(clause)
        if not chunks or not self._text[clause.start : clause.end].rstrip().endswith(":"):
            return None
        blank = BETWEEN.match(self._text, *chunks[-1])
        return self._words.postposed.match(self._text, blank.end() if blank else chunks[-1].start, chunks[-1].end)

    def _colon(self, clause: Span) -> Attribution | None:
        """A name with nothing but a colon behind it."""
        phrase = self._text[clause.start : clause.end].rstrip()
        if not phrase.endswith(":") or not 0 < len(phrase.split()) <= LONGEST_LABEL:
            return None
        return Attribution(None, (Span(clause.start, clause.start + len(phrase) - 1),), adjoins=True)

    def report(self, sentence: Span) -> Attribution | None:
        """The attribution of a sentence that reports what somebody said, without quoting."""
        if phrase := self._phrase_in(sentence) or self._postposition_in(sentence):
            return phrase
        cue = (
            self._last(self._words.cue, sentence)
            if self._words.verb_last
            else self._words.cue.search(self._text, *sentence)
        )
        sources = self._sources(cue, sentence) if cue else ()
        return self._attribution(cue, sources, adjoins=False) if cue and sources else None

    def asks(self, front: Span, clause: Span) -> bool:
        """Whether the words between are a journalist's question, as what is beside them says."""
        near = Span(max(front.start, front.end - NOUN_PHRASE_LIMIT), front.end)
        return bool(
            self._words.question_after.match(self._text, *clause)
            or self._words.question_before.search(self._text, *near)
        )

    def _by_unknown_verb(self, clause: Span) -> Attribution | None:
        """A clause that may have a verb of saying which is not listed."""
        chunks = self._chunks(clause)
        return Attribution(None, chunks[:1], adjoins=True) if chunks else None

    def _may_report(self, cue: re.Match[str], clause: Span) -> bool:
        """Whether a verb may go with something behind it."""
        return not self._words.verb_last or bool(self._words.reported.match(self._text, cue.end(), clause.end))

    def _by_verb(
        self, cue: re.Match[str], clause: Span, fronts: Sequence[Span], *, is_new_sentence: bool
    ) -> Attribution | None:
        """The attribution of a verb that stands right behind the words."""
        opens_sentence = is_new_sentence and cue.group()[0].isupper()
        introduces = self._words.reported.match(self._text, cue.end(), clause.end)
        if opens_sentence or self._words.naming.fullmatch(cue.group()) or (introduces and not self._words.verb_last):
            return None
        behind = self._source_behind(cue.end(), clause.end)
        if self._words.verb_last:
            chunks = [chunk for front in fronts for chunk in self._chunks(front)]
            sources = (*((behind,) if behind else ()), *chunks)
        else:
            sources = (behind,) if behind else self._subject_behind_circumstances(cue.end(), clause.end)
        return self._attribution(cue, sources, adjoins=True, closes_clause=self._words.verb_last)

    def _attribution(
        self, cue: re.Match[str], sources: tuple[Span, ...], *, adjoins: bool, closes_clause: bool = False
    ) -> Attribution:
        impersonal = bool(self._words.impersonal.fullmatch(cue.group()))
        return Attribution(Span(*cue.span()), sources, adjoins, is_impersonal=impersonal, closes_clause=closes_clause)

    def _phrase_behind(self, start: int, limit: int) -> Attribution | None:
        """Right behind the words: "according to Osgan", "to Osgan's mind"."""
        if pronoun := self._words.source_pronoun.match(self._text, start, limit):
            return Attribution(Span(*pronoun.span()), (Span(*pronoun.span()),), adjoins=True, is_phrase=True)
        if according := self._words.source.match(self._text, start, limit):
            source = self._source_behind(according.end(), limit)
            return Attribution(_trimmed(according), (source,) if source else (), adjoins=True, is_phrase=True)
        return None

    def _phrase_in(self, clause: Span) -> Attribution | None:
        """In front of the words: "according to Osgan,"."""
        phrase = self._last(self._words.source, clause)
        chunk = CHUNK.match(self._text, phrase.end(), clause.end) if phrase else None
        if not phrase or not chunk:
            return None
        set_off = self._words.set_off_name.match(self._text, chunk.end(), clause.end)
        end = (set_off or chunk).end()
        name = Span(chunk.start(), chunk.start() + len(self._text[chunk.start() : end].rstrip()))
        adjoins = not self._text[end : clause.end].strip(" ,:\n")
        return Attribution(_trimmed(phrase), (name,), adjoins, is_phrase=True)

    def _postposition_in(self, clause: Span) -> Attribution | None:
        """In front of the words, where the name comes first: "Osgan zufolge"."""
        phrase = self._last(self._words.source_behind, clause)
        chunks = self._chunks(Span(clause.start, phrase.start())) if phrase else ()
        if not phrase or not chunks:
            return None
        return Attribution(Span(*phrase.span()), chunks[-1:], self._touches(phrase.end(), clause.end), is_phrase=True)

    def _pronoun_in(self, clause: Span) -> Attribution | None:
        """In front of the words, by a pronoun: "in her words"."""
        pronoun = self._last(self._words.source_pronoun, clause)
        if not pronoun:
            return None
        span = Span(*pronoun.span())
        return Attribution(span, (span,), self._touches(span.end, clause.end), is_phrase=True)

    def _touches(self, start: int, end: int) -> bool:
        """Whether what stands in front of the words up to them is no more than a clause that they complete."""
        behind = self._text[start:end].rstrip()
        return behind.endswith(":") or not behind.strip(" ,")

    def _sources(self, cue: re.Match[str], clause: Span) -> tuple[Span, ...]:
        """Where the subject of a verb may stand in its clause."""
        if self._words.verb_last:
            return self._chunks(Span(clause.start, cue.start())) or self._chunks(Span(cue.end(), clause.end))
        subject = self._subject(Span(clause.start, cue.start()))
        if not self._words.subject_behind_verb:
            return (subject,) if subject else ()
        behind = self._source_behind(cue.end(), clause.end)
        further = (behind,) if behind else self._behind_circumstances(cue.end(), clause.end)
        if subject is None:
            return further
        is_set_off = self._text.endswith(",", *subject)
        return (*further, subject) if is_set_off else (subject, *further)

    def _behind_circumstances(self, start: int, limit: int) -> tuple[Span, ...]:
        """The phrases of a clause that a circumstance begins: "said on Friday at the port Osgan"."""
        ends = [start]
        for end in islice(self._words.end_of_source.finditer(self._text, start, limit), CIRCUMSTANCES + 1):
            ends += [end.start(), end.end()]
        phrases = (Span(begin, end) for begin, end in zip(ends[2::2], ends[3::2], strict=False))
        return tuple(phrase for phrase in phrases if self._text[phrase.start : phrase.end].strip())

    def _subject_behind_circumstances(self, start: int, limit: int) -> tuple[Span, ...]:
        """A subject behind what a preposition governs: "dijo en rueda de prensa la ministra, Petra Lindqvist,"."""
        for phrase in self._behind_circumstances(start, limit):
            if subject := self._words.further_noun.search(self._text, *phrase):
                set_off = self._words.set_off_name.match(self._text, phrase.end, limit)
                return (Span(subject.start(subject.lastindex or 0), set_off.end() if set_off else phrase.end),)
        return ()

    def _is_source_alone(self, start: int, end: int) -> bool:
        """Whether a verb and the words that it introduces have nothing but the subject between them."""
        if not self._words.subject_behind_verb:
            return False
        source = self._source_behind(start, end)
        return source is not None and not self._text[source.end : end].strip(" ,:\n\u2013\u2014-")

    def _chunks(self, span: Span) -> tuple[Span, ...]:
        """The parts of a clause between commas."""
        parts = (
            Span(match.start(), self._without_adverbs(*match.span())) for match in CHUNK.finditer(self._text, *span)
        )
        return tuple(part for part in parts if self._text[part.start : part.end].strip())

    def _subject(self, span: Span) -> Span | None:
        end = self._trim(*span)
        return Span(span.start, end) if self._text[span.start : end].strip() else None

    def _source_behind(self, start: int, limit: int) -> Span | None:
        """The noun phrase behind a verb."""
        start = self._skip(self._words.adverb_after, start, limit)
        start = self._skip(self._words.adverb_set_off, start, limit)
        end = self._words.end_of_source.search(self._text, start, limit)
        stop = end.start() if end else limit
        if set_off := self._words.set_off_name.match(self._text, stop, limit):
            stop = set_off.end()
        stop = max(start, self._without_adverbs(start, stop))
        return Span(start, stop) if any(map(str.isalpha, self._text[start:stop])) else None

    def _trim(self, start: int, end: int) -> int:
        """The end of a noun phrase without the adverbs and auxiliaries in front of the verb."""
        match = self._words.adverb_before.search(self._text, max(start, end - NOUN_PHRASE_LIMIT), end)
        return match.start() if match else end

    def _without_adverbs(self, start: int, end: int) -> int:
        """The end of a part of a clause without the adverbs at its end."""
        match = self._words.adverb_at_end.search(self._text, max(start, end - NOUN_PHRASE_LIMIT), end)
        return match.start() if match else end

    def _skip(self, pattern: re.Pattern[str], start: int, end: int) -> int:
        match = pattern.match(self._text, start, end)
        return match.end() if match else start

    def _last(self, pattern: re.Pattern[str], span: Span) -> re.Match[str] | None:
        last = None
        for last in pattern.finditer(self._text, *span):  # noqa: B007 - only the last one counts
            pass
        return last


def _trimmed(match: re.Match[str]) -> Span:
    """What was matched, without the blank at its end."""
    return Span(match.start(), match.start() + len(match.group().rstrip()))
