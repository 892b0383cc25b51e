"""The persons that a document may name: who is who across spellings, cases, short forms and offices."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from schemas.vocabularies import EntityType
from scripts.reading.names.entities import Entities, fullness
from scripts.reading.names.nominatives import Nominatives
from scripts.reading.names.person_index import PersonIndex
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
    titles: set[str] = field(default_factory=set)
    """What the document calls the offices, in small letters."""
    likely_offices: set[Office] = field(default_factory=set)
    """Those of whose holders the person is a counterpart."""
    gender: Gender | None = None

    def holds(self, office: Office) -> bool:
        """Whether the person is known to hold the office, of any state where the office leaves it open."""
        return _is_among(office, self.offices)

    def is_titled(self, title: str) -> bool:
        """Whether the title is the first or the last part of a longer one that the document gives the person."""
        return any(held.startswith(f"{title} ") or held.endswith(f" {title}") for held in self.titles)

    def may_hold(self, office: Office) -> bool:
        """Whether the person holds the office, or is the counterpart of somebody who does."""
        return _is_among(office, self.offices | self.likely_offices)


class Persons:
    """Finds and adds persons by any form of their name; `index` holds those that are known beforehand."""

    def __init__(self, shapes: Shapes, entities: Entities, nominatives: Nominatives, index: PersonIndex) -> None:
        self._shapes = shapes
        self._entities = entities
        self._nominatives = nominatives
        self._index = index
        self._persons = {
            known: Person(known, words, gender=index.genders[known]) for known, words in index.words.items()
        }

    def __iter__(self) -> Iterator[Person]:
        return iter(self._persons.values())

    def __getitem__(self, entity_id: str) -> Person:
        return self._persons[entity_id]

    @property
    def surnames(self) -> Iterable[str]:
        """The surnames as they are written."""
        return self._index.surnames

    def meet(self, words: tuple[str, ...], printed: str, *, inflected: bool = False) -> Person:
        """The person of that name, added where nobody is known by it; `printed` is the name with its blanks.

        `inflected` says that the name is known not to stand in its basic form.
        """
        known = self.called(words)
        named = self._nominatives.of(words, inflected=inflected)
        printed = _with(printed, words, named)
        if len(known) == 1:
            person = known[0]
            if len(named) > 1 and not self._is_whole(person, named):
                self._call(person, named, printed)
        else:
            person = Person(self._entities.add(printed, EntityType.PERSON), named, provisional=True)
            self._persons[person.entity_id] = person
            self._call(person, named, printed)
        person.present = True
        return person

    def called(self, words: tuple[str, ...]) -> tuple[Person, ...]:
        """Everybody whom a full name, a surname, or a first name with patronymic may mean."""
        if not words:
            return ()
        plain = self._index.without_patronymic(words)
        if exact := self._index.named(words) or self._index.named(plain):
            return (self._persons[exact],)
        if len(words) == 1:
            return self.of_surname(words[0]) or self.of_given_name(words[0])
        if len(plain) == 1:
            return self.of_given_name(plain[0])
        known = (entity_id for surname in self._index.surnames_of(plain) for entity_id in self._index.of_form(surname))
        bearers = (self._persons[entity_id] for entity_id in known)
        fitting = (person for person in bearers if self._agrees(person, plain) or self._is_tail(person, plain))
        return tuple(dict.fromkeys(fitting))

    def of_surname(self, surname: str) -> tuple[Person, ...]:
        """Everybody who bears the surname."""
        return tuple(self._persons[known] for known in self._index.of_surname(surname))

    def of_given_name(self, given: str) -> tuple[Person, ...]:
        """Everybody present who bears the first name: first names alone are for people in the same room."""
        known = (self._persons[known] for known in self._index.of_given_name(given))
        return tuple(person for person in known if person.present)

    def _call(self, person: Person, words: tuple[str, ...], printed: str) -> None:
        """Note a further name of somebody."""
        self._index.add(person.entity_id, words, registered=not person.provisional)
        person.gender = person.gender or self._shapes.gender(words)
        if person.provisional:
            self._entities.call(person.entity_id, printed)
            person.words = max(person.words, words, key=lambda known: fullness(" ".join(known)))

    def _agrees(self, person: Person, plain: Sequence[str]) -> bool:
        """Whether a first name may be this person's: an initial fits any name, a person known by surname has any."""
        known = self._index.without_patronymic(person.words)
        if len(known) <= 1:
            return True
        given, first = plain[0], known[0]
        if given.endswith(INITIAL_END) or first.endswith(INITIAL_END):
            initial, longer = sorted((given, first), key=len)
            shortest = initial.partition(INITIAL_END)[0]
            return any(key.startswith(self._shapes.fold(shortest)[:1]) for key in self._shapes.keys(longer))
        mine = self._shapes.keys(first) if person.provisional else self._shapes.registered_keys(first)
        return not set(mine).isdisjoint(self._shapes.keys(given))

    def _is_tail(self, person: Person, plain: Sequence[str]) -> bool:
        """Whether one of two names is the end of the other: "Van Haeren" of "Joris Van Haeren"."""
        shared = min(len(person.words), len(plain))
        return len(person.words) != len(plain) and all(
            not set(self._shapes.keys(mine)).isdisjoint(self._shapes.keys(theirs))
            for mine, theirs in zip(person.words[-shared:], plain[-shared:], strict=True)
        )

    def _is_whole(self, person: Person, words: Sequence[str]) -> bool:
        """Whether a person's name begins with a common first name, so that what stands in front is no part of it."""
        is_tail = len(person.words) < len(words) and self._is_tail(person, words)
        return is_tail and len(person.words) > 1 and self._shapes.given(person.words[0]) is not None


def _is_among(office: Office, held: Iterable[Office]) -> bool:
    return any(each.kind == office.kind and office.of in (None, each.of) for each in held)


def _with(printed: str, words: Sequence[str], others: Sequence[str]) -> str:
    """A printed name with other forms of its words."""
    for word, other in zip(words, others, strict=True):
        if word != other:
            before, _, behind = printed.partition(word)
            printed = f"{before}{other}{behind}"
    return printed
