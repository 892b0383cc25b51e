"""Where a document names the persons, bodies, places and agreements of its directory."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from lading.standoff import Span
from schemas.vocabularies import EntityType, ZoneKind
from scripts.reading.found import Mention
from scripts.reading.names import neighbours
from scripts.reading.names.directory import Directory
from scripts.reading.names.gazetteer import Gazetteer, Hit
from scripts.reading.names.introductions import Introduction
from scripts.reading.names.persons import Person
from scripts.reading.names.shapes import CAPITAL, Shapes
from scripts.reading.names.vocabulary import vocabulary
from scripts.reading.paragraphs import Paragraph

INITIAL = re.compile(rf"{CAPITAL}\.")
INITIALS = re.compile(rf"(?<!\w)(?:{CAPITAL}\.){{1,2}}$")
"""Initials that nothing parts from the surname."""
LOOK_BACK = 8
ANNOUNCING = {ZoneKind.TITLE, ZoneKind.DATELINE, ZoneKind.LEAD}


@dataclass(frozen=True, slots=True)
class Candidate:
    """A name, and everything that it may stand for."""

    start: int
    end: int
    entity_ids: tuple[str, ...]
    is_address: bool = False


def find(
    text: str,
    paragraphs: Sequence[Paragraph],
    introductions: Iterable[Introduction],
    speakers: Mapping[Span, str],
    directory: Directory,
) -> tuple[tuple[Mention, ...], set[str]]:
    """The mentions in their order, none inside another, and who takes part; `speakers` are who speaks in the turns."""
    spans = [paragraph.span for paragraph in paragraphs]
    candidates = [
        *_bodies(text, spans, speakers, directory),
        *_known(text, spans, directory),
        *_introduced(introductions, directory),
        *_with_patronymic(text, spans, directory),
        *_first_names(text, spans, directory),
        *(found for paragraph in paragraphs for found in _surnames(text, paragraph, directory)),
    ]
    participants = set(speakers.values()) | _announced(candidates, paragraphs, directory)
    return tuple(_resolved(candidates, participants, directory)), participants


def pick(
    candidate: Candidate, participants: set[str], last_named: Mapping[str, int], directory: Directory
) -> str | None:
    """Whom a name means: the participant for a form of address, else who was named last, else the only one present."""
    ids = candidate.entity_ids
    taking_part = [entity_id for entity_id in ids if entity_id in participants]
    named = sorted((last_named[entity_id], entity_id) for entity_id in ids if entity_id in last_named)
    present = [entity_id for entity_id in ids if directory.persons[entity_id].present] if len(ids) > 1 else []
    if len(ids) == 1:
        return ids[0]
    if len(taking_part) == 1 and (candidate.is_address or not named):
        return taking_part[0]
    if named:
        return named[-1][1]
    return present[0] if len(present) == 1 else None


def surnames(text: str, span: Span, directory: Directory) -> Iterator[Hit[str]]:
    """The surnames within a span, whatever stands beside them."""
    known = _gazetteer(directory.shapes, tuple(directory.persons.surnames))
    for hit in known.find(text, span):
        surname = text[hit.start : hit.end]
        if surname not in directory.shapes.not_names:
            yield Hit(hit.start, hit.end, surname)


def _resolved(candidates: Iterable[Candidate], participants: set[str], directory: Directory) -> Iterator[Mention]:
    last_named: dict[str, int] = {}
    reached = 0
    for candidate in sorted(candidates, key=lambda candidate: (candidate.start, -candidate.end)):
        if candidate.start < reached:
            continue
        entity_id = pick(candidate, participants, last_named, directory)
        if entity_id is not None:
            yield Mention(candidate.start, candidate.end, directory.entities.type(entity_id), entity_id)
            last_named[entity_id], reached = candidate.start, candidate.end


def _known(text: str, spans: Sequence[Span], directory: Directory) -> Iterator[Candidate]:
    """Full names and aliases of everything."""
    hits = list(directory.entities.find(text, spans))
    institutions = directory.offices.words.institutions
    namesakes = _namesakes(text, hits, spans, directory)
    for hit in hits:
        if directory.polities.is_met(hit.meaning) and not _is_whole(text, hit, spans, directory):
            continue
        if directory.entities.type(hit.meaning) == EntityType.PERSON:
            person = directory.persons[hit.meaning]
            after = neighbours.WORD_AFTER.match(text, hit.end)
            is_doubtful = person.provisional or hit.meaning in namesakes
            if (is_doubtful and _is_bare(text, hit)) or (after and after.group(1) in institutions):
                continue
            person.present = True
        yield Candidate(hit.start, hit.end, (hit.meaning,))


def _namesakes(text: str, hits: Sequence[Hit[str]], spans: Sequence[Span], directory: Directory) -> frozenset[str]:
    """The persons whom the document does not name in full, while it names others of the same surname."""
    persons = [hit for hit in hits if directory.entities.type(hit.meaning) == EntityType.PERSON]
    in_full = {hit.meaning for hit in persons if not _is_bare(text, hit)}
    bare = (hit for hit in persons if hit.meaning not in in_full)
    return frozenset(hit.meaning for hit in bare if _is_of_another(text, hit, spans, directory))


def _is_bare(text: str, hit: Hit[str]) -> bool:
    return len(text[hit.start : hit.end].split()) == 1


def _is_of_another(text: str, surname: Hit[str], spans: Sequence[Span], directory: Directory) -> bool:
    """Whether a first name stands in front: with that of the person it would have been found as the full name."""
    within = spans[bisect_right(spans, Span(surname.start, len(text))) - 1]
    word = neighbours.before(text, surname.span, within, directory)
    return word is not None and directory.shapes.given(word.group(1)) is not None


def _is_whole(text: str, hit: Hit[str], spans: Sequence[Span], directory: Directory) -> bool:
    within = spans[bisect_right(spans, Span(hit.start, len(text))) - 1]
    return neighbours.is_whole(text, hit.span, within, directory)


def _bodies(
    text: str, spans: Sequence[Span], speakers: Mapping[Span, str], directory: Directory
) -> Iterator[Candidate]:
    """Bodies of a state; without the state it is that of the speaker."""
    bodies = directory.bodies
    starts = [turn.start for turn in speakers]
    turns = list(speakers.items())
    for span in spans:
        for body in bodies.find(text, span):
            if body.of is not None:
                yield Candidate(body.start, body.end, (bodies.known_or_new(body.kind, body.of, body.noun),))
                continue
            before = bisect_right(starts, body.start) - 1
            spoken = before >= 0 and body.end <= turns[before][0].end
            if (
                spoken
                and directory.small_words.the_before.search(text, span.start, body.start)
                and not neighbours.WORD_AFTER.match(text, body.end)
            ):
                states = sorted({office.of for office in directory.persons[turns[before][1]].offices if office.of})
                own = [known for state in states if (known := bodies.known(body.kind, state))]
                if len(own) == 1:
                    yield Candidate(body.start, body.end, (own[0],))


def _introduced(introductions: Iterable[Introduction], directory: Directory) -> Iterator[Candidate]:
    for found in introductions:
        yield Candidate(*found.span, _ids(directory.persons.called(found.words)), found.is_address)


def _with_patronymic(text: str, spans: Sequence[Span], directory: Directory) -> Iterator[Candidate]:
    known = vocabulary(text)
    for span in known.spans_with(directory.shapes.patronymics(known), spans):
        for match in directory.shapes.patronymic.finditer(text, *span):
            words = tuple(word.text for word in directory.shapes.words(text, Span(*match.span())))
            if persons := directory.persons.called(words):
                yield Candidate(*match.span(), _ids(persons), is_address=True)


def _first_names(text: str, spans: Sequence[Span], directory: Directory) -> Iterator[Candidate]:
    for span in vocabulary(text).spans_with(directory.shapes.address_words, spans):
        for match in directory.shapes.address.finditer(text, *span):
            group = "given" if match["given"] else "called"
            persons = directory.persons.of_given_name(match[group])
            if len(persons) == 1:
                yield Candidate(*match.span(group), _ids(persons), is_address=True)


def _surnames(text: str, paragraph: Paragraph, directory: Directory) -> Iterator[Candidate]:
    for hit in surnames(text, paragraph.span, directory):
        persons = directory.persons.of_surname(hit.meaning)
        if initials := INITIALS.search(text, max(paragraph.span.start, hit.start - LOOK_BACK), hit.start):
            persons = directory.persons.called((*INITIAL.findall(initials.group()), hit.meaning)) or persons
        name = Span(initials.start() if initials else hit.start, hit.end)
        if paragraph.zone == ZoneKind.TITLE or _stands_alone(text, name, paragraph.span, persons, directory):
            yield Candidate(*name, _ids(persons))


def _stands_alone(text: str, name: Span, paragraph: Span, persons: Sequence[Person], directory: Directory) -> bool:
    """Whether no capitalised word beside a surname makes it the name of somebody or something else."""
    if neighbours.after(text, name, paragraph, directory):
        return False
    before = neighbours.before(text, name, paragraph, directory)
    if before is None:
        return True
    return neighbours.opens_sentence(text, before, paragraph, directory) and any(person.present for person in persons)


def _announced(candidates: Iterable[Candidate], paragraphs: Iterable[Paragraph], directory: Directory) -> set[str]:
    """Whom title, dateline and lead name beyond doubt."""
    heads = [paragraph.span for paragraph in paragraphs if paragraph.zone in ANNOUNCING]
    last = max((head.end for head in heads), default=0)
    sure = [found for found in candidates if found.start < last and len(found.entity_ids) == 1]
    ids = {found.entity_ids[0] for found in sure if any(head.start <= found.start < head.end for head in heads)}
    return {entity_id for entity_id in ids if directory.entities.type(entity_id) == EntityType.PERSON}


def _ids(persons: Iterable[Person]) -> tuple[str, ...]:
    return tuple(person.entity_id for person in persons)


@lru_cache(maxsize=64)
def _gazetteer(shapes: Shapes, surnames: tuple[str, ...]) -> Gazetteer[str]:
    return Gazetteer({surname: surname for surname in surnames}, shapes.keys, shapes.keys, capitalised=True)
