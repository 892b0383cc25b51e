"""The persons that a document may name: who is who across spellings, cases, short forms and offices."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from schemas.vocabularies import EntityType
from scripts.reading.names.entities import Entities, fullness
from scripts.reading.names.nominatives import Nominatives
from scripts.reading.names.shapes import INITIAL_END, Gender, Shapes


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

    def __init__(self, shapes: Shapes, entities: Entities, nominatives: Nominatives) -> None:
        self._shapes = shapes
        self._entities = entities
        self._nominatives = nominatives
        self._persons: dict[str, Person] = {}
        self._by_name: dict[str, Person] = {}
        self._by_surname: dict[str, list[Person]] = {}
        self._by_given_name: dict[str, list[Person]] = {}
        self._surnames: dict[str, None] = {}
        for name, entity_id in entities.registered.items():
            if entities.type(entity_id) == EntityType.PERSON:
                self._register(entity_id, name)

    def __iter__(self) -> Iterator[Person]:
        return iter(self._persons.values())

    def __getitem__(self, entity_id: str) -> Person:
        return self._persons[entity_id]

    @property
    def surnames(self) -> Iterable[str]:
        """The surnames as they are written."""
        return self._surnames

    def meet(self, words: tuple[str, ...], printed: str, *, inflected: bool = False) -> Person:
        """The person of that name, added where nobody is known by it; `printed` is the name with its blanks.

        `inflected` says that the name is known not to stand in its basic form.
        """
        known = self.called(words)
        named = self._nominatives.of(words, inflected=inflected)
        for word, nominative in zip(words, named, strict=True):
            printed = printed.replace(word, nominative)
        words = named
        if len(known) == 1:
            person = known[0]
            if len(words) > 1:
                self._call(person, words, printed)
        else:
            person = Person(self._entities.add(printed, EntityType.PERSON), words, provisional=True)
            self._persons[person.entity_id] = person
            self._call(person, words, printed)
        person.present = True
        return person

    def called(self, words: tuple[str, ...]) -> tuple[Person, ...]:
        """Everybody whom a full name, a surname, or a first name with patronymic may mean."""
        if not words:
            return ()
        plain = self._without_patronymic(words)
        if exact := self._by_name.get(self._fold(words)) or self._by_name.get(self._fold(plain)):
            return (exact,)
        if len(words) == 1:
            return self.of_surname(words[0]) or self.of_given_name(words[0])
        if len(plain) == 1:
            return self.of_given_name(plain[0])
        return _unique(
            person
            for surname in self._surnames_of(plain)
            for person in self.of_surname(surname)
            if self._agrees(person, plain) or self._ends(person, plain)
        )

    def of_surname(self, surname: str) -> tuple[Person, ...]:
        """Everybody who bears the surname, whatever the case: whoever is called just so goes before all others."""
        exact = self._by_surname.get(self._shapes.fold(surname))
        keys = self._shapes.keys(surname)
        return tuple(exact or _unique(person for key in keys for person in self._by_surname.get(key, ())))

    def of_given_name(self, given: str) -> tuple[Person, ...]:
        """Everybody present who bears the first name: first names alone are for people in the same room."""
        known = (person for key in self._shapes.keys(given) for person in self._by_given_name.get(key, ()))
        return _unique(person for person in known if person.present)

    def _register(self, entity_id: str, name: str) -> None:
        words = tuple(name.split())
        person = self._persons.setdefault(entity_id, Person(entity_id, words))
        self._call(person, words, name)

    def _call(self, person: Person, words: tuple[str, ...], name: str) -> None:
        """Note a further name of somebody."""
        self._by_name.setdefault(self._fold(words), person)
        person.gender = person.gender or self._shapes.gender(words)
        plain = self._without_patronymic(words)
        if len(words) > 1:
            self._note(self._by_given_name, plain[0], person)
        if len(plain) > 1 or words == person.words:
            for surname in self._surnames_of(plain):
                self._note(self._by_surname, surname, person)
                self._surnames.setdefault(surname)
        if person.provisional:
            self._entities.call(person.entity_id, name)
            person.words = max(person.words, words, key=lambda known: fullness(" ".join(known)))

    def _note(self, index: dict[str, list[Person]], word: str, person: Person) -> None:
        keys = self._shapes.keys(word) if person.provisional else self._shapes.registered_keys(word)
        for key in keys:
            persons = index.setdefault(key, [])
            if person not in persons:
                persons.append(person)

    def _surnames_of(self, plain: Sequence[str]) -> tuple[str, ...]:
        """The words of a name that may be the surname, the likeliest first."""
        places = min(self._shapes.surname_places, max(1, len(plain) - 1))
        last, *others = reversed(plain[-places:])
        return (last, *(word for word in others if self._shapes.given(word) is None))

    def _without_patronymic(self, words: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(word for word in words if not self._shapes.is_patronymic(word)) or words

    def _agrees(self, person: Person, plain: Sequence[str]) -> bool:
        """Whether a first name may be this person's: an initial fits any name, a person known by surname has any."""
        known = self._without_patronymic(person.words)
        if len(known) <= 1:
            return True
        given, first = plain[0], known[0]
        if given.endswith(INITIAL_END) or first.endswith(INITIAL_END):
            initial = self._fold((min(given, first, key=len).split(INITIAL_END)[0],))
            longer = self._fold((max(given, first, key=len),))
            return longer.startswith(initial[:1])
        mine = self._shapes.keys(first) if person.provisional else self._shapes.registered_keys(first)
        return not set(mine).isdisjoint(self._shapes.keys(given))

    def _ends(self, person: Person, plain: Sequence[str]) -> bool:
        """Whether the words are the last of a longer name: "Van Haeren" of "Joris Van Haeren"."""
        own = person.words[-len(plain) :]
        return len(person.words) > len(plain) and all(
            not set(self._shapes.keys(mine)).isdisjoint(self._shapes.keys(theirs))
            for mine, theirs in zip(own, plain, strict=True)
        )

    def _fold(self, words: Iterable[str]) -> str:
        return self._shapes.fold(" ".join(words))


def _unique(persons: Iterable[Person]) -> tuple[Person, ...]:
    return tuple(dict.fromkeys(persons))
