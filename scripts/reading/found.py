"""What the readers find in a document: plain values with code-point offsets, before they become records."""

import datetime as dt
from dataclasses import dataclass

from lading.standoff import Span
from schemas.vocabularies import (
    AmountModifier,
    AttributionBasis,
    DateBasis,
    DatePrecision,
    EntityType,
    EventCategory,
    EventStatus,
    Genre,
    ParticipantRole,
    QuoteType,
    SpeakerType,
    TimexModifier,
    TimexType,
    TurnKind,
    ZoneKind,
)


@dataclass(frozen=True, slots=True)
class Found:
    """Something found at a span of the text."""

    start: int
    end: int

    @property
    def span(self) -> Span:
        """Where it was found."""
        return Span(self.start, self.end)


@dataclass(frozen=True, slots=True)
class Zone(Found):
    """A stretch of the document; the zones of a document tile it."""

    kind: ZoneKind


@dataclass(frozen=True, slots=True)
class Turn(Found):
    """What one person says; `speaker` is the name as the text gives it, None where nobody is named."""

    kind: TurnKind
    speaker_type: SpeakerType
    attribution_basis: AttributionBasis
    speaker: str | None = None
    speaker_label: str | None = None
    label: Span | None = None
    reply_to: int | None = None
    """Start of the question that an answer replies to."""
    confidence: float | None = None
    """How sure the attribution is, from 0 to 1."""


@dataclass(frozen=True, slots=True)
class Layout:
    """The zones, which tile the document, and the turns in their order.

    `family` is the layout by which the turns were read, `confidence` the share of the evidence that speaks for it.
    """

    zones: tuple[Zone, ...]
    turns: tuple[Turn, ...]
    family: str | None = None
    confidence: float | None = None
    of_state: bool = True
    """Whether the document deals with affairs of state; if not, there are no turns, participants and events in it."""


@dataclass(frozen=True, slots=True)
class Facts:
    """What the document says of itself; what it does not say is None."""

    title: str | None
    genre: Genre | None
    issuer: str | None
    date_published: dt.date | None
    time_published: str | None
    date_basis: DateBasis | None
    source_identifier: str | None
    event_date: dt.date | None = None
    event_place: str | None = None
    """As printed."""


@dataclass(frozen=True, slots=True)
class DocumentParticipant(Found):
    """Who took part in the occasion of the document: the name, and the office as the text states it."""

    name: str
    office: str | None = None


@dataclass(frozen=True, slots=True)
class NewEntity:
    """Somebody or something that the registry does not know."""

    entity_id: str
    entity_type: EntityType
    name: str


@dataclass(frozen=True, slots=True)
class Mention(Found):
    """A name in the text and the entity it stands for."""

    entity_type: EntityType
    entity_id: str


@dataclass(frozen=True, slots=True)
class Quotation(Found):
    """The words between quotation marks, and who said so where."""

    quote_type: QuoteType
    speaker_id: str | None = None
    source: Span | None = None
    cue: Span | None = None


@dataclass(frozen=True, slots=True)
class Timex(Found):
    """A temporal expression; `anchor` is the date that a relative one was resolved against."""

    type: TimexType
    value: str | None
    modifier: TimexModifier | None = None
    anchor: str | None = None


@dataclass(frozen=True, slots=True)
class Amount(Found):
    """A figure with its unit."""

    value: float
    unit: str
    modifier: AmountModifier | None = None
    measure: str | None = None
    reference_period: str | None = None


@dataclass(frozen=True, slots=True)
class Participant:
    """Who took part in an event."""

    entity_id: str
    role: ParticipantRole


@dataclass(frozen=True, slots=True)
class Evidence(Found):
    """The words that speak of an event."""

    asserted_date: str | None


@dataclass(frozen=True, slots=True)
class Event:
    """Something that happened or is to happen."""

    event_id: str
    title: str
    date: dt.date | None
    date_end: dt.date | None
    date_precision: DatePrecision | None
    category: EventCategory | None
    status: EventStatus
    mode: str | None = None
    context: str | None = None
    cameo_code: str | None = None
    place_id: str | None = None
    participants: tuple[Participant, ...] = ()
    evidence: tuple[Evidence, ...] = ()
