"""How zones, turns and sentences lie in a document."""

from collections.abc import Iterator, Sequence
from itertools import chain, pairwise

from lading.dataset import Breach, Tables, dataset_rule
from schemas.amounts import Amount
from schemas.anchored import Anchored
from schemas.documents import Document
from schemas.event_evidence import EventEvidence
from schemas.mentions import Mention
from schemas.rules.spans import by_document, span
from schemas.segments import Segment
from schemas.timexes import Timex
from schemas.turns import Turn
from schemas.vocabularies import TurnKind, ZoneKind
from schemas.zones import Zone

SPOKEN = {ZoneKind.SPEECH, ZoneKind.QA}
BOILERPLATE = {ZoneKind.SITE_BANNER, ZoneKind.SITE_SECTION, ZoneKind.TRAILER}


@dataset_rule(Document, Zone)
def zones_tile(tables: Tables) -> Iterator[Breach]:
    """The zones of a document cover it from end to end, without overlap."""
    zones = by_document(tables.of(Zone))
    for document in tables.of(Document):
        reached = 0
        for zone in zones.get(document.document_id, ()):
            if zone.start != reached:
                yield Breach(zone, f"the zone starts at {zone.start}, the zones before it end at {reached}", "start")
            reached = max(reached, zone.end)
        if reached != document.n_code_points:
            message = f"the zones end at {reached}, the document has {document.n_code_points} code points"
            yield Breach(document, message, "n_code_points")


@dataset_rule(Turn)
def turns_are_in_sequence(tables: Tables) -> Iterator[Breach]:
    """Turns are numbered in the order of the text and do not overlap."""
    for turns in by_document(tables.of(Turn)).values():
        for number, turn in enumerate(turns, start=1):
            if turn.sequence != number:
                yield Breach(turn, f"number {number} in the text has the sequence number {turn.sequence}", "sequence")
        for before, turn in pairwise(turns):
            if span(before).overlaps(span(turn)):
                yield Breach(turn, f"the turn starts at {turn.start}, inside turn {before.turn_id}", "start")


@dataset_rule(Zone, Turn)
def turns_lie_in_speech(tables: Tables) -> Iterator[Breach]:
    """A turn lies in one zone of kind speech or qa."""
    zones = by_document(tables.of(Zone))
    for turn in tables.of(Turn):
        spoken = (zone for zone in zones.get(turn.document_id, ()) if zone.kind in SPOKEN)
        if not any(span(zone).contains(span(turn)) for zone in spoken):
            yield Breach(turn, "no speech or qa zone contains the turn", "start")


@dataset_rule(Turn, Segment)
def sentences_lie_in_their_turn(tables: Tables) -> Iterator[Breach]:
    """A sentence that belongs to a turn lies in it."""
    turns = {turn.turn_id: turn for turn in tables.of(Turn)}
    for sentence in tables.of(Segment):
        turn = turns.get(sentence.turn_id or "")
        if turn and not (turn.document_id == sentence.document_id and span(turn).contains(span(sentence))):
            yield Breach(sentence, f"the sentence does not lie in turn {turn.turn_id}", "turn_id")


@dataset_rule(Turn)
def answers_reply_to_earlier_questions(tables: Tables) -> Iterator[Breach]:
    """An answer replies to an earlier question of its document."""
    turns = {turn.turn_id: turn for turn in tables.of(Turn)}
    for answer in turns.values():
        question = turns.get(answer.reply_to) if answer.reply_to else None
        if question is None:
            continue  # a reference that leads nowhere is a foreign-key issue
        if question.document_id != answer.document_id:
            yield Breach(answer, f"the answer replies to turn {question.turn_id} of another document", "reply_to")
        elif question.kind != TurnKind.QUESTION:
            yield Breach(answer, f"the answer replies to turn {question.turn_id}, a {question.kind}", "reply_to")
        elif question.start >= answer.start:
            yield Breach(answer, f"the answer replies to turn {question.turn_id}, which comes after it", "reply_to")


@dataset_rule(Zone, Mention, Timex, Amount, EventEvidence)
def nothing_is_read_from_boilerplate(tables: Tables) -> Iterator[Breach]:
    """No mention, date, amount or event comes from a site banner, a section header or a trailer."""
    zones = by_document(zone for zone in tables.of(Zone) if zone.kind in BOILERPLATE)
    found: Sequence[Sequence[Anchored]] = [tables.of(model) for model in (Mention, Timex, Amount, EventEvidence)]
    for record in chain.from_iterable(found):
        for zone in zones.get(record.document_id, ()):
            if span(zone).overlaps(span(record)):
                yield Breach(record, f"the span lies in zone {zone.zone_id}, a {zone.kind}", "start")
