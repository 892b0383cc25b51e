"""States and other places: of which of them something in a text is, and what else they are called."""

import re
from collections.abc import Iterable

from lading.standoff import Span
from schemas.vocabularies import EntityType
from scripts.reading.grammar import listed
from scripts.reading.language import Language
from scripts.reading.names.entities import Entities
from scripts.reading.names.nominatives import Nominatives
from scripts.reading.names.place_names import PlaceNames
from scripts.reading.names.shapes import GAP, SPACE, WORD, Shapes, Word
from scripts.reading.names.skeletons import SHARED
from scripts.reading.names.small_words import small_words
from scripts.reading.names.states import State, states

ADJECTIVE = re.compile(rf"(?<![\w-])([^\W\d_][\w-]*){SPACE}$")
ADJECTIVE_BEHIND = re.compile(rf"{GAP}([^\W\d_][\w-]*)")
WORD_START = re.compile(r"(?<!\w)\w")
SUFFIX = re.compile(r"(?:['\u2019]\w+)?$")
GAP_BEFORE = re.compile(rf"{SPACE}$")
GAP_BEHIND = re.compile(GAP)
WORD_IN_FRONT = re.compile(rf"(?<![\w.'\u2019-])({WORD})(?P<suffix>['\u2019]\w+)?$")
WITHIN_SENTENCE = re.compile(r"[\w,]\s$")
LOOK_BACK = 60
"""A possessor stands right before what it has; few names are longer than this."""


class Polities:
    """The places that a document may name."""

    def __init__(
        self, language: Language, shapes: Shapes, entities: Entities, nominatives: Nominatives, names: PlaceNames
    ) -> None:
        self._openers = frozenset(listed(language.words("names")["place_openers"]))
        self._small = small_words(language)
        self._names_of_new = states(SHARED).by_code
        self._shapes = shapes
        self._entities = entities
        self._nominatives = nominatives
        self._names = names
        self._met: set[str] = set()

    def known_place(self, name: str) -> str | None:
        """The place of that name."""
        place = self._entities.get(name)
        return place if place and self._entities.type(place) == EntityType.PLACE else None

    def known_places(self, names: Iterable[str]) -> str | None:
        """The place that one of the names stands for."""
        return next((place for name in names if (place := self.known_place(name))), None)

    def place(self, name: str) -> str:
        """The place of that name, added where it is unknown."""
        if known := self.known_place(name):
            return known
        name = self._entities.plain(name)
        if known := self._names.spelt(name):
            self._entities.call(known, name)
            return known
        place = self._entities.add(name, EntityType.PLACE)
        self._names.call(place, name)
        return place

    def place_with(self, name: str) -> str:
        """The place whose name stands in the genitive beside what belongs to it, added where it is unknown."""
        plain = self._entities.plain(name)
        *openers, last = plain.split(" ")
        return self.known_place(name) or self.place(" ".join((*openers, self._nominatives.of_place(last))))

    def place_behind_form(self, name: str) -> str:
        """The place whose name stands behind its form, in the basic form or in the genitive."""
        return self.place_with(name) if name.endswith(self._shapes.place_cases) else self.place(name)

    def meet(self, state: State, registered: str | None) -> None:
        """Add a state of the world, where no place is known by one of its names; the registry may have it."""
        if any(self._entities.get(name) for name in state.names):
            return
        place = registered
        if place is None:
            place = self._entities.add(self._names_of_new[state.code].names[0], EntityType.PLACE)
            self._met.add(place)
        for name in state.names:
            self._entities.alias(place, name)
            self._names.call(place, name)

    def is_met(self, entity_id: str) -> bool:
        """Whether an entity is a state that only the world knows, not the registry or the text."""
        return entity_id in self._met

    def opens_place(self, word: str) -> bool:
        """Whether a word begins names of places and cannot be the whole of one."""
        return word in self._openers

    def place_words(self, text: str, words: list[Word]) -> list[Word]:
        """Those of unknown words that name a place, where a person may follow as in "Karsenia Tamur Osgan"."""
        if not words or words[0].text.isupper():
            return words[:1]
        opening = next((i for i, word in enumerate(words) if word.text not in self._openers), 0)
        followers = len(words) - opening - 1
        if followers == 1:
            first, both = words[opening].text, text[words[opening].start : words[-1].end]
            return words if text.count(first) == text.count(both) else words[: opening + 1]
        return words[: opening + 1]

    def words_beside(self, text: str, words: list[Word]) -> list[Word]:
        """Those of unknown words right behind an office that name its state, where no small word shows it."""
        opening = next((i for i, word in enumerate(words) if word.text not in self._openers), 0)
        place, rest = words[: opening + 1], words[opening + 1 :]
        if not place or place[-1].is_initial or self._shapes.given(place[-1].text):
            return []
        name, is_certain = place[-1].text, self._shapes.every_word_is_inflected
        behind = rest[0].text if rest else ""
        name_follows = self._shapes.given(behind) is not None or (is_certain and len(rest) > 1)
        in_case = name.endswith(self._shapes.place_cases)
        is_told = (
            (name_follows and not self._shapes.is_patronymic(behind)) if not in_case else is_certain or name_follows
        )
        return (
            place
            if is_told or (in_case and self._nominatives.is_attested(name)) or self._small.is_placed(text, name)
            else []
        )

    def by_demonym(self, demonym: str) -> str | None:
        """The place whose people are called so."""
        return self._names.by_demonym(demonym)

    def owner(self, text: str, start: int) -> tuple[int, str] | None:
        """The place that stands as an owner in front ("Veldoria's", "Veldorian"), and where its name begins."""
        begin = max(0, start - LOOK_BACK)
        if match := self._small.possessor.search(text, begin, start):
            words = match.group(1).split()
            for first in range(len(words)):
                name = " ".join(words[first:])
                if place := self.known_place(name):
                    return match.end(1) - len(name), place
        if self._small.is_in_front and (found := self._in_front(text, Span(begin, start))):
            return found
        if (match := ADJECTIVE.search(text, begin, start)) and (place := self.by_demonym(match.group(1))):
            return match.start(1), place
        return None

    def unknown_owner(self, text: str, start: int) -> str | None:
        """The unknown name right in front that can only be a place's: in the genitive, or with the form of a state."""
        gap = GAP_BEFORE.search(text, max(0, start - LOOK_BACK), start) if self._small.is_in_front else None
        if gap is None:
            return None
        end = self._entities.before_form(text, Span(max(0, start - LOOK_BACK), gap.start()))
        match = WORD_IN_FRONT.search(text, max(0, end - LOOK_BACK), end)
        if match is None or match[1] in self._shapes.not_names:
            return None
        name = match[1]
        if name.endswith(self._shapes.place_cases):
            return self._nominatives.of_place(name)
        is_told = end < gap.start() or match["suffix"] or self._names.spelt(name) is not None
        near = max(0, match.start() - 2)
        return name if is_told or WITHIN_SENTENCE.search(text, near, match.start()) else None

    def owned(self, text: str, end: int) -> tuple[int, str] | None:
        """The place or body after "of", and where its name ends."""
        if (of := self._small.of.match(text, end)) and (hit := self._entities.at(text, of.end())):
            return hit.end, hit.meaning
        gap = GAP_BEHIND.match(text, end) if self._small.is_beside else None
        if gap and (hit := self._entities.at(text, gap.end())) and self._entities.type(hit.meaning) == EntityType.PLACE:
            return hit.end, hit.meaning
        return None

    def adjective_behind(self, text: str, end: int) -> tuple[int, str] | None:
        """The place whose adjective follows, and where it ends."""
        match = ADJECTIVE_BEHIND.match(text, end) if self._small.adjective_behind else None
        place = self.by_demonym(match[1]) if match else None
        return (match.end(), place) if match and place else None

    def _in_front(self, text: str, span: Span) -> tuple[int, str] | None:
        """The known place whose name ends a span, without a word that shows whose the rest is."""
        gap = GAP_BEFORE.search(text, *span)
        if gap is None:
            return None
        end = self._entities.before_form(text, Span(span.start, gap.start()))
        suffix = SUFFIX.search(text, span.start, end)
        ends = {end, suffix.start() if suffix else end}
        for word in WORD_START.finditer(text, span.start, end):
            hit = self._entities.at(text, word.start())
            if hit and hit.end in ends and self._entities.type(hit.meaning) == EntityType.PLACE:
                return word.start(), hit.meaning
        return None

    def introduced(self, text: str, span: Span) -> tuple[int, str] | None:
        """The unknown place after "of", now known, and where its name ends."""
        if of := self._small.of.match(text, *span):
            name = Span(self._entities.after_form(text, of.end()), span.end)
            words = self.place_words(text, self._shapes.words(text, name))
        elif self._small.is_beside and (gap := GAP_BEHIND.match(text, *span)):
            name = Span(self._entities.after_form(text, gap.end()), span.end)
            words = self.words_beside(text, self._shapes.words(text, name))
            return (words[-1].end, self.place_with(text[words[0].start : words[-1].end])) if words else None
        else:
            return None
        return (words[-1].end, self.place(text[words[0].start : words[-1].end])) if words else None
