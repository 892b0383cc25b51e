"""What can be named in one document: the entities of the registry, and those that the text introduces."""

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from typing import Protocol

from lading.standoff import Span
from schemas.vocabularies import EntityType
from scripts.reading.found import NewEntity
from scripts.reading.names.gazetteer import Gazetteer, Hit, alternation, normal
from scripts.reading.names.shapes import GAP, slug

WORD = re.compile(r"\w+")


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
    """Entities by name; new ones can be added."""

    def __init__(self, registry: Registry, state_forms: Sequence[str]) -> None:
        self._registry = registry
        self._gazetteer = _gazetteer(tuple(registry.names.items()))
        self._state_form = _state_form(tuple(state_forms))
        self._new: dict[str, NewEntity] = {}
        self._new_names: dict[str, str] = {}
        self._new_by_opening: dict[str, list[str]] = {}

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
        return self._gazetteer.get(name) or self._new_names.get(name) or self._new_names.get(self.plain(name))

    def plain(self, name: str) -> str:
        """The name of a state without its form: "Republic of X" is X."""
        return name[self.after_form(name, 0) :]

    def after_form(self, text: str, start: int) -> int:
        """Where the name of a state begins behind its form, or `start` itself."""
        form = self._state_form.match(text, start)
        return form.end() if form else start

    def add(self, name: str, entity_type: EntityType) -> str:
        """A new entity, with an identifier that nothing else bears."""
        name = normal(name)
        entity_id, number = slug(name), 1
        while entity_id in self._registry.entities or entity_id in self._new:
            number += 1
            entity_id = f"{slug(name)}-{number}"
        self._new[entity_id] = NewEntity(entity_id, entity_type, name)
        self.alias(entity_id, name)
        return entity_id

    def alias(self, entity_id: str, name: str) -> None:
        """Give an entity a further name, beside its main one."""
        name = normal(name)
        if name not in self._new_names:
            self._new_names[name] = entity_id
            self._new_by_opening.setdefault(_opening(name, 0), []).append(name)

    def call(self, entity_id: str, name: str) -> None:
        """Give an entity a further name; the longest one is the main one of a new entity."""
        name = normal(name)
        self.alias(entity_id, name)
        entity = self._new.get(entity_id)
        if entity and len(name) > len(entity.name):
            self._new[entity_id] = NewEntity(entity_id, entity.entity_type, name)

    def at(self, text: str, start: int) -> Hit[str] | None:
        """The longest known name that begins at a place of the text."""
        if hit := self._gazetteer.at(text, start):
            return hit
        begin = self.after_form(text, start)
        names = [name for name in self._new_by_opening.get(_opening(text, begin), ()) if text.startswith(name, begin)]
        ends = [begin + len(name) for name in sorted(names, key=len, reverse=True)]
        end = next((end for end in ends if not text[end : end + 1].isalnum()), None)
        return Hit(start, end, self._new_names[text[begin:end]]) if end else None

    def find(self, text: str, spans: Sequence[Span]) -> Iterator[Hit[str]]:
        """Every name within the spans: those of the registry, then the new ones; the two may overlap."""
        for span in spans:
            yield from self._gazetteer.find(text, span)
        if not self._new_names:
            return
        pattern = re.compile(rf"(?<!\w)(?:{self._state_form.pattern})?({alternation(self._new_names)})(?!\w)")
        for span in spans:
            for match in pattern.finditer(text, *span):
                yield Hit(*match.span(), self._new_names[normal(match.group(1))])


def _opening(text: str, start: int) -> str:
    """The first word from a place of the text on."""
    word = WORD.match(text, start)
    return word.group() if word else ""


@lru_cache(maxsize=8)
def _gazetteer(names: tuple[tuple[str, str], ...]) -> Gazetteer[str]:
    return Gazetteer(dict(names))


@lru_cache(maxsize=8)
def _state_form(forms: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(rf"(?:{alternation(dict.fromkeys(forms))}){GAP}")
