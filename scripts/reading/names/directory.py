"""Everything that can be named in one document, and how names look in its language."""

from collections.abc import Container
from dataclasses import dataclass

from scripts.reading.language import Language
from scripts.reading.names.bodies import Bodies
from scripts.reading.names.entities import Entities, Registry
from scripts.reading.names.nominatives import Nominatives
from scripts.reading.names.offices import Offices
from scripts.reading.names.person_index import registered_persons
from scripts.reading.names.persons import Persons
from scripts.reading.names.place_names import place_names
from scripts.reading.names.polities import Polities
from scripts.reading.names.reference import Reference, reference
from scripts.reading.names.shapes import Shapes, shapes
from scripts.reading.names.small_words import SmallWords, small_words
from scripts.reading.names.states import States, states


@dataclass(frozen=True, slots=True)
class Directory:
    """The known names of a document; readers add those that the text introduces."""

    shapes: Shapes
    small_words: SmallWords
    entities: Entities
    polities: Polities
    bodies: Bodies
    persons: Persons
    offices: Offices
    states: States
    reference: Reference


def directory(language: Language, registry: Registry, attested: Container[str]) -> Directory:
    """What the registry knows, before the text has been read; `attested` are the words of the text."""
    forms, known = shapes(language), reference(registry)
    nominatives = Nominatives(forms, attested)
    entities = Entities(registry, language, forms)
    polities = Polities(language, forms, entities, nominatives, place_names(registry, language))
    bodies = Bodies(language, entities, polities)
    for body in known.bodies:
        bodies.know(*body)
    persons = Persons(forms, entities, nominatives, registered_persons(registry, forms))
    for person_id, office in known.offices:
        persons[person_id].offices.add(office)
    offices = Offices(language, forms, entities, polities, bodies)
    return Directory(
        forms, small_words(language), entities, polities, bodies, persons, offices, states(language), known
    )
