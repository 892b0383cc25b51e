"""Temporal expressions and their values."""

from typing import ClassVar

from pydantic import Field

from lading.record import Table
from schemas.anchored import ANCHOR, DOCUMENT, Anchored
from schemas.fields import Slug
from schemas.vocabularies import TimexModifier, TimexType


class Timex(Anchored):
    """Temporal expressions, normalised as TIMEX3 values."""

    table: ClassVar = Table(
        "timexes",
        "Temporal expressions",
        "timex_id",
        references=[DOCUMENT],
        selectors=[ANCHOR],
    )

    timex_id: Slug = Field(description="Identifier of the expression.")
    type: TimexType = Field(description="Kind of temporal expression.")
    value: str | None = Field(description="Value (ISO 8601 as extended by TIMEX3); null where it cannot be resolved.")
    modifier: TimexModifier | None = Field(description="Modifier (TIMEX3).")
    anchor: str | None = Field(description="The date that a relative expression was resolved against (ISO 8601).")
