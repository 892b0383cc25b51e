"""What kind of sentence a block holds: prose or heading, spoken in the first person or told in the third."""

import re
from functools import cache, lru_cache

from scripts.reading.grammar import alternatives
from scripts.reading.language import Language
from scripts.reading.structure import patterns

LETTERS = re.compile(r"[^\W\d_]+")
WORD = re.compile(r"[^\W\d_]+(?:[\u2019'][^\W\d_]+)*")
ALNUM = re.compile(r"[^\W_]")
HEADING = re.compile(r"#{1,6}\s+")
EMPHASIS = ("**", "__", "*", "_")
QUOTED = re.compile(r"“[^”]*”?|„[^“”]*[“”]?|«[^»]*»?|\"[^\"]*\"?")
STOPS = (".", "!", "?", "\u2026")
CLOSING_MARKS = '”“"\u2019»)] \u00a0\u202f'
SENTENCE = re.compile(r"(?:[.…]|[.!?…][”“\"\u2019»)\]\s]+)$")
ADDRESS = re.compile(r"\S*(?:://|www\.|@)\S+")
ABBREVIATED = re.compile(r"(?:\b[^\W\d_]\.){2,}$")
OPENING_QUOTATION_MARKS = ("“", "„", "«", '"')
QUOTATION = re.compile(r"„(?:[^“”\s]+\s+){3}[^“”]*[“”]|[“«\"]\s?(?:[^”»\"\s]+\s+){3}[^”»\"]*[”»\"]")

REMEMBERED = 4096
"""Blocks of a document that is being read: they are looked at several times."""

LONG = 15
"""A sentence of more words is text; a shorter one may as well be a heading, a banner or a slogan."""

LONGEST_HEADING = 12
GOES_ON = (",", ";", ":", "-", "\u2013", "\u2014")
"""What ends a line of a paragraph that goes on, or of words that are interrupted."""

LONGEST_SALUTATION = 8
LONGEST_CLOSING_LINE = 60

SHARE_OF_FIRST_PERSON = 0.005
"""In words: who speaks says "I" or "we" more often than a writer who slips it in."""


@lru_cache(maxsize=REMEMBERED)
def n_words(block: str) -> int:
    """Number of words."""
    return len(WORD.findall(block))


def plain(block: str) -> str:
    """The block on one line, without the marks of Markdown that make all of it a heading or stress it."""
    heading = HEADING.match(block)
    text = " ".join(block[heading.end() if heading else 0 :].split())
    for mark in EMPHASIS:
        within = text.removeprefix(mark).removesuffix(mark)
        if len(text) - len(within) == 2 * len(mark) and mark not in within and has_words(within):
            return within
    return text


def is_terminated(block: str) -> bool:
    """Whether the block ends as a sentence does."""
    return block.rstrip(CLOSING_MARKS).endswith(STOPS)


def has_words(block: str) -> bool:
    """Whether the block holds a letter or a figure."""
    return ALNUM.search(block) is not None


def is_sentence(block: str) -> bool:
    """Whether the block ends as a statement does: headings and slogans may ask or exclaim, "D.C." ends none."""
    return SENTENCE.search(block) is not None and ABBREVIATED.search(block) is None


def asks(text: str) -> bool:
    """Whether somebody asks: a question mark stands outside quotation marks."""
    return "?" in text and "?" in unquoted(text)


def unquoted(text: str) -> str:
    """The text without what it quotes; where all of it stands between marks, that is no quotation."""
    return QUOTED.sub(" ", text.lstrip("".join(OPENING_QUOTATION_MARKS)))


def opens_quotation(block: str) -> bool:
    """Whether the block starts with somebody's words."""
    return block.startswith(OPENING_QUOTATION_MARKS)


def is_solid(block: str) -> bool:
    """Whether the block can only be text: sentences of some length."""
    return is_terminated(block) and n_words(block) > LONG


def is_salutation(block: str, language: Language) -> bool:
    """Whether the block addresses the listeners, as in "Mr President,"."""
    addresses = patterns.pattern(language, "salutations").match(block) is not None
    return n_words(block) <= LONGEST_SALUTATION and (block.endswith(",") or (addresses and block.endswith("!")))


def is_stage_note(block: str, language: Language) -> bool:
    """Whether the block is a note of the writer's, in brackets."""
    return patterns.pattern(language, "stage_notes").fullmatch(block) is not None


def is_heading(block: str, language: Language) -> bool:
    """Whether the block is short, ends as no sentence does, and speaks of and to nobody."""
    if is_terminated(block) or block.endswith(GOES_ON):
        return False
    text = ADDRESS.sub("", block)
    return n_words(text) <= LONGEST_HEADING and not is_spoken(text, language)


def is_first_person(text: str, language: Language) -> bool:
    """Whether somebody speaks of themselves, again and again, outside quotation marks."""
    return _count(text, language, "first_person") > SHARE_OF_FIRST_PERSON * n_words(text)


def speaks_of_self(text: str, language: Language) -> bool:
    """Whether somebody speaks of themselves, be it once, outside quotation marks."""
    return _count(text, language, "first_person") > 0


def is_spoken(text: str, language: Language) -> bool:
    """Whether somebody speaks outside quotation marks, of themselves or to somebody."""
    return _count(text, language, "first_person") + _count(text, language, "second_person") > 0


def addresses_listener(text: str, language: Language) -> bool:
    """Whether somebody is spoken to, outside quotation marks."""
    return _count(text, language, "second_person") > 0


def is_closing_line(block: str, language: Language) -> bool:
    """Whether the block tells in the third person how a meeting went on or ended."""
    if not is_terminated(block) or patterns.pattern(language, "closing_subjects").match(block) is None:
        return False
    told = patterns.pattern(language, "closing_verbs").search(block) is not None
    return told and n_words(block) <= LONGEST_CLOSING_LINE and not is_spoken(block, language)


def reports_speech(text: str, language: Language) -> bool:
    """Whether the text quotes somebody's words, with a verb of saying."""
    told = QUOTED.sub(" ", text)
    return QUOTATION.search(text) is not None and patterns.pattern(language, "reporting_verbs").search(told) is not None


def _count(text: str, language: Language, key: str) -> int:
    """How many of the words stand outside quotation marks; an abbreviation in capitals ("US") is none of them."""
    said = _of_person(language, key).finditer(QUOTED.sub(" ", text).replace("\u2019", "'"))
    return sum(len(word[0].rstrip("'")) == 1 or not word[0].isupper() for word in said)


@cache
def _of_person(language: Language, key: str) -> re.Pattern[str]:
    """The words of a grammatical person; elided ones stand in front of others, endings at the end of verbs."""
    written = patterns.words(language, key)
    words = alternatives(word for word in written if not word.startswith("-") and not word.endswith("'"))
    elided = alternatives(word for word in written if word.endswith("'"))
    endings = alternatives(word.removeprefix("-") for word in written if word.startswith("-"))
    either = [rf"\b(?:{words})\b", *([rf"\b(?:{elided})"] if elided else [])]
    return re.compile("|".join([*either, *([rf"(?<=\w)(?:{endings})\b"] if endings else [])]), re.IGNORECASE)
