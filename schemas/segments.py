"""The sentences of the turns and of the narrative."""

from typing import ClassVar

from pydantic import Field

from lading.record import Reference, Table
from schemas.anchored import ANCHOR, DOCUMENT, Anchored
from schemas.fields import Ordinal, Slug


class Segment(Anchored):
    """Sentences of turns and of narrative text."""

    table: ClassVar = Table(
        "segments",
        "Segments",
        "segment_id",
        unique=[["document_id", "sequence"]],
        references=[DOCUMENT, Reference("turn_id", "turns", "turn_id")],
        selectors=[ANCHOR],
    )

    segment_id: Slug = Field(description="Identifier of the segment.")
    turn_id: Slug | None = Field(description="The turn that the sentence belongs to; null outside turns.")
    sequence: Ordinal = Field(description="Place of the sentence in its document, from 1.")
