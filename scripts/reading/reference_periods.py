"""The period that a figure is about: the year of a turnover, the time over which something was counted."""

import datetime as dt
import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from lading.standoff import Span
from schemas.vocabularies import TimexType
from scripts.reading.found import Timex
from scripts.reading.grammar import Match, alternatives, any_of
from scripts.reading.language import Language

ANNIVERSARY = "anniversary"
SENTENCE_END = re.compile(r"[.!?](?=\s)|\n")
SINCE_REACH = 20


@dataclass(frozen=True, slots=True)
class PeriodWords:
    """What a word file says of clauses and periods, ready for use."""

    clause_end: re.Pattern[str]
    since: re.Pattern[str]
    marked_now: re.Pattern[str]


@cache
def period_words(language: Language) -> PeriodWords:
    """The words of a language for periods, from its word file for amounts."""
    words = language.words("amounts")
    return PeriodWords(
        clause_end=re.compile(rf"[.!?;](?=\s)|\n|,\s+(?:{alternatives(words['clause_openers'])})\b", re.IGNORECASE),
        since=any_of(words["since"], behind=r"\s+$"),
        marked_now=any_of(words["marked_now"]),
    )


@dataclass(frozen=True, slots=True)
class DatedParagraph:
    """A paragraph with its temporal expressions; `today` is the day of the document, where it is known."""

    text: str
    span: Span
    timexes: Sequence[Timex]
    today: dt.date | None
    words: PeriodWords

    def clause(self, match: Match) -> Span:
        """The clause that a figure stands in."""
        behind = self.words.clause_end.search(self.text, match.end, self.span.end)
        return Span(self._start(self.words.clause_end, match), behind.start() if behind else self.span.end)

    def period(self, match: Match) -> str | None:
        """The period that a figure is about; None where nothing tells it."""
        clause = self.clause(match)
        periods = [
            (max(timex.start - match.end, match.start - timex.end), period)
            for timex in self.timexes
            if clause.contains(timex.span) and (period := self._named(timex))
        ]
        if periods:
            return min(periods)[1]
        return self._year(match, clause) if match.rule.reads == ANNIVERSARY else None

    def _year(self, match: Match, clause: Span) -> str | None:
        """The year of an anniversary: the last before it in its sentence, else that of a document that marks it now."""
        sentence = Span(self._start(SENTENCE_END, match), match.start)
        years = [period for it in self.timexes if sentence.contains(it.span) and (period := self._named(it))]
        if years:
            return years[-1]
        is_now = self.words.marked_now.search(self.text, clause.start, match.start)
        return f"{self.today.year:04}" if is_now and self.today else None

    def _start(self, end: re.Pattern[str], match: Match) -> int:
        return max((it.end() for it in end.finditer(self.text, self.span.start, match.start)), default=self.span.start)

    def _named(self, timex: Timex) -> str | None:
        """The period that an expression names; None for a day, or where its value is unknown."""
        if timex.value is None:
            return None
        if timex.type is TimexType.DURATION:
            return f"{timex.value}/{timex.anchor}" if timex.anchor else None
        is_whole = timex.type is TimexType.DATE and timex.value[:4].isdecimal() and len(timex.value) < len("2021-05-10")
        if not is_whole:
            return None
        since = self.words.since.search(self.text, max(0, timex.start - SINCE_REACH), timex.start)
        return f"{timex.value}/{timex.anchor}" if since and timex.anchor else timex.value
