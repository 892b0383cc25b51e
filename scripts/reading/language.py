"""Languages: which one a text is in, and the words that the readers need of it."""

import re
from collections import Counter
from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import chain
from pathlib import Path
from typing import Any

import yaml

from lading.issue import LadingError

LANGUAGES = Path(__file__).parent / "languages"
NOT_READ = LANGUAGES / "others.yaml"
LOADER: type[yaml.SafeLoader] = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
WORD = re.compile(r"[^\W\d_]+")

WORDS_OF_PROSE = 8
"""A line of fewer words may be an entry of a menu, which pages often have in another language."""
ENOUGH_PROSE = 40
"""So many words in lines of prose tell the language by themselves."""
LONG_WORD = 6
"""Endings count from this length on: shorter words have them by chance."""
SHARE_OF_WORDS = 0.12
FEWEST_SIGNS = 2
"""One word may be a name, or borrowed."""
MOST_FOREIGN = 0.05
"""Names keep their letters; of more words than this share, such a letter says that the language is another."""
LEAD_OVER_THE_NEXT = 1.25
"""Related languages share words; a text that leans to neither is left undecided."""
BEGINNING = 50_000
"""So many characters of a long text are looked at."""
REMEMBERED_WORDS = 2**16


class MissingWordsError(LadingError):
    """A language that the readers cannot read, since a word file of it is missing."""


@dataclass(frozen=True, slots=True)
class Language:
    """A language that has a folder of word files; `tag` is its BCP 47 tag and the name of the folder."""

    tag: str

    def words(self, subject: str) -> Mapping[str, Any]:
        """The content of the word file on a subject: `languages/<tag>/<subject>.yaml`."""
        return _words(self.tag, subject)


@dataclass(frozen=True, slots=True)
class Signs:
    """What words of a language look like."""

    function_words: frozenset[str]
    endings: tuple[str, ...] = ()
    letters: frozenset[str] = frozenset()
    """Those that hardly another language has."""
    needed_letters: frozenset[str] = frozenset()
    """Hardly a sentence is without one of them."""
    foreign_letters: frozenset[str] = frozenset()
    """Those of its neighbours that it does not have itself."""

    def allow(self, words: Counter[str], letters: Set[str]) -> bool:
        """Whether words of these letters have its own, and not many of them those of its neighbours."""
        if self.needed_letters and self.needed_letters.isdisjoint(letters):
            return False
        if self.foreign_letters.isdisjoint(letters):
            return True
        n_foreign = sum(times for word, times in words.items() if not self.foreign_letters.isdisjoint(word))
        return n_foreign <= MOST_FOREIGN * words.total()


def detect(text: str) -> Language | None:
    """The language whose words fill the text; None when no language does, two do, or one that is not read does."""
    words = Counter(_words_of_prose(text))
    shares, evidence = weigh(words)
    if not evidence:
        return None
    (tag, most), *others = evidence.most_common(2)
    if tag not in _signs_of_read() or shares[tag] < SHARE_OF_WORDS:
        return None
    leads = all(most >= LEAD_OVER_THE_NEXT * next_most for _, next_most in others)
    return Language(tag) if leads and sum(tag in _languages_of(word) for word in words) >= FEWEST_SIGNS else None


def tags_of_read() -> Sequence[str]:
    """The languages that are read, by their BCP 47 tags."""
    return list(_signs_of_read())


def certainty(text: str) -> float:
    """How large a share of the words is of the language that the text most probably is in, from 0 to 1."""
    shares, evidence = weigh(Counter(_words_of_prose(text)))
    return max((shares[tag] for tag in evidence if tag in _signs_of_read()), default=0.0)


def weigh(words: Counter[str]) -> tuple[Mapping[str, float], Counter[str]]:
    """The share of the words that are of each language whose letters they have; and the same as evidence.

    As evidence, a word that several languages have counts for each of them the less.
    """
    shares: Counter[str] = Counter()
    evidence: Counter[str] = Counter()
    n_words = max(words.total(), 1)
    letters = {letter for word in words for letter in word}
    excluded = {tag for tag, signs in _signs_of_read().items() if not signs.allow(words, letters)}
    for word, times in words.items():
        tags = [tag for tag in _languages_of(word) if tag not in excluded]
        for tag in tags:
            shares[tag] += times / n_words  # type: ignore[assignment]
            evidence[tag] += times / n_words / len(tags)  # type: ignore[assignment]
    return shares, evidence


def _words_of_prose(text: str) -> list[str]:
    lines = [WORD.findall(line) for line in text[:BEGINNING].replace("İ", "i").casefold().splitlines()]
    prose = [word for line in lines if len(line) >= WORDS_OF_PROSE for word in line]
    return prose if len(prose) >= ENOUGH_PROSE else [word for line in lines for word in line]


@lru_cache(REMEMBERED_WORDS)
def _languages_of(word: str) -> tuple[str, ...]:
    words, endings, letters = _tags_of_signs()
    found = {*words.get(word, ())}
    if len(word) >= LONG_WORD:
        for start in range(len(word)):
            found.update(endings.get(word[start:], ()))
    if not letters.keys().isdisjoint(word):
        found.update(tag for letter in word for tag in letters.get(letter, ()))
    return tuple(sorted(found))


@cache
def _tags_of_signs() -> tuple[Mapping[str, list[str]], Mapping[str, list[str]], Mapping[str, list[str]]]:
    """The languages by their function words, by their endings and by their letters."""
    words: dict[str, list[str]] = {}
    endings: dict[str, list[str]] = {}
    letters: dict[str, list[str]] = {}
    for tag, signs in chain(_signs_of_read().items(), _signs_of_others().items()):
        for found, by_sign in ((signs.function_words, words), (signs.endings, endings), (signs.letters, letters)):
            for sign in found:
                by_sign.setdefault(sign, []).append(tag)
    return words, endings, letters


@cache
def _signs_of_read() -> Mapping[str, Signs]:
    tags = sorted(path.parent.name for path in LANGUAGES.glob("*/language.yaml"))
    return {tag: _signs(_words(tag, "language")) for tag in tags}


@cache
def _signs_of_others() -> Mapping[str, Signs]:
    others: Mapping[str, str] = yaml.load(NOT_READ.read_text("utf-8"), LOADER)  # noqa: S506 - a safe loader
    return {tag: _signs_of_other(words.split()) for tag, words in others.items()}


def _signs_of_other(listed: Sequence[str]) -> Signs:
    endings = tuple(word[1:] for word in listed if word.startswith("-"))
    return Signs(frozenset(word for word in listed if not word.startswith("-")), endings)


def _signs(words: Mapping[str, str]) -> Signs:
    return Signs(
        frozenset(words["function_words"].split()),
        tuple(words["endings"].split()),
        frozenset(words["letters"].split()),
        frozenset(words["needed_letters"].split()),
        frozenset(words["foreign_letters"].split()),
    )


@cache
def _words(tag: str, subject: str) -> Mapping[str, Any]:
    path = LANGUAGES / tag / f"{subject}.yaml"
    if not path.is_file():
        missing = f"scripts/reading/languages/{tag}/{subject}.yaml"
        raise MissingWordsError(f"the language {tag} cannot be read yet; add its words in {missing}")
    content: Mapping[str, Any] = yaml.load(path.read_text("utf-8"), LOADER)  # noqa: S506 - a safe loader
    return content
