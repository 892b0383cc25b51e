"""Where a text names persons and bodies, and whether a name may be the subject of what is said beside it."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from lading.standoff import Span
from schemas.vocabularies import EntityType
from scripts.reading.found import Mention
from scripts.reading.names.names import Names
from scripts.reading.names.shapes import Gender
from scripts.reading.quotations.voice_words import WORDS, VoiceWords

SPEAKERS = {EntityType.PERSON, EntityType.ORGANISATION}
SENTENCE_END = re.compile(r"[.!?\u2026][\"'\u201d\u2019\u00bb)]*\s")
SENTENCE_LIMIT = 600
SUFFIX = re.compile(r"['\u2019][^\W\d_]{1,6}(?!\w)")
LAST_WORD = re.compile(r"\s*\S+\s*$")
SHORTEST_STEM, LONGEST_ENDING = 3, 2


class Mentioned:
    """The mentions of whoever may speak."""

    def __init__(self, text: str, names: Names, words: VoiceWords) -> None:
        self._text = text
        self._names = names
        self._words = words
        self._mentions = [mention for mention in names.mentions if mention.entity_type in SPEAKERS]
        self._starts = [mention.start for mention in self._mentions]

    def within(self, phrase: Span) -> Sequence[Mention]:
        """The mentions that begin within a phrase."""
        return self._mentions[bisect_left(self._starts, phrase.start) : bisect_left(self._starts, phrase.end)]

    def last_before(self, at: int, number: int) -> Sequence[Mention]:
        """So many mentions in front of a place, the last one first."""
        end = bisect_left(self._starts, at)
        return self._mentions[max(0, end - number) : end][::-1]

    def is_free(self, mention: Mention, phrase: Span, *, in_any_case: bool) -> bool:
        """Whether a mention may be a subject: nothing depends on it, and it depends on nothing."""
        if self.is_possessor(mention) or self.is_governed(mention, phrase):
            return False
        return in_any_case or not self._is_oblique(mention)

    def is_possessor(self, mention: Mention) -> bool:
        """Whether something behind a mention is said to be that person's or that body's."""
        return self._words.possessive.match(self._text, mention.end) is not None

    def is_governed(self, mention: Mention, phrase: Span) -> bool:
        """Whether a preposition makes the mention part of a circumstance: "at the meeting with Osgan"."""
        front = self._text[phrase.start : mention.start].rstrip()
        without_post = self._names.without_post(front)
        if self._words.governed.search(front) or self._words.governed.search(without_post):
            return True
        if len(without_post) < len(front) and self._words.governed_noun.search(LAST_WORD.sub("", without_post)):
            return True
        return self._words.governed_behind.match(self._text, mention.end, phrase.end) is not None

    def _is_oblique(self, mention: Mention) -> bool:
        """Whether the ending of a name shows that it is no subject."""
        suffix = SUFFIX.match(self._text, mention.end)
        name = WORDS.findall(self._names.name(mention.entity_id))
        words = WORDS.findall(self._text, *mention.span)
        if suffix or not name or not words:
            return suffix is not None
        given, written = name[-1].casefold(), words[-1].casefold()
        return written != given and written not in map(str.casefold, name) and _is_form_of(written, given)

    def first_within(self, start: int, end: int) -> Mention | None:
        """The first mention that begins between two places."""
        at = bisect_left(self._starts, start)
        return self._mentions[at] if at < len(self._mentions) and self._starts[at] < end else None

    def named_before(self, at: int, since: int, gender: Gender | None) -> str | None:
        """The first person of the sentence that named one last."""
        before = self._mentions[bisect_left(self._starts, since) : bisect_right(self._starts, at)]
        fitting = (mention for mention in reversed(before) if self._fits(mention, gender))
        nearest = next(fitting, None)
        if nearest is None:
            return None
        ends = list(SENTENCE_END.finditer(self._text, max(0, nearest.start - SENTENCE_LIMIT), nearest.start))
        begin = ends[-1].end() if ends else max(0, nearest.start - SENTENCE_LIMIT)
        of_sentence = (mention for mention in before if mention.start >= begin)
        return next(mention.entity_id for mention in of_sentence if self._fits(mention, gender))

    def _fits(self, mention: Mention, gender: Gender | None) -> bool:
        if not self._names.is_person(mention.entity_id):
            return False
        return gender is None or self._names.gender(mention.entity_id) in (None, gender)


def _is_form_of(written: str, given: str) -> bool:
    """Whether two words differ in their endings alone."""
    stem = given[: max(SHORTEST_STEM, len(given) - LONGEST_ENDING)]
    return written.startswith(stem)
