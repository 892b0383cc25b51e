"""The layout of a document: its zones and turns."""

from schemas.vocabularies import ZoneKind
from scripts.reading import subjects
from scripts.reading.found import Layout
from scripts.reading.language import Language
from scripts.reading.structure import header, inline, openings, prose, trailer, turns, zones


def read(text: str, language: Language) -> Layout:
    """The zones, which tile the text, and the turns, which lie in zones of kind speech or qa.

    A page about something else than affairs of state has no turns, whoever speaks in it.
    """
    lines = inline.split(text, language)
    head = header.read(lines, language)
    tail = trailer.start(lines, head.size, language)
    body = lines[head.size : tail]
    titled = [line.text for line, kind in zip(lines, head.kinds, strict=False) if kind is ZoneKind.TITLE]
    titles = [prose.plain(line) for line in titled]
    front = [line.text for line, kind in zip(lines, head.kinds, strict=False) if kind is not ZoneKind.TITLE]
    of_state = not subjects.is_about_something_else(text, language)
    reading = openings.find(body, titles, language, front) if of_state else None
    passages = turns.read(text, body, reading, language)
    kinds = [*head.kinds, *zones.of_text(body, passages, language), *trailer.kinds(lines[tail:], language)]
    said = tuple(passage.turn for passage in passages)
    if reading is None or not said:
        return Layout(zones.tile(text, lines, kinds), said, of_state=of_state)
    return Layout(zones.tile(text, lines, kinds), said, reading.family, round(reading.confidence, 2))
