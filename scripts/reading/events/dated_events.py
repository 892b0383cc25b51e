"""Events that a sentence tells: a word for a happening with its day, and who is named with it."""

from collections.abc import Iterator, Sequence

from lading.standoff import Span
from schemas.vocabularies import DatePrecision, EventStatus, ParticipantRole, TurnKind, ZoneKind
from scripts.reading import sentences
from scripts.reading.events import hearsay
from scripts.reading.events.datings import Dating, datings, is_negated
from scripts.reading.events.happenings import Trigger
from scripts.reading.events.occurrences import Occurrence, with_roles
from scripts.reading.events.parties import Parties, Room, parties
from scripts.reading.events.scene import Day, Scene
from scripts.reading.found import Evidence, Participant
from scripts.reading.language import Language
from scripts.reading.readable import readable

PROSE = {ZoneKind.SPEECH, ZoneKind.QA, ZoneKind.NARRATIVE}


def find(scene: Scene, main: Sequence[Occurrence], language: Language) -> Iterator[Occurrence]:
    """What the sentences assert of dated events, and of the main meetings."""
    present = frozenset(it for meeting in main for it in meeting.entity_ids)
    for paragraph in _paragraphs(scene):
        if not scene.words.triggers(scene.text, paragraph):
            continue
        split = sentences.split(scene.text, paragraph, language)
        for number, sentence in enumerate(split):
            triggers = scene.words.triggers(scene.text, sentence)
            if triggers and not hearsay.is_question(scene.text, sentence):
                yield from _told(scene, sentence, triggers, main, Room(present, split[:number]), language)


def _paragraphs(scene: Scene) -> Iterator[Span]:
    for kind, paragraph in readable(scene.text, scene.layout):
        turn = scene.turn_at(paragraph)
        if kind in PROSE and not (turn and turn.kind is TurnKind.QUESTION):
            yield paragraph


def _told(
    scene: Scene, sentence: Span, told: Sequence[Trigger], main: Sequence[Occurrence], room: Room, language: Language
) -> Iterator[Occurrence]:
    reported = hearsay.hearsay_words(language).start(scene.text, sentence)
    triggers = [
        it for it in told if not is_negated(scene, sentence, it) and (it.span.start < reported or it.kind.is_paper)
    ]
    if sentence in [it.span for meeting in main for it in meeting.evidence]:
        triggers = [it for it in triggers if not it.kind.is_meeting]  # the main meetings have been read from it
    asserted = Span(sentence.start, reported)
    dated = [it for part in _parts(sentence, asserted) for it in datings(scene, part, _within(part, triggers))]
    for dating in dated:
        present = parties(scene, dating.within, dating.trigger, room)
        if present.n or not (dating.trigger.is_verb and dating.trigger.kind.is_personal):
            yield _occurrence(scene, sentence, dating, present)
    for trigger in triggers:
        if trigger not in [it.trigger for it in dated]:
            yield from _of_main_meeting(scene, sentence, trigger, main, room)


def _parts(sentence: Span, asserted: Span) -> Iterator[Span]:
    """A day of saying does not date what is said: each part of the sentence has its own."""
    yield asserted
    if asserted.end < sentence.end:
        yield Span(asserted.end, sentence.end)


def _within(span: Span, triggers: Sequence[Trigger]) -> list[Trigger]:
    return [it for it in triggers if span.contains(it.span)]


def _occurrence(scene: Scene, sentence: Span, dating: Dating, found: Parties) -> Occurrence:
    trigger, day = dating.trigger, dating.day
    participants = with_roles(trigger.kind, found.entity_ids)
    if trigger.kind.is_transfer:
        participants = tuple(_transfer(scene, sentence, found.entity_ids))
    return Occurrence(
        trigger.kind,
        day,
        EventStatus.CLAIMED if trigger.kind.is_claimed else _status(scene, sentence, day),
        participants,
        _place(scene, sentence, trigger),
        (Evidence(*sentence, day.value),),
        _suffices(scene, sentence, dating, found),
    )


def _suffices(scene: Scene, sentence: Span, dating: Dating, found: Parties) -> bool:
    """Whether the sentence alone tells of an event: of whom it takes, when, and of what it is about."""
    trigger, about = dating.trigger, dating.trigger.kind.about
    is_over = scene.today is None or dating.day.last < scene.today
    if trigger.kind.is_meeting and not is_over and dating.day.precision is DatePrecision.YEAR:
        return False  # plans for a year, of which nothing tells whether they came about
    if about and not scene.is_about(sentence, about):
        return False
    n_present = found.n or (about is not None and any(scene.somebody(sentence)))
    return n_present >= trigger.kind.n_parties


def _of_main_meeting(
    scene: Scene, sentence: Span, trigger: Trigger, main: Sequence[Occurrence], room: Room
) -> Iterator[Occurrence]:
    """What a sentence without a day tells of a main meeting: it names both sides, or the meeting with one of them."""
    if not trigger.kind.is_meeting:
        return
    named = frozenset(parties(scene, sentence, trigger, room).entity_ids)
    is_the_one = (
        not trigger.is_verb
        and scene.words.definite.search(scene.text, sentence.start, trigger.span.start)
        and scene.words.with_whom.match(scene.text, trigger.span.end, sentence.end)
    )
    of = [it for it in main if named and named <= it.entity_ids]
    if len(of) == 1 and (is_the_one or named == of[0].entity_ids):
        yield of[0].told_again(Evidence(*sentence, None))


def _place(scene: Scene, sentence: Span, trigger: Trigger) -> str | None:
    """Where it was: what follows the word, up to the next such word, else what stands in front of it."""
    if not (trigger.kind.is_meeting or trigger.kind.is_transfer):
        return None
    behind = Span(trigger.span.end, sentence.end)
    following = scene.words.triggers(scene.text, behind)
    if following:
        behind = Span(behind.start, following[0].span.start)
    return scene.place(behind) or scene.place(Span(sentence.start, trigger.span.start))


def _transfer(scene: Scene, sentence: Span, ids: Sequence[str]) -> Iterator[Participant]:
    """Who gave, and to whom."""
    to = {it.entity_id: it for it in scene.mentions(sentence) if scene.stands_behind(it, scene.words.to)}
    for entity_id in dict.fromkeys([*ids, *to]):
        yield Participant(entity_id, ParticipantRole.RECIPIENT if entity_id in to else ParticipantRole.ACTOR)


def _status(scene: Scene, sentence: Span, day: Day) -> EventStatus:
    """Still to come, by the day; for the day or month of the document itself, by the words of the sentence."""
    today = scene.today
    if today and day.first > today:
        return EventStatus.PLANNED
    if today and day.last < today:
        return EventStatus.REPORTED
    looks_ahead = scene.words.future.search(scene.text, *sentence)
    return EventStatus.PLANNED if looks_ahead else EventStatus.REPORTED
