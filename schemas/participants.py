"""Who took part in the occasion of a document."""

from typing import ClassVar

from pydantic import Field

from lading.record import Reference, Table
from schemas.anchored import ANCHOR, DOCUMENT, Anchored
from schemas.fields import Slug


class Participant(Anchored):
    """Who took part in the occasion of a document, and in what office, each where the document says so."""

    table: ClassVar = Table(
        "participants",
        "Participants",
        "participant_id",
        unique=[["document_id", "person_id"]],
        references=[DOCUMENT, Reference("person_id", "persons", "entity_id")],
        selectors=[ANCHOR],
    )

    participant_id: Slug = Field(description="Identifier of the participation.")
    person_id: Slug = Field(description="The person who took part.")
    office: str | None = Field(description="The office as printed; null where none is stated.")
