"""What quotation marks are for: somebody's words, a name, or a word that the writer holds at a distance."""

import re
from dataclasses import dataclass
from functools import cache

from lading.standoff import Span
from schemas.vocabularies import QuoteType
from scripts.reading.grammar import listed
from scripts.reading.language import Language
from scripts.reading.names.shapes import CAPITAL
from scripts.reading.names.small_words import small_words
from scripts.reading.quoted.attributions import Attribution
from scripts.reading.quoted.cue_words import any_of, cue_words
from scripts.reading.quoted.marks import Quoted

OPENS_SENTENCE = re.compile(rf"[\[(<\u2026.\s\"'\u2018\u201c\u201e\u201a\u00ab\u00bf\u00a1]*(?:{CAPITAL}|\d)")
CLOSES_SENTENCE = re.compile(r"[.!?\u2026][\])'\u2019\"]*$")
ENDS_CLAUSE = re.compile(r"\s*(?:[.,;:!?)\u2026\n]|$)")
INITIAL = re.compile(rf"{CAPITAL}\.")
TERMINALS = tuple(".!?\u2026")
SET_OFF = re.compile(r",|\s*[\u2013\u2014]|\s+-\s")
WORD_BEHIND = re.compile(r"\s+(?P<word>[^\W\d_])")
BLANKS_AND_DASHES = " \t\u00a0\u2013\u2014-"
"""What may stand between the reporter's sentence and one that goes on with the words of its speaker."""
CLAUSE_WORDS = 3
LONGEST_PHRASE = 3
"""A phrase of so many words is taken from a sentence; more of them say something."""
LONGEST_NAME = 6
LOOK_AROUND = 40


@dataclass(frozen=True, slots=True)
class TypeWords:
    """The words of a language beside quotation marks that are not for quoting."""

    distancing_before: re.Pattern[str]
    distancing_after: re.Pattern[str]
    titled_before: re.Pattern[str]
    titled_after: re.Pattern[str]
    conjunction: re.Pattern[str]
    determined: re.Pattern[str]
    """An article or its like in front of quoted words, which then are a noun of the reporter's clause."""


@cache
def type_words(language: Language) -> TypeWords:
    """The words of a language beside quotation marks that are not for quoting."""
    words = language.words("quotations")
    before, after, titled = (
        any_of(listed(phrases))
        for phrases in (words["distancing"]["before"], words["distancing"]["after"], words["titled"])
    )
    return TypeWords(
        distancing_before=re.compile(rf"{before}[\s,]*$", re.IGNORECASE),
        distancing_after=re.compile(rf"[\s,]*{after}", re.IGNORECASE),
        titled_before=re.compile(rf"{titled}[\s,:]*$", re.IGNORECASE),
        titled_after=re.compile(rf"\s*{titled}", re.IGNORECASE),
        conjunction=re.compile(rf"\s+{any_of(listed(language.words('offices')['conjunctions']))}"),
        determined=re.compile(rf"[^\W\d_]\s+(?=\w)(?:{small_words(language).determiner})(?<=\w)\s+$"),
    )


def apart(text: str, quoted: Quoted, language: Language) -> QuoteType | None:
    """What the marks are for where the words are plainly nobody's: a name, or what is held at a distance."""
    words = type_words(language)
    before = Span(max(0, quoted.outer.start - LOOK_AROUND), quoted.outer.start)
    if words.distancing_before.search(text, *before) or words.distancing_after.match(text, quoted.outer.end):
        return QuoteType.SCARE
    is_titled = words.titled_before.search(text, *before) or words.titled_after.match(text, quoted.outer.end)
    is_noun = is_titled or _has_ending(text, quoted) or _is_embedded_name(text, quoted, language)
    return QuoteType.TITLE if is_noun and _may_be_name(text, quoted) else None


def quote_type(text: str, quoted: Quoted, attribution: Attribution | None, language: Language) -> QuoteType:
    """What the marks around words are for that may be somebody's; whole sentences are, also without attribution."""
    if attribution is None or attribution.cue is None:
        if _is_capitalised(text, quoted, 2):
            return QuoteType.TITLE
        return QuoteType.DIRECT if is_sentence(text, quoted) else QuoteType.SCARE
    may_be_name = attribution.is_subject or not attribution.adjoins
    if may_be_name and _may_be_name(text, quoted) and _is_capitalised(text, quoted, 1 if attribution.is_subject else 2):
        return QuoteType.TITLE
    return _of_attributed(text, quoted, attribution, type_words(language))


def _of_attributed(text: str, quoted: Quoted, attribution: Attribution, words: TypeWords) -> QuoteType:
    """Whether words that are somebody's stand by themselves, or are a phrase within the reporter's clause."""
    near = Span(max(0, quoted.outer.start - LOOK_AROUND), quoted.outer.start)
    is_noun = words.determined.search(text, *near) is not None and not CLOSES_SENTENCE.search(text, *_end(quoted))
    if attribution.is_naming or is_noun or _is_part_of_clause(text, quoted, attribution):
        return QuoteType.MIXED
    is_speech = is_clause(text, quoted) if attribution.adjoins else not _is_short(text, quoted, LONGEST_PHRASE)
    ends = ends_clause(text, quoted) or words.conjunction.match(text, quoted.outer.end)
    is_behind = attribution.cue is not None and attribution.cue.start > quoted.words.start
    return QuoteType.DIRECT if is_speech and (is_behind or ends) else QuoteType.MIXED


def _is_part_of_clause(text: str, quoted: Quoted, attribution: Attribution) -> bool:
    """Whether the reporter's clause goes on into the words: "the door “stays open”", he said"."""
    if not text[quoted.words.start].islower():
        return False
    in_front = text[max(0, quoted.outer.start - LOOK_AROUND) : quoted.outer.start].rstrip()
    is_led_in = attribution.adjoins and attribution.cue is not None and attribution.cue.start < quoted.words.start
    return attribution.is_impersonal or (in_front[-1:].isalnum() and not is_led_in)


def is_set_off(text: str, quoted: Quoted) -> bool:
    """Whether punctuation parts the words from what follows them."""
    closing = text[quoted.words.end - 1 : quoted.outer.end]
    return any(mark in closing for mark in ",.!?\u2026") or bool(SET_OFF.match(text, quoted.outer.end))


def is_followed_by_sentence(text: str, quoted: Quoted) -> bool:
    """Whether the words close a sentence, and what follows looks like a new one."""
    closed = text[quoted.words.end - 1] in ".!?\u2026"
    return closed and text[quoted.outer.end : quoted.outer.end + 2].strip().isupper()


def is_sentence(text: str, quoted: Quoted) -> bool:
    """Whether the words open and close like a sentence, or like one that the reporter's sentence goes on from."""
    opens = OPENS_SENTENCE.match(text, *quoted.words)
    closes = CLOSES_SENTENCE.search(text, *_end(quoted))
    is_begun = bool(closes) or quoted.continues or text.startswith(",", quoted.words.end)
    return bool(opens) and (is_begun or _is_sentence_around(text, quoted))


def _is_sentence_around(text: str, quoted: Quoted) -> bool:
    """Whether the reporter's sentence begins with the words, and ends or goes on behind them."""
    in_front = text[max(0, quoted.outer.start - LOOK_AROUND) : quoted.outer.start].rstrip(BLANKS_AND_DASHES)
    begins = not in_front or in_front.endswith((*TERMINALS, "\n", ":"))
    if not begins or _is_short(text, quoted, 1):
        return False
    goes_on = is_set_off(text, quoted) and not _is_short(text, quoted, CLAUSE_WORDS - 1)
    return text.startswith(TERMINALS, quoted.outer.end) or goes_on


def is_clause(text: str, quoted: Quoted) -> bool:
    """Whether the words are more than a phrase taken from a sentence."""
    return not _is_short(text, quoted, CLAUSE_WORDS - 1) or bool(OPENS_SENTENCE.match(text, *quoted.words))


def ends_clause(text: str, quoted: Quoted) -> bool:
    """Whether the reporter's clause ends with the quoted words."""
    return is_sentence(text, quoted) or bool(ENDS_CLAUSE.match(text, quoted.outer.end)) or is_set_off(text, quoted)


def _may_be_name(text: str, quoted: Quoted) -> bool:
    """Whether the words are few and no sentence."""
    return _is_short(text, quoted, LONGEST_NAME) and not CLOSES_SENTENCE.search(text, *_end(quoted))


def _is_embedded_name(text: str, quoted: Quoted, language: Language) -> bool:
    """Whether capitalised words stand within a sentence that goes on without a sign, and without a verb of saying."""
    in_front = text[max(0, quoted.outer.start - 2) : quoted.outer.start]
    within = len(in_front) > 1 and in_front[0].isalnum() and in_front[1].isspace()
    behind = WORD_BEHIND.match(text, quoted.outer.end)
    if not within or not behind or not _is_capitalised(text, quoted, 1):
        return False
    return not cue_words(language).postposed.match(text, behind.start("word"))


def _has_ending(text: str, quoted: Quoted) -> bool:
    """Whether the ending of a case stands right behind the marks, as behind a name."""
    return text[quoted.outer.end : quoted.outer.end + 1].isalpha()


def _is_short(text: str, quoted: Quoted, limit: int) -> bool:
    """Whether the words are no more than so many, figures not counted."""
    words = text[quoted.words.start : quoted.words.end].split(maxsplit=2 * limit)
    return sum(not word[0].isdigit() for word in words) <= limit


def _end(quoted: Quoted) -> Span:
    """The last signs of the words."""
    return Span(max(quoted.words.start, quoted.words.end - 4), quoted.words.end)


def _is_capitalised(text: str, quoted: Quoted, least: int) -> bool:
    """Whether all words but the small ones have capital letters, the first one has, and there are enough of them."""
    phrase = text[quoted.words.start : quoted.words.end]
    if phrase[:1].islower():
        return False
    words = [word for word in phrase.split() if len(word) > 3 or INITIAL.fullmatch(word)]
    return len(words) >= least and not phrase.isupper() and all(word[0].isupper() for word in words)
