"""A document: every reader in its order, and what they found as a draft."""

from collections.abc import Iterator

from lading.standoff import Span
from schemas.vocabularies import ZoneKind
from scripts.draft import Draft
from scripts.reading import amounts, issuer, language, participants, sentences
from scripts.reading.events import events
from scripts.reading.found import Facts, Layout
from scripts.reading.language import Language, MissingWordsError
from scripts.reading.names import names
from scripts.reading.quotations import quotations
from scripts.reading.recording import Recorder
from scripts.reading.source import SourceText, UnreadableDocument
from scripts.reading.structure import facts, layout
from scripts.reading.times import timexes
from scripts.registry import Registry
from scripts.sources import draft

DIGITS = 6
"""How many digits of the hash are in the identifier of a document."""

PROSE = {ZoneKind.LEAD, ZoneKind.NARRATIVE}


def read_document(source: SourceText, registry: Registry) -> Draft:
    """What can be read from the text alone. UnreadableDocument when no language or layout is recognised in it."""
    tongue = language.detect(source.text)
    if tongue is None:
        read = ", ".join(language.tags_of_read())
        raise UnreadableDocument(
            f"{source.name}: is in none of the languages {read}, or too short to tell; give more text"
        )
    try:
        return _read(source, tongue, registry)
    except MissingWordsError as error:
        raise UnreadableDocument(f"{source.name}: {error}") from None


def _read(source: SourceText, tongue: Language, registry: Registry) -> Draft:
    text = source.text
    structure = layout.read(text, tongue)
    stated = facts.read(text, structure, tongue)
    if not any(_stretches(structure)):
        raise UnreadableDocument(f"{source.name}: has no layout that is known; give a text with turns or paragraphs")
    known = names.find(text, structure, tongue, registry)
    times = timexes.find(text, structure, stated, tongue)
    of_state = structure.of_state
    happenings = events.find(text, structure, stated, known, times, tongue) if of_state else ()
    quoted = quotations.find(text, structure, known, tongue)
    present = participants.find(text, structure, stated, known, tongue, quoted) if of_state else ()
    record = Recorder(source, known)
    lists = {
        "zones": record.zones(structure.zones),
        "participants": record.participants(present),
        "turns": record.turns(structure.turns),
        "segments": record.segments(
            span for stretch in _stretches(structure) for span in sentences.split(text, stretch, tongue)
        ),
        "quotations": record.quotations(quoted),
        "mentions": record.mentions(known.mentions),
        "timexes": record.timexes(times),
        "amounts": record.amounts(amounts.find(text, structure, stated, times, tongue)),
        "event_evidence": record.evidence(happenings),
        "events": record.events(happenings),
    }
    document = record.document(
        stated, structure, tongue, issuer.find(text, structure, stated, known, registry.affiliations)
    )
    lists["entities"] = record.entities(known.new_entities)  # complete once every reader has asked for its names
    return draft(_document_id(source, stated), document, lists)


def _stretches(structure: Layout) -> Iterator[Span]:
    """Where sentences are counted: what is said, and what is told in the third person."""
    yield from (turn.span for turn in structure.turns)
    yield from (zone.span for zone in structure.zones if zone.kind in PROSE)


def _document_id(source: SourceText, stated: Facts) -> str:
    day = stated.date_published or "undated"
    return f"{day}-{stated.genre or 'document'}-{source.sha256[:DIGITS]}"
