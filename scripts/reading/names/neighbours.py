"""The capitalised words right beside a name: whether it is whole, or a part of some longer name."""

import re

from lading.standoff import Span
from scripts.reading.names.directory import Directory
from scripts.reading.names.shapes import GAP, SPACE, WORD

WORD_BEFORE = re.compile(rf"(?<![\w.'\u2019-])({WORD}){SPACE}$")
WORD_AFTER = re.compile(rf"{GAP}({WORD})")
SENTENCE_START = re.compile(r"[.!?:;\n\"\u201c\u201d\u2018\u00ab(-]\s*$")
LOOK_BACK = 40


def before(text: str, name: Span, within: Span, directory: Directory) -> re.Match[str] | None:
    """The word in front that may be a part of the same name."""
    word = WORD_BEFORE.search(text, max(within.start, name.start - LOOK_BACK), name.start)
    if word and directory.shapes.nouns_have_capitals and directory.shapes.given(word.group(1)) is None:
        return None
    return None if word is None or _is_apart(text, word, directory) else word


def after(text: str, name: Span, within: Span, directory: Directory) -> re.Match[str] | None:
    """The word behind that may be a part of the same name."""
    word = None if directory.shapes.nouns_have_capitals else WORD_AFTER.match(text, name.end, within.end)
    return None if word is None or _is_apart(text, word, directory) else word


def opens_sentence(text: str, word: re.Match[str], within: Span, directory: Directory) -> bool:
    """Whether a word has its capital letter from the beginning of a sentence, as far as one can tell."""
    opens_all = not text[within.start : word.start()].strip()
    starts = opens_all or SENTENCE_START.search(text, within.start, word.start()) is not None
    return starts and directory.shapes.gender((word.group(1),)) is None


def is_whole(text: str, name: Span, within: Span, directory: Directory) -> bool:
    """Whether no capitalised word beside a name makes it a part of a longer one: Guinea of "New Guinea"."""
    if directory.shapes.nouns_have_capitals:
        return True
    in_front = before(text, name, within, directory)
    begins = in_front is None or (
        not directory.polities.opens_place(in_front.group(1))
        # where a state stands in front of what it has, whoever was named before may stand in front of the state
        and (directory.small_words.is_in_front or opens_sentence(text, in_front, within, directory))
    )
    return begins and after(text, name, within, directory) is None


def _is_apart(text: str, word: re.Match[str], directory: Directory) -> bool:
    """Whether a capitalised word cannot belong to a name beside it."""
    return (
        word.group(1) in directory.shapes.not_names
        or directory.polities.by_demonym(word.group(1)) is not None
        or directory.offices.is_title(text, word.start(1))
        or directory.entities.at(text, word.start(1)) is not None
    )
