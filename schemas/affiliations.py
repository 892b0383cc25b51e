"""Who held which office, and when."""

import datetime as dt
from typing import ClassVar

from pydantic import Field

from lading.expression import Expression, field
from lading.record import Record, Reference, Table, rule
from schemas.fields import Slug
from schemas.vocabularies import (
    DatePrecision,
)


class Affiliation(Record):
    """Offices: who held which, in what body, and when."""

    table: ClassVar = Table(
        "affiliations",
        "Affiliations",
        "affiliation_id",
        unique=[["person_id", "organisation_id", "role", "date_from"]],
        references=[
            Reference("person_id", "persons", "entity_id"),
            Reference("organisation_id", "organisations", "entity_id"),
        ],
    )

    affiliation_id: Slug = Field(description="Identifier of the affiliation.")
    person_id: Slug = Field(description="Who held the office.")
    organisation_id: Slug = Field(description="The body in which the office was held.")
    role: str = Field(description="Name of the office.")
    date_from: dt.date | None = Field(description="First day in office; null where not verified.")
    date_to: dt.date | None = Field(description="Last day in office; null while in office or where not verified.")
    date_precision: DatePrecision | None = Field(description="How much of the dates is known.")

    @rule
    def ends_after_it_starts(cls) -> Expression:
        """An office ends no earlier than it starts."""
        return field("date_from") <= field("date_to")
