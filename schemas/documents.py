"""The documents: what each is, who issued it and when, and the hash that ties the offsets to it."""

import datetime as dt
from typing import Annotated, ClassVar

from pydantic import Field

from lading.expression import Expression, field
from lading.record import Record, Reference, Table, Unit, rule
from schemas.fields import Count, LanguageTag, Sha256, Share, Slug, TimeOfDay, Url
from schemas.vocabularies import (
    DateBasis,
    Genre,
    TextForm,
)


class Document(Record):
    """The documents: what each is, who issued it and when, and the hash that ties all offsets to its text."""

    table: ClassVar = Table(
        "documents",
        "Documents",
        "document_id",
        unique=[["sha256"], ["source_file"]],
        references=[
            Reference("issuer_id", "organisations", "entity_id"),
            Reference("publisher_id", "organisations", "entity_id"),
        ],
    )

    document_id: Slug = Field(description="Identifier of the document.")
    source_file: str = Field(description="Name of the text file that the offsets count in.")
    sha256: Sha256 = Field(description="SHA-256 of the text file.")
    n_bytes: Annotated[Count, Unit("byte")] = Field(description="Size of the text file.")
    n_code_points: Annotated[Count, Unit("code point")] = Field(description="Length of the text.")
    text_form: TextForm | None = Field(description="How that text came about.")
    media_type: str | None = Field(description="Media type of the file that was given.")
    encoding: str | None = Field(description="Encoding of the file that was given; null for formats with their own.")
    title: str | None = Field(description="Title as printed; null where the document has none.")
    genre: Genre | None = Field(description="What kind of document it is.")
    language: LanguageTag | None = Field(description="Language of the text (BCP 47).")
    is_translation: bool | None = Field(description="Whether the words were spoken in another language.")
    issuer_id: Slug | None = Field(description="The body whose document it is.")
    publisher_id: Slug | None = Field(description="The body on whose site the text was found.")
    date_published: dt.date | None = Field(description="Day of publication.")
    time_published: TimeOfDay | None = Field(description="Time of publication as printed (HH:MM).")
    date_basis: DateBasis | None = Field(description="What the day of publication was read from.")
    event_date: dt.date | None = Field(description="Day of the occasion that the document is about, as it says itself.")
    event_place: str | None = Field(description="Place of the occasion as printed.")
    source_identifier: str | None = Field(description="Reference number given by the issuer.")
    url: Url | None = Field(description="Address of the page the text was taken from.")
    layout: Slug | None = Field(description="The layout family that turns were read by; null where there are none.")
    layout_confidence: Share | None = Field(description="How much of the evidence speaks for the layout.")

    @rule
    def dates_have_a_basis(cls) -> Expression:
        """A day of publication comes with its basis."""
        return field("date_published").is_null() | ~field("date_basis").is_null()
