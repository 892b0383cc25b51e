"""Bodies of states: which ministry of which state a text names."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from lading.standoff import Span
from schemas.vocabularies import EntityType
from scripts.reading.grammar import listed
from scripts.reading.language import Language
from scripts.reading.names.entities import Entities
from scripts.reading.names.gazetteer import Gazetteer, Hit
from scripts.reading.names.inflection import inflection
from scripts.reading.names.polities import ADJECTIVE_BEHIND, LOOK_BACK, Polities
from scripts.reading.names.small_words import small_words

NOUN = re.compile(r"[^\W\d_]+")


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
class BodyWords:
    """The words of a language for the bodies of states."""

    names: Gazetteer[tuple[str, str]]
    """The bodies, each with its kind and its basic form."""
    of_state: str
    """How the name of a body and the name of its state make one name."""


@cache
def body_words(language: Language) -> BodyWords:
    """The words of a language for the bodies of states."""
    words, offices = language.words("names"), language.words("offices")
    bodies = {name: (kind, name) for kind, names in words["bodies"].items() for name in listed(names)}
    for kind, fields in offices["portfolios"].items():
        for field in listed(fields):
            ministries = listed(offices["of_portfolio"]["ministry"].replace("<field>", field))
            bodies |= {ministry: (kind, ministry) for ministry in ministries}
    return BodyWords(Gazetteer(bodies, inflection(language).printed_bases), offices["of_state"])


class Bodies:
    """The bodies of states that a document may name."""

    def __init__(self, language: Language, entities: Entities, polities: Polities) -> None:
        self._words = body_words(language)
        self._small = small_words(language)
        self._entities = entities
        self._polities = polities
        self._known: dict[tuple[str, str], str] = {}

    def know(self, kind: str, state: str, body: str) -> None:
        """Note which body of that kind a state has."""
        self._known.setdefault((kind, state), body)

    def beginning(self, text: str, span: Span) -> tuple[int, str | None] | None:
        """Where a body ends that is named at the beginning of a span, and which it is, if its state is said."""
        if hit := self._words.names.at(text, span.start, span.end):
            body = self._body(text, hit, span)
            return body.end, self.known_or_new(
                body.kind, body.of, body.noun
            ) if body.of and body.end > hit.end else None
        noun = NOUN.match(text, *span) if self._small.adjective_behind else None
        adjective = ADJECTIVE_BEHIND.match(text, noun.end()) if noun else None
        if noun is None or adjective is None:
            return None
        rest = text[adjective.end() : adjective.end() + LOOK_BACK]
        resumed = self._words.names.at(noun.group() + rest, 0)
        is_longer = resumed is not None and resumed.end > len(noun.group())
        return (adjective.end() + resumed.end - len(noun.group()), None) if resumed and is_longer else None

    def find(self, text: str, span: Span) -> Iterator[Body]:
        """The bodies of states that are named within a span."""
        for hit in self._words.names.find(text, span):
            yield self._body(text, hit, span)

    def _body(self, text: str, hit: Hit[tuple[str, str]], span: Span) -> Body:
        """A body with the state behind it or in front, as far as it is said."""
        start, end, (kind, noun) = hit.start, hit.end, hit.meaning
        after = (
            self._polities.owned(text, end)
            or self._polities.introduced(text, Span(end, span.end))
            or self._polities.adjective_behind(text, end)
        )
        if after and after[0] <= span.end and self._entities.type(after[1]) == EntityType.PLACE:
            return Body(start, after[0], kind, after[1], noun)
        if before := self._polities.owner(text, start):
            return Body(max(before[0], span.start), end, kind, before[1], noun)
        return Body(start, end, kind, None, noun)

    def described(self, name: str) -> tuple[str, str] | None:
        """The kind of body and the state that a name consists of."""
        for body in self.find(name, Span(0, len(name))):
            if body.of and (body.start, body.end) == (0, len(name)):
                return body.kind, body.of
        return None

    def known(self, kind: str, state: str) -> str | None:
        """The body of that kind of a state, where one is known."""
        return self._known.get((kind, state))

    def known_or_new(self, kind: str, state: str, noun: str) -> str:
        """The body of that kind of a state, added where it is unknown."""
        if (kind, state) not in self._known:
            name = self._words.of_state.replace("<body>", noun).replace("<state>", self._entities.name(state))
            self._known[kind, state] = self._entities.add(name, EntityType.ORGANISATION)
        return self._known[kind, state]
