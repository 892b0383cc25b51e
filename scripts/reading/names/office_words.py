"""The words of a language for offices and whoever holds them."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache

from scripts.reading.grammar import alternatives, listed
from scripts.reading.language import Language
from scripts.reading.names.gazetteer import Gazetteer, normal
from scripts.reading.names.inflection import inflection
from scripts.reading.names.shapes import CAPITAL, GAP, SPACE, WORD
from scripts.reading.names.small_words import small_words

PLACE, ORGANISATION, FIELD, PERSON = "place", "organisation", "field", "person"
"""What an office may be said to be of; somebody's counterpart may be another's too, so that it describes nobody."""
COMMON = rf"(?!{CAPITAL})[^\W\d_][\w-]*"
POST = "post"
"""The kind of whatever introduces a name and is no office."""


@dataclass(frozen=True, slots=True)
class OfficeWords:
    """The words of a language for offices."""

    titles: Gazetteer[str]
    basic_forms: frozenset[str]
    epithets: Gazetteer[tuple[str, ...]]
    """Every word for a holder, in lower case, with the kinds of office that it may mean."""
    nouns: frozenset[str]
    """Common nouns, in lower case: behind one of them alone a single capital letter makes no name."""
    of: dict[str, str]
    """What each kind of office is said to be of."""
    group_before: re.Pattern[str]
    institutions: frozenset[str]
    state_noun: re.Pattern[str]
    state_nouns: frozenset[str]
    bases: Callable[[str], Sequence[str]]
    """What a word may be a form of."""
    determined: re.Pattern[str]
    apposition: re.Pattern[str]
    """A full name that an office may follow."""
    common_owner: re.Pattern[str]
    """What an office is of, where that has no name: "for the port"."""
    date: re.Pattern[str]
    """A comma and a date: what stands in front of it is a place."""

    def is_state_noun(self, word: str) -> bool:
        """Whether a word stands for a state, in whatever case."""
        return not self.state_nouns.isdisjoint(self.bases(word))

    def is_basic(self, title: str) -> bool:
        """Whether a title stands in its basic form."""
        return normal(title).casefold() in self.basic_forms


@cache
def office_words(language: Language) -> OfficeWords:
    """The words of a language for offices, from its word files `offices` and `names`."""
    words, names, small = language.words("offices"), language.words("names"), small_words(language)
    titles: dict[str, str] = {}
    epithets: dict[str, tuple[str, ...]] = {}
    for kind, office in words["offices"].items():
        designations = listed(office.get("titles", "")) + listed(office.get("nouns", ""))
        titles |= {form: kind for name in designations for form in _forms(name)}
        described = () if office["of"] == PERSON else (name.lower() for name in designations)
        for epithet in dict.fromkeys((*described, *listed(office.get("epithets", "")))):
            epithets[epithet] = (*epithets.get(epithet, ()), kind)
    titles |= {form: POST for name in listed(words["posts"]) for form in _forms(name)}
    for field in (field for fields in words["portfolios"].values() for field in listed(fields)):
        ministers = listed(words["of_portfolio"]["minister"].replace("<field>", field))
        titles |= {form: "minister" for name in ministers for form in (name, name[:1].lower() + name[1:])}
    nouns = (noun for office in words["offices"].values() for noun in listed(office.get("nouns", "").lower()))
    belonging = alternatives(listed(words["belonging"]))
    state_nouns, months = alternatives(listed(names["state_nouns"])), alternatives(language.words("timexes")["months"])
    bases = inflection(language).printed_bases
    return OfficeWords(
        titles=Gazetteer(titles, bases),
        basic_forms=frozenset(title.casefold() for title in titles),
        epithets=Gazetteer(epithets, bases),
        nouns=frozenset((*listed(words["posts"]), *nouns)),
        of={kind: office["of"] for kind, office in words["offices"].items()} | {POST: ORGANISATION},
        group_before=re.compile(rf"\b({alternatives(listed(words['groups']))}){SPACE}$"),
        institutions=frozenset(listed(names["institutions"])),
        state_noun=re.compile(rf"\b{small.demonstrative}{GAP}(?:{state_nouns}){small.possessive.pattern}{SPACE}$"),
        state_nouns=frozenset(listed(names["state_nouns"])),
        bases=bases,
        determined=re.compile(
            rf"(?:\b(?:{small.determiner}|(?i:{belonging}))|{small.possessive.pattern})(?:{GAP}[\w-]+){{0,2}}{SPACE}$"
        ),
        apposition=re.compile(
            rf"(?<!\w)(?P<name>(?:{WORD}{GAP}){{1,3}}{WORD})"
            rf"(?:,{GAP}|{GAP}[\[(])(?P<article>{small.article.pattern})?$"
        ),
        common_owner=re.compile(rf"{small.of.pattern}{COMMON}(?:{GAP}{COMMON}){{0,2}}(?=,)"),
        date=re.compile(rf",{GAP}(?:\d|(?:{months})\b)"),
    )


def _forms(name: str) -> tuple[str, ...]:
    """How an office may be written in running text; an abbreviation has one form."""
    return (name,) if name.isupper() else (name, name.lower(), name.capitalize(), name[:1].lower() + name[1:])
