"""Events that a sentence dates: a word that speaks of a happening, the day nearest to it, and who is named with it."""

import re
from collections.abc import Iterator, Sequence

from lading.standoff import Span
from schemas.vocabularies import DatePrecision, EventStatus, ParticipantRole, ZoneKind
from scripts.reading import sentences
from scripts.reading.events.happenings import Trigger
from scripts.reading.events.occurrences import Occurrence, with_roles
from scripts.reading.events.scene import Day, Scene
from scripts.reading.found import Evidence, Participant, Timex
from scripts.reading.language import Language
from scripts.reading.readable import readable

REACH = 120
"""How far from the day, in code points, the word that speaks of the happening may stand."""

PARTY_REACH = 100
"""How far from that word those may be named who take part."""

PRONOUN_REACH, POSSESSIVE_REACH = 30, 10
PROSE = {ZoneKind.SPEECH, ZoneKind.QA, ZoneKind.NARRATIVE}
BLANK = re.compile(r"\s+")


def find(scene: Scene, main: Occurrence | None, language: Language) -> Iterator[Occurrence]:
    """What the sentences tell of dated events."""
    for kind, paragraph in readable(scene.text, scene.layout):
        if kind in PROSE:
            before: Sequence[str] = ()
            for sentence in sentences.split(scene.text, paragraph, language):
                for trigger, day in _dated(scene, sentence):
                    yield _occurrence(scene, sentence, trigger, day, main, before)
                before = [it.entity_id for it in scene.parties(sentence)] or before


def _dated(scene: Scene, sentence: Span) -> Iterator[tuple[Trigger, Day]]:
    """Each day of a sentence with the word that it dates; a year that is only this or last year dates nothing."""
    triggers = [it for it in scene.words.triggers(scene.text, sentence) if not _negated(scene, sentence, it)]
    days = [(timex.span, day) for timex, day in scene.days(sentence) if not _is_vague(timex, day)]
    ends = [*(span.start for span, _ in days), sentence.end][1:]
    taken: set[Trigger] = set()
    waiting: list[tuple[Span, Day]] = []
    for (span, day), end in zip(days, ends, strict=True):
        own = [it for it in triggers if span.end <= it.span.start < end]
        opens = scene.words.opening.search(scene.text, sentence.start, span.start) or span.start == sentence.start
        if trigger := own[0] if own and opens else _dated_in_front(scene, sentence, span, triggers):
            taken.add(trigger)
            yield trigger, day
        else:
            waiting.append((span, day))
    for span, day in waiting:
        after = [it for it in triggers if it not in taken and 0 <= it.span.start - span.end <= REACH]
        if after:
            yield after[0], day


def _is_vague(timex: Timex, day: Day) -> bool:
    return day.precision is DatePrecision.YEAR and timex.anchor is not None


def _dated_in_front(scene: Scene, sentence: Span, day: Span, triggers: Sequence[Trigger]) -> Trigger | None:
    """The word right behind a day (the 9 May meeting), else the last in front of it that is not only the setting."""
    behind = [it for it in triggers if BLANK.fullmatch(scene.text, day.end, it.span.start)]
    if behind:
        return behind[0]
    before = [it for it in triggers if 0 <= day.start - it.span.end <= REACH]
    happening = [it for it in before if not scene.words.setting.search(scene.text, sentence.start, it.span.start)]
    return next(reversed(happening or before), None)


def _negated(scene: Scene, sentence: Span, trigger: Trigger) -> bool:
    start = max(sentence.start, trigger.span.start - PRONOUN_REACH)
    return bool(scene.words.negation.search(scene.text, start, trigger.span.start))


def _occurrence(
    scene: Scene, sentence: Span, trigger: Trigger, day: Day, main: Occurrence | None, before: Sequence[str]
) -> Occurrence:
    ids = _parties(scene, sentence, trigger, main)
    if not ids and scene.words.third_person.match(scene.text, sentence.start, sentence.end):
        ids = list(before)
    participants = with_roles(trigger.kind, ids)
    if trigger.kind.is_transfer:
        participants = tuple(_transfer(scene, sentence, ids))
    status = _status(scene, sentence, day)
    evidence = (Evidence(*sentence, day.value),)
    return Occurrence(trigger.kind, day, status, participants, _place(scene, sentence, trigger), evidence)


def _place(scene: Scene, sentence: Span, trigger: Trigger) -> str | None:
    """Where it was: what follows the word, up to the next such word, else what stands in front of it."""
    if not (trigger.kind.is_meeting or trigger.kind.is_transfer):
        return None
    behind = Span(trigger.span.end, sentence.end)
    following = scene.words.triggers(scene.text, behind)
    if following:
        behind = Span(behind.start, following[0].span.start)
    return scene.place(behind) or scene.place(Span(sentence.start, trigger.span.start))


def _parties(scene: Scene, sentence: Span, trigger: Trigger, main: Occurrence | None) -> list[str]:
    """Who took part, in the order of the words: those named near the word, and whom I and you beside it mean."""
    start, end = trigger.span.start - PARTY_REACH, trigger.span.end + PARTY_REACH
    near = Span(max(sentence.start, start), min(sentence.end, end))
    named = [(it.start, it.entity_id) for it in scene.parties(near)]
    return [entity_id for _, entity_id in sorted([*named, *_pronouns(scene, sentence, trigger, main)])]


def _pronouns(scene: Scene, sentence: Span, trigger: Trigger, main: Occurrence | None) -> Iterator[tuple[int, str]]:
    """Whom I and you mean: who speaks, and the one other person of the main meeting."""
    turn = scene.turn_at(sentence)
    speaker = scene.speakers.get(turn.start) if turn else None
    if speaker is None or not trigger.kind.is_personal:
        return
    reach = POSSESSIVE_REACH if trigger.kind.is_visit else PRONOUN_REACH
    beside = Span(trigger.span.start - reach, trigger.span.end + POSSESSIVE_REACH)
    others = [it for it in main.entity_ids if it != speaker] if main else []
    if at := _first(scene.words.first_person, scene.text, sentence, beside):
        yield at, speaker
    if len(others) == 1 and (at := _first(scene.words.second_person, scene.text, sentence, beside)):
        yield at, others[0]


def _first(pattern: re.Pattern[str], text: str, sentence: Span, within: Span) -> int | None:
    """Where a word first begins within a stretch; what the stretch cuts off still tells where the word ends."""
    found = pattern.search(text, max(sentence.start, within.start), sentence.end)
    return found.start() if found and found.start() < within.end else None


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
