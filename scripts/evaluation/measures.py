"""What is measured, and of what."""

from collections.abc import Mapping
from enum import StrEnum


class Measure(StrEnum):
    """What is measured, in the order in which it is shown."""

    READ = "read"
    TURNS = "turns"
    TURN_BOUNDS = "bounds of turns"
    TURN_SPEAKERS = "speakers of turns"
    TURN_KINDS = "kinds of turns"
    REPLIES = "replies"
    NO_TURNS = "no turns invented"
    NOT_DIPLOMATIC = "not diplomatic"
    QUOTATIONS = "direct quotations"
    QUOTATION_SPEAKERS = "speakers of quotations"
    ZONES = "zones"
    ZONE_KINDS = "kinds of zones"
    TITLE = "title"
    PUBLISHED = "published"
    EVENT_DATE = "event date"
    PLACE = "place"
    GENRE = "genre"
    PARTICIPANTS = "participants"
    OFFICES = "offices of participants"
    MENTIONS = "mentions"
    MENTIONED = "whom mentions name"
    TIMEXES = "timexes"
    TIMEX_TYPES = "types of timexes"
    TIMEX_VALUES = "values of timexes"
    AMOUNTS = "amounts"
    AMOUNT_VALUES = "values of amounts"
    AMOUNT_UNITS = "units of amounts"


FACTS: Mapping[str, Measure] = {
    "title": Measure.TITLE,
    "published": Measure.PUBLISHED,
    "event_date": Measure.EVENT_DATE,
    "place": Measure.PLACE,
    "genre": Measure.GENRE,
}
"""What a document says of itself, once."""

ITEMS: Mapping[str, Measure] = {
    "turns": Measure.TURNS,
    "zones": Measure.ZONES,
    "quotations": Measure.QUOTATIONS,
    "participants": Measure.PARTICIPANTS,
    "mentions": Measure.MENTIONS,
    "timexes": Measure.TIMEXES,
    "amounts": Measure.AMOUNTS,
}
"""What there can be many of: which of them were found."""

SPEAKERS: Mapping[str, Measure] = {
    "turns": Measure.TURN_SPEAKERS,
    "quotations": Measure.QUOTATION_SPEAKERS,
}
"""Whom it is about; counted for what was found."""

VALUES: Mapping[tuple[str, str], Measure] = {
    ("turns", "kind"): Measure.TURN_KINDS,
    ("turns", "reply"): Measure.REPLIES,
    ("zones", "kind"): Measure.ZONE_KINDS,
    ("participants", "office"): Measure.OFFICES,
    ("mentions", "entity_id"): Measure.MENTIONED,
    ("timexes", "type"): Measure.TIMEX_TYPES,
    ("timexes", "value"): Measure.TIMEX_VALUES,
    ("amounts", "value"): Measure.AMOUNT_VALUES,
    ("amounts", "unit"): Measure.AMOUNT_UNITS,
}
"""What else is said of it; counted for what was found."""

DETAILS = frozenset({Measure.TURN_BOUNDS, *SPEAKERS.values(), *VALUES.values()})
"""What is said of something that must be found first: how much of it is right counts where it was found."""
