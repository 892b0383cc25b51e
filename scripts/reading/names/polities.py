"""States and their bodies: demonyms, and which ministry of which state a text names."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from lading.standoff import Span
from schemas.vocabularies import EntityType
from scripts.reading.grammar import listed
from scripts.reading.language import Language
from scripts.reading.names.entities import Entities
from scripts.reading.names.gazetteer import Gazetteer
from scripts.reading.names.shapes import GAP, WORD, Shapes, Word
from scripts.reading.names.small_words import small_words
from scripts.reading.names.states import State, states

ADJECTIVE = re.compile(rf"(?<!\w)({WORD}){GAP}$")
LOOK_BACK = 60
"""A possessor stands right before what it has; few names are longer than this."""


@dataclass(frozen=True, slots=True)
class Body:
    """A body of a state in a text; `of` is the state, None where the text leaves it to the context."""

    start: int
    end: int
    kind: str
    of: str | None
    noun: str
    """The words for the body without the state."""


@dataclass(frozen=True, slots=True)
class PolityWords:
    """The words of a language for states and their bodies."""

    bodies: Gazetteer[str]
    of_state: str
    """How the name of a body and the name of its state make one name."""
    openers: frozenset[str]
    endings: tuple[tuple[str, str], ...]
    irregular: Mapping[str, str]


@cache
def polity_words(language: Language) -> PolityWords:
    """The words of a language for states and their bodies."""
    words, offices = language.words("names"), language.words("offices")
    bodies = {name: kind for kind, names in words["bodies"].items() for name in listed(names)}
    for kind, fields in offices["portfolios"].items():
        for field in listed(fields):
            bodies |= dict.fromkeys(listed(offices["of_portfolio"]["ministry"].replace("<field>", field)), kind)
    endings = tuple((old, new) for old, new in words["demonym_endings"])
    openers = frozenset(listed(words["place_openers"]))
    return PolityWords(Gazetteer(bodies), offices["of_state"], openers, endings, words["demonyms"])


class Polities:
    """The states and their bodies that a document may name."""

    def __init__(self, language: Language, shapes: Shapes, entities: Entities) -> None:
        self._words = polity_words(language)
        self._small = small_words(language)
        self._states = states(language)
        self._shapes = shapes
        self._entities = entities
        self._spellings: dict[str, str] = {}
        self._demonyms: dict[str, str] = {}
        self._bodies: dict[tuple[str, str], str] = {}
        self._met: set[str] = set()
        for name, entity_id in entities.registered.items():
            if entities.type(entity_id) == EntityType.PLACE:
                self._call(name, entity_id)
        for name, entity_id in entities.registered.items():
            if entities.type(entity_id) == EntityType.ORGANISATION and (key := self.described(name)):
                self._bodies.setdefault(key, entity_id)

    def known_place(self, name: str) -> str | None:
        """The place of that name."""
        place = self._entities.get(name)
        return place if place and self._entities.type(place) == EntityType.PLACE else None

    def place(self, name: str) -> str:
        """The place of that name, added where it is unknown."""
        if known := self.known_place(name):
            return known
        name = self._entities.plain(name)
        if known := self._spellings.get(self._shapes.fold(name)):
            self._entities.call(known, name)
            return known
        place = self._entities.add(name, EntityType.PLACE)
        self._call(name, place)
        return place

    def meet(self, state: State) -> None:
        """Add a state of the world, where no place is known by one of its names."""
        if any(self._entities.get(name) for name in state.names):
            return
        place = self._entities.add(state.names[0], EntityType.PLACE)
        self._met.add(place)
        for name in state.names:
            self._entities.alias(place, name)
            self._call(name, place)

    def is_met(self, entity_id: str) -> bool:
        """Whether an entity is a state that only the world knows, not the registry or the text."""
        return entity_id in self._met

    def opens_place(self, word: str) -> bool:
        """Whether a word begins names of places and cannot be the whole of one."""
        return word in self._words.openers

    def place_words(self, text: str, words: list[Word]) -> list[Word]:
        """Those of unknown words that name a place, where a person may follow as in "Karsenia Tamur Osgan"."""
        if not words or words[0].text.isupper():
            return words[:1]
        opening = next((i for i, word in enumerate(words) if word.text not in self._words.openers), 0)
        followers = len(words) - opening - 1
        if followers == 1:
            first, both = words[opening].text, text[words[opening].start : words[-1].end]
            return words if text.count(first) == text.count(both) else words[: opening + 1]
        return words[: opening + 1]

    def by_demonym(self, demonym: str) -> str | None:
        """The place whose people are called so."""
        return self._demonyms.get(demonym)

    def owner(self, text: str, start: int) -> tuple[int, str] | None:
        """The place that stands as an owner in front ("Veldoria's", "Veldorian"), and where its name begins."""
        begin = max(0, start - LOOK_BACK)
        if match := self._small.possessor.search(text, begin, start):
            words = match.group(1).split()
            for first in range(len(words)):
                name = " ".join(words[first:])
                if place := self.known_place(name):
                    return match.end(1) - len(name), place
        if (match := ADJECTIVE.search(text, begin, start)) and (place := self.by_demonym(match.group(1))):
            return match.start(1), place
        return None

    def owned(self, text: str, end: int) -> tuple[int, str] | None:
        """The place or body after "of", and where its name ends."""
        if (of := self._small.of.match(text, end)) and (hit := self._entities.at(text, of.end())):
            return hit.end, hit.meaning
        return None

    def bodies(self, text: str, span: Span) -> Iterator[Body]:
        """The bodies of states that are named within a span."""
        for hit in self._words.bodies.find(text, span):
            start, end, noun = hit.start, hit.end, text[hit.start : hit.end]
            after = self.owned(text, end) or self._introduced(text, Span(end, span.end))
            if after and after[0] <= span.end and self._entities.type(after[1]) == EntityType.PLACE:
                yield Body(start, after[0], hit.meaning, after[1], noun)
            elif before := self.owner(text, start):
                yield Body(max(before[0], span.start), end, hit.meaning, before[1], noun)
            else:
                yield Body(start, end, hit.meaning, None, noun)

    def _introduced(self, text: str, span: Span) -> tuple[int, str] | None:
        """The unknown place after "of", now known, and where its name ends."""
        of = self._small.of.match(text, *span)
        if not of:
            return None
        name = Span(self._entities.after_form(text, of.end()), span.end)
        words = self.place_words(text, self._shapes.words(text, name))
        return (words[-1].end, self.place(text[words[0].start : words[-1].end])) if words else None

    def described(self, name: str) -> tuple[str, str] | None:
        """The kind of body and the state that a name consists of."""
        for body in self.bodies(name, Span(0, len(name))):
            if body.of and (body.start, body.end) == (0, len(name)):
                return body.kind, body.of
        return None

    def known_body(self, kind: str, state: str) -> str | None:
        """The body of that kind of a state, where one is known."""
        return self._bodies.get((kind, state))

    def body(self, kind: str, state: str, noun: str) -> str:
        """The body of that kind of a state, added where it is unknown."""
        if (kind, state) not in self._bodies:
            name = self._words.of_state.replace("<body>", noun).replace("<state>", self._entities.name(state))
            self._bodies[kind, state] = self._entities.add(name, EntityType.ORGANISATION)
        return self._bodies[kind, state]

    def _call(self, name: str, place: str) -> None:
        self._spellings.setdefault(self._shapes.fold(name), place)
        if name in self._words.irregular:
            self._demonyms.setdefault(self._words.irregular[name], place)
        state = self._states.by_name.get(name)
        for adjective in state.adjectives if state else ():
            self._demonyms.setdefault(adjective, place)
        for old, new in self._words.endings:
            demonym = name.removesuffix(old) + new
            if name.endswith(old) and self._states.by_adjective.get(demonym) is None:
                self._demonyms.setdefault(demonym, place)
