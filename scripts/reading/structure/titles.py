"""Titles: which lines may be one, and what genre a title states."""

import re
from functools import cache

from schemas.vocabularies import Genre
from scripts.reading.language import Language
from scripts.reading.structure import dateline, days, designation, parts, patterns, prose, wording

LONGEST = 60
"""In words."""
QUOTING = re.compile(r"(?:[^\W\d_][^:\n“«„\"]{2,60}:\s?)?[“«„\"\u2018][^:]{8,160}[”»“\"\u2019][.!]?")
"""As headlines of interviews do, above a line that tells with whom they are."""
QUOTED = re.compile(r"[“«„\"\u2018'][^:]{8,160}?[”»“\"\u2019'][:,]?\s[^:“«„\"]{3,}")
"""A headline that opens with what somebody says: "“We wait for wind”, says Orsa"."""
CLOSING = ("”", "“", "»", '"', "\u2019")
LONGEST_HEADLINE = 12
"""In words: a headline that quotes."""
ABBREVIATIONS = ("before_names", "before_numbers", "either", "mostly_inside")
SHORT_ABBREVIATION = 2
"""In letters: hardly a word that is written with a capital is so short."""
NOTE_AT_END = re.compile(r"\(\w{1,6}\.\)$")
"""A word cut short in brackets, as in "Ambassador Orsa (ret.)"."""
SHARE_OF_CAPITALS = 0.8
ENDS_OF_LINE = 30
"""Length from which a line in capitals may go on below."""

FULL_STOP = re.compile(r"\w{3}[.!?]\s")
"""Between two sentences, unlike that of an abbreviated form of address."""
LONGEST_NAME = 30
"""In words: the kind of document with those who speak, and a full stop."""

GENRES = {genre.value: genre for genre in Genre}
PRESS_GENRES = {Genre.PRESS_CONFERENCE, Genre.BRIEFING, Genre.INTERVIEW}
"""Genres in which the press asks."""


def genre(title: str, language: Language) -> Genre | None:
    """The genre that a title states, the first of the list in the language's words."""
    return next((genre for genre, written in _genres(language) if written.search(title)), None)


@cache
def _genres(language: Language) -> tuple[tuple[Genre, re.Pattern[str]], ...]:
    genres = patterns.written(language, "title_genres")
    return tuple((GENRES[genre], re.compile(written, re.IGNORECASE)) for genre, written in genres)


def may_be(line: str, language: Language) -> bool:
    """Whether the line ends as a heading does, not as a salutation or a label, and is no sentence."""
    if prose.n_words(line) > LONGEST or line.endswith((",", ":", ";")):
        return False
    return not prose.is_sentence(line) or opens_with_genre(line, language) or _is_abbreviated(line, language)


def _is_abbreviated(line: str, language: Language) -> bool:
    """Whether the full stop at the end of the line is that of an abbreviation."""
    if NOTE_AT_END.search(line):
        return True
    last = line.rsplit(maxsplit=1)[-1].rstrip(".")
    return last.istitle() and (len(last) == SHORT_ABBREVIATION or last in _abbreviations(language))


@cache
def _abbreviations(language: Language) -> frozenset[str]:
    words = language.words("sentences")
    return frozenset(word for key in ABBREVIATIONS for word in words[key].split())


def opens_with_genre(line: str, language: Language) -> bool:
    """Whether the line begins with the kind of document and tells the day, as titles do that end with a full stop."""
    return starts_with_genre(line, language) and dateline.day_in(line, language) is not None


def is_named_document(line: str, language: Language) -> bool:
    """Whether the line is the kind of document and whose it is, with a full stop: "Address by the President of Velm."

    Meetings and calls are told of in sentences that begin alike.
    """
    one = prose.is_sentence(line) and FULL_STOP.search(line) is None and prose.n_words(line) <= LONGEST_NAME
    named = genre(line, language) in {Genre.SPEECH, Genre.JOINT_STATEMENT, *PRESS_GENRES}
    return one and named and starts_with_genre(line, language)


def starts_with_genre(line: str, language: Language) -> bool:
    """Whether the line begins with the kind of document, and nobody speaks of themselves in it."""
    opens = any(written.match(line) for _, written in _genres(language))
    return opens and not prose.is_spoken(line, language)


def stands_behind_day(line: str, language: Language) -> bool:
    """Whether a kind of document stands behind place and day: "Lisk, 3 May 2021 - Address by the President"."""
    if prose.is_terminated(line) or genre(line, language) is None:
        return False
    stated = dateline.before_dash(line, language)
    return stated is not None and stated.place is not None and stated.date is not None


def goes_on(line: str, below: str, language: Language) -> bool:
    """Whether the title that breaks off with a line goes on in the one below it."""
    if line.endswith((".", "!", "?", ":", ";")) or line == below or is_byline(below, language):
        return False
    if prose.is_solid(below) or below[0].isdecimal():
        return False
    stated = days.find(line, language)
    if stated and stated[-1].span.end == len(line):
        return False
    last, first = line.rsplit(maxsplit=1)[-1], below.split(maxsplit=1)[0]
    words = wording.grammar(language)
    if last.casefold() not in words.conjunctions and dateline.place_behind_preposition(below, language):
        return False
    if last.casefold() in words.articles | words.prepositions | words.conjunctions or last.endswith(","):
        return True
    if first[0].islower():
        return True
    return line.isupper() and below.isupper() and len(line) >= ENDS_OF_LINE


def tells(line: str) -> bool:
    """Whether the line can only be text, be it short: a sentence, or words that somebody says, but for a headline."""
    headline = line.endswith(CLOSING) and prose.n_words(line) <= LONGEST_HEADLINE and line[-2] not in ".,"
    return prose.is_sentence(line) or (prose.opens_quotation(line) and not headline)


def is_quoting(line: str) -> bool:
    """Whether the line is a headline that quotes, with the speaker in front or behind: "Orsa: “We wait for wind”"."""
    return QUOTING.fullmatch(line) is not None or (QUOTED.match(line) is not None and not prose.is_terminated(line))


def in_capitals(line: str) -> bool:
    """Whether nearly all letters are capitals, as in "THE 3rd SUMMIT"."""
    letters = [letter for letter in line if letter.isalpha()]
    return sum(map(str.isupper, letters)) > SHARE_OF_CAPITALS * len(letters)


def is_byline(line: str, language: Language) -> bool:
    """Whether the line goes with the title above it: who wrote or said it."""
    return patterns.pattern(language, "bylines").fullmatch(line) is not None and not prose.is_sentence(line)


def names_speaker(line: str, language: Language) -> bool:
    """Whether the line tells who speaks, as a lead or a label does: by office, or by the word for a part."""
    if parts.is_word(line, language):
        return True
    office = designation.read(line, language).office
    possessive = wording.grammar(language).possessive
    lends_its_name = any(possessive.search(word.rstrip(",")) for word in line.split())
    stated = genre(line, language) is not None
    return office is not None and designation.is_name_like(line, language) and not lends_its_name and not stated
