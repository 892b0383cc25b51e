"""Owners: the state or body that stands in front of an office, and is told with it: "Sundalian Foreign Minister"."""

import re

from schemas.vocabularies import EntityType
from scripts.reading.language import Language
from scripts.reading.names.names import Names
from scripts.reading.names.offices import Appointment
from scripts.reading.structure import patterns

OWNED = re.compile(r"(?:['\u2019]\w{1,4})?[^\S\n]+")
LONGEST_GAP = 6
REACH = 60
"""In code points: so far in front of an office the name of its state may begin."""
MOST_WORDS = 3
STEM = 3
"""In letters: an adjective has as many at least in common with the name that it comes from."""
WORD = re.compile(r"[^\W\d_][^\W_]*(?:['\u2019.-][^\W_]+)*")


def start(text: str, office: int, post: Appointment, names: Names, language: Language) -> int:
    """Where the owner of the office starts that begins at `office`; the office itself where none is told."""
    for owner in names.mentions:
        is_near = owner.end <= office <= owner.end + LONGEST_GAP and owner.entity_type is not EntityType.PERSON
        if is_near and OWNED.fullmatch(text, owner.end, office):
            return owner.start
    return _start_of_name(text, office, post, names, language)


def _start_of_name(text: str, office: int, post: Appointment, names: Names, language: Language) -> int:
    """Where the words start, right in front of an office, of the name of its owner, or of an adjective of origin."""
    owners = [
        name.casefold()[:STEM] for name in (post.office.of and names.name(post.office.of), post.possessor) if name
    ]
    found = list(WORD.finditer(text, max(0, office - REACH), office))[-MOST_WORDS:]
    end = office
    for word in reversed(found):
        if text[word.end() : end].strip(" \u00a0") or not (word[0][0].isupper() or end == office):
            break
        if word[0].casefold()[:STEM] in owners:
            return word.start()
        if end == office and patterns.pattern(language, "adjectives_of_origin").fullmatch(word[0]):
            return word.start()
        end = word.start()
    return office
