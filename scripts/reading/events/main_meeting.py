"""The meeting that a document is about: who met, by its title and lead, and who came to whom."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from lading.standoff import Span
from schemas.vocabularies import DatePrecision, EntityType, EventStatus, Genre, ParticipantRole, ZoneKind
from scripts.reading import sentences
from scripts.reading.blocks import trimmed
from scripts.reading.events.occurrences import Occurrence, with_roles
from scripts.reading.events.scene import Day, Scene
from scripts.reading.found import Evidence, Participant
from scripts.reading.language import Language

COMMA = re.compile(r",?\s*")
SIDES = 2
"""It takes two to meet."""


def find(scene: Scene, language: Language) -> Occurrence | None:
    """The main meeting; None where title and lead do not tell of two persons who met on a known day."""
    heads = tuple(_heads(scene, language))
    meetings = [it.kind for head in heads for it in scene.words.triggers(scene.text, head) if it.kind.is_meeting]
    persons = _persons(scene, heads)
    day = _day(scene, heads)
    if day is None or len(persons) < SIDES or not meetings:
        return None
    named_as = next((kind for kind in meetings if kind.is_visit), scene.words.main_meeting)
    participants = _by_their_words(scene, persons) or with_roles(named_as, persons)
    place = next((place for head in heads if (place := _place(scene, head))), None)
    evidence = tuple(Evidence(*head, _asserted(scene, head)) for head in heads if any(scene.mentions(head)))
    return Occurrence(scene.words.main_meeting, day, EventStatus.REPORTED, participants, place, evidence)


def _heads(scene: Scene, language: Language) -> Iterator[Span]:
    """Title and lead; of a news article the first sentence."""
    titles = [trimmed(scene.text, *span) for span in scene.spans(ZoneKind.TITLE)]
    yield from titles[:1]  # some sites print it twice
    for span in scene.spans(ZoneKind.LEAD):
        yield trimmed(scene.text, *span)
    if scene.facts.genre is Genre.NEWS:
        for span in list(scene.spans(ZoneKind.NARRATIVE))[:1]:
            yield from sentences.split(scene.text, span, language)[:1]


def _persons(scene: Scene, heads: Sequence[Span]) -> list[str]:
    named = (it for head in heads for it in scene.mentions(head) if it.entity_type is EntityType.PERSON)
    return list(dict.fromkeys(it.entity_id for it in named))


def _day(scene: Scene, heads: Sequence[Span]) -> Day | None:
    if today := scene.today:
        return Day(today.isoformat(), today, today, DatePrecision.DAY)
    return next((day for head in heads for _, day in scene.days(head)), None)


def _by_their_words(scene: Scene, persons: Sequence[str]) -> tuple[Participant, ...]:
    """Actors and recipients by what each says as a guest or as a host; empty where that tells nothing."""
    leaning: Counter[str] = Counter()
    speakers = scene.speakers
    for turn in scene.layout.turns:
        if (speaker := speakers.get(turn.start)) in persons and speaker is not None:
            leaning[speaker] += len(scene.words.host_says.findall(scene.text, *turn.span))
            leaning[speaker] -= len(scene.words.guest_says.findall(scene.text, *turn.span))
    hosts = {person for person, balance in leaning.items() if balance > 0}
    if not hosts:
        guests = {person for person, balance in leaning.items() if balance < 0}
        hosts = set(persons) - guests if guests else set()
    return tuple(
        Participant(it, ParticipantRole.RECIPIENT if it in hosts else ParticipantRole.ACTOR) for it in persons if hosts
    )


def _place(scene: Scene, head: Span) -> str | None:
    """Where a title or lead says it was: the place in front of the date, else one behind a preposition."""
    days = [timex.start for timex, _ in scene.days(head)]
    places = [it for it in scene.mentions(head) if it.entity_type is EntityType.PLACE]
    dated = [it.entity_id for it in places if any(COMMA.fullmatch(scene.text, it.end, day) for day in days)]
    return dated[0] if dated else scene.place(head)


def _asserted(scene: Scene, head: Span) -> str | None:
    return next((day.value for _, day in scene.days(head)), None)
