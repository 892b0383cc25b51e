"""The meetings that a document is about: who met, by its title and lead, and who came to whom.

The host is whom the speakers call so, else who invited or received somebody by title or lead, else whom somebody
visited, else the head of a state or government whom somebody of lower rank met. The order of the names by itself tells
nothing: without any of these a meeting has participants on an equal footing, and is coded as no visit.
"""

import re
from collections import Counter
from collections.abc import Callable, Collection, Iterator, Sequence
from itertools import islice, pairwise

from lading.standoff import Span
from schemas.vocabularies import DatePrecision, EntityType, EventStatus, Genre, ParticipantRole, ZoneKind
from scripts.reading import sentences
from scripts.reading.blocks import trimmed
from scripts.reading.events.occurrences import Occurrence, with_roles
from scripts.reading.events.scene import Day, Scene
from scripts.reading.found import Evidence, Mention, Participant
from scripts.reading.language import Language
from scripts.reading.readable import readable

COMMA = re.compile(r",?\s*")
SIDES = 2
"""It takes two to meet."""

NO_MEETING = {Genre.INTERVIEW, Genre.BRIEFING}
"""Where somebody speaks to journalists only."""

OPENING = 6
"""Among how many sentences at the beginning one may name both sides."""


def find(scene: Scene, language: Language) -> list[Occurrence]:
    """The main meetings; none where title and lead do not tell of two persons who met on a known day."""
    heads = _heads(scene, language)
    told = [it.kind for head in heads for it in scene.words.triggers(scene.text, head)]
    meetings = [it for it in told if it.is_meeting or it.is_call]
    persons = _persons(scene, heads)
    day = _day(scene, heads)
    if day is None or len(persons) < SIDES or not meetings or scene.facts.genre in NO_MEETING:
        return []
    if not _is_of_officials(scene, heads, persons):
        return []
    visit = next((kind for kind in meetings if kind.is_visit), None)
    place = next((place for head in heads if (place := _place(scene, head))), None)
    evidence = tuple(Evidence(*head, _asserted(scene, head)) for head in _telling(scene, heads, persons))

    if meetings[0].is_call:
        return [Occurrence(meetings[0], day, EventStatus.REPORTED, with_roles(meetings[0], persons), None, evidence)]

    def meeting(of: Sequence[str], participants: tuple[Participant, ...]) -> Occurrence:
        hosted = (
            participants
            or _invited(scene, heads, of)
            or (visit and with_roles(visit, of))
            or _by_rank(scene, heads, of)
        )
        kind = scene.words.kinds.main_meeting if hosted else scene.words.kinds.main_meeting_without_host
        return Occurrence(kind, day, EventStatus.REPORTED, hosted or with_roles(kind, of), place, evidence)

    visitor, *counterparts = persons
    if _one_after_the_other(scene, heads, counterparts):
        return [meeting([visitor, it], ()) for it in counterparts]
    return [meeting(persons, _by_their_words(scene, persons))]


def _is_of_officials(scene: Scene, heads: Sequence[Span], persons: Sequence[str]) -> bool:
    """Whether one of them holds an office of a state; in the news, which tell of anybody, both sides."""
    n_holders = sum(bool(scene.names.offices(it) & scene.holders.offices) for it in persons)
    if scene.facts.genre is not Genre.NEWS or n_holders != 1:
        return n_holders > 0
    return any(hit for head in heads for hit in scene.holders.equals.find(scene.text, head))


def _one_after_the_other(scene: Scene, heads: Sequence[Span], counterparts: Sequence[str]) -> bool:
    """Whether somebody met the others separately: with the president as well as with the minister."""
    named = [it for head in heads for it in scene.mentions(head) if it.entity_id in counterparts]
    return any(
        left.entity_id != right.entity_id and scene.words.separately.search(scene.text, left.end, right.start)
        for left, right in pairwise(named)
    )


def _telling(scene: Scene, heads: Sequence[Span], persons: Sequence[str]) -> Sequence[Span]:
    """The heads that tell of the meeting: a title only announces what the lead names everybody in."""
    full = [head for head in heads if {it.entity_id for it in scene.mentions(head)} >= {*persons}]
    return full[-1:] or [head for head in heads if any(scene.mentions(head))]


def _heads(scene: Scene, language: Language) -> Sequence[Span]:
    """Title and lead; of a news article, and of what tells of officials, the first sentence.

    Where none of these names both sides, the first of the next sentences that does, and speaks of how they met.
    """
    titles = [trimmed(scene.text, *span) for span in scene.spans(ZoneKind.TITLE)]
    leads = [trimmed(scene.text, *span) for span in scene.spans(ZoneKind.LEAD)]
    heads = [*titles[:1], *leads]  # some sites print the title twice
    if scene.facts.genre is Genre.NEWS or scene.is_of_officials:
        paragraphs = (it for kind, it in readable(scene.text, scene.layout) if kind is ZoneKind.NARRATIVE)
        told = islice((it for span in paragraphs for it in sentences.split(scene.text, span, language)), OPENING)
        first = next(told, None)
        heads += [first] if first else []
        if len(_persons(scene, heads)) < SIDES:
            heads += [it for it in told if _tells_of_meeting(scene, it)][:1]
    return heads


def _tells_of_meeting(scene: Scene, sentence: Span) -> bool:
    told = scene.words.triggers(scene.text, sentence)
    return len(_persons(scene, [sentence])) >= SIDES and any(it.kind.is_meeting or it.kind.is_call for it in told)


def _persons(scene: Scene, heads: Sequence[Span]) -> list[str]:
    named = (it for head in heads for it in scene.mentions(head) if it.entity_type is EntityType.PERSON)
    return list(dict.fromkeys(it.entity_id for it in named))


def _day(scene: Scene, heads: Sequence[Span]) -> Day | None:
    """The day that the document gives for it, or that title or lead state, unless it is still to come; else its own."""
    today, given = scene.today, scene.facts.event_date
    stated = [it.day for head in heads for it in scene.days(head) if it.day.precision is DatePrecision.DAY]
    past = [day for day in stated if today is None or day.first <= today]
    if given:
        return next((day for day in past if day.first <= given <= day.last), Day.of(given))
    if past or today is None:
        return past[0] if past else None
    return Day.of(today)


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
    return _received(persons, hosts) if hosts else ()


def _by_rank(scene: Scene, heads: Sequence[Span], persons: Sequence[str]) -> tuple[Participant, ...]:
    """Others call on the heads of states and governments; empty where that tells nothing, as all are, or none."""
    offices = {it: scene.names.offices(it) for it in persons}
    if all(offices.values()):
        hosts = {it for it, held in offices.items() if held & scene.holders.highest_offices}
        return _received(persons, hosts) if hosts and hosts < {*persons} else ()
    return _received_by(scene, heads, persons, lambda it: scene.holders.is_highest(scene.text, it))


def _invited(scene: Scene, heads: Sequence[Span], persons: Sequence[str]) -> tuple[Participant, ...]:
    """Whoever came at the invitation of somebody."""
    invitation = scene.words.invitation
    return _received_by(scene, heads, persons, lambda it: bool(invitation.search(scene.text, *it)))


def _received_by(
    scene: Scene, heads: Sequence[Span], persons: Sequence[str], is_host: Callable[[Span], bool]
) -> tuple[Participant, ...]:
    """Hosts are those whose name, with the words in front of it, says so; empty where that is all of them, or none."""
    named = [(Span(start, it.end), it.entity_id) for head in heads for start, it in _designations(scene, head)]
    hosts = {entity_id for designation, entity_id in named if is_host(designation)} & {*persons}
    return _received(persons, hosts) if hosts and hosts < {*persons} else ()


def _designations(scene: Scene, head: Span) -> Iterator[tuple[int, Mention]]:
    """The persons of a title or lead, and where the words that may give their office begin."""
    start = head.start
    for mention in scene.persons(head):
        yield start, mention
        start = mention.end


def _received(persons: Sequence[str], hosts: Collection[str]) -> tuple[Participant, ...]:
    return tuple(Participant(it, ParticipantRole.RECIPIENT if it in hosts else ParticipantRole.ACTOR) for it in persons)


def _place(scene: Scene, head: Span) -> str | None:
    """Where a title or lead says it was: the place in front of the date, else one behind a preposition."""
    days = [it.span.start for it in scene.days(head)]
    places = [it for it in scene.mentions(head) if it.entity_type is EntityType.PLACE]
    dated = [it.entity_id for it in places if any(COMMA.fullmatch(scene.text, it.end, day) for day in days)]
    return dated[0] if dated else scene.place(head)


def _asserted(scene: Scene, head: Span) -> str | None:
    return next((it.day.value for it in scene.days(head)), None)
