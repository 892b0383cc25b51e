"""What every record that points into a text has in common."""

from pydantic import Field

from lading.expression import Expression, field
from lading.record import Record, Reference, rule
from lading.standoff import TextPositionSelector
from schemas.fields import Offset, Slug, TextDigest
from schemas.vocabularies import Origin

ANCHOR = TextPositionSelector(digest="text_digest")
DOCUMENT = Reference("document_id", "documents")


class Anchored(Record):
    """A record about a span of a document."""

    document_id: Slug = Field(description="The document.")
    start: Offset = Field(description="First code point of the span.")
    end: Offset = Field(description="Code point after the last of the span.")
    text_digest: TextDigest = Field(description="First 16 hexadecimal digits of SHA-256 of the span's UTF-8 text.")
    origin: Origin = Field(description="Who stands behind the record.")

    @rule
    def spans_text(cls) -> Expression:
        """A span starts before it ends."""
        return field("start") < field("end")
