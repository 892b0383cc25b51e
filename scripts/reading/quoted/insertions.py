"""Clauses of the reporter within somebody's words, set off by dashes or commas, and speech that a dash introduces."""

import re
from collections.abc import Callable, Iterator
from functools import cache

from lading.standoff import Span
from scripts.reading.grammar import listed
from scripts.reading.language import Language
from scripts.reading.names.shapes import CAPITAL
from scripts.reading.names.small_words import small_words
from scripts.reading.quoted.cue_words import any_of, cue_words
from scripts.reading.quoted.marks import Quoted, quoted_words

LONGEST_CLAUSE = 140
LONGEST_CLAUSE_AT_END = 400


class Insertions:
    """Finds the reporter's clauses in the words of others, in one language."""

    def __init__(self, language: Language) -> None:
        words = language.words("quotations")
        dashes = re.escape(words["speech_dashes"])
        long_dashes = re.escape(words["speech_dashes"].replace("-", ""))
        dash = rf"(?:[{long_dashes}]|(?<=\s)-(?=[\s\w])|-(?=\s))" if dashes else r"(?!)"
        self._opening = re.compile(
            rf"\s*[{dashes}](?![{dashes}\d])\s*(?=[^\W\d_]|[\u00bf\u00a1\u2026])" if dashes else r"(?!)"
        )
        self._dash = re.compile(rf"[.,;!?\u2026]?\s*{dash}\s*")
        tight = r"|-(?=[.,;:]\s)" if "-" in words["speech_dashes"] else ""
        self._closing_dash = re.compile(rf"[.,;:]?\s*(?:{dash}{tight})[.,;:]?\s*")
        self._comma = re.compile(r",\s+" if words["inserted_by_commas"] else r"(?!)")
        self._closing_comma = re.compile(r"[,.]\s+")
        self._words = cue_words(language)
        pronouns = (pronoun for phrases in words["pronouns"].values() for pronoun in listed(phrases))
        self._speaker = re.compile(any_of(listed(words["pronouns"]["speaker"])))
        self._inverted = re.compile(rf"[^,]*?-(?:t-)?{any_of(pronouns)}[^,]*$")
        determiner = small_words(language).determiner
        self._named = re.compile(rf"\s+(?:(?=\w)(?:{determiner})(?<=\w|['\u2019])|(?:[\w'\u2019]+\s+){{0,3}}{CAPITAL})")

    def opens(self, text: str, paragraph: Span) -> bool:
        """Whether a paragraph begins with a dash that may introduce speech."""
        return self._opening.match(text, *paragraph) is not None

    def parts(self, text: str, quoted: Quoted) -> Iterator[Quoted]:
        """The parts of quoted words between which the reporter says whose they are."""
        start, outer_start, is_rest = quoted.words.start, quoted.outer.start, quoted.is_rest
        for clause in self._clauses(text, quoted.words):
            part = quoted_words(text, Span(start, clause.start), Span(outer_start, clause.start))
            if part.words.start < part.words.end:
                yield Quoted(part.words, part.outer, is_rest=is_rest)
                is_rest = True
            start = outer_start = clause.end
        part = quoted_words(text, Span(start, quoted.words.end), Span(outer_start, quoted.outer.end))
        if part.words.start < part.words.end:
            yield Quoted(part.words, part.outer, quoted.continues, is_rest)

    def speech(self, text: str, paragraph: Span, *, is_led_in: bool) -> list[Quoted]:
        """What a dash at the beginning of a paragraph introduces, where a clause says that it is speech."""
        opening = self._opening.match(text, *paragraph)
        if not opening:
            return []
        whole = quoted_words(text, Span(opening.end(), paragraph.end), Span(paragraph.start, paragraph.end))
        parts = list(self.parts(text, whole))
        has_clause = len(parts) > 1 or (bool(parts) and parts[-1].outer.end < whole.words.end)
        return parts if has_clause or is_led_in else []

    def block(self, text: str, paragraph: Span) -> list[Quoted]:
        """A paragraph without marks, where somebody speaks of himself in it."""
        words = quoted_words(text, paragraph, paragraph)
        is_speech = text[words.words.start : words.words.start + 1].isupper() and self._speaker.search(
            text, *words.words
        )
        return [words] if is_speech else []

    def _clauses(self, text: str, words: Span) -> list[Span]:
        """The clauses with the signs that set them off: dashes, or else commas."""
        return self._set_off(text, words, self._dash, self._by_dashes) or self._set_off(
            text, words, self._comma, self._by_commas
        )

    def _set_off(
        self, text: str, words: Span, sign: re.Pattern[str], read: Callable[[str, re.Match[str], int], Span | None]
    ) -> list[Span]:
        """The clauses that begin behind a sign, none inside another."""
        found: list[Span] = []
        for opening in sign.finditer(text, *words):
            reached = found[-1].end if found else words.start + 1
            if opening.start() >= reached and (clause := read(text, opening, words.end)):
                found.append(clause)
        return found

    def _by_dashes(self, text: str, opening: re.Match[str], limit: int) -> Span | None:
        """A clause up to the dash that ends it, or up to the end of the words."""
        start = self._behind_adverbs(text, opening.end(), limit)
        end = self._closing_dash.search(text, start, min(limit, start + LONGEST_CLAUSE))
        cue = self._words.postposed.match(text, start, limit) or self._short_cue(text, start, end)
        if not cue:
            return None
        if end and end.start() >= cue.end():
            return Span(opening.start(), end.end())
        return Span(opening.start(), limit) if limit - start <= LONGEST_CLAUSE_AT_END else None

    def _by_commas(self, text: str, opening: re.Match[str], limit: int) -> Span | None:
        """A clause between commas that has its subject behind the verb of saying."""
        start = self._behind_adverbs(text, opening.end(), limit)
        end = self._closing_comma.search(text, start, min(limit, start + LONGEST_CLAUSE))
        is_loud = end is not None and text[opening.end() : end.start()].isupper()
        if end is None or is_loud or not self._is_inversion(text, opening.end(), start, end.start()):
            return None
        named = self._words.set_off_name.match(text, end.start(), limit)
        end = (self._closing_comma.match(text, named.end(), limit) if named else None) or end
        return Span(opening.start(), end.end())

    def _behind_adverbs(self, text: str, start: int, limit: int) -> int:
        adverbs = self._words.adverb_after.match(text, start, limit)
        return adverbs.end() if adverbs else start

    def _short_cue(self, text: str, start: int, end: re.Match[str] | None) -> re.Match[str] | None:
        """A verb behind its subject ("— she said —"), in a clause that is no more than that."""
        if end is None or self._words.subject_behind_verb:
            return None
        cue = self._words.cue.search(text, start, end.start())
        return cue if cue and not text[cue.end() : end.start()].strip() else None

    def _is_inversion(self, text: str, clause: int, verb: int, end: int) -> bool:
        """Whether a clause between commas has a verb of saying with its subject behind it."""
        cue = self._words.cue.search(text, verb, end)
        if cue is None:
            return False
        return bool(self._inverted.match(text, clause, end)) or (
            cue.start() == verb and bool(self._named.match(text, cue.end(), end))
        )


@cache
def insertions(language: Language) -> Insertions:
    """The reporter's clauses in the words of others, in a language."""
    return Insertions(language)
