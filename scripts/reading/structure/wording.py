"""Wording: the words of a language that designations of persons are made of, compiled once."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from scripts.reading.grammar import alternatives, listed
from scripts.reading.language import Language
from scripts.reading.structure import spelling


@dataclass(frozen=True, slots=True)
class Grammar:
    """The words of a language that designations are made of."""

    office: re.Pattern[str]
    honorifics: frozenset[str]
    behind_names: frozenset[str]
    """Titles and honours, as they are printed."""
    prepositions: frozenset[str]
    place_endings: frozenset[str]
    places: tuple[tuple[str, ...], ...]
    states: frozenset[str]
    particles: frozenset[str]
    name_particles: tuple[tuple[str, ...], ...]
    """What stands inside a surname, as "von der" does; the longer ones first."""
    articles: frozenset[str]
    conjunctions: frozenset[str]
    conjunction: re.Pattern[str]
    possessive: re.Pattern[str]
    """Set off by an apostrophe: other endings of a genitive may as well be a part of the name."""
    place_behind: re.Pattern[str] | None
    """A place in the genitive that stands behind an office without a preposition."""
    patronymic: re.Pattern[str]
    outlets: frozenset[str]
    """What stands in front of the name of a newspaper or a channel."""
    no_names: frozenset[str]
    """Capitalised words that are no part of a name."""
    abbreviated: Mapping[str, str]
    """Offices by the abbreviations that labels have for them."""

    def ends_in_office(self, text: str) -> bool:
        """Whether the text ends in an office of several words, as in "Secretary General", be the last a rank, too."""
        return any(found.end() == len(text) and " " in found[0] for found in self.office.finditer(text))


@cache
def grammar(language: Language) -> Grammar:
    """The grammar of designations in a language, from its word files `offices` and `labels`."""
    words: Mapping[str, Any] = language.words("offices")
    titles = {title for office in words["offices"].values() for title in listed(office.get("titles", ""))}
    abbreviations = {title for title in titles if title.isupper()}
    labels = language.words("labels")
    # as in "Head of State" and in "Acting Deputy Spokesperson"
    titles |= {phrase for phrase in labels["descriptions"] if " " in phrase}
    before = rf"(?:(?:{alternatives(listed(labels['ranks']))})[\s-]+)*"
    behind = rf"(?:\s+(?:{alternatives(listed(labels['ranks_behind']))}))?"
    honorifics = [name.casefold() for names in words["honorifics"].values() for name in listed(names)]
    styles = [style.casefold() for style in listed(words["styles"])]
    prepositions, conjunctions, articles, particles, filiations = (
        frozenset(word for phrases in lists for word in listed(phrases))
        for lists in (
            (words["office_prepositions"],),
            (words["conjunctions"],),
            words["articles"].values(),
            (words["particles"],),
            words["filiations"].values(),
        )
    )
    states = [name for state in language.words("states").values() for name in listed(state["names"])]
    places = (*states, *language.words("labels")["places_of_several_words"])
    return Grammar(
        office=re.compile(
            rf"(?<![\w-]){before}(?:{_in_any_case(titles - abbreviations, language)}"
            # 5 PM is a time of day
            rf"|(?<!\d)(?<!\d\s)(?-i:{alternatives(abbreviations)})){behind}(?![\w-])",
            re.I,
        ),
        honorifics=frozenset(form for name in (*honorifics, *styles) for form in (name, f"{name}.")),
        behind_names=frozenset(listed(labels["behind_names"])),
        prepositions=prepositions,
        place_endings=frozenset(language.words("labels")["place_endings"].casefold().split()),
        places=tuple(tuple(place.casefold().split()) for place in places if " " in place),
        states=frozenset(state.casefold() for state in states),
        particles=particles | filiations | prepositions | conjunctions | articles,
        name_particles=tuple(
            sorted((tuple(name.split()) for name in listed(words["particles"])), key=lambda it: -len(it))
        ),
        articles=articles,
        conjunctions=conjunctions,
        conjunction=re.compile(rf"\s+(?:{alternatives(conjunctions)})\s+"),
        possessive=re.compile(rf"(?=['\u2019])(?:{words['possessive']})$", re.I),
        place_behind=_place_behind(language),
        patronymic=_patronymic(language),
        outlets=frozenset(language.words("labels")["outlets"].split()),
        no_names=frozenset(listed(language.words("names")["not_names"])) | _occasions(language),
        abbreviated=language.words("labels")["abbreviated_offices"],
    )


def _place_behind(language: Language) -> re.Pattern[str] | None:
    written = language.words("labels")["place_in_genitive"]
    return re.compile(rf".*(?:{written})$", re.I) if written else None


def _occasions(language: Language) -> frozenset[str]:
    """What is held, as titles have it: capitalised at the beginning of a title."""
    words = frozenset(language.words("speech")["occasions"].split())
    return words | frozenset(word[0].upper() + word[1:] for word in words) | frozenset(map(str.upper, words))


def _patronymic(language: Language) -> re.Pattern[str]:
    endings = [ending for each in language.words("names")["patronymics"].values() for ending in listed(each)]
    return re.compile(rf"(?:{alternatives(endings)})\w{{0,2}}$")


def _in_any_case(titles: Iterable[str], language: Language) -> str:
    """The alternatives, longer ones first."""
    ordered = sorted(titles, key=lambda title: (-len(title), title))
    return "|".join(spelling.any_case(title.split(), language) for title in ordered)


def without_articles(text: str, language: Language) -> str:
    """The text without articles and forms of address."""
    words = grammar(language)
    return " ".join(word for word in text.split() if word.casefold() not in words.articles | words.honorifics)
