"""The headline: which of the lines before the text is the title of the document."""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import takewhile

from schemas.vocabularies import Genre, ZoneKind
from scripts.reading.language import Language
from scripts.reading.structure import dateline, designation, labels, occasion, paths, patterns, prose, titles, trailer
from scripts.reading.structure.front import SHORTEST, SURELY_LONG, Front, is_long

NUMBERED = re.compile(r"[^\W\d_]+/\d+\s*:")
MOST_WORDS = 20
"""Of a headline that states no genre."""
BULLETS = "•*·- \t"
SET_OFF = re.compile(r"\s[\u2013\u2014-]\s")
"""Between a title and the part of a play."""
ORDINAL_OR_NOTE = re.compile(r"\d+\w*|\([^()]{1,12}\)")
"""What a meeting of a series is told by: "8483rd meeting (AM)"."""
LIST = ("• ", "· ", "* ", "▪ ")
"""What the items of a list open with, as dashes may open words."""
NAMED_FACT = re.compile(r"[^\W\d]\w*(?: \w+)?:\s(?:\S+\s?){1,4}(?<![.!?])")
"""A detail with its name in front, as in "Serves: 8 people"; two of them stand one below the other."""

TOLD_OF = (Genre.MEETING_REMARKS, Genre.READOUT)
"""What sentences tell of, with the words that titles have."""

REPEATED = 4
"""Weight of standing twice: sites print a title above the page and above the text, and nothing else so."""
STATES_GENRE = 4
"""Weight of naming a kind of document, as no banner does."""
IS_GENRE = 1
"""Weight of naming a kind of document and nothing else, as the section of a site does, too."""
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
TAKEN_UP = 1
"""Weight of words that come again in the text, of a line that states no genre."""
LONG_ENOUGH = 1
LONG = 1
NOT_TOO_LONG = 1
NEXT_TO_TEXT = 1
"""Weight of standing next to the day, the author or the text; it decides between lines that are otherwise alike."""


def find(front: Front) -> int | None:
    """Number of the line that looks most like a title, of those before the text; the first of several alike."""
    if (led_to := _led_to(front)) is not None:
        return led_to
    candidates: list[int] = []
    for index, line in enumerate(front.lines[: front.reach()]):
        if front.furniture[index] is not None or not prose.has_words(line):
            continue
        repeated = front.is_repeated(index)
        opens = not any(is_long(front.lines[each]) for each in candidates) and _opens_as_title(line, front.language)
        titled = repeated or opens or titles.opens_with_genre(line, front.language)
        if not candidates and _is_day_above(front, index):
            return index
        if not (repeated or opens) and (front.opens_text(index) or (candidates and titles.tells(line) and not titled)):
            break
        if candidates and line.endswith(":"):
            break
        may_stand = repeated or opens or titles.may_be(line, front.language)
        is_of_play = occasion.is_other_text(SET_OFF.split(line)[:1], front.language)
        goes_with_title = _is_fact(front, index) or is_of_play
        goes_with_lines = _goes_with_lines(front, index) or (bool(candidates) and goes_with_title)
        if may_stand and not _is_of_site(line, front.language) and (repeated or not goes_with_lines):
            candidates.append(index)
    candidates = [index for index in candidates if not _holds_another(front, index, candidates)]
    likely = max(candidates, key=lambda index: (_likeness(front, index), -index)) if candidates else None
    line = front.lines[likely] if likely is not None else ""
    if likely and likely - 1 in candidates and titles.stands_behind_day(line, front.language):
        return likely - 1
    quotes = titles.is_quoting(line)
    if likely is not None and (quotes or titles.genre(line, front.language) or front.is_repeated(likely)):
        return likely
    if likely is not None and is_long(line) and _has_day_beside(front, likely):
        return likely
    below = range(likely + 1 if likely is not None else 0, front.reach())
    text = list(takewhile(lambda index: not trailer.is_links(front.lines[index], front.language), below))
    surer = next((index for index in text if _is_surely_title(front, index)), None)
    if surer is None and likely is not None and not front.shares_words(likely):
        surer = next((index for index in _above_text(front, text) if _is_taken_up(front, index)), None)
    return likely if surer is None else surer


def _above_text(front: Front, below: Iterable[int]) -> Iterator[int]:
    """The numbers of the lines above the first paragraph of those below the likely title."""
    return takewhile(lambda index: not prose.is_solid(front.lines[index]), below)


def _is_taken_up(front: Front, index: int) -> bool:
    """Whether the text speaks of what the line says, which has the day or the author below it."""
    line, language = front.lines[index], front.language
    if front.furniture[index] is not None or not (is_long(line) and titles.may_be(line, language)):
        return False
    plain = not (_is_of_site(line, language) or _goes_with_lines(front, index) or prose.opens_quotation(line))
    return plain and ZoneKind.DATELINE in front.furniture[index + 1 : index + 3] and front.shares_words(index)


def _led_to(front: Front) -> int | None:
    """The line that a path through the site above it ends with; sections are called by few words."""
    steps = {}
    for index, line in enumerate(front.lines[: front.reach()]):
        if is_long(line) and line.casefold() in steps and prose.n_words(line) > paths.MOST_WORDS:
            return index
        if last := paths.end(line, front.language):
            steps[last.casefold()] = index
    return None


def _opens_as_title(line: str, language: Language) -> bool:
    """Whether the line may be the title, though it opens with a quotation or ends with a full stop."""
    return titles.is_quoting(line) or titles.is_named_document(line, language)


def _has_day_beside(front: Front, index: int) -> bool:
    """Whether the line above or below is a date line."""
    return ZoneKind.DATELINE in (front.kind(index - 1), front.kind(index + 1))


def _is_day_above(front: Front, index: int) -> bool:
    """Whether the line below the day, and nothing like a title, opens with a kind of document, be it with a full stop.

    A sentence of a report names no kind of document first, or goes on with others.
    """
    line, language = front.lines[index], front.language
    one = prose.is_sentence(line) and line.count(". ") == 0 and prose.n_words(line) <= MOST_WORDS
    place = dateline.is_place(front.line(index + 1), language) and front.kind(index + 1) is None
    day = front.kind(index - 1) is ZoneKind.DATELINE
    return one and day and place and titles.starts_with_genre(line, language)


def _is_of_site(line: str, language: Language) -> bool:
    """Whether the line is an item of a list, a path through the site, or names the author."""
    return line[0] in BULLETS or titles.is_byline(line, language) or paths.is_path(line, language)


def _goes_with_lines(front: Front, index: int) -> bool:
    """Whether the lines around tell that the line is the room, one of the cast, or above a list."""
    above_list = all(front.line(below).startswith(LIST) for below in (index + 1, index + 2))
    return above_list or _is_room(front, index) or _is_of_cast(front, index)


def _is_of_cast(front: Front, index: int) -> bool:
    """Whether the line describes somebody who speaks below: "MRS. ORD, who sells umbrellas"."""
    name, _, description = front.lines[index].partition(", ")
    return description[:1].islower() and designation.bare(name) in front.recurring


def _is_fact(front: Front, index: int) -> bool:
    """Whether the line is one of several that tell a detail by its name."""
    near = (front.line(index - 1), front.line(index + 1))
    stated = titles.genre(front.lines[index], front.language)
    return stated is None and _fits(front.lines[index]) and any(map(_fits, near))


def _fits(line: str) -> bool:
    return NAMED_FACT.fullmatch(line) is not None


def _is_room(front: Front, index: int) -> bool:
    """Whether the line names the place beside a time of day, as in "South Lawn" and "1:32 p.m." below it."""
    beside = (*front.lines[max(index - 1, 0) : index], *front.lines[index + 1 : index + 2])
    times = (dateline.read(line, front.language) for line in beside)
    short = prose.n_words(front.lines[index]) <= SHORTEST and dateline.is_place(front.lines[index], front.language)
    return short and any(each is not None and each.date is None for each in times)


def _likeness(front: Front, index: int) -> int:
    """How much speaks for a line's being the title."""
    line, language = front.lines[index], front.language
    quotes = titles.is_quoting(line)
    of_occasion = patterns.pattern(language, "title_words").search(line) is not None
    below = _is_told_below_title(front, index)
    states_genre = titles.genre(line, language) is not None and not below
    is_genre = states_genre and not quotes and prose.n_words(ORDINAL_OR_NOTE.sub("", line)) == 1
    heads = not below and not _is_below_title(front, index)
    signs = (
        (REPEATED, front.is_repeated(index)),
        (DOUBLED, front.is_doubled(index)),
        (NAMES_NOBODY, quotes or of_occasion or not _names_speaker(front, index)),
        (STATES_GENRE, (states_genre or quotes) and not is_genre),
        (IS_GENRE, is_genre),
        (SPEAKS_OF_OCCASION, of_occasion and not states_genre and not below),
        (NO_CALL, not line.endswith(("!", "?", "/", "|"))),
        (NO_PATH, paths.SIGN.search(line) is None and line[:1] not in BULLETS),
        (NO_NUMBER, NUMBERED.match(line) is None),
        (NO_WEEKDAY, not dateline.tells_weekday(line, language)),
        (LONG_ENOUGH, prose.n_words(line) >= (SHORTEST - line.isupper())),
        (LONG, is_long(line)),
        (NOT_TOO_LONG, states_genre or prose.n_words(line) <= MOST_WORDS),
        (TAKEN_UP, heads and not states_genre and front.shares_words(index)),
        (NEXT_TO_TEXT, heads and _is_next_to_text(front, index)),
    )
    return sum(weight for weight, holds in signs if holds)


def _names_speaker(front: Front, index: int) -> bool:
    """Whether the line tells who speaks, and not what he says.

    Any word in capitals may be a name: of such a line a label below must tell.
    """
    line = front.lines[index]
    if titles.in_capitals(line) and is_long(line) and not any(label in line.casefold() for label in front.recurring):
        return False
    return ": " not in line and titles.names_speaker(line, front.language)


def _holds_another(front: Front, index: int, candidates: Sequence[int]) -> bool:
    """Whether the line is another candidate with a section or the name of the site before or behind it."""
    line = front.lines[index]
    others = [other for each in candidates if (other := front.lines[each]) != line]
    last = paths.end(line, front.language)
    leads_to_one = last is not None and any(other.casefold() == last.casefold() for other in others)
    return leads_to_one or any(is_long(other) and other in line.rstrip(".") for other in others)


def _is_told_below_title(front: Front, index: int) -> bool:
    """Whether the line, right below a long one, tells of an occasion, as leads do; it names no kind of document."""
    if not index or front.furniture[index - 1] is not None or front.is_repeated(index):
        return False
    stated = titles.genre(front.lines[index], front.language)
    above = front.lines[index - 1]
    told = stated in (None, *TOLD_OF) and not titles.in_capitals(front.lines[index])
    named = prose.n_words(above) > 1 and titles.genre(above, front.language) not in (None, *TOLD_OF)
    return told and (named or prose.n_words(above) >= SURELY_LONG) and titles.may_be(above, front.language)


def _is_below_title(front: Front, index: int) -> bool:
    """Whether a line above may as well be the title, so that this one goes with it."""
    if titles.genre(front.lines[index], front.language):
        above = (line for line, kind in zip(front.lines[:index], front.furniture, strict=False) if kind is None)
        return any(is_long(line) and (titles.genre(line, front.language) or titles.is_quoting(line)) for line in above)
    line = front.lines[index - 1] if index and front.furniture[index - 1] is None else ""
    return (prose.n_words(line) >= SURELY_LONG or line.isupper()) and titles.may_be(line, front.language)


def _is_surely_title(front: Front, index: int) -> bool:
    """Whether a line below sentences of the site, or of a lead, states a genre and has the day or a label beside it."""
    line, language = front.lines[index], front.language
    may_stand = (titles.in_capitals(line) or titles.may_be(line, language)) and not _is_of_site(line, language)
    if (
        front.furniture[index] is not None
        or not may_stand
        or _goes_with_lines(front, index)
        or prose.opens_quotation(line)
    ):
        return False
    if titles.genre(line, language) is None or line.endswith((",", ":", ";", "?")) or prose.is_spoken(line, language):
        return False
    beside = [*front.furniture[max(index - 2, 0) : index], *front.furniture[index + 1 : index + 2]]
    label = labels.at_start(front.line(index + 1), language)
    names = label is not None and designation.read(label["label"], language).office is not None
    recurs = label is not None and designation.bare(label["label"]) in front.recurring
    return names or recurs or ZoneKind.DATELINE in beside or dateline.day_in(line, language) is not None


def _is_next_to_text(front: Front, index: int) -> bool:
    """Whether day, author or text follow, be it below a sentence, or the day goes before."""
    if index + 1 >= len(front.lines):
        return False
    follows = index + 2 if prose.is_terminated(front.lines[index + 1]) else index + 1
    return (
        front.opens_text(index + 1)
        or front.kind(follows) in (ZoneKind.DATELINE, ZoneKind.SOURCE_IDENTIFIER)
        or titles.is_byline(front.line(follows), front.language)
        or front.kind(index - 1) is ZoneKind.DATELINE
    )
