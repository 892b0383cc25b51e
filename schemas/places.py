"""The places."""

from typing import ClassVar

from pydantic import Field

from lading.record import Record, Reference, Table
from schemas.fields import CountryCode, Slug
from schemas.vocabularies import PlaceType


class Place(Record):
    """States, cities, regions and waters."""

    table: ClassVar = Table("places", "Places", "entity_id", references=[Reference("entity_id", "entities")])

    entity_id: Slug = Field(description="Identifier of the place.")
    name: str = Field(description="The name used here.")
    place_type: PlaceType | None = Field(description="What kind of place it is.")
    country: CountryCode | None = Field(description="The state it lies in (ISO 3166-1 alpha-2); null for several.")
