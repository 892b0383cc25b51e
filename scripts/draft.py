"""A draft: what is recorded of one document, without its text. The converter writes drafts, curators correct them."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace

from lading.column import Column, columns
from lading.record import Record
from lading.standoff import Span
from schemas.amounts import Amount
from schemas.anchored import Anchored
from schemas.documents import Document
from schemas.entities import Entity
from schemas.event_evidence import EventEvidence
from schemas.events import Event
from schemas.mentions import Mention
from schemas.participants import Participant
from schemas.quotations import Quotation
from schemas.renditions import Rendition
from schemas.segments import Segment
from schemas.timexes import Timex
from schemas.turns import Turn
from schemas.vocabularies import Origin
from schemas.zones import Zone
from scripts.entries import Entry, Shape, shape
from scripts.registry import PARTICIPANTS

ANCHORED: Mapping[str, type[Anchored]] = {
    model.table.name: model
    for model in (Zone, Participant, Turn, Segment, Quotation, Mention, Timex, Amount, EventEvidence)
}
"""The tables whose records point into the text, in the order of the file."""

DERIVED: Mapping[type[Record], tuple[str, ...]] = {
    Zone: ("zone_id",),
    Participant: ("participant_id",),
    Turn: ("turn_id", "sequence"),
    Segment: ("segment_id", "turn_id", "sequence"),
    Quotation: ("quotation_id",),
    Mention: ("mention_id", "entity_type"),
    Timex: ("timex_id",),
    Amount: ("amount_id",),
    EventEvidence: (),
}
"""The fields that assembling fills in, besides document_id."""

ENTITY_FIELDS = ("entity_id", "person_id", "speaker_id", "issuer_id", "publisher_id", "place_id")
"""The fields that hold the identifier of an entity."""

LAST = ("text_digest", "origin", "summary")


def _anchored(model: type[Anchored]) -> Shape:
    written = shape(model, without=("document_id", *DERIVED[model]))
    names = [name for name in written.columns if name not in ("start", "end", *LAST)]
    order = ["start", "end", *names, *(name for name in LAST if name in written.columns)]
    columns = {name: written.columns[name] for name in order}
    # nobody computes a digest by hand: whoever has the text at hand fills it in
    return replace(written, columns=columns | {"text_digest": replace(columns["text_digest"], nullable=True)})


def _turns() -> Shape:
    turns = _anchored(Turn)
    question = Column(
        "reply_to", "integer", nullable=True, description="Start of the question that is replied to.", python=int
    )
    return replace(turns, columns={**turns.columns, "reply_to": question})


def _document() -> Shape:
    document = shape(Document, without=["document_id"])
    origin = next(column for column in columns(Zone) if column.name == "origin")
    return replace(
        document, columns={**document.columns, "origin": origin}, defaults={"origin": Origin.CONVERTER.value}
    )


def _rejected() -> Shape:
    table = Column(
        "table", "string", nullable=False, description="The table that the record was deleted from.", python=str
    )
    bounds = {name: column for name, column in SHAPES["zones"].columns.items() if name in ("start", "end")}
    return Shape("rejected", {"table": table, **bounds})


DOCUMENT = _document()

SHAPES: Mapping[str, Shape] = {
    table: _turns() if model is Turn else _anchored(model) for table, model in ANCHORED.items()
}
"""The records that point into the text."""

LISTS: Mapping[str, Shape] = {
    "renditions": shape(Rendition, without=["rendition_id", "document_id", "host"]),
    **SHAPES,
    "rejected": _rejected(),
    "entities": shape(Entity, without=["status"]),
    "events": shape(Event, without=["quad_code"], defaults={"origin": Origin.CONVERTER.value}, parts=PARTICIPANTS),
}
"""Everything that a draft lists, in the order of the file."""


@dataclass(frozen=True, slots=True)
class Draft:
    """What is recorded of one document; lists are in the order of the text."""

    document_id: str
    document: Entry
    renditions: tuple[Entry, ...] = ()
    records: Mapping[str, tuple[Entry, ...]] = field(default_factory=dict)
    """The records that point into the text, by table."""
    rejected: tuple[Entry, ...] = ()
    """What the converter found and a curator deleted."""
    entities: tuple[Entry, ...] = ()
    """Whom and what the text names, and the registry does not know."""
    events: tuple[Entry, ...] = ()
    """Events that the registry does not know."""

    def referring(self) -> Iterator[Entry]:
        """Every entry that can refer to entities."""
        yield self.document
        yield from self.events
        for entries in self.records.values():
            yield from entries

    @property
    def sha256(self) -> str:
        """The hash of the text, which tells whose draft it is."""
        return str(self.document.values["sha256"])


def span(entry: Entry) -> Span:
    """Where the record points."""
    return Span(entry.values["start"], entry.values["end"])


def entities_of(entry: Entry) -> Iterator[str]:
    """The entities that an entry of a draft refers to, those of its parts included."""
    for name in ENTITY_FIELDS:
        if (entity_id := entry.values.get(name)) is not None:
            yield entity_id
    for members in entry.parts.values():
        for member in members:
            yield from entities_of(member)
