"""Who says what: one row for each uninterrupted turn."""

from typing import Annotated, ClassVar

from pydantic import Field

from lading.expression import Expression, field
from lading.record import Reference, Table, Unit, rule
from lading.standoff import TextPositionSelector
from schemas.anchored import ANCHOR, DOCUMENT, Anchored
from schemas.fields import Offset, Ordinal, Share, Slug
from schemas.vocabularies import AttributionBasis, SpeakerType, TurnKind


class Turn(Anchored):
    """Turns: what one person says without interruption, from the salutation on, without label and opening dash."""

    table: ClassVar = Table(
        "turns",
        "Turns",
        "turn_id",
        unique=[["document_id", "sequence"]],
        references=[
            DOCUMENT,
            Reference("speaker_id", "persons", "entity_id"),
            Reference("reply_to", "turns", "turn_id"),
        ],
        selectors=[
            ANCHOR,
            TextPositionSelector(start="label_start", end="label_end", exact="speaker_label"),
        ],
    )

    turn_id: Slug = Field(description="Identifier of the turn.")
    sequence: Ordinal = Field(description="Place of the turn in its document, from 1.")
    kind: TurnKind = Field(description="What the turn does.")
    speaker_id: Slug | None = Field(description="The speaker; null for journalists, moderators and interpreters.")
    speaker_label: str | None = Field(description="The label or lead-in that names the speaker, as printed.")
    speaker_type: SpeakerType = Field(description="In what part the speaker speaks.")
    label_start: Offset | None = Field(description="First code point of the label.")
    label_end: Offset | None = Field(description="Code point after the last of the label.")
    reply_to: Slug | None = Field(description="The question that an answer replies to.")
    attribution_basis: AttributionBasis = Field(description="What tells who speaks.")
    attribution_confidence: Share | None = Field(description="How sure that is; null where a curator stands for it.")
    n_words: Annotated[Ordinal, Unit("word")] = Field(description="Number of words, split at white space.")
    summary: str | None = Field(description="What is said, in our own words.")

    @rule
    def only_answers_reply(cls) -> Expression:
        """Only an answer replies to a question."""
        return field("reply_to").is_null() | (field("kind") == "answer")

    @rule
    def answers_reply(cls) -> Expression:
        """An answer says which question it replies to."""
        return (field("kind") == "answer").implies(~field("reply_to").is_null())

    @rule
    def labels_are_whole(cls) -> Expression:
        """A label has both ends, lies before the turn and comes with its text."""
        absent = field("label_start").is_null() & field("label_end").is_null()
        return absent | (
            (field("label_start") < field("label_end"))
            & (field("label_end") <= field("start"))
            & ~field("label_start").is_null()
            & ~field("label_end").is_null()
            & ~field("speaker_label").is_null()
        )
