"""Who takes part in a happening: those named near it, whom I and you mean, and how many more nobody names."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from lading.standoff import Span
from schemas.vocabularies import EntityType
from scripts.reading.events.happenings import Pronouns, Trigger
from scripts.reading.events.scene import Scene

REACH = 100
"""How far from the word for the happening, in code points, those may be named who take part."""

SUBJECT_REACH = 100
SEVERAL = 2
OF_HOLDER = re.compile(r"(?:\s+\w{1,3}){0,2}\s+")
"""Between an office, its state and its holder stand only small words."""


@dataclass(frozen=True, slots=True)
class Parties:
    """Those who take part, in the order of the words, and how many others the words stand for."""

    entity_ids: tuple[str, ...]
    n_unnamed: int

    @property
    def n(self) -> int:
        """How many take part at least."""
        return len(set(self.entity_ids)) + self.n_unnamed


@dataclass(frozen=True, slots=True)
class Room:
    """Who is present: the participants of the main meetings, and those of the sentences before."""

    present: frozenset[str]
    before: Sequence[Span]
    """The sentences of the paragraph that stand in front."""


def parties(scene: Scene, within: Span, trigger: Trigger, room: Room) -> Parties:
    """Who takes part in a happening; `within` is the part of its sentence that tells it."""
    near = Span(
        max(within.start, trigger.span.start - REACH),
        max(trigger.span.end, min(within.end, trigger.span.end + REACH)),
    )
    if trigger.kind.is_visit and trigger.is_verb:
        near_visitor = Span(near.start, trigger.span.start)
        if not _count(scene, near_visitor, near_visitor, trigger, room).n and not trigger.kind.host_first:
            return Parties((), 0)  # somebody came who is none of those that count
    return _count(scene, within, near, trigger, room)


def _count(scene: Scene, within: Span, near: Span, trigger: Trigger, room: Room) -> Parties:
    named = [(it.start, it.entity_id) for it in scene.parties(near)]
    said = sorted(_persons_of_pronouns(scene, near, trigger, room))
    ids = tuple(entity_id for _, entity_id in sorted([*named, *said]))
    if not ids and scene.words.antecedents.match(scene.text, within.start, within.end):
        named_before = (tuple(it.entity_id for it in scene.parties(sentence)) for sentence in reversed(room.before))
        ids = next(filter(None, named_before), ())
    return Parties(ids, _unnamed(scene, near, trigger, room, ids))


def _unnamed(scene: Scene, near: Span, trigger: Trigger, room: Room, ids: Sequence[str]) -> int:
    """How many the words stand for that name nobody."""
    taken = [it.span for it in scene.mentions(near)]
    holders = [
        n
        for span, n in scene.holders.count(scene.text, near)
        if not any(span.overlaps(it) for it in taken) and not _is_title(scene, span, near)
    ]
    pronouns = scene.words.third
    if trigger.kind.is_personal:
        if not trigger.is_verb and pronouns.owner.search(scene.text, near.start, trigger.span.start):
            holders.append(SEVERAL)  # their talks, its session
        elif not ids and _subject(scene, pronouns, near, trigger) is not None:
            holders.append(1)
        if _is_of_all_present(scene, near, trigger, room, ids):
            holders.append(1)
    elif trigger.is_verb and scene.speaker_at(near) and _subject(scene, scene.words.first, near, trigger) is not None:
        holders.append(1)  # we signed, for those for whom we speak
    return sum(holders)


def _is_title(scene: Scene, office: Span, near: Span) -> bool:
    """Whether an office is that of somebody named behind it: the Foreign Minister of Veldoria Anton Merelin."""
    reached = office.end
    for mention in scene.somebody(Span(office.end, max(office.end, near.end))):
        if not OF_HOLDER.fullmatch(scene.text, reached, mention.start):
            return False
        if mention.entity_type is EntityType.PERSON:
            return True
        reached = mention.end
    return False


def _is_of_all_present(scene: Scene, near: Span, trigger: Trigger, room: Room, ids: Sequence[str]) -> bool:
    """Whether we are those who are here together, rather than one of them with somebody else."""
    if len(set(ids)) != 1 or not room.present > {*ids}:
        return False
    start = max(near.start, trigger.span.start - SUBJECT_REACH)
    return bool(scene.words.several_of_us.search(scene.text, start, trigger.span.start))


def _persons_of_pronouns(scene: Scene, near: Span, trigger: Trigger, room: Room) -> Iterator[tuple[int, str]]:
    """Whom I and you mean: who speaks, and the one other person who is present."""
    speaker = scene.speaker_at(near)
    if speaker is None or not trigger.kind.is_personal:
        return
    others = room.present - {speaker}
    if (at := _meant(scene, scene.words.first, near, trigger)) is not None:
        yield at, speaker
    if len(others) == 1 and (at := _meant(scene, scene.words.second, near, trigger)) is not None:
        yield at, next(iter(others))


def _meant(scene: Scene, pronouns: Pronouns, near: Span, trigger: Trigger) -> int | None:
    """Where a pronoun stands that takes part: as subject, as owner of a noun, or behind the word."""
    if (at := _subject(scene, pronouns, near, trigger)) is not None:
        return at
    if not trigger.is_verb and (owner := pronouns.owner.search(scene.text, near.start, trigger.span.start)):
        return owner.start()
    found = pronouns.object.match(scene.text, trigger.span.end, near.end)
    return found.end() if found else None


def _subject(scene: Scene, pronouns: Pronouns, near: Span, trigger: Trigger) -> int | None:
    """Where a pronoun stands as the subject: in the same clause, with nobody else as its subject."""
    if trigger.kind.is_visit and not trigger.is_verb:
        return None  # we look forward to the visit of somebody else
    start = max(near.start, trigger.span.start - SUBJECT_REACH)
    clause = _last(scene.words.complementisers, scene.text, start, trigger.span.start)
    start = clause.end() if clause else start
    found = _last(pronouns.subject, scene.text, start, trigger.span.start)
    if found is None or any(scene.persons(Span(found.end(), trigger.span.start))):
        return None
    return found.start()


def _last(pattern: re.Pattern[str], text: str, start: int, end: int) -> re.Match[str] | None:
    return next(iter(reversed(list(pattern.finditer(text, start, end)))), None)
