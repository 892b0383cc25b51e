"""Names: which persons, bodies, places and agreements a document names, and whom its labels and descriptions mean."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from lading.standoff import Span
from schemas.vocabularies import EntityType, SpeakerType
from scripts.reading.found import Layout, Mention, NewEntity
from scripts.reading.language import Language
from scripts.reading.names import mentions
from scripts.reading.names.acquaintance import acquaintance
from scripts.reading.names.directory import Directory, directory
from scripts.reading.names.entities import Registry
from scripts.reading.names.introductions import Citing, introduce
from scripts.reading.names.mentions import Candidate, pick
from scripts.reading.names.office_words import PERSON, POST
from scripts.reading.names.offices import Appointment
from scripts.reading.names.persons import Person
from scripts.reading.names.shapes import GAP, INITIAL_END, WORD, Gender, span_of
from scripts.reading.names.vocabulary import vocabulary
from scripts.reading.paragraphs import paragraphs
from scripts.reading.quoted import passages

WORD_START = re.compile(r"(?<![\w'\u2019-])[^\W\d_]")
WITHIN_SENTENCE = re.compile(rf"(?<=[^\W\d_]|,){GAP}(?P<word>{WORD})(?!\w)")
NOTE = re.compile(r"[(\[<][^)\]>]*[)\]>]")


@dataclass(frozen=True, slots=True)
class Names:
    """The names of one document."""

    mentions: tuple[Mention, ...]
    new_entities: tuple[NewEntity, ...]
    participants: frozenset[str]
    """Who speaks, and whom title and lead announce."""
    _directory: Directory
    _readings: dict[tuple[str, bool], Sequence[tuple[Person, ...]]] = field(
        default_factory=dict, compare=False, repr=False
    )
    """What designations may mean: most come again and again."""

    def person(self, designation: str, before: int | None = None) -> str | None:
        """Whom a name, a label or a description means; of several, who was named last, `before` a place of the text."""
        designation = " ".join(NOTE.sub(" ", designation).split())
        readings = self._readings.get(key := (designation, before is None))
        if readings is None:
            readings = (*self._named(designation), self._in_office(designation, before), self._titled(designation))
            self._readings[key] = readings
        chosen = (self._choose(persons, before) for persons in readings if persons)
        return next((person_id for person_id in chosen if person_id), None)

    def organisation(self, name: str) -> str | None:
        """The body of that name: one that the registry knows or that the document names."""
        name = " ".join(name.split())
        article = self._directory.small_words.article.match(name)
        name = name[article.end() :] if article else name
        known = self._directory.entities.get(name)
        if known is None and (body := self._directory.bodies.described(name)):
            known = self._directory.bodies.known(*body)
        if known is None or self._directory.entities.type(known) != EntityType.ORGANISATION:
            return None
        return known if self._directory.entities.is_registered(known) or self._is_named(known) else None

    def name(self, entity_id: str) -> str:
        """What an entity is called here, however this document spells it."""
        return self._directory.entities.name(entity_id)

    def is_person(self, entity_id: str) -> bool:
        """Whether the entity is a person."""
        return self._directory.entities.type(entity_id) == EntityType.PERSON

    def offices(self, person_id: str) -> frozenset[str]:
        """The kinds of office that a person holds, of a state or left open of whom; a counterpart holds none."""
        entities, held = self._directory.entities, self._directory.persons[person_id].offices
        of_state = (it.kind for it in held if it.of is None or entities.type(it.of) == EntityType.PLACE)
        return frozenset(filter(self._is_telling, of_state))

    def may_be_in_office(self, person_id: str, description: str) -> bool:
        """Whether an office that a description may mean is a person's, as far as either is known."""
        kinds = self._directory.offices.kinds(description)
        held = {office.kind for office in self._directory.persons[person_id].offices if self._is_telling(office.kind)}
        return not kinds or not held or not kinds.isdisjoint(held)

    def posts(self, text: str, span: Span) -> Iterator[Appointment]:
        """The offices that a stretch of the text names, each with its holder where a name stands with it."""
        return self._directory.offices.find(text, span)

    def gender(self, person_id: str) -> Gender | None:
        """Which pronoun stands for a person, where the document or the name tells."""
        return self._directory.persons[person_id].gender

    def stranger(self, text: str, opening: Span) -> Span | None:
        """The name in the opening of a sentence, where it may be a person's and nobody is known to be meant.

        Behind other words ("Denby defender Tom Reyes") it takes a full name, as most single words are no person's.
        """
        for start in WORD_START.finditer(text, *opening):
            if not text[start.start()].isupper():
                continue
            words = self._directory.offices.name(text, Span(start.start(), opening.end))
            if words and self._is_stranger(text, [word.text for word in words], start.start() == opening.start):
                return None if self._is_mentioned(span_of(words)) else span_of(words)
        return None

    def without_post(self, phrase: str) -> str:
        """A phrase without the office or post at its end: "Veldorian" of "Veldorian negotiator"."""
        words = self._directory.offices.words
        whole = Span(0, len(phrase))
        hits = [hit.span for office in (words.titles, words.epithets) for hit in office.find(phrase, whole)]
        return phrase[: min((hit.start for hit in hits if hit.end == len(phrase)), default=len(phrase))]

    def _named(self, designation: str) -> Iterator[tuple[Person, ...]]:
        """The readings of a designation that contains a name, the surest first."""
        persons, offices, shapes = self._directory.persons, self._directory.offices, self._directory.shapes
        honorific = shapes.honorific.match(designation)
        name = designation[honorific.end() :] if honorific else designation
        if (words := shapes.parts(name)) and not offices.is_title(name, 0):
            yield persons.called(words)
            if len(words) > 1 and not words[0].endswith(INITIAL_END) and not persons.called(words):
                return  # somebody else of the same surname
        whole = Span(0, len(designation))
        for appointment in offices.find(designation, whole):
            yield persons.called(tuple(word.text for word in appointment.holder)) if appointment.holder else ()
        for hit in self._directory.entities.find(designation, [whole]):
            if self._directory.entities.type(hit.meaning) == EntityType.PERSON:
                yield (persons[hit.meaning],)
        for hit in mentions.surnames(designation, whole, self._directory):
            yield persons.of_surname(hit.meaning)

    def _in_office(self, designation: str, before: int | None) -> tuple[Person, ...]:
        """Everybody present who holds the office that a description names; at a place of the text, or is said to."""
        offices = self._directory.offices.described(designation)
        present = [person for person in self._directory.persons if person.present]
        gender = self._directory.small_words.gendered.get(designation.partition(" ")[0].lower())
        fitting = [person for person in present if gender is None or person.gender in (None, gender)]
        if before is None:
            return tuple(person for person in fitting if any(person.holds(office) for office in offices))
        return tuple(person for person in fitting if any(person.may_hold(office) for office in offices))

    def _titled(self, designation: str) -> tuple[Person, ...]:
        """Everybody present whose title is given in short: "President" for the President of the Government."""
        article = self._directory.small_words.article.match(designation)
        title = self._directory.shapes.lower(designation[article.end() :] if article else designation)
        present = (person for person in self._directory.persons if person.present)
        return tuple(person for person in present if person.is_titled(title))

    def _choose(self, persons: tuple[Person, ...], before: int | None) -> str | None:
        ids = tuple(person.entity_id for person in persons)
        if len(ids) == 1:
            return ids[0]
        behind = 0 if before is None else bisect_right(self.mentions, before, key=lambda mention: mention.end)
        last_named: dict[str, int] = {}
        for mention in reversed(self.mentions[:behind]):
            if mention.entity_id in ids:
                last_named.setdefault(mention.entity_id, mention.start)
            if len(last_named) == len(ids):
                break
        return pick(Candidate(0, 0, ids), set(self.participants), last_named, self._directory)

    def _is_stranger(self, text: str, words: Sequence[str], is_first: bool) -> bool:
        if len(words) > 1:
            return True
        return is_first and bool(self._directory.persons.called(tuple(words)) or words[0] in _named_within(text))

    def _is_mentioned(self, span: Span) -> bool:
        """Whether a mention lies where the span does; mentions are in order and apart."""
        behind = bisect_right(self.mentions, span.start, key=lambda mention: mention.end)
        return behind < len(self.mentions) and self.mentions[behind].start < span.end

    def _is_telling(self, kind: str) -> bool:
        """Whether a kind of office is more than that of somebody's counterpart, or of whoever has any post."""
        return kind != POST and self._directory.offices.words.of.get(kind) != PERSON

    def _is_named(self, entity_id: str) -> bool:
        return any(mention.entity_id == entity_id for mention in self.mentions)


@lru_cache(maxsize=2)
def _named_within(text: str) -> frozenset[str]:
    """The words that have their capital letter within a sentence too, or behind a first name."""
    return frozenset(match["word"] for match in WITHIN_SENTENCE.finditer(text))


def find(text: str, layout: Layout, language: Language, registry: Registry) -> Names:
    """The names of a document."""
    words = vocabulary(text)
    known = directory(language, acquaintance(text, registry, directory(language, registry, words)), words)
    parts = list(paragraphs(text, layout))
    citing = Citing(tuple(passages.sources(text, layout, language)), tuple(passages.openings(text, layout, language)))
    introductions = introduce(text, layout, parts, citing, known)
    unread = Names((), (), frozenset(), known)
    speakers: dict[Span, str] = {}
    for turn in layout.turns:
        official = turn.speaker if turn.speaker_type == SpeakerType.OFFICIAL else None
        if official and (person_id := unread.person(official)):
            speakers[turn.span] = person_id
    found, participants = mentions.find(text, parts, introductions, speakers, known)
    named = {mention.entity_id for mention in found} | set(speakers.values())
    new = tuple(entity for entity in known.entities.new if entity.entity_id in named)
    return Names(found, new, frozenset(participants), known)
