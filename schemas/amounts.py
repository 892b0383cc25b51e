"""Figures: money, counts, shares, ordinals of anniversaries."""

from typing import ClassVar

from pydantic import Field

from lading.record import Table
from schemas.anchored import ANCHOR, DOCUMENT, Anchored
from schemas.fields import Offset, Slug, TextDigest
from schemas.vocabularies import AmountModifier, Origin


class Amount(Anchored):
    """Stated figures with what they count."""

    table: ClassVar = Table(
        "amounts",
        "Amounts",
        "amount_id",
        references=[DOCUMENT],
        selectors=[ANCHOR],
    )

    amount_id: Slug = Field(description="Identifier of the amount.")
    value: float = Field(description="The figure, written out: 3000000000 for three billion.")
    unit: str = Field(description="What is counted: ISO 4217 for money, percent for shares, else a singular noun.")
    modifier: AmountModifier | None = Field(description="How the stated figure relates to the true one.")
    measure: str | None = Field(description="What the figure measures, in our own words.")
    reference_period: str | None = Field(description="Period that the figure is for (ISO 8601).")
    start: Offset = Field(description="First code point of the amount, modifier and unit included.")
    end: Offset = Field(description="Code point after the last of the amount, modifier and unit included.")
    text_digest: TextDigest = Field(
        description="First 16 hexadecimal digits of SHA-256 of the amount, modifier and unit included in UTF-8."
    )
    origin: Origin = Field(description="Who stands behind the record.")
