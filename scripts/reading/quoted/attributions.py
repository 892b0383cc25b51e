"""Attributions: the clause beside quoted words that says whose they are ("stated Osgan", "he further elaborated")."""

import re
from dataclasses import dataclass
from functools import cache

from lading.standoff import Span
from scripts.reading.grammar import alternatives, listed
from scripts.reading.language import Language
from scripts.reading.names.shapes import WORD

BETWEEN = re.compile(r"[\s,\u2013\u2014-]*")
CHUNK = re.compile(r"[^,;:()\u2013\u2014]+")
"""A part of a source: the name may stand before an apposition."""
SET_OFF_NAME = re.compile(rf",\s+{WORD}(?:\s+{WORD})+(?=[,.;]|\Z)")
"""The name behind an office: "the opposition leader, Sela Maroun,"."""
NOUN_PHRASE_LIMIT = 90
"""A source is named right beside its verb."""


@dataclass(frozen=True, slots=True)
class Attribution:
    """A cue with the words that name the source, None where the cue stands alone; `adjoins` the quoted words or not."""

    cue: Span
    source: Span | None
    adjoins: bool


@dataclass(frozen=True, slots=True)
class CueWords:
    """The words of a language for attributions."""

    cue: re.Pattern[str]
    naming: re.Pattern[str]
    source: re.Pattern[str]
    adverb_before: re.Pattern[str]
    adverb_after: re.Pattern[str]
    end_of_source: re.Pattern[str]
    complement: re.Pattern[str]
    """What parts a verb from the words that it introduces."""
    reported: re.Pattern[str]
    """What shows that a verb goes with the words behind it."""


@cache
def cue_words(language: Language) -> CueWords:
    """The words of a language for attributions."""
    words = language.words("quotations")
    verbs, naming = (listed(words[name]) for name in ("cue_verbs", "naming_verbs"))
    complementisers = alternatives(listed(words["complementisers"]))
    adverbs = alternatives(listed(words["adverbs"]))
    return CueWords(
        cue=re.compile(rf"\b(?:{alternatives((*verbs, *naming))})\b"),
        naming=re.compile(alternatives(naming)),
        source=re.compile(rf"\b(?:{alternatives(listed(words['sources']))})\s+"),
        adverb_before=re.compile(rf"\s*(?:(?<!\w)(?:{adverbs})\s+)*$"),
        adverb_after=re.compile(rf"\s*(?:(?:{adverbs})\b\s*)*"),
        end_of_source=re.compile(rf"[,;:.!?()\u2013\u2014]|\b(?:{alternatives(listed(words['prepositions']))})\b|$"),
        complement=re.compile(rf"(?:\b(?:{complementisers})|[:,])\s*$|^\s*$"),
        reported=re.compile(rf"\s+(?:{complementisers})\b|\s*:"),
    )


class Clauses:
    """Finds the attributions in the text between quotations."""

    def __init__(self, text: str, language: Language) -> None:
        self._text = text
        self._words = cue_words(language)

    def after(self, clause: Span, *, is_set_off: bool, is_new_sentence: bool) -> Attribution | None:
        """The attribution that begins a clause behind quoted words; `is_set_off` when punctuation parts the two."""
        start = self._skip(BETWEEN, clause.start, clause.end)
        according = None if is_new_sentence else self._words.source.match(self._text, start, clause.end)
        if according:
            return Attribution(_trimmed(according), self._source_behind(according.end(), clause.end), adjoins=True)
        verb = self._skip(self._words.adverb_after, start, clause.end)
        cue = self._words.cue.search(self._text, verb, min(clause.end, start + NOUN_PHRASE_LIMIT))
        if cue is None or self._words.naming.fullmatch(cue.group()):
            return None
        if cue.start() == verb:
            return Attribution(Span(*cue.span()), self._source_behind(cue.end(), clause.end), adjoins=True)
        source = self._subject(Span(start, cue.start()))
        behind_cue = self._text[cue.end() : clause.end]
        introduces = self._words.reported.match(behind_cue) or (
            is_new_sentence and self._words.complement.search(behind_cue)
        )
        if source is None or introduces:
            return None
        adjoins = is_set_off or len(CHUNK.findall(self._text, *source)) == 1
        return Attribution(Span(*cue.span()), source, adjoins)

    def before(self, clause: Span) -> Attribution | None:
        """The attribution in a sentence in front of quoted words: it adjoins them, or governs them from afar."""
        if source := self._last(self._words.source, clause):
            chunk = CHUNK.match(self._text, source.end(), clause.end)
            set_off = SET_OFF_NAME.match(self._text, chunk.end(), clause.end) if chunk else None
            end = (set_off or chunk or source).end()
            tail = Span(end, clause.end)
            adjoins = not self._text[tail.start : tail.end].strip(" ,:\n")
            if chunk and (adjoins or not self._last(self._words.cue, tail)):
                name = Span(chunk.start(), chunk.start() + len(self._text[chunk.start() : end].rstrip()))
                return Attribution(_trimmed(source), name, adjoins)
        cue = self._last(self._words.cue, clause)
        if cue is None:
            return None
        naming = bool(self._words.naming.fullmatch(cue.group()))
        adjoins = bool(self._words.complement.search(self._text[cue.end() : clause.end])) and not naming
        return Attribution(Span(*cue.span()), self._subject(Span(clause.start, cue.start())), adjoins)

    def report(self, sentence: Span) -> Attribution | None:
        """The attribution of a sentence that reports what somebody said, without quoting."""
        cue = self._words.cue.search(self._text, *sentence)
        source = self._subject(Span(sentence.start, cue.start())) if cue else None
        return Attribution(Span(*cue.span()), source, adjoins=False) if cue and source else None

    def _subject(self, span: Span) -> Span | None:
        end = self._trim(*span)
        return Span(span.start, end) if self._text[span.start : end].strip() else None

    def _source_behind(self, start: int, limit: int) -> Span | None:
        """The noun phrase behind a verb."""
        start = self._skip(self._words.adverb_after, start, limit)
        end = self._words.end_of_source.search(self._text, start, limit)
        stop = end.start() if end else limit
        if set_off := SET_OFF_NAME.match(self._text, stop, limit):
            stop = set_off.end()
        phrase = self._text[start:stop]
        return Span(start, start + len(phrase.rstrip())) if phrase.strip() else None

    def _trim(self, start: int, end: int) -> int:
        """The end of a noun phrase without the adverbs and auxiliaries in front of the verb."""
        match = self._words.adverb_before.search(self._text, max(start, end - NOUN_PHRASE_LIMIT), end)
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
