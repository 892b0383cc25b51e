"""The pages on which a document was published."""

from typing import ClassVar

from pydantic import Field

from lading.record import Record, Table
from schemas.anchored import DOCUMENT
from schemas.fields import Slug, Url
from schemas.vocabularies import RenditionRelation


class Rendition(Record):
    """The pages on which a document was published, with how each relates to the text described here."""

    table: ClassVar = Table(
        "renditions",
        "Renditions",
        "rendition_id",
        unique=[["document_id", "url", "relation"]],
        references=[DOCUMENT],
    )

    rendition_id: Slug = Field(description="Identifier of the rendition.")
    document_id: Slug = Field(description="The document.")
    url: Url = Field(description="Address of the page.")
    host: str = Field(description="Host name of the address.")
    relation: RenditionRelation = Field(description="How the page relates to the text.")
    source_identifier: str | None = Field(description="Reference number shown on that page, where the text lacks it.")
