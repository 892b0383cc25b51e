"""Identifiers of the entities in public schemes."""

import datetime as dt
from typing import ClassVar

from pydantic import Field

from lading.record import Record, Reference, Table
from schemas.fields import Slug


class Identifier(Record):
    """Identifiers in public schemes, each with where and when it was verified; one identifier, one entity."""

    table: ClassVar = Table(
        "identifiers", "Identifiers", ["scheme", "value"], references=[Reference("entity_id", "entities")]
    )

    entity_id: Slug = Field(description="The entity.")
    scheme: Slug = Field(description="The scheme, such as wikidata or iso-3166-1-alpha-2.")
    value: str = Field(description="The identifier in the scheme.")
    verified_in: str = Field(description="Where identifier and name were seen together.")
    verified_on: dt.date = Field(description="Day of the verification.")
