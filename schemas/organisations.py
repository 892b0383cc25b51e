"""The organisations."""

from typing import ClassVar

from pydantic import Field

from lading.record import Record, Reference, Table
from schemas.fields import Slug
from schemas.vocabularies import OrganisationType


class Organisation(Record):
    """Bodies, companies, formats and commissions."""

    table: ClassVar = Table(
        "organisations",
        "Organisations",
        "entity_id",
        references=[Reference("entity_id", "entities"), Reference("place_id", "places", "entity_id")],
    )

    entity_id: Slug = Field(description="Identifier of the organisation.")
    name: str = Field(description="The name used here.")
    organisation_type: OrganisationType | None = Field(description="What kind of body it is.")
    place_id: Slug | None = Field(description="The state that the body belongs to; null for international bodies.")
