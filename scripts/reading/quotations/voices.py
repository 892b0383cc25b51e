"""Voices: whom the words for a source mean, by name, description or pronoun, as a text goes on."""

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from functools import cache
from itertools import islice
from typing import NamedTuple

from lading.standoff import Span
from schemas.vocabularies import EntityType
from scripts.reading.found import Mention
from scripts.reading.grammar import alternatives, listed
from scripts.reading.language import Language
from scripts.reading.names.names import Names
from scripts.reading.names.shapes import Gender
from scripts.reading.names.small_words import small_words
from scripts.reading.quoted.attributions import CHUNK

WORDS = re.compile(r"[^\W\d_]+")
SENTENCE_END = re.compile(r"[.!?\u2026][\"'\u201d\u2019\u00bb)]*\s")
SPEAKERS = {EntityType.PERSON, EntityType.ORGANISATION}
CHUNKS_LOOKED_AT = 4
SENTENCE_LIMIT = 600
OPENING_WORDS = 8
"""Among the first words of a sentence its subject stands."""


class Voice(NamedTuple):
    """Who speaks, and the words that say so."""

    speaker_id: str
    source: Span | None


@dataclass(frozen=True, slots=True)
class VoiceWords:
    """The words of a language that stand for somebody named before."""

    genders: dict[str, Gender]
    bodies: frozenset[str]
    pronouns: frozenset[str]
    """Every pronoun for somebody named before."""
    first_person: frozenset[str]
    texts: frozenset[str]
    relatives: frozenset[str]
    in_titles: frozenset[str]
    """Small words between an office and a name."""
    possessive: re.Pattern[str]
    governed: re.Pattern[str]
    described: re.Pattern[str]


@cache
def voice_words(language: Language) -> VoiceWords:
    """The words of a language that stand for somebody named before."""
    words = language.words("quotations")
    pronouns = {kind: listed(forms) for kind, forms in words["pronouns"].items()}
    small = small_words(language)
    return VoiceWords(
        genders={form: gender for gender in Gender for form in pronouns[gender]},
        bodies=frozenset(pronouns["body"]),
        pronouns=frozenset(form for forms in pronouns.values() for form in forms),
        first_person=frozenset(pronouns["speaker"]),
        texts=frozenset(listed(words["texts"])),
        relatives=frozenset(listed(words["relatives"])),
        in_titles=frozenset(listed(words["in_titles"])),
        possessive=small.possessive,
        governed=re.compile(rf"\b(?:{alternatives(listed(words['governing']))})(?:\s+{small.determiner})?\s+$"),
        described=re.compile(rf"\b{small.determiner}\s+[^\s].*$"),
    )


class Voices:
    """Remembers who spoke while a document is read from its beginning to its end."""

    def __init__(self, text: str, names: Names, language: Language) -> None:
        self._text = text
        self._names = names
        self._words = voice_words(language)
        self._mentions = [mention for mention in names.mentions if mention.entity_type in SPEAKERS]
        self._starts = [mention.start for mention in self._mentions]
        self._last: str | None = None
        self._last_body: str | None = None
        self._last_by_gender: dict[Gender, str] = {}
        self._since = 0

    @property
    def last(self) -> Voice | None:
        """Who spoke last."""
        return Voice(self._last, None) if self._last else None

    def hear(self, voice: Voice) -> None:
        """Note that somebody spoke, or is what a sentence is about."""
        self._last = voice.speaker_id
        if self._is_person(voice.speaker_id):
            gender = self._names.gender(voice.speaker_id)
            for possible in (gender,) if gender else Gender:
                self._last_by_gender[possible] = voice.speaker_id
        else:
            self._last_body = voice.speaker_id

    def lose(self, source: Span) -> None:
        """Note that somebody unknown spoke, or is what a sentence is about: a pronoun behind may mean that person."""
        if not self._is_text(source):
            self._last = None
            self._last_by_gender = {}
            self._since = source.end

    def of(self, source: Span, speaker: str | None) -> Voice | None:
        """Whom the words for a source mean; `speaker` is who says them, for "I" and "we"."""
        chunks = [Span(*match.span()) for match in CHUNK.finditer(self._text, *source)]
        for chunk in chunks[: -CHUNKS_LOOKED_AT - 1 : -1]:
            first = WORDS.search(self._text, *chunk)
            if first and first.group() in self._words.relatives:
                continue
            if voice := self._of_phrase(chunk, speaker):
                return voice
        return None

    def subject(self, sentence: Span) -> Voice | None:
        """Whom a sentence that opens with a name is about; an office or a post may stand in front of it."""
        mention = self._mention_from(sentence.start, sentence.end)
        if mention is None or mention.entity_type != EntityType.PERSON or self._is_possessor(mention):
            return None
        opening = WORDS.findall(self._names.without_post(self._text[sentence.start : mention.start].rstrip()))
        in_capitals = all(word[0].isupper() or word in self._words.in_titles for word in opening)
        return Voice(mention.entity_id, mention.span) if in_capitals else None

    def unread_subject(self, sentence: Span) -> Span | None:
        """What a sentence tells from a name in its opening on, where that may be a subject that cannot be read.

        A pronoun in front of the name is the subject, so that whoever it means still is who is spoken of.
        """
        opening = self._opening(sentence)
        if stranger := self._names.stranger(self._text, opening):
            return Span(stranger.start, sentence.end)
        mention = self._mention_from(*opening)
        if mention is None or mention.entity_type != EntityType.PERSON:
            return None
        is_aside = self._is_possessor(mention) or self._is_governed(mention, opening)
        return None if is_aside else Span(mention.start, sentence.end)

    def _opening(self, sentence: Span) -> Span:
        """The first words of a sentence, up to a pronoun."""
        end = sentence.start
        for match in islice(WORDS.finditer(self._text, *sentence), OPENING_WORDS):
            if match.group() in self._words.pronouns:
                break
            end = match.end()
        return Span(sentence.start, end)

    def _of_phrase(self, phrase: Span, speaker: str | None) -> Voice | None:
        words = list(WORDS.finditer(self._text, *phrase))
        if not words:
            return None
        last = words[-1]
        if voice := self._of_pronoun(last.group(), Span(*last.span()), speaker):
            return voice
        mentions = self._mentions[bisect_left(self._starts, phrase.start) : bisect_left(self._starts, phrase.end)]
        free = [
            mention
            for mention in mentions
            if not self._is_possessor(mention) and not self._is_governed(mention, phrase)
        ]
        rest = Span(free[-1].end if free else phrase.start, phrase.end)
        described = self._words.described.search(self._text, *rest)
        if described and (voice := self._described(Span(*described.span()), last.group())):
            return voice
        speakers = {mention.entity_id for mention in free if mention.entity_type == EntityType.PERSON}
        if len(speakers) > 1:
            return None  # two speak with one voice
        persons = [mention for mention in free if mention.entity_type == EntityType.PERSON]
        if chosen := (persons or free)[-1:]:
            return Voice(chosen[0].entity_id, chosen[0].span)
        return None if mentions else self._described(phrase, last.group())

    def _of_pronoun(self, word: str, span: Span, speaker: str | None) -> Voice | None:
        found: str | None = None
        if word in self._words.first_person:
            found = speaker
        elif word in self._words.bodies:
            found = self._last_body
        elif gender := self._words.genders.get(word):
            found = self._last_by_gender.get(gender) or self._named_before(span.start, gender)
        return Voice(found, span) if found else None

    def _described(self, phrase: Span, last_word: str) -> Voice | None:
        text = self._text[phrase.start : phrase.end]
        span = Span(phrase.start + len(text) - len(text.lstrip()), phrase.end - len(text) + len(text.rstrip()))
        person = self._names.person(text, before=phrase.start)
        found = person or self._names.organisation(text)
        if found is None and last_word in self._words.texts:
            found = self._last_body
        return Voice(found, span) if found else None

    def _named_before(self, at: int, gender: Gender) -> str | None:
        """The first person of the sentence that named one last."""
        before = self._mentions[bisect_left(self._starts, self._since) : bisect_right(self._starts, at)]
        fitting = (mention for mention in reversed(before) if self._fits(mention, gender))
        nearest = next(fitting, None)
        if nearest is None:
            return None
        ends = list(SENTENCE_END.finditer(self._text, max(0, nearest.start - SENTENCE_LIMIT), nearest.start))
        begin = ends[-1].end() if ends else max(0, nearest.start - SENTENCE_LIMIT)
        of_sentence = (mention for mention in before if mention.start >= begin)
        return next(mention.entity_id for mention in of_sentence if self._fits(mention, gender))

    def _fits(self, mention: Mention, gender: Gender) -> bool:
        return self._is_person(mention.entity_id) and self._names.gender(mention.entity_id) in (None, gender)

    def _is_text(self, source: Span) -> bool:
        """Whether no person is meant, but what somebody wrote."""
        words = WORDS.findall(self._text, *source)
        return bool(words) and words[-1] in self._words.texts

    def _is_person(self, entity_id: str) -> bool:
        return self._names.is_person(entity_id)

    def _mention_from(self, start: int, end: int) -> Mention | None:
        at = bisect_left(self._starts, start)
        return self._mentions[at] if at < len(self._mentions) and self._starts[at] < end else None

    def _is_possessor(self, mention: Mention) -> bool:
        return self._words.possessive.match(self._text, mention.end) is not None

    def _is_governed(self, mention: Mention, phrase: Span) -> bool:
        """Whether a preposition makes the mention part of a circumstance: "at the meeting with Osgan"."""
        return bool(self._words.governed.search(self._text, phrase.start, mention.start))
