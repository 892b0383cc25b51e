"""What can be named in one document: the entities of the registry, and those that the text introduces."""

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache, lru_cache
from typing import Protocol

from lading.standoff import Span
from schemas.vocabularies import EntityType
from scripts.reading.found import NewEntity
from scripts.reading.grammar import listed
from scripts.reading.language import Language
from scripts.reading.names.gazetteer import Gazetteer, Hit, normal
from scripts.reading.names.identity import Same
from scripts.reading.names.inflection import inflection
from scripts.reading.names.shapes import GAP, Shapes, slug
from scripts.reading.names.vocabulary import WORD

FORM = True
GAP_AFTER = re.compile(GAP)
LONGEST_FORM = 60
REGISTRIES_REMEMBERED = 16


class RegisteredEntity(Protocol):
    """What is asked of an entity of the registry."""

    @property
    def entity_type(self) -> EntityType:
        """What the name stands for."""

    @property
    def name(self) -> str:
        """The name used here."""


class Affiliation(Protocol):
    """What is asked of an office in the registry."""

    @property
    def person_id(self) -> str:
        """Who held the office."""

    @property
    def organisation_id(self) -> str:
        """The body in which the office was held."""

    @property
    def role(self) -> str:
        """Name of the office."""


class Registry(Protocol):
    """What the readers ask of the registry."""

    @property
    def entities(self) -> Mapping[str, RegisteredEntity]:
        """The entities by identifier."""

    @property
    def names(self) -> Mapping[str, str]:
        """Every name and alias, with the entity that it stands for."""

    @property
    def affiliations(self) -> Sequence[Affiliation]:
        """The offices."""


class Entities:
    """Entities by name; new ones can be added.

    The name of a person is found in any spelling and case, that of anything else in any case.
    """

    def __init__(self, registry: Registry, language: Language, shapes: Shapes) -> None:
        self._registry = registry
        self._shapes = shapes
        self._gazetteer, self._persons = _gazetteers(Same(registry), language, shapes)
        self._forms, self._forms_behind = _state_forms(language)
        self._new: dict[str, NewEntity] = {}
        self._new_names: dict[str, str] = {}
        self._new_persons = Gazetteer[str]({}, shapes.keys, shapes.keys, capitalised=True)
        self._new_others = Gazetteer[str]({}, inflection(language).bases, capitalised=True)

    @property
    def new(self) -> tuple[NewEntity, ...]:
        """What the text introduced, in its order."""
        return tuple(self._new.values())

    @property
    def registered(self) -> Mapping[str, str]:
        """The names of the registry."""
        return self._registry.names

    def is_registered(self, entity_id: str) -> bool:
        """Whether the registry knows the entity."""
        return entity_id in self._registry.entities

    def type(self, entity_id: str) -> EntityType:
        """What kind of thing the entity is."""
        new = self._new.get(entity_id)
        return new.entity_type if new else self._registry.entities[entity_id].entity_type

    def name(self, entity_id: str) -> str:
        """The name of the entity."""
        new = self._new.get(entity_id)
        return new.name if new else self._registry.entities[entity_id].name

    def get(self, name: str) -> str | None:
        """The entity of that name."""
        name = normal(name)
        exact = self.registered.get(name) or self._new_names.get(name) or self._new_names.get(self.plain(name))
        return exact or self._whole(name)

    def plain(self, name: str) -> str:
        """The name of a state without its form: "Republic of X" is X."""
        name = name[self.after_form(name, 0) :]
        forms = list(self._forms_behind.find(name, Span(0, len(name))))
        return name[: forms[-1].start].rstrip() or name if forms and forms[-1].end == len(name) else name

    def after_form(self, text: str, start: int) -> int:
        """Where the name of a state begins behind its form, or `start` itself."""
        form = self._forms.at(text, start)
        if form is None:
            return start
        gap = GAP_AFTER.match(text, form.end)
        is_elided = not text[form.end - 1].isalnum()
        return gap.end() if gap else form.end if is_elided else start

    def before_form(self, text: str, span: Span) -> int:
        """Where the name of a state ends in front of its form at the end of a span, or the end of the span."""
        forms = [hit for hit in self._forms_behind.find(text, span) if hit.end == span.end]
        return span.start + len(text[span.start : forms[0].start].rstrip()) if forms else span.end

    def add(self, name: str, entity_type: EntityType) -> str:
        """A new entity, with an identifier that nothing else bears."""
        name = normal(name)
        readable = slug(self._shapes.latin(name))
        entity_id, number = readable, 1
        while entity_id in self._registry.entities or entity_id in self._new:
            number += 1
            entity_id = f"{readable}-{number}"
        self._new[entity_id] = NewEntity(entity_id, entity_type, name)
        self.alias(entity_id, name)
        return entity_id

    def alias(self, entity_id: str, name: str) -> None:
        """Give an entity a further name, beside its main one."""
        name = normal(name)
        if name not in self._new_names:
            self._new_names[name] = entity_id
            is_person = self.type(entity_id) == EntityType.PERSON
            (self._new_persons if is_person else self._new_others).add(name, entity_id)

    def call(self, entity_id: str, name: str) -> None:
        """Give an entity a further name; the fullest one is the main one of a new entity."""
        name = normal(name)
        self.alias(entity_id, name)
        entity = self._new.get(entity_id)
        if entity and fullness(name) > fullness(entity.name):
            self._new[entity_id] = NewEntity(entity_id, entity.entity_type, name)

    def at(self, text: str, start: int) -> Hit[str] | None:
        """The longest known name that begins at a place of the text."""
        if hit := self._gazetteer.at(text, start) or self._persons.at(text, start):
            return hit
        begin = self.after_form(text, start)
        hits = (names.at(text, begin) for names in (self._new_others, self._new_persons))
        found = max((hit for hit in hits if hit), key=lambda hit: hit.end, default=None)
        return Hit(start, found.end, found.meaning) if found else None

    def find(self, text: str, spans: Sequence[Span]) -> Iterator[Hit[str]]:
        """Every name within the spans: those of the registry, then the new ones; the two may overlap."""
        for names in (self._gazetteer, self._persons, self._new_persons):
            for span in spans:
                yield from names.find(text, span)
        for span in spans:
            for hit in self._new_others.find(text, span):
                yield Hit(self._before_name(text, Span(span.start, hit.start)), hit.end, hit.meaning)

    def _before_name(self, text: str, before: Span) -> int:
        """Where the form of a state begins that stands right in front of its name, or the end of the span."""
        begin = max(before.start, before.end - LONGEST_FORM)
        forms = [
            hit for hit in self._forms.find(text, Span(begin, before.end)) if not text[hit.end : before.end].strip()
        ]
        return forms[-1].start if forms else before.end

    def _whole(self, name: str) -> str | None:
        hit = self.at(name, 0)
        return hit.meaning if hit and hit.end == len(name) else None


def fullness(name: str) -> tuple[int, int]:
    """How much a name tells: the number of its words that are no initials, then of all."""
    words = WORD.findall(name)
    return sum(len(word) > 1 for word in words), len(words)


@lru_cache(maxsize=REGISTRIES_REMEMBERED)
def _gazetteers(registry: Same[Registry], language: Language, shapes: Shapes) -> tuple[Gazetteer[str], Gazetteer[str]]:
    """The registered names as they are written, and those of persons in whatever spelling."""
    entities, names = registry.value.entities, registry.value.names
    persons = {name: known for name, known in names.items() if entities[known].entity_type == EntityType.PERSON}
    return (
        Gazetteer(names, inflection(language).bases),
        Gazetteer(persons, shapes.keys, shapes.registered_keys, capitalised=True),
    )


@cache
def _state_forms(language: Language) -> tuple[Gazetteer[bool], Gazetteer[bool]]:
    """The forms of states in front of their names, and behind them."""
    words, forms = language.words("names"), inflection(language).bases
    before, behind = (listed(words[key]) for key in ("state_forms", "state_forms_behind"))
    return Gazetteer(dict.fromkeys(before, FORM), forms), Gazetteer(dict.fromkeys(behind, FORM), forms)
