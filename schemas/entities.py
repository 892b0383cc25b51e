"""Everything that the documents name."""

from typing import ClassVar

from pydantic import Field

from lading.record import Record, Table
from schemas.fields import Slug
from schemas.vocabularies import EntityStatus, EntityType


class Entity(Record):
    """Everything named: persons, organisations, places and agreements share one space of identifiers."""

    table: ClassVar = Table("entities", "Entities", "entity_id")

    entity_id: Slug = Field(description="Identifier of the entity.")
    entity_type: EntityType = Field(description="What the name stands for.")
    name: str = Field(description="The name used here.")
    status: EntityStatus = Field(description="Whether a curator has seen the entity.")
