"""Everything that can be named in one document, and how names look in its language."""

from dataclasses import dataclass

from scripts.reading.grammar import listed
from scripts.reading.language import Language
from scripts.reading.names.entities import Entities, Registry
from scripts.reading.names.offices import Offices
from scripts.reading.names.persons import Office, Persons
from scripts.reading.names.polities import Polities
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
    persons: Persons
    offices: Offices
    states: States


def directory(language: Language, registry: Registry) -> Directory:
    """What the registry knows, before the text has been read."""
    forms = shapes(language)
    entities = Entities(registry, listed(language.words("names")["state_forms"]))
    polities = Polities(language, forms, entities)
    persons = Persons(forms, entities)
    offices = Offices(language, forms, entities, polities)
    for affiliation in registry.affiliations:
        kind = offices.kind(affiliation.role)
        body = polities.described(entities.name(affiliation.organisation_id))
        if kind:
            office = Office(kind, body[1] if body else affiliation.organisation_id)
            persons[affiliation.person_id].offices.add(office)
    return Directory(forms, small_words(language), entities, polities, persons, offices, states(language))
