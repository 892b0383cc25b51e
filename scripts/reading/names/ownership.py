"""Ownership: of which state or body an office is, as the words beside it tell."""

import re
from collections.abc import Sequence

from lading.standoff import Span
from schemas.vocabularies import EntityType
from scripts.reading.names.bodies import Bodies
from scripts.reading.names.entities import Entities
from scripts.reading.names.gazetteer import Hit
from scripts.reading.names.office_words import FIELD, ORGANISATION, PLACE, OfficeWords
from scripts.reading.names.person_names import GAP_AFTER, PersonNames
from scripts.reading.names.polities import Polities
from scripts.reading.names.shapes import WORD, Shapes, Word, span_of
from scripts.reading.names.small_words import SmallWords

BREAK = re.compile(r"[,.;:)\]\u2019'\n]|\Z")
COMMON_NOUN = re.compile(r"[^\W\d_]+")
CAPITALISED = re.compile(rf"{WORD}(?!\w)")
FULL_NAME = 2


class Ownership:
    """Reads what the offices of a document are of."""

    def __init__(
        self,
        small: SmallWords,
        shapes: Shapes,
        entities: Entities,
        polities: Polities,
        bodies: Bodies,
        names: PersonNames,
    ) -> None:
        self._words: OfficeWords = names.words
        self._small = small
        self._shapes = shapes
        self._entities = entities
        self._polities = polities
        self._bodies = bodies
        self._names = names

    def unknown_owner(self, text: str, title: Hit[str]) -> str | None:
        """The unknown place right in front of the office of a state."""
        name = (
            self._polities.unknown_owner(text, title.start) if self._words.of[title.meaning] in (PLACE, FIELD) else None
        )
        return name if name and name not in self._words.institutions and not self._entities.get(name) else None

    def possessor(self, text: str, title: Hit[str], match: re.Match[str]) -> str | None:
        """The words right before "'s President", where they are a name that nothing known bears."""
        is_title = text[title.start].isupper() and self._words.of[title.meaning] in (PLACE, FIELD)
        words = self._names.unknown(text, Span(*match.span(1)))
        return match.group(1) if is_title and words and words[-1].end == match.end(1) else None

    def owned(self, text: str, span: Span, kind: str) -> tuple[int, str | None] | None:
        """The place or body after "of", None for a field or what has no name, and where its name ends."""
        if known := self._polities.owned(text, span.start):
            return known
        of = self._small.of.match(text, *span)
        if not of:
            return self._beside(text, span, kind) if self._small.is_beside else None
        if body := self._bodies.beginning(text, Span(of.end(), span.end)):
            return body
        if common := self._words.common_owner.match(text, *span):
            return common.end(), None
        words = self._shapes.words(text, Span(self._entities.after_form(text, of.end()), span.end))
        owner = self._words.of.get(kind, ORGANISATION)
        named = self._body_words(words, owner)
        if named:
            is_field = owner == FIELD and named[-1].text not in self._words.institutions
            return named[-1].end, None if is_field else self._organisation(text[named[0].start : named[-1].end])
        place = self._polities.place_words(text, self._names.unknown(text, span_of(words))) if words else []
        if not place or owner != PLACE:
            return None
        return place[-1].end, self._polities.place(text[place[0].start : place[-1].end])

    def behind_body(self, text: str, span: Span) -> int:
        """Where a name ends that goes on with a noun for a body or a part of a state: "Murman Region"."""
        gap = GAP_AFTER.match(text, *span)
        noun = CAPITALISED.match(text, gap.end(), span.end) if gap else None
        return noun.end() if noun and noun.group() in self._words.institutions else span.start

    def origin(self, text: str, span: Span) -> tuple[int, str] | None:
        """The place that somebody's counterpart is from, and where its name ends."""
        match = self._small.accredited.match(text, *span)
        if match is None:
            return None
        if known := self._entities.at(text, match.end()):
            is_place = self._entities.type(known.meaning) == EntityType.PLACE
            return (known.end, known.meaning) if is_place else None
        words = self._names.unknown(text, Span(match.end(), span.end))
        is_whole = bool(words) and BREAK.match(text, words[-1].end) is not None
        return (words[-1].end, self._polities.place(text[words[0].start : words[-1].end])) if is_whole else None

    def accredited(self, text: str, span: Span) -> int:
        """Where an office ends that goes on with where it is held: "ambassador to Karsenia", where it does."""
        match = self._small.accredited.match(text, *span)
        if match is None:
            return span.start
        if known := self._entities.at(text, match.end()):
            return known.end if self._entities.type(known.meaning) != EntityType.PERSON else span.start
        words = self._names.unknown(text, Span(match.end(), span.end))
        return words[-1].end if words and BREAK.match(text, words[-1].end) else span.start

    def _beside(self, text: str, span: Span, kind: str) -> tuple[int, str | None] | None:
        """The unknown place right behind an office, and where its name ends."""
        gap = GAP_AFTER.match(text, *span)
        if gap is None:
            return None
        if body := self._bodies.beginning(text, Span(gap.end(), span.end)):
            return body
        if (noun := COMMON_NOUN.match(text, gap.end(), span.end)) and self._words.is_state_noun(noun.group()):
            return noun.end(), None
        name = Span(self._entities.after_form(text, gap.end()), span.end)
        words = self._names.unknown(text, name)
        if self._words.of.get(kind, ORGANISATION) not in (PLACE, FIELD) and not self._is_owner_with_holder(words):
            return None
        if words and name.start > gap.end():  # behind the form of a state
            place = self._polities.place_words(text, words)
            return place[-1].end, self._polities.place_behind_form(text[place[0].start : place[-1].end])
        if words and self._is_person(words):
            return None
        place = self._polities.words_beside(text, words)
        return (place[-1].end, self._polities.place_with(text[place[0].start : place[-1].end])) if place else None

    def _is_owner_with_holder(self, words: Sequence[Word]) -> bool:
        """Whether a full name begins behind the first word, which then is what the office is of."""
        return len(words) > FULL_NAME and self._shapes.given(words[1].text) is not None and not self._is_person(words)

    def _is_person(self, words: Sequence[Word]) -> bool:
        """Whether the words are those of a person's name by themselves."""
        return self._shapes.given(words[0].text) is not None or words[0].is_initial

    def _body_words(self, words: list[Word], owner: str) -> list[Word]:
        """Those of unknown words that name a body or a field, where a person may follow: "Orlen Bank Ada Lind"."""
        named = (number for number, word in enumerate(words) if word.text in self._words.institutions)
        last = max(named, default=None)
        if last is not None:
            return words[: last + 1]
        if owner == PLACE:
            return []
        if len(words) > FULL_NAME:
            return words[:-FULL_NAME]
        return words if owner == FIELD or len(words) == FULL_NAME or (words and words[0].text.isupper()) else []

    def _organisation(self, name: str) -> str:
        return self._entities.get(name) or self._entities.add(name, EntityType.ORGANISATION)
