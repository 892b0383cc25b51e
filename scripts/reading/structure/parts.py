"""Parts: what the words of a label tell by themselves of the part in which somebody speaks."""

from enum import Enum, auto
from functools import cache

from scripts.reading.grammar import listed
from scripts.reading.language import Language
from scripts.reading.structure import designation, prose, spelling
from scripts.reading.structure.designation import Designation

MOST_WORDS_WITHOUT_A_NAME = 2


class Part(Enum):
    """A part that labels tell; a mere name tells none."""

    QUESTION = auto()
    ANSWER = auto()
    MODERATOR = auto()
    INTERPRETER = auto()
    REMARK = auto()
    SEVERAL = auto()
    OFFICIAL = auto()
    NAME = auto()


WORDED = (Part.QUESTION, Part.ANSWER, Part.MODERATOR, Part.INTERPRETER, Part.REMARK)
"""Parts that labels tell by a word for them."""

PHRASED = (Part.QUESTION, Part.MODERATOR, Part.SEVERAL)
"""Parts that labels of several words may tell, too."""


def read(label: str, designated: Designation, language: Language) -> Part:
    """The part that a label tells; one that is taken for an office tells it where it is a single word."""
    for part in PHRASED:
        if designation.bare(label) in phrases(language, part):
            return part
    office = designated.office
    told = designation.bare(label if office is None else office)
    for part in WORDED:
        known = words(language, part)
        tells = _names(told, known) and (office is None or len(office.split()) == 1)
        if tells and (part is not Part.REMARK or _is_brief(label)):
            return part
        if part is Part.MODERATOR and _says(label, known):
            return part
    if is_anonymous(label, language):
        return Part.QUESTION
    return Part.OFFICIAL if office else Part.NAME


def has_word(text: str, language: Language) -> bool:
    """Whether the text holds a word for a part."""
    return any(_names(designation.bare(text), words(language, part)) for part in WORDED)


def is_anonymous(label: str, language: Language) -> bool:
    """Whether the label says no more than that somebody speaks, as in "Speaker 3"."""
    return _is_brief(label) and _names(designation.bare(label), _anonymous(language))


@cache
def _anonymous(language: Language) -> frozenset[str]:
    return frozenset(spelling.folded(language.words("labels")["anonymous"]).split())


def _is_brief(label: str) -> bool:
    """Whether the label has no room for a name: "Speaker 3" is nobody of whom more is known."""
    return len(prose.LETTERS.findall(designation.bare(label))) <= MOST_WORDS_WITHOUT_A_NAME


def is_word(label: str, language: Language) -> bool:
    """Whether the label, notes and numbers apart, is nothing but the word for a part."""
    letters = prose.LETTERS.findall(designation.bare(label))
    return len(letters) == 1 and any(letters[0] in words(language, part) for part in WORDED)


@cache
def words(language: Language, part: Part) -> frozenset[str]:
    """The words and letters for a part."""
    return frozenset(spelling.folded(language.words("labels")[part.name.casefold()]).split())


@cache
def phrases(language: Language, part: Part) -> frozenset[str]:
    """The labels of several words that stand for a part."""
    known = language.words("labels")["phrases"]
    return frozenset(spelling.folded(phrase) for phrase in listed(known[part.name.casefold()]))


def is_phrase(label: str, language: Language) -> bool:
    """Whether the label, notes apart, is one of those that stand for a part."""
    return any(designation.bare(label) in phrases(language, part) for part in PHRASED)


def _names(label: str, known: frozenset[str]) -> bool:
    """Whether the label holds one of the words; a single letter must be the whole label, or it is an initial."""
    letters = prose.LETTERS.findall(label)
    return any(word in known and (len(word) > 1 or len(letters) == 1) for word in letters)


def _says(label: str, known: frozenset[str]) -> bool:
    """Whether a note in brackets is nothing but one of the words."""
    return any(spelling.folded(note.strip("()[]<> ")) in known for note in designation.NOTE.findall(label))
