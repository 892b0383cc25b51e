"""What the registry says of states, bodies and offices, read in the language that it is written in."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from schemas.vocabularies import EntityType
from scripts.reading.names.bodies import Bodies
from scripts.reading.names.entities import REGISTRIES_REMEMBERED, Entities, Registry
from scripts.reading.names.identity import Same
from scripts.reading.names.nominatives import Nominatives
from scripts.reading.names.offices import Offices
from scripts.reading.names.persons import Office
from scripts.reading.names.place_names import place_names
from scripts.reading.names.polities import Polities
from scripts.reading.names.shapes import shapes
from scripts.reading.names.skeletons import SHARED
from scripts.reading.names.states import states


@dataclass(frozen=True, slots=True)
class Reference:
    """What is known of every registered body and office, whatever a document calls it."""

    states: Mapping[str, str]
    """The places of the registry that are states, by their codes."""
    bodies: Sequence[tuple[str, str, str]]
    """The kind of a body, its state and the body."""
    offices: Sequence[tuple[str, Office]]
    """A person and an office that the person holds."""


def reference(registry: Registry) -> Reference:
    """What a registry says."""
    return _read(Same(registry))


@lru_cache(maxsize=REGISTRIES_REMEMBERED)
def _read(same: Same[Registry]) -> Reference:
    registry, forms = same.value, shapes(SHARED)
    nominatives = Nominatives(forms, frozenset())
    entities = Entities(registry, SHARED, forms)
    polities = Polities(SHARED, forms, entities, nominatives, place_names(registry, SHARED))
    found = Bodies(SHARED, entities, polities)
    offices = Offices(SHARED, forms, entities, polities, found)
    bodies = [
        (*described, entity_id)
        for name, entity_id in registry.names.items()
        if entities.type(entity_id) == EntityType.ORGANISATION and (described := found.described(name))
    ]
    for form, state, body in bodies:
        found.know(form, state, body)
    held_offices = []
    for affiliation in registry.affiliations:
        kind = offices.kind(affiliation.role)
        named = found.described(entities.name(affiliation.organisation_id))
        if kind:
            of = named[1] if named else affiliation.organisation_id
            held_offices.append((affiliation.person_id, Office(kind, of)))
    known = {code: polities.known_places(state.names) for code, state in states(SHARED).by_code.items()}
    return Reference({code: place for code, place in known.items() if place}, bodies, held_offices)
