"""Acquaintance: which persons of a registry a text may call by surname alone.

Surnames are shared: a goalkeeper may be called like a minister. So a registered person is known to a text only where
the text gives the name in full, tells an office or a body that is the person's, or names others of the registry.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from lading.standoff import Span
from scripts.reading.names import mentions
from scripts.reading.names.directory import Directory
from scripts.reading.names.entities import REGISTRIES_REMEMBERED, Affiliation, RegisteredEntity, Registry
from scripts.reading.names.gazetteer import Hit
from scripts.reading.names.identity import Same
from scripts.reading.names.offices import Appointment
from scripts.reading.names.persons import Office
from scripts.reading.names.shapes import WORD

NAME_START = re.compile(rf"(?<![\w'\u2019-])(?={WORD})")
LOOK_BACK = 60
"""Few first names are longer than this, with a patronymic."""


@dataclass(frozen=True, slots=True)
class Acquaintance:
    """A registry in which the names of some persons are missing, so that whoever is called so is somebody else."""

    entities: Mapping[str, RegisteredEntity]
    names: Mapping[str, str]
    affiliations: Sequence[Affiliation]


def acquaintance(text: str, registry: Registry, directory: Directory) -> Registry:
    """The registry as far as a text may mean its persons; `directory` is what the whole of it knows."""
    unknown = _strangers(text, directory, registry)
    return _without(Same(registry), unknown) if unknown else registry


@lru_cache(maxsize=REGISTRIES_REMEMBERED)
def _without(registry: Same[Registry], persons: frozenset[str]) -> Acquaintance:
    every = registry.value
    return Acquaintance(
        every.entities,
        {name: known for name, known in every.names.items() if known not in persons},
        [each for each in every.affiliations if each.person_id not in persons],
    )


def _strangers(text: str, directory: Directory, registry: Registry) -> frozenset[str]:
    """The registered persons whose surname stands in a text that does not mean them."""
    names: defaultdict[str, list[tuple[str, ...]]] = defaultdict(list)
    for hit in mentions.surnames(text, Span(0, len(text)), directory):
        longer = list(_names_ending(text, hit, directory))
        for person in directory.persons.of_surname(hit.meaning):
            names[person.entity_id] += longer
    in_full = {person for person, longer in names.items() if _is_among(person, longer, directory)}
    if in_full == names.keys():
        return frozenset()
    appointments = list(directory.offices.find(text, Span(0, len(text))))
    sure = in_full | {person for each in appointments for person in _holders(text, each, directory)}
    if not sure and not _is_of_their_world(text, appointments, directory, registry):
        return frozenset(names)
    return frozenset(person for person in names.keys() - sure if _is_of_another(names[person], directory))


def _names_ending(text: str, surname: Hit[str], directory: Directory) -> Iterator[tuple[str, ...]]:
    """The names of several words that end with a surname."""
    for start in NAME_START.finditer(text, max(0, surname.start - LOOK_BACK), surname.start):
        words = directory.shapes.words(text, Span(start.start(), surname.end))
        if len(words) > 1 and words[-1].end == surname.end:
            yield tuple(word.text for word in words)


def _is_among(person_id: str, names: Iterable[tuple[str, ...]], directory: Directory) -> bool:
    return any(person.entity_id == person_id for words in names for person in directory.persons.called(words))


def _is_of_another(names: Iterable[tuple[str, ...]], directory: Directory) -> bool:
    """Whether one of the names of a surname begins with a common first name, which is not that of the person."""
    return any(directory.shapes.given(words[0]) is not None for words in names)


def _holders(text: str, appointment: Appointment, directory: Directory) -> Iterator[str]:
    """Whom an office and a name beside it mean: whoever of that name holds an office that is called so."""
    title = text[appointment.title.start : appointment.title.end]
    kinds = {appointment.office.kind, *(office.kind for office in directory.offices.described(title))}
    for person in directory.persons.called(tuple(word.text for word in appointment.holder)):
        if any(person.holds(Office(kind, appointment.office.of)) for kind in kinds):
            yield person.entity_id


def _is_of_their_world(
    text: str, appointments: Iterable[Appointment], directory: Directory, registry: Registry
) -> bool:
    """Whether a text tells an office with its state that the registry knows, or a body in which it knows one."""
    offices = {appointment.office for appointment in appointments if appointment.office.of is not None}
    if any(person.holds(office) for office in offices for person in directory.persons):
        return True
    whole = Span(0, len(text))
    bodies = {each.organisation_id for each in registry.affiliations}
    named = {hit.meaning for hit in directory.entities.find(text, [whole])}
    of_states = {directory.bodies.known(it.kind, it.of) for it in directory.bodies.find(text, whole) if it.of}
    return not bodies.isdisjoint(named | of_states)
