"""What quotation marks are for: somebody's words, a name, or a word that the writer holds at a distance."""

import re
from dataclasses import dataclass
from functools import cache

from lading.standoff import Span
from schemas.vocabularies import QuoteType
from scripts.reading.grammar import alternatives, listed
from scripts.reading.language import Language
from scripts.reading.names.shapes import CAPITAL
from scripts.reading.quoted.attributions import Attribution
from scripts.reading.quoted.marks import Quoted

OPENS_SENTENCE = re.compile(rf"[\[(\u2026.\s\"'\u2018\u201c]*(?:{CAPITAL}|\d)")
CLOSES_SENTENCE = re.compile(r"[.!?\u2026][\])'\u2019\"]*$")
ENDS_CLAUSE = re.compile(r"\s*(?:[.,;:!?)\u2026\n]|$)")
CLAUSE_WORDS = 3
LOOK_AROUND = 40


@dataclass(frozen=True, slots=True)
class TypeWords:
    """The words of a language beside quotation marks that are not for quoting."""

    distancing_before: re.Pattern[str]
    distancing_after: re.Pattern[str]
    titled_before: re.Pattern[str]
    titled_after: re.Pattern[str]


@cache
def type_words(language: Language) -> TypeWords:
    """The words of a language beside quotation marks that are not for quoting."""
    words = language.words("quotations")
    before, after, titled = (
        alternatives(listed(phrases))
        for phrases in (words["distancing"]["before"], words["distancing"]["after"], words["titled"])
    )
    return TypeWords(
        distancing_before=re.compile(rf"\b(?:{before})[\s,:]*$", re.IGNORECASE),
        distancing_after=re.compile(rf"[\s,]*(?:{after})\b", re.IGNORECASE),
        titled_before=re.compile(rf"\b(?:{titled})[\s,:]*$", re.IGNORECASE),
        titled_after=re.compile(rf"\s*(?:{titled})\b", re.IGNORECASE),
    )


def quote_type(text: str, quoted: Quoted, attribution: Attribution | None, language: Language) -> QuoteType:
    """What the marks around some words are for; without attribution, whole sentences are taken for a quotation."""
    words = type_words(language)
    before = Span(max(0, quoted.outer.start - LOOK_AROUND), quoted.outer.start)
    if words.distancing_before.search(text, *before) or words.distancing_after.match(text, quoted.outer.end):
        return QuoteType.SCARE
    if attribution is not None:
        direct = attribution.adjoins and is_clause(text, quoted)
        completes = attribution.cue.start > quoted.words.start or ends_clause(text, quoted)
        return QuoteType.DIRECT if direct and completes else QuoteType.MIXED
    named = words.titled_before.search(text, *before) or words.titled_after.match(text, quoted.outer.end)
    if named or _is_capitalised(text, quoted):
        return QuoteType.TITLE
    return QuoteType.DIRECT if is_sentence(text, quoted) else QuoteType.SCARE


def is_set_off(text: str, quoted: Quoted) -> bool:
    """Whether punctuation parts the words from what follows them."""
    closing = text[quoted.words.end - 1 : quoted.outer.end]
    return any(mark in closing for mark in ",.!?\u2026") or text[quoted.outer.end : quoted.outer.end + 1] in tuple(
        ",\u2013\u2014"
    )


def is_followed_by_sentence(text: str, quoted: Quoted) -> bool:
    """Whether the words close a sentence, and what follows looks like a new one."""
    closed = text[quoted.words.end - 1] in ".!?\u2026"
    return closed and text[quoted.outer.end : quoted.outer.end + 2].strip().isupper()


def is_sentence(text: str, quoted: Quoted) -> bool:
    """Whether the words open and close like a sentence, or like one that the reporter's sentence goes on from."""
    opens = OPENS_SENTENCE.match(text, *quoted.words)
    closes = CLOSES_SENTENCE.search(text, max(quoted.words.start, quoted.words.end - 4), quoted.words.end)
    return bool(opens) and (bool(closes) or quoted.continues or text[quoted.words.end] == ",")


def is_clause(text: str, quoted: Quoted) -> bool:
    """Whether the words are more than a phrase taken from a sentence."""
    count = len(text[quoted.words.start : quoted.words.end].split())
    return count >= CLAUSE_WORDS or bool(OPENS_SENTENCE.match(text, *quoted.words))


def ends_clause(text: str, quoted: Quoted) -> bool:
    """Whether the reporter's clause ends with the quoted words."""
    return is_sentence(text, quoted) or bool(ENDS_CLAUSE.match(text, quoted.outer.end)) or is_set_off(text, quoted)


def _is_capitalised(text: str, quoted: Quoted) -> bool:
    words = [word for word in text[quoted.words.start : quoted.words.end].split() if len(word) > 3]
    return len(words) > 1 and all(word[0].isupper() for word in words)
