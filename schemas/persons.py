"""The persons."""

import datetime as dt
from typing import ClassVar

from pydantic import Field

from lading.expression import Expression, field
from lading.record import Record, Reference, Table, rule
from schemas.fields import Slug


class Person(Record):
    """Persons."""

    table: ClassVar = Table("persons", "Persons", "entity_id", references=[Reference("entity_id", "entities")])

    entity_id: Slug = Field(description="Identifier of the person.")
    name: str = Field(description="The name used here.")
    date_of_birth: dt.date | None = Field(description="Day of birth, where verified.")
    date_of_death: dt.date | None = Field(description="Day of death, where verified.")

    @rule
    def lives_forward(cls) -> Expression:
        """Nobody dies before birth."""
        return field("date_of_birth") <= field("date_of_death")
