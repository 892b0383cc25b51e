"""Whom a text cites: full names that are the source of quoted words, and those whose surname alone is."""

import re
from collections.abc import Iterable, Iterator
from itertools import islice

from lading.standoff import Span
from scripts.reading.names import neighbours
from scripts.reading.names.directory import Directory
from scripts.reading.names.shapes import GAP, WORD, Word
from scripts.reading.quoted.attributions import CHUNK

WORD_START = re.compile(r"(?<![\w'\u2019-])[^\W\d_]")
LAST_WORD = re.compile(r"([\w'\u2019-]+)\s*$")
CHUNKS_LOOKED_AT = 3
FULL_NAME = range(2, 5)
LOOK_BACK = 40
OPENING_WORDS = 8
SET_OFF = (",", " (")


def cited(text: str, sources: Iterable[Span], directory: Directory) -> Iterator[tuple[Word, ...]]:
    """The names of unknown persons whom the sources of quotations mean.

    A capital letter makes no person: a name counts only whole ("said harbour master Ivo Brandt"), or where the text
    gives it whole somewhere ("Ornes said", after "Pavel Ornes, the mayor").
    """
    for source in sources:
        readings = (read(text, source, directory) for read in (_full_name, _of_surname, _with_first_name))
        if words := next(filter(None, readings), None):
            yield tuple(words)


def named_at_opening(text: str, sentences: Iterable[Span], directory: Directory) -> Iterator[tuple[Word, ...]]:
    """The full names among the first words of sentences that begin with a common first name."""
    for sentence in sentences:
        starts = [start.start() for start in islice(WORD_START.finditer(text, *sentence), OPENING_WORDS)]
        if words := _first(text, starts, sentence.end, directory):
            yield tuple(words)


def _with_first_name(text: str, source: Span, directory: Directory) -> list[Word]:
    """The full name in a source that begins with a common first name: the rest of the clause may follow it."""
    return _first(text, [start.start() for start in WORD_START.finditer(text, *source)], source.end, directory)


def _first(text: str, starts: Iterable[int], end: int, directory: Directory) -> list[Word]:
    """The full name that begins at the first of several places where one with a common first name does."""
    for start in starts:
        words = directory.offices.unknown(text, Span(start, end))
        if len(words) in FULL_NAME and directory.shapes.given(words[0].text) is not None:
            return words
    return []


def _full_name(text: str, source: Span, directory: Directory) -> list[Word]:
    """The name at the end of a source, or in front of an apposition: "Ivo Brandt, head of the firm"."""
    chunks = [Span(*match.span()) for match in CHUNK.finditer(text, *source)]
    for chunk in chunks[: -CHUNKS_LOOKED_AT - 1 : -1]:
        phrase = text[chunk.start : chunk.end]
        named = Span(chunk.start, chunk.start + len(phrase.rstrip()))
        if words := _name_at_end(text, named, directory) or _name_with_body(text, named, directory):
            return words
        if not _is_apposition(phrase, directory):
            break
    return []


def _is_apposition(phrase: str, directory: Directory) -> bool:
    """Whether a part of a source tells something of the name in front: who it is, or how a body is abbreviated."""
    words = phrase.split()
    if len(words) == 1:
        return phrase.isupper()
    return bool(words) and (words[0][0].islower() or directory.offices.is_title(phrase.lstrip(), 0))


def _name_at_end(text: str, phrase: Span, directory: Directory) -> list[Word]:
    """The name at the end of a phrase; behind a capital ("la Belmorane Andra X") only with a common first name."""
    for start in WORD_START.finditer(text, *phrase):
        if not text[start.start()].isupper():
            continue
        words = directory.offices.unknown(text, Span(start.start(), phrase.end))
        if words and words[-1].end == phrase.end and _is_name(text, words, directory):
            if _opens_with_noun(words, directory):
                continue
            begins = _may_precede(text, Span(phrase.start, start.start()), directory)
            if begins or directory.shapes.given(words[0].text) is not None:
                return words
    return []


def _opens_with_noun(words: list[Word], directory: Directory) -> bool:
    """Whether a noun with its capital stands in front of a common first name: "Oppositionschefin Marta Sorel"."""
    given = directory.shapes.given
    is_noun = directory.shapes.nouns_have_capitals and len(words) > 2 and given(words[0].text) is None
    return is_noun and given(words[1].text) is not None


def _name_with_body(text: str, phrase: Span, directory: Directory) -> list[Word]:
    """The name at the beginning of a phrase that goes on with whom the person belongs to: "Dora Vance of the union"."""
    start = WORD_START.search(text, *phrase)
    words = directory.offices.unknown(text, Span(start.start(), phrase.end)) if start else []
    goes_on = words and directory.small_words.of.match(text, words[-1].end, phrase.end)
    return words if goes_on and _is_name(text, words, directory) else []


def _is_name(text: str, words: list[Word], directory: Directory) -> bool:
    """Whether the words look like a full name, and the first of them is not elsewhere a place by itself."""
    in_capitals = all(word.text.isupper() for word in words)
    return len(words) in FULL_NAME and not in_capitals and not directory.small_words.is_placed(text, words[0].text)


def _may_precede(text: str, before: Span, directory: Directory) -> bool:
    """Whether a name can begin behind the words of its phrase: behind none, or behind a common noun."""
    last = LAST_WORD.search(text, *before)
    return last is None or (last[1].islower() and last[1] not in directory.small_words.binding)


def _of_surname(text: str, source: Span, directory: Directory) -> list[Word]:
    """The first full name in the text that ends with the one word of the source."""
    surname = text[source.start : source.end].strip()
    words = directory.offices.unknown(text, source)
    if len(words) != 1 or words[0].text != surname or directory.persons.called((surname,)):
        return []
    for match in re.finditer(rf"(?<![\w'\u2019-]){WORD}{GAP}{re.escape(surname)}(?!\w)", text):
        full = directory.offices.unknown(text, Span(*match.span()))
        if len(full) > 1 and _is_name(text, full, directory) and _begins_with_first_name(text, full, directory):
            return full
    return []


def _begins_with_first_name(text: str, full: list[Word], directory: Directory) -> bool:
    """Whether a word in front of a surname has its capital letter as a name, so that it is no noun ("Goalkeeper X").

    Where an apposition follows ("Hamid Talib, who"), the name is whole.
    """
    if directory.shapes.given(full[0].text) is not None or text.startswith(SET_OFF, full[-1].end):
        return True
    word = full[0]
    before = text[max(0, word.start - LOOK_BACK) : word.start]
    is_noun = re.search(rf"(?<!\w)(?=\w)(?:{directory.small_words.determiner})\s*$", before)
    return not is_noun and neighbours.SENTENCE_START.search(before) is None and bool(before.strip())
