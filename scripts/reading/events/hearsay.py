"""What a document asserts itself: not what it asks, and not what somebody else is only reported to have said."""

import re
from dataclasses import dataclass
from functools import cache

from lading.standoff import Span
from scripts.reading.grammar import alternatives, any_of, listed
from scripts.reading.language import Language
from scripts.reading.quoted.cue_words import forms

CLOSING = " \"'\u201d\u2019\u00bb)]"
QUESTION_MARK = "?"
WORDS_BETWEEN = r"(?:\s+[\w'\u2019-]+){0,4}?,?\s+"
"""Between a verb of saying and its clause stand those who are told, and when; in some languages a comma."""


@dataclass(frozen=True, slots=True)
class HearsayWords:
    """Verbs behind which a clause is only reported."""

    saying: re.Pattern[str]
    hearing: re.Pattern[str]
    speaker_in_front: re.Pattern[str]

    def start(self, text: str, sentence: Span) -> int:
        """Where a sentence begins to tell what others say, or what somebody read or heard; else its end."""
        heard = [found.end() for found in self.hearing.finditer(text, *sentence)]
        said = [
            found.end()
            for found in self.saying.finditer(text, *sentence)
            if not self.speaker_in_front.search(text, sentence.start, found.start())  # who speaks says it here and now
        ]
        return min([*heard, *said], default=sentence.end)


@cache
def hearsay_words(language: Language) -> HearsayWords:
    """The verbs of a language, from its word files for quotations and for events."""
    words, quoting = language.words("events"), language.words("quotations")
    verbs, complementisers = (
        alternatives(forms(quoting["cue_verbs"])),
        alternatives(listed(quoting["complementisers"])),
    )
    said, subjects = alternatives(words["saying"]), alternatives(words["clause_subjects"])
    first_person = alternatives(words["pronouns"]["first"]["subject"])
    return HearsayWords(
        saying=re.compile(
            rf"\b(?:{verbs})\b{WORDS_BETWEEN}(?:{complementisers})\b|\b(?:{said})\s+(?=(?:{subjects})\b)", re.IGNORECASE
        ),
        hearing=any_of(words["hearing"], behind=rf"\b{WORDS_BETWEEN}(?:{complementisers})\b"),
        speaker_in_front=re.compile(rf"\b(?:{first_person})(?:\s+[\w'\u2019]+){{0,3}}\s+$", re.IGNORECASE),
    )


def is_question(text: str, sentence: Span) -> bool:
    """Whether a sentence asks."""
    return text[sentence.start : sentence.end].rstrip(CLOSING).endswith(QUESTION_MARK)
