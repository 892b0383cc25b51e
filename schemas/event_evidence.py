"""Where the documents speak of an event."""

from typing import ClassVar

from pydantic import Field

from lading.record import Reference, Table
from schemas.anchored import ANCHOR, DOCUMENT, Anchored
from schemas.fields import Slug


class EventEvidence(Anchored):
    """The words that evidence an event, and the date that they assert."""

    table: ClassVar = Table(
        "event_evidence",
        "Event evidence",
        ["event_id", "document_id", "start"],
        references=[Reference("event_id", "events"), DOCUMENT],
        selectors=[ANCHOR],
    )

    event_id: Slug = Field(description="The event.")
    asserted_date: str | None = Field(description="Date that these words give the event (ISO 8601, may be partial).")
