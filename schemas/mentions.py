"""Where the documents name an entity."""

from typing import ClassVar

from pydantic import Field

from lading.record import Reference, Table
from schemas.anchored import ANCHOR, DOCUMENT, Anchored
from schemas.fields import Slug
from schemas.vocabularies import EntityType


class Mention(Anchored):
    """Where a document names an entity, form of address included."""

    table: ClassVar = Table(
        "mentions",
        "Mentions",
        "mention_id",
        references=[
            DOCUMENT,
            Reference("entity_id", "entities"),
        ],
        selectors=[ANCHOR],
    )

    mention_id: Slug = Field(description="Identifier of the mention.")
    entity_type: EntityType = Field(description="What kind of thing is named.")
    entity_id: Slug = Field(description="The entity that is named.")
