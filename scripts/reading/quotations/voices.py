"""Voices: whom the words for a source mean, by name, description or pronoun, as a text goes on."""

import re
from collections.abc import Iterator

from lading.standoff import Span
from scripts.reading.found import Mention
from scripts.reading.language import Language
from scripts.reading.names.names import Names
from scripts.reading.names.shapes import GAP, WORD, Gender
from scripts.reading.quotations.descriptions import Descriptions
from scripts.reading.quotations.heard import Heard, Voice
from scripts.reading.quotations.mentioned import Mentioned
from scripts.reading.quotations.subjects import Subjects
from scripts.reading.quotations.voice_words import WORDS, voice_words
from scripts.reading.quoted.attributions import CHUNK, Attribution

CHUNKS_LOOKED_AT = 4
NAME_AT_END = re.compile(rf"(?<![\w'\u2019-]){WORD}(?:{GAP}{WORD})*$")


class Voices:
    """Reads the sources of quotations while a document is read from its beginning to its end."""

    def __init__(self, text: str, names: Names, language: Language) -> None:
        self._text = text
        self._names = names
        self._words = voice_words(language)
        self._heard = Heard()
        self._mentions = Mentioned(text, names, self._words)
        self._descriptions = Descriptions(text, names, self._words, self._mentions, self._heard)
        self._subjects = Subjects(text, names, self._words, self._mentions, self._descriptions)

    @property
    def last(self) -> Voice | None:
        """Who spoke last."""
        return self._heard.last

    @property
    def first_person(self) -> str | None:
        """The first person who speaks, or whom a sentence is about."""
        return self._heard.first_person

    def hear(self, voice: Voice) -> None:
        """Note that somebody spoke, or is what a sentence is about."""
        if self._names.is_person(voice.speaker_id):
            self._heard.note_person(voice.speaker_id, self._names.gender(voice.speaker_id))
        else:
            self._heard.note_body(voice.speaker_id)

    def lose(self, source: Span) -> None:
        """Note that somebody unknown spoke, or is what a sentence is about: a pronoun behind may mean that person."""
        if not self._is_text(source):
            is_described = self._descriptions.is_of_somebody(source)
            self._heard.lose(source.end, self._text[source.start : source.end] if is_described else "")

    def subject(self, sentence: Span) -> Voice | None:
        """Whom a sentence is about, by name or description."""
        return self._subjects.named(sentence) or self._subjects.described(sentence)

    def describes_stranger(self, report: Attribution | None) -> bool:
        """Whether the words for a source that mean nobody known describe a person, without a name."""
        source = report.source if report else None
        is_named = source is not None and self._mentions.first_within(*source) is not None
        return source is not None and not is_named and self._descriptions.is_of_somebody(source)

    def unread(self, report: Attribution | None, sentence: Span) -> Span | None:
        """Where a sentence is about somebody unknown."""
        source = report.source if report else None
        if source and (self._subjects.may_name(source) or self._descriptions.is_of_somebody(source)):
            return Span(source.start, sentence.end)
        return self._subjects.unread(sentence)

    def of(self, attribution: Attribution, speaker: str | None) -> Voice | None:
        """Whom the words for a source mean; `speaker` is who says them, for "I" and "we"."""
        voices = (self._of_source(source, attribution, speaker) for source in attribution.sources)
        voice = next((voice for voice in voices if voice), None)
        if voice and attribution.is_impersonal and self._names.is_person(voice.speaker_id):
            return None
        return voice

    def may_go_on(self, attribution: Attribution) -> bool:
        """Whether who spoke last is meant where nobody else is named."""
        if attribution.is_impersonal or attribution.cue is None:
            return False
        if attribution.shares_sentence or not attribution.sources:
            return True
        return self._words.drops_pronouns and not any(map(self._is_somebody, attribution.sources))

    def unknown_name(self, attribution: Attribution | None) -> Span | None:
        """The name that the words for a source end with, where nobody is known by it."""
        for source in attribution.sources if attribution else ():
            name = NAME_AT_END.search(self._text, *source)
            if name and name.group() not in self._words.pronouns:
                front = self._text[source.start : name.start()]
                return None if self._words.governed.search(front) else Span(*name.span())
        return None

    def may_be_named_behind(self, attribution: Attribution | None) -> bool:
        """Whether words at the beginning of a text leave it to what follows to say whose they are."""
        if attribution is None or attribution.cue is None:
            return True
        phrases = [self._text[source.start : source.end] for source in attribution.sources]
        return not attribution.is_impersonal and (
            bool(self.offices(attribution))
            or all(phrase.strip() in self._words.pronouns or self._descriptions.continues(phrase) for phrase in phrases)
        )

    def offices(self, attribution: Attribution | None) -> frozenset[str]:
        """The kinds of the offices without state or name that are the whole of a source: "the foreign minister"."""
        found: set[str] = set()
        for source in attribution.sources if attribution else ():
            determined = self._words.determiner.match(self._text, *source)
            start = determined.end() if determined else source.start
            for post in self._names.posts(self._text, Span(start, source.end)):
                is_whole = not self._text[start : post.start].strip() and not self._text[post.end : source.end].strip()
                if is_whole and not post.holder and post.office.of is None and post.possessor is None:
                    found.add(post.office.kind)
        return frozenset(found)

    def _of_source(self, source: Span, attribution: Attribution, speaker: str | None) -> Voice | None:
        phrase = self._text[source.start : source.end]
        if phrase in self._words.source_pronouns:
            return self._of_gender(self._words.source_pronouns[phrase], source)
        chunks = [Span(*match.span()) for match in CHUNK.finditer(self._text, *source)]
        if attribution.cue is None:
            chunks.reverse()  # the name comes first: "Osgan (Karsenia):"
        elif len(chunks) > 1 and self._is_set_off(source) and (voice := self._named_by(chunks[0])):
            return voice  # "Osgan, head of the mission, said"
        for chunk in self._without_antecedents(chunks[-CHUNKS_LOOKED_AT:]):
            if chunk != chunks[0] and self._is_relative(chunk):
                continue
            if voice := self._of_phrase(chunk, speaker, in_any_case=attribution.is_phrase):
                return voice
        return None

    def _is_set_off(self, source: Span) -> bool:
        """Whether a comma parts the words for a source from their verb, so that the last of them are an aside."""
        return self._text.endswith(",", *source) or self._text.startswith(",", source.end)

    def _named_by(self, chunk: Span) -> Voice | None:
        """The person whose name is the whole of a part of a source."""
        mention = self._mentions.first_within(*chunk)
        if mention is None or self._text[chunk.start : mention.start].strip() or mention.end < chunk.end:
            return None
        return self._mentioned(mention) if self._names.is_person(mention.entity_id) else None

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
        is_noun = self._words.people.search(self._text, *source) is not None and not self._words.articled
        return bool(is_subject) or is_noun or self._names.stranger(self._text, source) is not None

    def _of_phrase(self, phrase: Span, speaker: str | None, *, in_any_case: bool) -> Voice | None:
        words = list(WORDS.finditer(self._text, *phrase))
        if not words:
            return None
        is_governed = self._words.governed.search(self._text, phrase.start, words[-1].start())
        if (len(words) == 1 or not is_governed) and (voice := self._of_pronoun(words[-1], speaker)):
            return voice
        mentions = self._mentions.within(phrase)
        free = [mention for mention in mentions if self._mentions.is_free(mention, phrase, in_any_case=in_any_case)]
        persons = [mention for mention in free if self._names.is_person(mention.entity_id)]
        rest = Span(free[-1].end if free else phrase.start, phrase.end)
        described = self._words.determined.search(self._text, *rest) if mentions else None
        if described and (voice := self._descriptions.voice(Span(*described.span()))):
            return voice
        if len({mention.entity_id for mention in persons}) > 1 and not self._words.verb_last:
            return None  # two speak with one voice
        if persons:
            return self._mentioned(persons[0 if self._words.verb_last else -1])
        if (not mentions or not self._words.articled) and (voice := self._descriptions.voice(phrase)):
            return voice
        if free:
            return self._mentioned(free[-1])
        return next((voice for word in words if (voice := self._of_pronoun(word, speaker))), None)

    def _mentioned(self, mention: Mention) -> Voice:
        return Voice(mention.entity_id, mention.span)

    def _of_pronoun(self, match: re.Match[str], speaker: str | None) -> Voice | None:
        word, span = match.group(), Span(*match.span())
        if word in self._words.first_person:
            return Voice(speaker, span) if speaker else None
        if word in self._words.bodies:
            return Voice(self._heard.body, span) if self._heard.body else None
        return self._of_gender(self._words.genders[word], span) if word in self._words.genders else None

    def _of_gender(self, gender: Gender | None, span: Span) -> Voice | None:
        """Whom a pronoun stands for; None is the gender of one that tells nothing."""
        if gender is None:
            found = self._heard.person or self._mentions.named_before(span.start, self._heard.since, None)
        else:
            found = self._heard.of_gender(gender) or self._mentions.named_before(span.start, self._heard.since, gender)
        return Voice(found, span) if found else None

    def _is_text(self, source: Span) -> bool:
        """Whether no person is meant, but what somebody wrote, as a statement of the ministry."""
        words = WORDS.findall(self._text, *source)
        is_person = self._words.people.search(self._text, *source) is not None
        return not is_person and not self._words.texts.isdisjoint(words)
