"""The zones of a document: banner, title, speech and so on."""

from typing import ClassVar

from pydantic import Field

from lading.record import Table
from schemas.anchored import ANCHOR, DOCUMENT, Anchored
from schemas.fields import Slug
from schemas.vocabularies import ZoneKind


class Zone(Anchored):
    """The zones of a document: together they cover it from the first code point to the last, without overlap."""

    table: ClassVar = Table(
        "zones",
        "Zones",
        "zone_id",
        references=[DOCUMENT],
        selectors=[ANCHOR],
    )

    zone_id: Slug = Field(description="Identifier of the zone.")
    kind: ZoneKind = Field(description="What the zone is for.")
