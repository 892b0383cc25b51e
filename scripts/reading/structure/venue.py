"""Venues: the places that stand beside a day in a title, as in "talks in Velm, 3 May 2021"."""

import re
from functools import cache
from itertools import takewhile

from scripts.reading.grammar import alternatives
from scripts.reading.language import Language
from scripts.reading.structure import dateline, patterns, wording

WORD = r"[^\W\d_][\w'\u2019-]*"
TOWN_AND_COUNTRY = re.compile(rf"\s[\u2013\u2014-]\s(?P<place>{WORD}(?: {WORD}){{0,2}}, {WORD}(?: {WORD}){{0,2}})$")
SET_OFF = re.compile(r"[,(]|\s[\u2013\u2014-]\s")
MOST_PARTS = 2
"""Of a place, with commas between: a hall and its town."""


def beside(text: str, start: int, end: int, language: Language) -> str | None:
    """The place that is told right before or behind a day in a title, set off by commas or in brackets."""
    behind = re.match(r"[^,\w]{0,2}(?:\s*\w{1,4}\.?)?,\s*(?P<place>[^,()]+)[)\s]*$", text[end:])
    if behind and (place := _capitalised_place(behind["place"], language)):
        return place
    if place := _behind_preposition(text[end:], language):
        return place
    before = text[:start].rstrip()
    parts = [part.strip() for part in SET_OFF.split(before.rstrip(","))]
    several = parts[-2:] if before.endswith(",") and len(parts) > MOST_PARTS else []
    for candidate in (", ".join(several), parts[-1] if len(parts) > 1 else ""):
        if place := _capitalised_place(candidate, language):
            return place
    return _after_preposition(text[:start], language)


def next_to(sentence: str, end: int, language: Language) -> str | None:
    """The place right behind a day in a sentence, with a word such as "in" between."""
    found = re.match(rf"\s(?:{_prepositions(language)})\s(?P<words>{WORD}(?: {WORD}){{0,2}})", sentence[end:])
    words = list(takewhile(str.istitle, found["words"].split())) if found else []
    return _capitalised_place(" ".join(words), language)


def at_end(heading: str, language: Language) -> str | None:
    """The place that a heading ends with, behind a comma or an occasion: "Address at the summit of ports in Velm"."""
    found = _ending(language).search(heading)
    return _capitalised_place(found["place"], language) if found else None


@cache
def _ending(language: Language) -> re.Pattern[str]:
    occasions = alternatives(patterns.written(language, "occasion_prepositions").split())
    articles = alternatives(wording.grammar(language).articles)
    place = rf"(?:{_prepositions(language)})\s(?:(?:{articles})\s)?(?P<place>{WORD}(?:\s{WORD}){{0,3}})\.?$"
    return re.compile(rf"(?:,|(?<!\w)(?:{occasions})\s(?:{WORD}\s){{2,12}}?)\s?{place}")


def after_dash(heading: str, language: Language) -> str | None:
    """The town and its country behind the last dash of a heading: "Doorstop interview - Velm, Sundal"."""
    found = TOWN_AND_COUNTRY.search(heading)
    return _capitalised_place(found["place"], language) if found else None


def _capitalised_place(candidate: str, language: Language) -> str | None:
    return dateline.place_of(candidate, language) if candidate[:1].isupper() else None


def _behind_preposition(text: str, language: Language) -> str | None:
    """The place at the start of a text behind a word such as "in"."""
    found = re.match(rf"\s(?:{_prepositions(language)})\s(?P<place>{WORD}(?:[ -]{WORD}){{0,2}})\W*$", text)
    return _capitalised_place(found["place"], language) if found else None


def _after_preposition(text: str, language: Language) -> str | None:
    """The place at the end of a text behind a word such as "in"."""
    behind = r"\W*(?:\w+\W+)?$"
    found = re.search(rf"(?<!\w)(?:{_prepositions(language)})\s(?P<place>{WORD}(?: {WORD}){{0,2}}){behind}", text)
    words = found["place"].split() if found else []
    while words and not words[-1][0].isupper():
        words.pop()
    place = " ".join(words)
    return dateline.place_of(place, language) if place[:1].isupper() else None


@cache
def _prepositions(language: Language) -> str:
    return alternatives(patterns.written(language, "place_prepositions").split())
