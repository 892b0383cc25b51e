"""What happened or is to happen."""

import datetime as dt
import operator
from functools import reduce
from typing import Annotated, ClassVar

from pydantic import Field

from lading.expression import Expression, field
from lading.record import Record, Reference, Table, rule
from schemas.fields import Slug
from schemas.vocabularies import (
    DatePrecision,
    EventCategory,
    EventStatus,
    Origin,
    QuadCode,
)

CATEGORIES_BY_QUAD_CODE = {
    QuadCode.VERBAL_COOPERATION: ("AGREE", "CONSULT", "SUPPORT", "CONCEDE"),
    QuadCode.MATERIAL_COOPERATION: ("COOPERATE", "AID", "RETREAT"),
    QuadCode.VERBAL_CONFLICT: ("REQUEST", "ACCUSE", "REJECT", "THREATEN"),
    QuadCode.MATERIAL_CONFLICT: ("PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT"),
}


class Event(Record):
    """Events that the documents report, plan or recall. What is merely said is no event."""

    table: ClassVar = Table("events", "Events", "event_id", references=[Reference("place_id", "places", "entity_id")])

    event_id: Slug = Field(description="Identifier of the event.")
    title: str = Field(description="What happened, in our own words.")
    date: dt.date | None = Field(description="First day of the event, or the first that is possible.")
    date_end: dt.date | None = Field(description="Last day of the event, or the last that is possible.")
    date_precision: DatePrecision | None = Field(description="How much of the date is known.")
    category: EventCategory | None = Field(description="Category of PLOVER; null where none fits.")
    mode: str | None = Field(description="Mode within the category (PLOVER).")
    context: str | None = Field(description="Context (PLOVER).")
    quad_code: QuadCode | None = Field(description="Group of the category.")
    cameo_code: Annotated[str, Field(pattern=r"^[0-9]{2,4}$")] | None = Field(description="Event code of CAMEO.")
    place_id: Slug | None = Field(description="Where it happened.")
    status: EventStatus = Field(description="How the documents present it.")
    origin: Origin = Field(description="Who stands behind the record.")

    @rule
    def ends_after_it_starts(cls) -> Expression:
        """An event ends no earlier than it starts."""
        return field("date") <= field("date_end")

    @rule
    def dates_have_a_precision(cls) -> Expression:
        """A date comes with its precision."""
        return field("date").is_null() | ~field("date_precision").is_null()

    @rule
    def planned_meetings_are_agreed_not_held(cls) -> Expression:
        """A meeting still to come is AGREE, not CONSULT."""
        return (field("status") == "planned").implies(~(field("category") == "CONSULT"))

    @rule
    def quad_code_follows_category(cls) -> Expression:
        """The group is that of the category."""
        groups = (
            (field("category").is_in(*categories) & (field("quad_code") == quad_code))
            for quad_code, categories in CATEGORIES_BY_QUAD_CODE.items()
        )
        return reduce(operator.or_, groups)

    @rule
    def quad_code_comes_with_category(cls) -> Expression:
        """Category and group are given together or not at all."""
        return field("category").is_null() == field("quad_code").is_null()
