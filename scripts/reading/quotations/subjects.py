"""Subjects: whom a sentence is about that says nothing of whose words stand beside it."""

from itertools import islice

from lading.standoff import Span
from schemas.vocabularies import EntityType
from scripts.reading.found import Mention
from scripts.reading.names.names import Names
from scripts.reading.quotations.descriptions import DESCRIPTION_LIMIT, Descriptions
from scripts.reading.quotations.heard import Voice
from scripts.reading.quotations.mentioned import Mentioned
from scripts.reading.quotations.voice_words import WORDS, VoiceWords

QUALITIES = 1
"""An office has an adjective in front of it at most."""
LONGEST_OPENING = 5
OPENING_WORDS = 8
"""Among the first words of a sentence its subject stands."""


class Subjects:
    """Reads the subjects of sentences."""

    def __init__(
        self, text: str, names: Names, words: VoiceWords, mentions: Mentioned, descriptions: Descriptions
    ) -> None:
        self._text = text
        self._names = names
        self._words = words
        self._mentions = mentions
        self._descriptions = descriptions

    def named(self, sentence: Span) -> Voice | None:
        """Whom a sentence that opens with a name is about; an office or a post may stand in front of it."""
        mention = self._mentions.first_within(sentence.start, sentence.end)
        if mention is None or mention.entity_type != EntityType.PERSON or self._mentions.is_possessor(mention):
            return None
        opening = self._text[sentence.start : mention.start].rstrip(" ,")
        words = WORDS.findall(self._names.without_post(opening))
        in_capitals = self._is_held(sentence, mention) or all(
            word[0].isupper() or word in self._words.in_titles for word in words
        )
        is_subject = (
            in_capitals
            or self._opens_main_clause(sentence, mention)
            or (
                len(words) <= DESCRIPTION_LIMIT and self._names.person(opening, before=mention.end) == mention.entity_id
            )
        )
        return Voice(mention.entity_id, mention.span) if is_subject else None

    def _opens_main_clause(self, sentence: Span, mention: Mention) -> bool:
        """Whether a name stands between a clause in front and its verb: "Asked about the fares, Osgan laughed."."""
        front, behind = self._text[sentence.start : mention.start], self._text[mention.end : sentence.end]
        return front.rstrip().endswith(",") and behind[:1] == " " and behind[1:2].islower()

    def _is_held(self, sentence: Span, mention: Mention) -> bool:
        """Whether a sentence opens with an office or a post, and the name behind it: "Her Veldorian counterpart, X"."""
        for post in self._names.posts(self._text, Span(sentence.start, mention.end)):
            front = self._text[sentence.start : post.title.start]
            is_holder = bool(post.holder) and post.holder[-1].end == mention.end
            stands_beside = not self._text[post.title.end : mention.start].strip(" ,")
            if post.title.end <= mention.start and (is_holder or stands_beside):
                determined = self._words.determiner.match(front)
                qualities = front[determined.end() if determined else 0 :].split()
                is_free = determined is not None and self._words.governed.search(front) is None
                return not front.strip() or (is_free and len(qualities) <= QUALITIES)
        return False

    def described(self, sentence: Span) -> Voice | None:
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
        return next((voice for opening in openings if (voice := self._descriptions.voice(opening))), None)

    def may_name(self, source: Span) -> bool:
        """Whether the words for a source end with what may be the name of somebody unknown."""
        words = WORDS.findall(self._text, *source)
        return bool(words) and words[-1][0].isupper() and words[-1] not in self._words.pronouns

    def unread(self, sentence: Span) -> Span | None:
        """What a sentence tells from a name in its opening on, where that may be a subject that cannot be read.

        A pronoun in front of the name is the subject, so that whoever it means still is who is spoken of.
        """
        opening = self._opening(sentence)
        if stranger := self._names.stranger(self._text, opening):
            return Span(stranger.start, sentence.end)
        mention = self._mentions.first_within(*opening)
        if mention is None or mention.entity_type != EntityType.PERSON:
            return None
        is_aside = self._mentions.is_possessor(mention) or self._mentions.is_governed(mention, opening)
        return None if is_aside else Span(mention.start, sentence.end)

    def _opening(self, sentence: Span) -> Span:
        """The first words of a sentence, up to a pronoun."""
        end = sentence.start
        for match in islice(WORDS.finditer(self._text, *sentence), OPENING_WORDS):
            if match.group() in self._words.pronouns:
                break
            end = match.end()
        return Span(sentence.start, end)
