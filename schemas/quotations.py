"""Quotations and other uses of quotation marks."""

from typing import ClassVar

from pydantic import Field

from lading.expression import Expression, field
from lading.record import Reference, Table, rule
from lading.standoff import TextPositionSelector
from schemas.anchored import ANCHOR, DOCUMENT, Anchored
from schemas.fields import Offset, Slug, TextDigest
from schemas.vocabularies import Origin, QuoteType


class Quotation(Anchored):
    """What stands between quotation marks, whose words they are, and the cue that says so."""

    table: ClassVar = Table(
        "quotations",
        "Quotations",
        "quotation_id",
        references=[
            DOCUMENT,
            Reference("speaker_id", "entities", "entity_id"),
        ],
        selectors=[
            ANCHOR,
            TextPositionSelector(start="source_start", end="source_end", exact="source"),
            TextPositionSelector(start="cue_start", end="cue_end", exact="cue"),
        ],
    )

    quotation_id: Slug = Field(description="Identifier of the quotation.")
    quote_type: QuoteType = Field(description="What the quotation marks are for.")
    speaker_id: Slug | None = Field(description="The person or body whose words they are.")
    cue: str | None = Field(description="The word that attributes the words, as printed.")
    source: str | None = Field(description="The name or pronoun that says whose words they are, as printed.")
    source_start: Offset | None = Field(description="First code point of the name or pronoun of the source.")
    source_end: Offset | None = Field(description="Code point after the last of the name or pronoun of the source.")
    cue_start: Offset | None = Field(description="First code point of the cue.")
    cue_end: Offset | None = Field(description="Code point after the last of the cue.")
    start: Offset = Field(description="First code point of the words between the marks.")
    end: Offset = Field(description="Code point after the last of the words between the marks.")
    text_digest: TextDigest = Field(
        description="First 16 hexadecimal digits of SHA-256 of the words between the marks in UTF-8."
    )
    origin: Origin = Field(description="Who stands behind the record.")

    @rule
    def direct_quotations_have_a_speaker(cls) -> Expression:
        """A direct quotation that a curator has seen names its speaker."""
        known = ~field("speaker_id").is_null() | (field("origin") == "converter")
        return (field("quote_type") == "direct").implies(known)
