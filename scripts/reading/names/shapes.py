"""What names of people look like: capitalised words, initials, particles, patronymics, and spellings of one name."""

import hashlib
import re
import unicodedata
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cache, lru_cache

from lading.standoff import Span
from scripts.reading.grammar import alternatives, listed
from scripts.reading.language import Language, tags_of_read
from scripts.reading.names.inflection import WORDS_REMEMBERED, inflection
from scripts.reading.names.skeletons import skeletons
from scripts.reading.names.vocabulary import WORD as WORDS
from scripts.reading.names.vocabulary import Vocabulary

CAPITAL = "[" + "".join(chr(code) for code in range(0x2000) if chr(code).isupper()) + "]"
WORD = rf"{CAPITAL}[^\W\d_]*(?:['\u2019]{CAPITAL}[^\W\d_]*)?(?:[-\u2010\u2011][^\W\d_]+)*"
SPACE = r"[^\S\n]{1,3}"
"""Wider ones part columns."""
GAP = rf"(?:{SPACE}(?:\n[^\S\n]*)?|\n[^\S\n]*)"
"""What parts the words of a name: a line may be wrapped there, but no paragraph ends."""
APART = re.compile(r"[\s\u2010\u2011-]")
"""What stands between a father's name and the word for a son or a daughter."""
LONGEST_NAME = 6
INITIAL_END = "."
SHORTEST_FOREIGN = 4
UNMISTAKABLE_ENDING = 3
"""So long an ending is no part of a surname, even where the surname would be one with it."""
EVERY = "every"


class Gender(StrEnum):
    """Which pronoun stands for somebody."""

    FEMALE = "female"
    MALE = "male"


@dataclass(frozen=True, slots=True)
class Word:
    """One part of a name: a word with its particles ("von der Leyen"), or a filiation ("Heydar oglu")."""

    start: int
    end: int
    text: str

    @property
    def is_initial(self) -> bool:
        """Whether the word is only the beginning of a name."""
        return self.text.endswith(INITIAL_END)


def span_of(words: Sequence[Word]) -> Span:
    """From the first word to the last."""
    return Span(words[0].start, words[-1].end)


class Shapes:
    """The shapes of names in one language."""

    def __init__(self, language: Language) -> None:
        words, small = language.words("names"), language.words("offices")
        self._inflection, self._skeletons = inflection(language), skeletons(language)
        self.keys, self.fold, self.latin = self._skeletons.keys, self._skeletons.fold, self._skeletons.latin
        self.bases, self.lower, self.title = self._inflection.bases, self._inflection.lower, self._inflection.title
        self.nouns_have_capitals: bool = words["capital_nouns"]
        self.surname_places: int = words["surnames"]
        self.every_word_is_inflected: bool = words["inflected_words"] == EVERY
        self.place_cases = listed(words["place_cases"])
        self._surname_endings = listed(words["surname_endings"])
        self.feminine_endings = listed(words["feminine_endings"])
        particles = alternatives(listed(small["particles"]))
        filiations = {Gender(gender): listed(names) for gender, names in small["filiations"].items()}
        self._conjunctions = frozenset(listed(small["conjunctions"]))
        suffixes = alternatives(name for names in filiations.values() for name in names)
        honorifics = {Gender(sex): listed(small["honorifics"][sex]) for sex in (Gender.FEMALE, Gender.MALE)}
        self._honorifics = {name: gender for gender, names in honorifics.items() for name in names}
        every_honorific = (*self._honorifics, *listed(small["honorifics"]["either"]))
        honorific_letters = alternatives(name for name in every_honorific if len(name) == 1)
        letters = rf"(?:{alternatives(listed(words['initials']))}|{CAPITAL})"
        initial = rf"(?!(?:{honorific_letters})\.){letters}\.(?:[-\u2010]{CAPITAL}\.)*"
        self._word = re.compile(
            rf"(?:(?:{particles})(?:{GAP}|[-\u2010]))*"
            rf"(?:{initial}(?=\s|{CAPITAL})|{WORD}(?!\w))(?:{GAP}(?:{suffixes})\b)?"
        )
        self._gap = re.compile(GAP)
        self._endings = {gender: tuple(listed(words["patronymics"][gender])) for gender in Gender}
        self._gender_of_filiation = {name: gender for gender, names in filiations.items() for name in names}
        patronymics = alternatives(ending for endings in words["patronymics"].values() for ending in listed(endings))
        self.patronymic = re.compile(
            rf"(?<!\w)(?P<given>{WORD}){GAP}(?:{CAPITAL}[^\W\d_]+(?:{patronymics})[^\W\d_]{{0,3}}"
            rf"|{WORD}{GAP}(?:{suffixes}))(?!\w)(?:{GAP}(?P<surname>{WORD})(?!\w))?"
        )
        self.honorific = re.compile(
            rf"(?<![\w-])(?P<honorific>{alternatives(every_honorific)})\.?{GAP}(?={CAPITAL}|(?:{particles})\b)"
        )
        honorifics_behind = [name for names in small["honorifics_behind"].values() for name in listed(names)]
        self.address = re.compile(
            rf"(?<!\w)(?:(?:{alternatives(listed(words['forms_of_address']))}){GAP}(?P<given>{WORD})(?!\w)"
            rf"|(?P<called>{WORD}){GAP}(?:{alternatives(honorifics_behind)})(?!\w))"
        )
        addresses = (*listed(words["forms_of_address"]), *honorifics_behind)
        self.address_words = frozenset(WORDS.findall(phrase)[0] for phrase in addresses)
        self.honorific_words = frozenset(WORDS.findall(phrase)[0] for phrase in every_honorific)
        self._filiations = frozenset(name for names in filiations.values() for name in names)
        self.gender_of_patronymic = lru_cache(maxsize=WORDS_REMEMBERED)(self._gender_of_patronymic)
        self.not_names = frozenset(listed(words["not_names"]))
        own = _given_names(language)
        self._given = {name: sex for name, sex in _foreign_names().items() if name not in self.not_names} | own

    def words(self, text: str, span: Span) -> list[Word]:
        """The words of the name that begins where the span does; none where no name begins there."""
        words: list[Word] = []
        at = span.start
        while len(words) < LONGEST_NAME:
            match = self._word.match(text, at, span.end)
            if not match or match.group() in self.not_names or self._is_small(match.group()):
                break
            if self._joins_names(text, match, words, span.end):
                break
            words.append(Word(*match.span(), match.group()))
            if len(words) > 1 and self.of_surname(match.group()) is not None:
                break
            gap = self._gap.match(text, match.end(), span.end)
            if gap is None and not words[-1].is_initial:
                break
            at = gap.end() if gap else match.end()
        while words and words[-1].is_initial:
            words.pop()
        return words

    def _joins_names(self, text: str, match: re.Match[str], words: Sequence[Word], limit: int) -> bool:
        """Whether a particle is rather a conjunction: at the beginning, behind one word, or in front of two words.

        Or a preposition with its article, as every noun may follow that.
        """
        first, *others = match.group().split()
        if self.nouns_have_capitals and len(others) > 1 and words and self.given(words[-1].text) is None:
            return True  # a preposition and an article are part of a name only behind a first name
        if first not in self._conjunctions:
            return False
        gap = self._gap.match(text, match.end(), limit)
        return len(words) <= 1 or bool(gap and self._word.match(text, gap.end(), limit))

    def _is_small(self, word: str) -> bool:
        """Whether a word in capitals is one that is no part of a name."""
        return len(word) > 1 and word.isupper() and self.title(word) in self.not_names

    def parts(self, name: str) -> tuple[str, ...]:
        """The words of a name that stands alone; empty where it is not the name of one person."""
        name = " ".join(map(self._inflection.title, name.split())) if name.isupper() else name
        words = self.words(name, Span(0, len(name)))
        return tuple(word.text for word in words) if words and words[-1].end == len(name) else ()

    def registered_keys(self, word: str) -> tuple[str, ...]:
        """The skeleton of a word in a name of the registry."""
        return (self._skeletons.shared(word),)

    def is_patronymic(self, word: str) -> bool:
        """Whether a word of a name says whose child somebody is."""
        return self.gender_of_patronymic(word) is not None

    def _gender_of_patronymic(self, word: str) -> Gender | None:
        """Whether the word calls somebody a son or a daughter; a name that is one word with "son" is a surname."""
        forms = self.bases(word)
        told = (self._gender_of_filiation.get(APART.split(form)[-1]) for form in forms if APART.search(form))
        by_ending = (sex for sex, endings in self._endings.items() for form in forms if form.endswith(endings))
        return next((gender for gender in (*told, *by_ending) if gender), None)

    def patronymics(self, known: Vocabulary) -> Iterator[str]:
        """The words of a text that may say whose child somebody is."""
        yield from self._filiations
        yield from filter(self.is_patronymic, known.capitalised)

    def gender_of_honorific(self, honorific: str) -> Gender | None:
        """Which pronoun goes with a form of address."""
        return self._honorifics.get(honorific.rstrip("."))

    def gender(self, words: Collection[str]) -> Gender | None:
        """What the words of a full name tell of the pronoun that stands for it."""
        told = (self._given.get(self.given(word) or "") or self.gender_of_patronymic(word) for word in words)
        return next((gender for gender in told if gender), None)

    def of_surname(self, word: str) -> str | None:
        """The surname that a word is a form of, where the endings of surnames tell."""
        if not self._surname_endings:
            return None
        shortest = UNMISTAKABLE_ENDING if word.endswith(self._surname_endings) else 1
        forms = (form for form in self.bases(word)[1:] if len(word) - len(form) >= shortest)
        return next((form for form in forms if form.endswith(self._surname_endings)), None)

    def given(self, word: str) -> str | None:
        """The first name that a word is a form of, where it is a common one."""
        return next((form for form in self.bases(word) if form in self._given), None)


def _given_names(language: Language) -> dict[str, Gender]:
    """The common first names in a language."""
    names = language.words("names")["given_names"]
    return {name: Gender(sex) for sex in Gender for name in listed(names[sex])}


@cache
def _foreign_names() -> Mapping[str, Gender]:
    """The first names of every language, as people travel; shorter ones are words of another language too often."""
    every = [_given_names(Language(tag)) for tag in tags_of_read()]
    return {name: sex for names in reversed(every) for name, sex in names.items() if len(name) >= SHORTEST_FOREIGN}


@cache
def shapes(language: Language) -> Shapes:
    """The shapes of names in a language."""
    return Shapes(language)


def slug(name: str) -> str:
    """A readable identifier for a name: lower-case letters, digits and hyphens."""
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    return "-".join(re.findall(r"[a-z0-9]+", plain)) or "name-" + hashlib.sha256(name.encode()).hexdigest()[:8]
