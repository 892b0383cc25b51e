"""The agreements, declarations and joint statements."""

import datetime as dt
from typing import ClassVar

from pydantic import Field

from lading.record import Record, Reference, Table
from schemas.fields import Slug


class Agreement(Record):
    """Agreements, declarations and joint statements."""

    table: ClassVar = Table(
        "agreements",
        "Agreements",
        "entity_id",
        references=[Reference("entity_id", "entities"), Reference("place_id", "places", "entity_id")],
    )

    entity_id: Slug = Field(description="Identifier of the agreement.")
    title: str = Field(description="Title, or a descriptive name where the documents give none.")
    date_signed: dt.date | None = Field(description="Day of signature or, for a statement, of issue.")
    place_id: Slug | None = Field(description="Where it was signed.")
