"""The names of persons in a text: of known ones, and of those that nothing known and no office bears."""

import re

from lading.standoff import Span
from schemas.vocabularies import EntityType
from scripts.reading.names.entities import Entities
from scripts.reading.names.office_words import OfficeWords
from scripts.reading.names.shapes import GAP, Shapes, Word

GAP_AFTER = re.compile(GAP)
FULL_NAME = 2


class PersonNames:
    """Reads the names of persons in a document."""

    def __init__(self, words: OfficeWords, shapes: Shapes, entities: Entities, *, owners_stand_in_front: bool) -> None:
        self.words = words
        self._owners_stand_in_front = owners_stand_in_front
        self._shapes = shapes
        self._entities = entities

    def is_title(self, text: str, start: int) -> bool:
        """Whether the title of an office begins at a place of the text."""
        return self.words.titles.at(text, start) is not None

    def name(self, text: str, span: Span) -> list[Word]:
        """The words of the person's name that begins where the span does: of a known person, or of nothing known."""
        if honorific := self._shapes.honorific.match(text, *span):
            span = Span(honorific.end(), span.end)
        known = self._entities.at(text, span.start)
        if known and known.end <= span.end:
            is_person = self._entities.type(known.meaning) == EntityType.PERSON
            return self._with_surname(text, known.span, span.end) if is_person else []
        return self.unknown(text, span)

    def _with_surname(self, text: str, name: Span, limit: int) -> list[Word]:
        """The words of a known name; a surname may follow first name and patronymic."""
        words = self._shapes.words(text, name)
        gap = GAP_AFTER.match(text, name.end, limit)
        if gap and len(words) > 1 and self._shapes.is_patronymic(words[-1].text):
            words += self.unknown(text, Span(gap.end(), limit))[:1]
        return words

    def unknown(self, text: str, span: Span) -> list[Word]:
        """The words of a name that nothing known and no office begins in."""
        words: list[Word] = []
        for word in self._shapes.words(text, span):
            known = self._entities.at(text, word.start)
            if self._entities.before_form(text, Span(words[0].start if words else word.start, word.end)) < word.end:
                words = words[:-1]  # the name of the state that the word is the form of
                break
            if self._is_body(text, word) or known or self.is_title(text, word.start):
                break
            words.append(word)
        is_longer = len(words) > FULL_NAME and self._owners_stand_in_front
        ends_before = is_longer and (self._ends_at_owner(text, words, span.end) or _stands_without(text, words))
        return words[:FULL_NAME] if ends_before else words

    def _is_body(self, text: str, word: Word) -> bool:
        """Whether a word, its particles left aside, is that of a body, or the form of the state that it begins."""
        last = word.text.split()[-1]
        begin = word.end - len(last)
        return last in self.words.institutions or self._entities.after_form(text, begin) > begin

    def _ends_at_owner(self, text: str, words: list[Word], limit: int) -> bool:
        """Whether the last words are what the office behind them is of."""
        gap = GAP_AFTER.match(text, words[-1].end, limit)
        return gap is not None and self.is_title(text, gap.end())


def _stands_without(text: str, words: list[Word]) -> bool:
    """Whether the first words of a name stand by themselves somewhere, so that the last are what follows is of."""
    name, longer = (re.escape(text[words[0].start : word.end]) for word in (words[FULL_NAME - 1], words[FULL_NAME]))
    return re.search(rf"(?<!\w)(?!{longer}){name}(?!\w)", text) is not None
