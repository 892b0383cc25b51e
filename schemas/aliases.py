"""Other names of the entities."""

from typing import ClassVar

from pydantic import Field

from lading.record import Record, Reference, Table
from schemas.fields import Slug
from schemas.vocabularies import AliasKind


class Alias(Record):
    """Other names and forms of address; each stands for one entity."""

    table: ClassVar = Table("aliases", "Aliases", "alias", references=[Reference("entity_id", "entities")])

    entity_id: Slug = Field(description="The entity.")
    alias: str = Field(description="Name or form of address as it is written.")
    kind: AliasKind = Field(description="What kind of name it is.")
