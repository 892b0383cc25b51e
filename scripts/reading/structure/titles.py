"""Titles: which of the lines before the text is the title, and what genre a title states."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from schemas.vocabularies import Genre, ZoneKind
from scripts.reading.language import Language
from scripts.reading.structure import dateline, days, designation, families, labels, parts, patterns, prose

LONGEST = 60
"""In words."""

SHORTEST = 3
"""In words: one or two are as a rule the name of a site or of one of its sections."""
SURELY_LONG = 5
"""In words: more than the names of most sites and sections have."""

FARTHEST = 15
"""In blocks: a heading further down is one of the text."""

PATH = re.compile(r"^\||\s[|>»→]\s")
"""Between the sections of a path through the site, and before its name behind a title."""
CLOSING = ("”", "“", "»", '"', "\u2019")
LONGEST_HEADLINE = 12
"""In words: a headline that quotes."""
ABBREVIATIONS = ("before_names", "before_numbers", "either", "mostly_inside")
SHORT_ABBREVIATION = 2
"""In letters: hardly a word that is written with a capital is so short."""
MARKS = str.maketrans(dict.fromkeys('\u2018\u2019\u201c\u201d\u201e\u00ab\u00bb"', "'"))
NUMBERED = re.compile(r"[^\W\d_]+/\d+\s*:")
BULLETS = "•*·- \t"
DASH = re.compile(r"[\u2013\u2014\u2043-]\s*\w")
"""As it opens words in a dialogue."""
SHARE_OF_CAPITALS = 0.8
LONG_LINE = 30
"""In code points: so long a line does not stand in another by chance."""
ENDS_OF_LINE = 30
"""Length from which a line in capitals may go on below."""

REPEATED = 4
"""Weight of standing twice: sites print a title above the page and above the text, and nothing else so."""
STATES_GENRE = 4
"""Weight of naming a kind of document, as no banner or section does."""
SPEAKS_OF_OCCASION = 1
"""Weight of a word that titles are fond of; less than a genre, for sections are called by it as well."""
NO_CALL = 2
"""Weight of ending neither as a slogan nor as a path through the site."""
NO_PATH = 1
NO_NUMBER = 2
"""Weight of bearing no number of a collection that holds the document, as its own heading does not."""
NO_WEEKDAY = 1
"""Weight of telling no day of the week, as the line below a title does."""
DOUBLED = 1
"""Weight of standing twice close by, as captions do, too."""
NAMES_NOBODY = 2
"""Weight of being more than the office of somebody who speaks below."""
LONG_ENOUGH = 1
LONG = 1
NEXT_TO_TEXT = 1
"""Weight of standing next to the day, the author or the text; it decides between lines that are otherwise alike."""

PRESS_GENRES = {Genre.PRESS_CONFERENCE, Genre.BRIEFING, Genre.INTERVIEW}
"""Genres in which the press asks."""


@dataclass(frozen=True, slots=True)
class Front:
    """The lines of a document, what the first of them tell by themselves, and the labels that recur in it."""

    lines: tuple[str, ...]
    furniture: Sequence[ZoneKind | None]
    recurring: frozenset[str]
    language: Language

    def is_repeated(self, index: int) -> bool:
        """Whether another of the first lines is, or holds, the same; a short one must state a genre to be a title."""
        line = _bare(self.lines[index])
        others = {_bare(other) for other in (*self.lines[:index], *self.lines[index + 1 : FARTHEST])}
        if prose.n_words(line) < SURELY_LONG and len(line) < LONG_LINE:
            return line in others and genre(line, self.language) is not None
        return line in others or (any(line in other for other in others) and not names_speaker(line, self.language))

    def is_doubled(self, index: int) -> bool:
        """Whether the same line stands close by."""
        return self.lines[index] in self.lines[max(index - 2, 0) : index] + self.lines[index + 1 : index + 3]


def _bare(line: str) -> str:
    """The line with one kind of quotation marks and apostrophes, and without the full stop at its end."""
    return line.translate(MARKS).rstrip(".")


GENRES = {genre.value: genre for genre in Genre}


def find(front: Front) -> int | None:
    """Number of the line that looks most like a title, of those before the text; the first of several alike."""
    candidates: list[int] = []
    for index, line in enumerate(front.lines[:FARTHEST]):
        if front.furniture[index] is not None or not prose.has_words(line):
            continue
        repeated = front.is_repeated(index)
        titled = repeated or opens_with_genre(line, front.language)
        if not repeated and (opens_text(line, front) or (candidates and tells(line) and not titled)):
            break
        may_stand = repeated or may_be(line, front.language)
        if may_stand and not _is_of_site(line, front.language) and not _is_room(front, index):
            candidates.append(index)
    candidates = [index for index in candidates if not _holds_another(front, index, candidates)]
    likely = max(candidates, key=lambda index: (_likeness(front, index), -index)) if candidates else None
    if likely is not None and (genre(front.lines[likely], front.language) or front.is_repeated(likely)):
        return likely
    below = range(likely + 1 if likely is not None else 0, min(FARTHEST, len(front.furniture)))
    return next((index for index in below if _is_surely_title(front, index)), likely)


def may_be(line: str, language: Language) -> bool:
    """Whether the line ends as a heading does, not as a salutation or a label, and is no sentence."""
    if prose.n_words(line) > LONGEST or line.endswith((",", ":", ";")):
        return False
    return not prose.is_sentence(line) or opens_with_genre(line, language) or _is_abbreviated(line, language)


def _is_abbreviated(line: str, language: Language) -> bool:
    """Whether the full stop at the end of the line is that of an abbreviation."""
    last = line.rsplit(maxsplit=1)[-1].rstrip(".")
    return last.istitle() and (len(last) == SHORT_ABBREVIATION or last in _abbreviations(language))


@cache
def _abbreviations(language: Language) -> frozenset[str]:
    words = language.words("sentences")
    return frozenset(word for key in ABBREVIATIONS for word in words[key].split())


def opens_with_genre(line: str, language: Language) -> bool:
    """Whether the line begins with the kind of document and tells the day, as titles do that end with a full stop."""
    opens = any(written.match(line) for _, written in _genres(language))
    return opens and dateline.day_in(line, language) is not None and not prose.is_spoken(line, language)


def goes_on(line: str, below: str, language: Language) -> bool:
    """Whether the title that breaks off with a line goes on in the one below it."""
    if line.endswith((".", "!", "?", ":", ";")) or line == below or is_byline(below, language):
        return False
    stated = days.find(line, language)
    if stated and stated[-1].span.end == len(line):
        return False
    last, first = line.rsplit(maxsplit=1)[-1], below.split(maxsplit=1)[0]
    words = designation.grammar(language)
    if last.casefold() in words.articles | words.prepositions | words.conjunctions or last.endswith(","):
        return True
    if first[0].islower():
        return True
    return line.isupper() and below.isupper() and len(line) >= ENDS_OF_LINE


def tells(line: str) -> bool:
    """Whether the line can only be text, be it short: a sentence, or words that somebody says, but for a headline."""
    headline = line.endswith(CLOSING) and prose.n_words(line) <= LONGEST_HEADLINE and line[-2] not in ".,"
    return prose.is_sentence(line) or (prose.opens_quotation(line) and not headline)


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
    possessive = designation.grammar(language).possessive
    lends_its_name = any(possessive.search(word.rstrip(",")) for word in line.split())
    stated = genre(line, language) is not None
    return office is not None and designation.is_name_like(line, language) and not lends_its_name and not stated


def opens_text(line: str, front: Front) -> bool:
    """Whether the text starts here at the latest: with a sentence, a salutation, a label, a lead-in or a dash."""
    return (
        (prose.is_solid(line) and not opens_with_genre(line, front.language))
        or (DASH.match(line) is not None and prose.is_terminated(line))
        or prose.is_salutation(line, front.language)
        or families.mark_pattern().match(line) is not None
        or prose.is_stage_note(line, front.language)
        or _opens_turn(line, front)
    )


def genre(title: str, language: Language) -> Genre | None:
    """The genre that a title states, the first of the list in the language's words."""
    return next((genre for genre, written in _genres(language) if written.search(title)), None)


@cache
def _genres(language: Language) -> tuple[tuple[Genre, re.Pattern[str]], ...]:
    genres = patterns.written(language, "title_genres")
    return tuple((GENRES[genre], re.compile(written, re.IGNORECASE)) for genre, written in genres)


def _opens_turn(line: str, front: Front) -> bool:
    """Whether words follow a label. A title may hold a colon too: it is no sentence, and no label of the text's."""
    label = labels.at_start(line, front.language)
    if label is None or label.end() == len(line) or sum(other.startswith(line) for other in front.lines) > 1:
        return False
    return designation.bare(label["label"]) in front.recurring or not may_be(line, front.language)


def _is_of_site(line: str, language: Language) -> bool:
    """Whether the line is an item of a list, the end of a path, or names the author."""
    return line[0] in BULLETS or line.endswith(("/", ">", "→")) or is_byline(line, language)


def _is_room(front: Front, index: int) -> bool:
    """Whether the line names the place beside a time of day, as in "South Lawn" and "1:32 p.m." below it."""
    beside = (*front.lines[max(index - 1, 0) : index], *front.lines[index + 1 : index + 2])
    times = (dateline.read(line, front.language) for line in beside)
    short = prose.n_words(front.lines[index]) <= SHORTEST and dateline.is_place(front.lines[index], front.language)
    return short and any(each is not None and each.date is None for each in times)


def _likeness(front: Front, index: int) -> int:
    """How much speaks for a line's being the title."""
    line, language = front.lines[index], front.language
    states_genre = genre(line, language) is not None
    of_occasion = patterns.pattern(language, "title_words").search(line) is not None
    signs = (
        (REPEATED, front.is_repeated(index)),
        (DOUBLED, front.is_doubled(index)),
        (NAMES_NOBODY, not names_speaker(line, language)),
        (STATES_GENRE, states_genre),
        (SPEAKS_OF_OCCASION, of_occasion and not states_genre),
        (NO_CALL, not line.endswith(("!", "?", "/", "|"))),
        (NO_PATH, PATH.search(line) is None and line[:1] not in BULLETS),
        (NO_NUMBER, NUMBERED.match(line) is None),
        (NO_WEEKDAY, not dateline.tells_weekday(line, language)),
        (LONG_ENOUGH, prose.n_words(line) >= (SHORTEST - line.isupper())),
        (LONG, _is_long(line)),
        (NEXT_TO_TEXT, _is_next_to_text(front, index) and not _is_below_title(front, index)),
    )
    return sum(weight for weight, holds in signs if holds)


def _is_long(line: str) -> bool:
    """Whether the line is longer than the names of most sites and sections."""
    words = prose.n_words(line)
    return words >= SURELY_LONG or (words >= SHORTEST and (len(line) >= LONG_LINE or line.isupper()))


def _holds_another(front: Front, index: int, candidates: Sequence[int]) -> bool:
    """Whether the line is another candidate with a section or the name of the site before or behind it."""
    line = front.lines[index]
    others = (front.lines[each] for each in candidates)
    return any(_is_long(other) and other != line and other in line.rstrip(".") for other in others)


def _is_below_title(front: Front, index: int) -> bool:
    """Whether a line above may as well be the title, so that this one goes with it."""
    if genre(front.lines[index], front.language):
        above = (line for line, kind in zip(front.lines[:index], front.furniture, strict=False) if kind is None)
        return any(_is_long(line) and genre(line, front.language) for line in above)
    line = front.lines[index - 1] if index and front.furniture[index - 1] is None else ""
    return prose.n_words(line) >= SURELY_LONG and may_be(line, front.language)


def _is_surely_title(front: Front, index: int) -> bool:
    """Whether a line below sentences of the site, or of a lead, states a genre and has the day or a label beside it."""
    line, language = front.lines[index], front.language
    may_stand = (in_capitals(line) or may_be(line, language)) and not _is_of_site(line, language)
    if front.furniture[index] is not None or not may_stand:
        return False
    if genre(line, language) is None or line.endswith((",", ":", ";", "?")) or prose.is_spoken(line, language):
        return False
    following = front.lines[index + 1] if index + 1 < len(front.lines) else ""
    beside = [*front.furniture[max(index - 2, 0) : index], *front.furniture[index + 1 : index + 2]]
    label = labels.at_start(following, language)
    names = label is not None and designation.read(label["label"], language).office is not None
    recurs = label is not None and designation.bare(label["label"]) in front.recurring
    return names or recurs or ZoneKind.DATELINE in beside


def _is_next_to_text(front: Front, index: int) -> bool:
    """Whether day, author or text follow, or the day goes before."""
    beside = (ZoneKind.DATELINE, ZoneKind.SOURCE_IDENTIFIER)
    if index + 1 >= len(front.lines):
        return False
    following = front.lines[index + 1]
    return (
        (front.furniture[index + 1] if index + 1 < len(front.furniture) else None) in beside
        or opens_text(following, front)
        or is_byline(following, front.language)
        or (index > 0 and front.furniture[index - 1] is ZoneKind.DATELINE)
    )
