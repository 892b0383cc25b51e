"""The words of a language that stand for somebody named before: pronouns, descriptions, and what governs a name."""

import re
from dataclasses import dataclass
from functools import cache

from scripts.reading.grammar import listed
from scripts.reading.language import Language
from scripts.reading.names.shapes import Gender
from scripts.reading.names.small_words import small_words
from scripts.reading.quoted.cue_words import any_of, beside

NOUN_BEHIND = r"[^\W\d_]"
WORDS = re.compile(r"[^\W\d_]+")


@dataclass(frozen=True, slots=True)
class VoiceWords:
    """The words of a language that stand for somebody named before."""

    genders: dict[str, Gender | None]
    bodies: frozenset[str]
    pronouns: frozenset[str]
    """Every pronoun for somebody named before."""
    first_person: frozenset[str]
    texts: frozenset[str]
    relatives: frozenset[str]
    in_titles: frozenset[str]
    """Small words between an office and a name."""
    possessive: re.Pattern[str]
    governed: re.Pattern[str]
    governed_noun: re.Pattern[str]
    """What stands in front of a noun that depends on it, its article included."""
    governed_behind: re.Pattern[str]
    """What stands behind a name that depends on it."""
    determiner: re.Pattern[str]
    determined: re.Pattern[str]
    indefinite: re.Pattern[str]
    articles: dict[str, Gender]
    some: re.Pattern[str]
    """What makes a noun that of somebody who is not known."""
    continuing: re.Pattern[str]
    """Nouns for whoever spoke last."""
    qualities: frozenset[str]
    """What such nouns have in front of them: "top diplomat"."""
    people: re.Pattern[str]
    """Nouns for people whom a text cites, known or not."""
    anonymous: re.Pattern[str]
    """Nouns for whoever is to stay unknown."""
    owner: re.Pattern[str]
    """What behind such a noun says to whom or to what the person belongs."""
    source_pronouns: dict[str, Gender | None]
    articled: bool
    drops_pronouns: bool
    verb_last: bool


@cache
def voice_words(language: Language) -> VoiceWords:
    """The words of a language that stand for somebody named before."""
    words = language.words("quotations")
    pronouns = {kind: listed(forms) for kind, forms in words["pronouns"].items()}
    small, offices = small_words(language), language.words("offices")
    articles = offices["articles"]
    genders: dict[str, Gender | None] = {gender.value: gender for gender in Gender} | {"either": None}
    return VoiceWords(
        genders={form: gender for kind, gender in genders.items() for form in pronouns[kind]},
        bodies=frozenset(pronouns["body"]),
        pronouns=frozenset(form for forms in pronouns.values() for form in forms),
        first_person=frozenset(pronouns["speaker"]),
        texts=frozenset(listed(words["texts"])),
        relatives=frozenset(listed(words["relatives"])),
        in_titles=frozenset(listed(words["in_titles"])),
        possessive=small.possessive,
        governed=re.compile(rf"{beside(words['governing'])}(?:\s*{_word(small.determiner)})?\s*$"),
        governed_noun=re.compile(rf"{beside(words['governing'])}\s*{_word(small.determiner)}\s*$"),
        governed_behind=re.compile(rf"\s+{any_of(listed(words['governing_behind']))}"),
        determiner=re.compile(rf"\s*{_word(small.determiner)}"),
        determined=re.compile(rf"(?<!\w){_word(small.determiner)}\s*\S.*$"),
        articles={form: sex for sex in Gender for form in listed(words["articles"][sex])},
        indefinite=re.compile(rf"\s*{any_of(listed(articles['indefinite']))}", re.IGNORECASE),
        some=re.compile(rf"{any_of(listed(articles['indefinite']))}\s+\w", re.IGNORECASE),
        continuing=re.compile(any_of(listed(words["continuing"])), re.IGNORECASE),
        qualities=frozenset(word for noun in listed(words["continuing"]) for word in noun.split()[:-1]),
        people=re.compile(any_of(listed(words["continuing"]) + listed(words["people"])), re.IGNORECASE),
        anonymous=re.compile(any_of(listed(words["anonymous"])), re.IGNORECASE),
        owner=re.compile(rf"\s+{NOUN_BEHIND if small.is_beside else beside(offices['belonging'])}"),
        source_pronouns={
            phrase: genders[kind] for kind, forms in words["source_pronouns"].items() for phrase in listed(forms)
        },
        articled=bool(articles["definite"]),
        drops_pronouns=words["word_order"]["drops_pronouns"],
        verb_last=words["word_order"]["verb_last"],
    )


def _word(pattern: str) -> str:
    """A pattern that takes at least one sign, where a language may have no such words."""
    return rf"(?=\w)(?:{pattern})(?<=\w|['\u2019])(?:(?!\w)|(?<=['\u2019]))"
