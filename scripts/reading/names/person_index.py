"""An index of persons: by full name, surname and first name, in whatever spelling and case."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from schemas.vocabularies import EntityType
from scripts.reading.names.entities import REGISTRIES_REMEMBERED, Registry
from scripts.reading.names.identity import Same
from scripts.reading.names.shapes import Gender, Shapes


@dataclass(slots=True)
class PersonIndex:
    """Persons by the skeletons of their names; what is asked for by a word is found for every form of it."""

    shapes: Shapes
    words: dict[str, tuple[str, ...]] = field(default_factory=dict)
    """The fullest name of each person."""
    genders: dict[str, Gender | None] = field(default_factory=dict)
    surnames: dict[str, None] = field(default_factory=dict)
    """The surnames as they are written."""
    _by_name: dict[str, str] = field(default_factory=dict)
    _by_surname: dict[str, tuple[str, ...]] = field(default_factory=dict)
    _by_form_of_surname: dict[str, tuple[str, ...]] = field(default_factory=dict)
    _by_given_name: dict[str, tuple[str, ...]] = field(default_factory=dict)

    def copy(self) -> "PersonIndex":
        """The same persons, to whom others can be added."""
        return PersonIndex(
            self.shapes,
            dict(self.words),
            dict(self.genders),
            dict(self.surnames),
            dict(self._by_name),
            dict(self._by_surname),
            dict(self._by_form_of_surname),
            dict(self._by_given_name),
        )

    def add(self, person: str, words: tuple[str, ...], *, registered: bool) -> None:
        """A further name of somebody; one that is no registered name may stand in another case."""
        if not words:
            return
        is_first = person not in self.words
        self.words.setdefault(person, words)
        self.genders[person] = self.genders.get(person) or self.shapes.gender(words)
        self._by_name.setdefault(self._fold(words), person)
        plain = self.without_patronymic(words)
        keys = self.shapes.registered_keys if registered else self.shapes.keys
        if len(words) > 1:
            _note(self._by_given_name, keys(plain[0]), person)
        if len(plain) > 1 or is_first:
            for surname in self.surnames_of(plain):
                _note(self._by_surname, keys(surname)[:1], person)
                _note(self._by_form_of_surname, keys(surname), person)
                self.surnames.setdefault(surname)

    def named(self, words: Sequence[str]) -> str | None:
        """The person of just that name."""
        return self._by_name.get(self._fold(words))

    def of_surname(self, surname: str) -> tuple[str, ...]:
        """Everybody who bears the surname, whatever the case: whoever is called just so goes before all others."""
        keys = self.shapes.keys(surname)
        exact = self._by_surname.get(keys[0])
        return exact or _found(self._by_surname, keys) or _found(self._by_form_of_surname, keys)

    def of_form(self, surname: str) -> tuple[str, ...]:
        """Everybody whose surname has a form in common with a word: a first name in front tells who is meant."""
        return _found(self._by_form_of_surname, self.shapes.keys(surname))

    def of_given_name(self, given: str) -> tuple[str, ...]:
        """Everybody who bears the first name."""
        return _found(self._by_given_name, self.shapes.keys(given))

    def surnames_of(self, plain: Sequence[str]) -> tuple[str, ...]:
        """The words of a name that may be the surname, the likeliest first."""
        places = min(self.shapes.surname_places, max(1, len(plain) - 1))
        last, *others = reversed(plain[-places:])
        return (last, *(word for word in others if self.shapes.given(word) is None))

    def without_patronymic(self, words: tuple[str, ...]) -> tuple[str, ...]:
        """The words but those that say whose child somebody is."""
        return tuple(word for word in words if not self.shapes.is_patronymic(word)) or words

    def _fold(self, words: Iterable[str]) -> str:
        return self.shapes.fold(" ".join(words))


def registered_persons(registry: Registry, shapes: Shapes) -> PersonIndex:
    """The persons of the registry, for a document of its own."""
    return _registered(Same(registry), shapes).copy()


@lru_cache(maxsize=REGISTRIES_REMEMBERED)
def _registered(registry: Same[Registry], shapes: Shapes) -> PersonIndex:
    known = PersonIndex(shapes)
    entities = registry.value.entities
    for name, entity_id in registry.value.names.items():
        if entities[entity_id].entity_type == EntityType.PERSON:
            known.add(entity_id, tuple(name.split()), registered=True)
    return known


def _note(index: dict[str, tuple[str, ...]], keys: Iterable[str], person: str) -> None:
    for key in keys:
        persons = index.get(key, ())
        if person not in persons:
            index[key] = (*persons, person)


def _found(index: dict[str, tuple[str, ...]], keys: Iterable[str]) -> tuple[str, ...]:
    def persons() -> Iterator[str]:
        for key in keys:
            yield from index.get(key, ())

    return tuple(dict.fromkeys(persons()))
