"""Courtesies: turns in which somebody greets, thanks or gives the floor, and says nothing else."""

import re

from scripts.reading.language import Language
from scripts.reading.structure import designation, patterns, prose

SENTENCE = re.compile(r"[^.!?\u2026]+")
BETWEEN = " ,;\u2013\u2014-\n"
MOST_WORDS = 25
MOST_WORDS_OF_A_NAME = 4


def only(words: str, language: Language) -> bool:
    """Whether every sentence is a courtesy, or no more than the name of who may speak."""
    if prose.n_words(words) > MOST_WORDS:
        return False
    sentences = [sentence.strip(BETWEEN) for sentence in SENTENCE.findall(designation.NOTE.sub(" ", words))]
    told = [sentence for sentence in sentences if prose.has_words(sentence)]
    return all(_is_one(each, language) for each in told)


def asks_more(words: str, language: Language) -> bool:
    """Whether something is asked besides whether somebody likes to speak: "Ms Kerr?" gives her the floor."""
    asked = (SENTENCE.findall(before)[-1:] for before in prose.unquoted(words).split("?")[:-1])
    return any(not _is_one(sentence.strip(BETWEEN), language) for last in asked for sentence in last)


def _is_one(sentence: str, language: Language) -> bool:
    courtesy = patterns.pattern(language, "courtesies").fullmatch(sentence) is not None
    return courtesy or (len(sentence.split()) <= MOST_WORDS_OF_A_NAME and designation.is_name_like(sentence, language))
