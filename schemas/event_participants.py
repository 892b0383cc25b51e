"""Who took part in an event."""

from typing import ClassVar

from pydantic import Field

from lading.record import Record, Reference, Table
from schemas.fields import Slug
from schemas.vocabularies import ParticipantRole


class EventParticipant(Record):
    """Who took part in an event, in what role and in what office."""

    table: ClassVar = Table(
        "event_participants",
        "Event participants",
        ["event_id", "entity_id", "role"],
        references=[
            Reference("event_id", "events"),
            Reference("entity_id", "entities"),
            Reference("office", "affiliations", "affiliation_id"),
        ],
    )

    event_id: Slug = Field(description="The event.")
    entity_id: Slug = Field(description="The person, body or state that took part.")
    role: ParticipantRole = Field(description="The part taken: the visitor is the actor, the host the recipient.")
    office: Slug | None = Field(description="The office in which a person took part.")
