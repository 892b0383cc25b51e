"""Whom a description means: somebody in office, a body, or whoever spoke last ("the minister", "the Veldorian")."""

import re

from lading.standoff import Span
from scripts.reading.names.names import Names
from scripts.reading.quotations.heard import Heard, Voice
from scripts.reading.quotations.mentioned import Mentioned
from scripts.reading.quotations.voice_words import WORDS, VoiceWords

DESCRIPTION_LIMIT = 10
CONTINUING_LIMIT = 6
NAMED_LATELY = 100


class Descriptions:
    """Reads the descriptions of whoever may speak."""

    def __init__(self, text: str, names: Names, words: VoiceWords, mentions: Mentioned, heard: Heard) -> None:
        self._text = text
        self._names = names
        self._words = words
        self._mentions = mentions
        self._heard = heard

    def voice(self, phrase: Span) -> Voice | None:
        """Whom a phrase describes."""
        text = self._text[phrase.start : phrase.end]
        words = WORDS.findall(text)
        span = Span(phrase.start + len(text) - len(text.lstrip()), phrase.end - len(text) + len(text.rstrip()))
        is_unknown = self._words.some.search(text) or self._words.anonymous.search(text)
        is_of_nobody = is_unknown or self._heard.is_of_stranger(self._noun(text))
        if len(words) > DESCRIPTION_LIMIT or is_of_nobody:
            return None
        found = self._fitting(self._person(text, phrase.start), text) or self._names.organisation(text)
        if found is None and words and words[-1] in self._words.texts:
            found = self._heard.body
        last = self._heard.person
        if found is None and last and self.continues(text) and not self._mentions.first_within(*phrase):
            found = self._fitting(last, text) if self._names.may_be_in_office(last, text) else None
        return Voice(found, span) if found else None

    def _person(self, description: str, at: int) -> str | None:
        """Whom a description means at a place of the text: of several, who was heard last, not who was named last."""
        last = self._heard.person
        if last and self._is_bare(description) and not self._names.offices(last):
            holder = self._names.person(description, before=at)
            return holder if holder and self._names.offices(holder) else last
        if last:
            named = (
                mention.end for mention in self._mentions.last_before(at, NAMED_LATELY) if mention.entity_id == last
            )
            end = next(named, None)
            if end is not None and self._names.person(description, before=end) == last:
                return last
        return self._names.person(description, before=at)

    def _is_bare(self, description: str) -> bool:
        """Whether a description is no more than a noun, which fits also whoever has no office that is known."""
        return self._words.people.fullmatch(self._noun(description)) is not None

    def _noun(self, description: str) -> str:
        """A description without its article."""
        determined = self._words.determiner.match(description)
        return description[determined.end() if determined else 0 :].strip()

    def _fitting(self, person: str | None, description: str) -> str | None:
        """A person, or who else was heard where the article of a description goes with the other gender."""
        first = WORDS.match(description)
        gender = self._words.articles.get(first.group().casefold()) if first else None
        if person is None or gender is None or self._names.gender(person) in (None, gender):
            return person
        other = self._heard.of_gender(gender)
        return other if other and self._names.gender(other) == gender else person

    def continues(self, phrase: str) -> bool:
        """Whether a description fits whoever spoke last."""
        noun = self._words.continuing.search(phrase)
        if noun is None or self._words.indefinite.match(phrase) or len(phrase.split()) > CONTINUING_LIMIT:
            return False
        determined = self._words.determiner.match(phrase)
        front = phrase[determined.end() if determined else 0 : noun.start()]
        qualities = [word for word in front.split() if word not in self._words.qualities]
        return len(qualities) <= 1 and all(word[0].isupper() for word in qualities) and not self._is_owned(phrase, noun)

    def _is_owned(self, phrase: str, noun: re.Match[str]) -> bool:
        """Whether a description says whose minister or spokesman is meant."""
        titles = (post.title.end for post in self._names.posts(phrase, Span(0, len(phrase))))
        end = max((noun.end(), *titles))
        return self._words.owner.match(phrase, end) is not None

    def is_of_somebody(self, phrase: Span) -> bool:
        """Whether a phrase that tells nobody known describes a person."""
        is_some = self._words.indefinite.match(self._text, *phrase)
        return is_some is not None or self._words.people.search(self._text, *phrase) is not None
