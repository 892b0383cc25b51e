"""Entities and the tables of their types."""

from collections.abc import Iterator

from lading.dataset import Breach, Tables, dataset_rule
from schemas.agreements import Agreement
from schemas.entities import Entity
from schemas.mentions import Mention
from schemas.organisations import Organisation
from schemas.persons import Person
from schemas.places import Place
from schemas.vocabularies import EntityType


@dataset_rule(Entity, Person, Organisation, Place, Agreement)
def entities_have_a_row_of_their_type(tables: Tables) -> Iterator[Breach]:
    """An entity stands, by the same name, in the table of its type, and in no other."""
    names = {
        EntityType.PERSON: {row.entity_id: row.name for row in tables.of(Person)},
        EntityType.ORGANISATION: {row.entity_id: row.name for row in tables.of(Organisation)},
        EntityType.PLACE: {row.entity_id: row.name for row in tables.of(Place)},
        EntityType.AGREEMENT: {row.entity_id: row.title for row in tables.of(Agreement)},
    }
    for entity in tables.of(Entity):
        types = [entity_type for entity_type, known in names.items() if entity.entity_id in known]
        if types != [entity.entity_type]:
            listed = " and ".join(entity_type.value for entity_type in types) or "nothing"
            yield Breach(entity, f"the {entity.entity_type} {entity.entity_id} is listed as {listed}", "entity_type")
        elif names[entity.entity_type][entity.entity_id] != entity.name:
            other = names[entity.entity_type][entity.entity_id]
            yield Breach(
                entity, f"the entity is called {entity.name} here and {other} in the table of its type", "name"
            )


@dataset_rule(Entity, Mention)
def mentions_have_the_type_of_their_entity(tables: Tables) -> Iterator[Breach]:
    """A mention is of the type of the entity that it names."""
    types = {entity.entity_id: entity.entity_type for entity in tables.of(Entity)}
    for mention in tables.of(Mention):
        entity_type = types.get(mention.entity_id, mention.entity_type)
        if mention.entity_type != entity_type:
            yield Breach(mention, f"{mention.entity_id} is a {entity_type}, not a {mention.entity_type}", "entity_type")
