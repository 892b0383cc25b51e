"""What the readers found, written down as the entries of a draft."""

from collections.abc import Iterable
from dataclasses import fields
from typing import Any

from lading.record import Vocabulary
from lading.standoff import Span, text_digest
from schemas.vocabularies import Origin, SpeakerType
from scripts.draft import DOCUMENT
from scripts.entries import Entry, Place
from scripts.reading.found import (
    Amount,
    DocumentParticipant,
    Event,
    Facts,
    Layout,
    Mention,
    NewEntity,
    Quotation,
    Timex,
    Turn,
    Zone,
)
from scripts.reading.language import Language
from scripts.reading.names.names import Names
from scripts.reading.source import SourceText


class Recorder:
    """Makes entries of what was found in one text; whoever speaks is looked up among its names."""

    def __init__(self, source: SourceText, names: Names) -> None:
        self.source = source
        self.names = names
        self.place = Place(source.name)

    def document(self, stated: Facts, layout: Layout, language: Language, issuer_id: str | None) -> Entry:
        """What the document says of itself; who published it and where, the text cannot tell."""
        unknown = dict.fromkeys(DOCUMENT.columns)
        known = {
            "source_file": self.source.name,
            "sha256": self.source.sha256,
            "n_bytes": self.source.n_bytes,
            "n_code_points": len(self.source.text),
            "text_form": self.source.form,
            "media_type": self.source.media_type,
            "encoding": self.source.encoding,
            "language": language.tag,
            "issuer_id": issuer_id,
            "layout": layout.family,
            "layout_confidence": layout.confidence,
            "origin": Origin.CONVERTER,
        }
        return self._entry(unknown | _values(stated, "issuer") | known)

    def zones(self, zones: Iterable[Zone]) -> list[Entry]:
        """The zones."""
        return [self._anchored(zone.span, _values(zone)) for zone in zones]

    def participants(self, participants: Iterable[DocumentParticipant]) -> list[Entry]:
        """Who took part, each person once: where the first of the names stands that mean the same person."""
        persons: dict[str, Entry] = {}
        for found in participants:
            if (person_id := self.names.person(found.name, found.start)) and person_id not in persons:
                persons[person_id] = self._anchored(found.span, {"person_id": person_id, "office": found.office})
        return list(persons.values())

    def turns(self, turns: Iterable[Turn]) -> list[Entry]:
        """The turns, each with its speaker where an official speaks."""
        return [self._anchored(turn.span, self._turn(turn)) for turn in turns]

    def segments(self, spans: Iterable[Span]) -> list[Entry]:
        """The sentences."""
        return [self._anchored(span, {}) for span in spans]

    def quotations(self, quotations: Iterable[Quotation]) -> list[Entry]:
        """The quotations, each with the words that attribute it."""
        return [self._anchored(found.span, self._quotation(found)) for found in quotations]

    def mentions(self, mentions: Iterable[Mention]) -> list[Entry]:
        """The mentions."""
        return [self._anchored(mention.span, _values(mention, "entity_type")) for mention in mentions]

    def timexes(self, timexes: Iterable[Timex]) -> list[Entry]:
        """The temporal expressions."""
        return [self._anchored(timex.span, _values(timex)) for timex in timexes]

    def amounts(self, amounts: Iterable[Amount]) -> list[Entry]:
        """The figures."""
        return [self._anchored(amount.span, _values(amount)) for amount in amounts]

    def evidence(self, events: Iterable[Event]) -> list[Entry]:
        """The words that evidence the events."""
        return [
            self._anchored(found.span, {"event_id": event.event_id, "asserted_date": found.asserted_date})
            for event in events
            for found in event.evidence
        ]

    def events(self, events: Iterable[Event]) -> list[Entry]:
        """The events with their participants; in what office they took part, the text alone cannot tell."""
        return [
            self._entry(
                _values(event, "participants", "evidence") | {"origin": Origin.CONVERTER},
                participants=tuple(self._entry(_values(who) | {"office": None}) for who in event.participants),
            )
            for event in events
        ]

    def entities(self, entities: Iterable[NewEntity]) -> list[Entry]:
        """Whom and what the registry does not know."""
        return [self._entry(_values(entity)) for entity in entities]

    def _turn(self, turn: Turn) -> dict[str, Any]:
        official = turn.speaker if turn.speaker_type == SpeakerType.OFFICIAL else None
        return _values(turn, "speaker", "label", "confidence") | {
            "attribution_confidence": turn.confidence,
            "speaker_id": self.names.person(official, turn.start) if official else None,
            **_bounds("label", turn.label),
            "n_words": len(self._text(turn.span).split()),
            "summary": None,
        }

    def _quotation(self, found: Quotation) -> dict[str, Any]:
        return _values(found, "source", "cue") | {
            "source": self._text(found.source) if found.source else None,
            "cue": self._text(found.cue) if found.cue else None,
            **_bounds("source", found.source),
            **_bounds("cue", found.cue),
        }

    def _anchored(self, span: Span, values: dict[str, Any]) -> Entry:
        digest = text_digest(self._text(span))
        anchor = {"start": span.start, "end": span.end, "text_digest": digest, "origin": Origin.CONVERTER}
        return self._entry(values | anchor)

    def _entry(self, values: dict[str, Any], **parts: tuple[Entry, ...]) -> Entry:
        plain = {name: value.value if isinstance(value, Vocabulary) else value for name, value in values.items()}
        return Entry(plain, self.place, parts)

    def _text(self, span: Span) -> str:
        return self.source.text[span.start : span.end]


def _values(found: Any, *without: str) -> dict[str, Any]:
    """The attributes of what was found, by name."""
    return {member.name: getattr(found, member.name) for member in fields(found) if member.name not in without}


def _bounds(name: str, span: Span | None) -> dict[str, int | None]:
    return {f"{name}_start": span.start if span else None, f"{name}_end": span.end if span else None}
