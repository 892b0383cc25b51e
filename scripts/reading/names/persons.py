"""The persons that a document may name: who is who across spellings, short forms and offices."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

from schemas.vocabularies import EntityType
from scripts.reading.names.entities import Entities
from scripts.reading.names.shapes import Gender, Shapes


class Office(NamedTuple):
    """An office: its kind, and the state or body that it is an office of, where that is known."""

    kind: str
    of: str | None = None


@dataclass(slots=True, eq=False)
class Person:
    """Somebody whom the registry knows or the text introduces."""

    entity_id: str
    words: tuple[str, ...]
    """The words of the name."""
    provisional: bool = False
    present: bool = False
    """Whether the document names the person in full, by office or as a speaker."""
    offices: set[Office] = field(default_factory=set)
    gender: Gender | None = None

    def holds(self, office: Office) -> bool:
        """Whether the person is known to hold the office, of any state where the office leaves it open."""
        return any(held.kind == office.kind and office.of in (None, held.of) for held in self.offices)


class Persons:
    """Finds and adds persons by any form of their name."""

    def __init__(self, shapes: Shapes, entities: Entities) -> None:
        self._shapes = shapes
        self._entities = entities
        self._persons: dict[str, Person] = {}
        self._by_name: dict[str, Person] = {}
        self._by_surname: dict[str, list[Person]] = {}
        self._by_given_name: dict[str, list[Person]] = {}
        self._surnames: dict[str, bool] = {}
        for name, entity_id in entities.registered.items():
            if entities.type(entity_id) == EntityType.PERSON:
                self._register(entity_id, name)

    def __iter__(self) -> Iterator[Person]:
        return iter(self._persons.values())

    def __getitem__(self, entity_id: str) -> Person:
        return self._persons[entity_id]

    def surnames(self, *, provisional: bool) -> Iterator[str]:
        """The surnames as they are written: those of registered persons, or only the new ones."""
        return (surname for surname, new in self._surnames.items() if new == provisional)

    def meet(self, words: tuple[str, ...]) -> Person:
        """The person of that name, added where nobody is known by it."""
        known = self.called(words)
        if len(known) == 1:
            person = known[0]
            if len(words) > 1:
                self._call(person, words)
        else:
            person = Person(self._entities.add(" ".join(words), EntityType.PERSON), words, provisional=True)
            self._persons[person.entity_id] = person
            self._call(person, words)
        person.present = True
        return person

    def called(self, words: tuple[str, ...]) -> tuple[Person, ...]:
        """Everybody whom a full name, a surname, or a first name with patronymic may mean."""
        if not words:
            return ()
        plain = tuple(word for word in words if not self._shapes.is_patronymic(word)) or words
        if exact := self._by_name.get(self._fold(words)) or self._by_name.get(self._fold(plain)):
            return (exact,)
        if len(words) == 1:
            return self.of_surname(words[0]) or self.of_given_name(words[0])
        if len(plain) == 1:
            return self.of_given_name(plain[0])
        return tuple(person for person in self.of_surname(plain[-1]) if _agrees(person, plain[0]))

    def of_surname(self, surname: str) -> tuple[Person, ...]:
        """Everybody who bears the surname."""
        return tuple(self._by_surname.get(self._shapes.fold(surname), ()))

    def of_given_name(self, given: str) -> tuple[Person, ...]:
        """Everybody present who bears the first name: first names alone are for people in the same room."""
        return tuple(person for person in self._by_given_name.get(self._shapes.fold(given), ()) if person.present)

    def _register(self, entity_id: str, name: str) -> None:
        words = self._shapes.parts(name)
        person = self._persons.setdefault(entity_id, Person(entity_id, words))
        self._call(person, words)

    def _call(self, person: Person, words: tuple[str, ...]) -> None:
        """Note a further name of somebody."""
        if not words:
            return
        self._by_name.setdefault(self._fold(words), person)
        person.gender = person.gender or self._shapes.gender(words)
        plain = tuple(word for word in words if not self._shapes.is_patronymic(word))
        if len(words) > 1 and plain:
            _note(self._by_given_name, self._shapes.fold(plain[0]), person)
        if len(plain) > 1 or words == person.words:
            _note(self._by_surname, self._shapes.fold(words[-1]), person)
            self._surnames.setdefault(words[-1], person.provisional)
        if person.provisional:
            self._entities.call(person.entity_id, " ".join(words))
            person.words = max(person.words, words, key=len)

    def _fold(self, words: tuple[str, ...]) -> str:
        return self._shapes.fold(" ".join(words))


def _agrees(person: Person, given: str) -> bool:
    """Whether a first name may be this person's: an initial fits any name, a person known by surname has any."""
    if len(person.words) <= 1:
        return True
    first, initial = person.words[0], given.removesuffix(".")
    return (given.endswith(".") or first.endswith(".")) and initial[:1] == first[:1]


def _note(index: dict[str, list[Person]], key: str, person: Person) -> None:
    persons = index.setdefault(key, [])
    if person not in persons:
        persons.append(person)
