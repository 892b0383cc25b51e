"""Voices: whom the words for a source mean, by name, description or pronoun, as a text goes on."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from itertools import islice
from typing import NamedTuple

from lading.standoff import Span
from schemas.vocabularies import EntityType
from scripts.reading.found import Mention
from scripts.reading.language import Language
from scripts.reading.names.names import Names
from scripts.reading.names.shapes import Gender
from scripts.reading.quotations.voice_words import voice_words
from scripts.reading.quoted.attributions import CHUNK, Attribution

WORDS = re.compile(r"[^\W\d_]+")
SENTENCE_END = re.compile(r"[.!?\u2026][\"'\u201d\u2019\u00bb)]*\s")
SPEAKERS = {EntityType.PERSON, EntityType.ORGANISATION}
CHUNKS_LOOKED_AT = 4
SENTENCE_LIMIT = 600
SUFFIX = re.compile(r"['\u2019][^\W\d_]{1,6}(?!\w)")
LAST_WORD = re.compile(r"\s*\S+\s*$")
DESCRIPTION_LIMIT = 10
CONTINUING_LIMIT = 6
SHORTEST_STEM, LONGEST_ENDING = 3, 2
LONGEST_OPENING = 5
NAMED_LATELY = 100
OPENING_WORDS = 8
"""Among the first words of a sentence its subject stands."""


class Voice(NamedTuple):
    """Who speaks, and the words that say so."""

    speaker_id: str
    source: Span | None


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
        self._last_person: str | None = None
        self._last_by_gender: dict[Gender, str] = {}
        self._since = 0
        self.first_person: str | None = None
        """The first person who speaks, or whom a sentence is about."""

    @property
    def last(self) -> Voice | None:
        """Who spoke last."""
        return Voice(self._last, None) if self._last else None

    def hear(self, voice: Voice) -> None:
        """Note that somebody spoke, or is what a sentence is about."""
        self._last = voice.speaker_id
        if self._is_person(voice.speaker_id):
            self._last_person = voice.speaker_id
            self.first_person = self.first_person or voice.speaker_id
            gender = self._names.gender(voice.speaker_id)
            for possible in (gender,) if gender else Gender:
                self._last_by_gender[possible] = voice.speaker_id
        else:
            self._last_body = voice.speaker_id

    def lose(self, source: Span) -> None:
        """Note that somebody unknown spoke, or is what a sentence is about: a pronoun behind may mean that person."""
        if not self._is_text(source):
            self._last = self._last_person = None
            self._last_by_gender = {}
            self._since = source.end

    def of(self, attribution: Attribution, speaker: str | None) -> Voice | None:
        """Whom the words for a source mean; `speaker` is who says them, for "I" and "we"."""
        voices = (self._of_source(source, attribution, speaker) for source in attribution.sources)
        voice = next((voice for voice in voices if voice), None)
        if voice and attribution.is_impersonal and self._is_person(voice.speaker_id):
            return None
        return voice

    def may_go_on(self, attribution: Attribution) -> bool:
        """Whether who spoke last is meant where nobody else is named."""
        if attribution.is_impersonal or attribution.cue is None:
            return False
        if attribution.shares_sentence or not attribution.sources:
            return True
        return self._words.drops_pronouns and not any(map(self._is_somebody, attribution.sources))

    def may_be_named_behind(self, attribution: Attribution | None) -> bool:
        """Whether words at the beginning of a text leave it to what follows to say whose they are."""
        if attribution is None or attribution.cue is None:
            return True
        phrases = [self._text[source.start : source.end] for source in attribution.sources]
        return not attribution.is_impersonal and all(
            phrase.strip() in self._words.pronouns or self._continues(phrase) for phrase in phrases
        )

    def _of_source(self, source: Span, attribution: Attribution, speaker: str | None) -> Voice | None:
        phrase = self._text[source.start : source.end]
        if phrase in self._words.source_pronouns:
            return self._of_gender(self._words.source_pronouns[phrase], source)
        chunks = [Span(*match.span()) for match in CHUNK.finditer(self._text, *source)]
        if attribution.cue is None:
            chunks.reverse()  # the name comes first: "Osgan (Karsenia):"
        for chunk in self._without_antecedents(chunks[-CHUNKS_LOOKED_AT:]):
            if chunk != chunks[0] and self._is_relative(chunk):
                continue
            if voice := self._of_phrase(chunk, speaker, in_any_case=attribution.is_phrase):
                return voice
        return None

    def _without_antecedents(self, chunks: list[Span]) -> Iterator[Span]:
        """The parts of a source from the last to the first, without those that "to whom" tells something of."""
        is_antecedent = False
        for chunk in reversed(chunks):
            if not is_antecedent:
                yield chunk
            words = WORDS.findall(self._text, *chunk)[:2]
            is_antecedent = (
                len(words) > 1
                and words[1] in self._words.relatives
                and self._words.governed.search(words[0]) is not None
            )

    def _is_relative(self, chunk: Span) -> bool:
        words = WORDS.findall(self._text, *chunk)[:2]
        governed = words and self._words.governed.search(words[0])
        return bool(words) and (words[-1 if governed else 0] in self._words.relatives)

    def _is_somebody(self, source: Span) -> bool:
        """Whether the words for a source name or describe somebody, known or not."""
        determined = self._words.determined.search(self._text, *source)
        is_subject = determined and not self._words.governed.search(self._text, source.start, determined.start())
        return bool(is_subject) or self._names.stranger(self._text, source) is not None

    def subject(self, sentence: Span) -> Voice | None:
        """Whom a sentence that opens with a name is about; an office or a post may stand in front of it."""
        mention = self._mention_from(sentence.start, sentence.end)
        if mention is None or mention.entity_type != EntityType.PERSON or self._is_possessor(mention):
            return None
        opening = self._text[sentence.start : mention.start].rstrip(" ,")
        words = WORDS.findall(self._names.without_post(opening))
        in_capitals = all(word[0].isupper() or word in self._words.in_titles for word in words)
        is_subject = in_capitals or (
            len(words) <= DESCRIPTION_LIMIT and self._names.person(opening, before=mention.end) == mention.entity_id
        )
        return Voice(mention.entity_id, mention.span) if is_subject else None

    def described_subject(self, sentence: Span) -> Voice | None:
        """Whom a sentence that opens with a description is about: "The minister was more cautious."."""
        if not self._text[sentence.start].isupper():
            return None
        ends = [word.end() for word in islice(WORDS.finditer(self._text, *sentence), LONGEST_OPENING)]
        noun = self._words.continuing.search(self._text, sentence.start, ends[-1]) if ends else None
        openings = [Span(sentence.start, end) for end in reversed(ends) if noun and end >= noun.end()]
        openings = [opening for opening in openings if not self._words.possessive.match(self._text, opening.end)]
        determined = not self._words.articled or self._words.determiner.match(self._text, *sentence)
        if not determined or not openings or self._words.indefinite.match(self._text, *sentence):
            return None
        return next((voice for opening in openings if (voice := self._described(opening))), None)

    def may_name(self, source: Span) -> bool:
        """Whether the words for a source end with what may be the name of somebody unknown."""
        words = WORDS.findall(self._text, *source)
        return bool(words) and words[-1][0].isupper() and words[-1] not in self._words.pronouns

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

    def _of_phrase(self, phrase: Span, speaker: str | None, *, in_any_case: bool) -> Voice | None:
        words = list(WORDS.finditer(self._text, *phrase))
        if not words:
            return None
        if voice := self._of_pronoun(words[-1], speaker):
            return voice
        mentions = self._mentions[bisect_left(self._starts, phrase.start) : bisect_left(self._starts, phrase.end)]
        free = [mention for mention in mentions if self._is_free(mention, phrase, in_any_case=in_any_case)]
        persons = [mention for mention in free if self._is_person(mention.entity_id)]
        rest = Span(free[-1].end if free else phrase.start, phrase.end)
        described = self._words.determined.search(self._text, *rest) if mentions else None
        if described and (voice := self._described(Span(*described.span()))):
            return voice
        if len({mention.entity_id for mention in persons}) > 1 and not self._words.verb_last:
            return None  # two speak with one voice
        if persons:
            return self._mentioned(persons[0 if self._words.verb_last else -1])
        if (not mentions or not self._words.articled) and (voice := self._described(phrase)):
            return voice
        if free:
            return self._mentioned(free[-1])
        return next((voice for word in words if (voice := self._of_pronoun(word, speaker))), None)

    def _mentioned(self, mention: Mention) -> Voice:
        return Voice(mention.entity_id, mention.span)

    def _is_free(self, mention: Mention, phrase: Span, *, in_any_case: bool) -> bool:
        """Whether a mention may be a subject: nothing depends on it, and it depends on nothing."""
        if self._is_possessor(mention) or self._is_governed(mention, phrase):
            return False
        return in_any_case or not self._is_oblique(mention)

    def _of_pronoun(self, match: re.Match[str], speaker: str | None) -> Voice | None:
        word, span = match.group(), Span(*match.span())
        if word in self._words.first_person:
            return Voice(speaker, span) if speaker else None
        if word in self._words.bodies:
            return Voice(self._last_body, span) if self._last_body else None
        return self._of_gender(self._words.genders[word], span) if word in self._words.genders else None

    def _of_gender(self, gender: Gender | None, span: Span) -> Voice | None:
        """Whom a pronoun stands for; None is the gender of one that tells nothing."""
        if gender is None:
            found = self._last_person or self._named_before(span.start, None)
        else:
            found = self._last_by_gender.get(gender) or self._named_before(span.start, gender)
        return Voice(found, span) if found else None

    def _described(self, phrase: Span) -> Voice | None:
        text = self._text[phrase.start : phrase.end]
        words = WORDS.findall(text)
        span = Span(phrase.start + len(text) - len(text.lstrip()), phrase.end - len(text) + len(text.rstrip()))
        if len(words) > DESCRIPTION_LIMIT:
            return None
        found = self._fitting(self._person(text, phrase.start), text) or self._names.organisation(text)
        if found is None and words and words[-1] in self._words.texts:
            found = self._last_body
        if found is None and self._last_person and self._continues(text) and not self._mention_from(*phrase):
            found = self._fitting(self._last_person, text)
        return Voice(found, span) if found else None

    def _person(self, description: str, at: int) -> str | None:
        """Whom a description means at a place of the text: of several, who was heard last, not who was named last."""
        last = self._last_person
        if last and self._is_bare(description) and not self._names.offices(last):
            return last
        if last and self._continues(description):
            named = (
                mention.end
                for mention in reversed(self._mentions[: bisect_left(self._starts, at)][-NAMED_LATELY:])
                if mention.entity_id == last
            )
            end = next(named, None)
            if end is not None and self._names.person(description, before=end) == last:
                return last
        return self._names.person(description, before=at)

    def _is_bare(self, description: str) -> bool:
        """Whether a description is no more than a noun, which fits also whoever has no office that is known."""
        determined = self._words.determiner.match(description)
        noun = description[determined.end() if determined else 0 :].strip()
        return self._words.continuing.fullmatch(noun) is not None

    def _fitting(self, person: str | None, description: str) -> str | None:
        """A person, or who else was heard where the article of a description goes with the other gender."""
        first = WORDS.match(description)
        gender = self._words.articles.get(first.group().casefold()) if first else None
        if person is None or gender is None or self._names.gender(person) in (None, gender):
            return person
        other = self._last_by_gender.get(gender)
        return other if other and self._names.gender(other) == gender else person

    def _continues(self, phrase: str) -> bool:
        """Whether a description fits whoever spoke last."""
        noun = self._words.continuing.search(phrase)
        if noun is None or self._words.indefinite.match(phrase) or len(phrase.split()) > CONTINUING_LIMIT:
            return False
        determined = self._words.determiner.match(phrase)
        qualities = phrase[determined.end() if determined else 0 : noun.start()].split()
        return len(qualities) <= 1 and all(word[0].isupper() for word in qualities)

    def _named_before(self, at: int, gender: Gender | None) -> str | None:
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

    def _fits(self, mention: Mention, gender: Gender | None) -> bool:
        if not self._is_person(mention.entity_id):
            return False
        return gender is None or self._names.gender(mention.entity_id) in (None, gender)

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
        front = self._text[phrase.start : mention.start].rstrip()
        without_post = self._names.without_post(front)
        if self._words.governed.search(front) or self._words.governed.search(without_post):
            return True
        if len(without_post) < len(front) and self._words.governed_noun.search(LAST_WORD.sub("", without_post)):
            return True
        return self._words.governed_behind.match(self._text, mention.end, phrase.end) is not None

    def _is_oblique(self, mention: Mention) -> bool:
        """Whether the ending of a name shows that it is no subject."""
        suffix = SUFFIX.match(self._text, mention.end)
        name = WORDS.findall(self._names.name(mention.entity_id))
        words = WORDS.findall(self._text, *mention.span)
        if suffix or not name or not words:
            return suffix is not None
        given, written = name[-1].casefold(), words[-1].casefold()
        return written != given and written not in map(str.casefold, name) and _is_form_of(written, given)


def _is_form_of(written: str, given: str) -> bool:
    """Whether two words differ in their endings alone."""
    stem = given[: max(SHORTEST_STEM, len(given) - LONGEST_ENDING)]
    return written.startswith(stem)
