"""Languages: which one a text is in, and the words that the readers need of it."""

import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from lading.issue import LadingError

LANGUAGES = Path(__file__).parent / "languages"
WORD = re.compile(r"[^\W\d_]+")

SHARE_OF_FUNCTION_WORDS = 0.12
LEAD_OVER_THE_NEXT = 1.5
"""Related languages share function words; a text that leans to neither is left undecided."""


class MissingWordsError(LadingError):
    """A language that the readers cannot read, since a word file of it is missing."""


@dataclass(frozen=True, slots=True)
class Language:
    """A language that has a folder of word files; `tag` is its BCP 47 tag and the name of the folder."""

    tag: str

    def words(self, subject: str) -> Mapping[str, Any]:
        """The content of the word file on a subject: `languages/<tag>/<subject>.yaml`."""
        return _words(self.tag, subject)


def detect(text: str) -> Language | None:
    """The language whose function words fill the text; None when no language does, or two do."""
    counts = Counter(word.casefold() for word in WORD.findall(text))
    shares = sorted(
        ((_share(counts, function_words), tag) for tag, function_words in _function_words().items()), reverse=True
    )
    (share, tag), (next_share, _) = shares[:2]
    sure = share >= SHARE_OF_FUNCTION_WORDS and share >= next_share * LEAD_OVER_THE_NEXT
    return Language(tag) if sure else None


def _share(counts: Counter[str], function_words: frozenset[str]) -> float:
    return sum(counts[word] for word in function_words) / max(counts.total(), 1)


@cache
def _function_words() -> Mapping[str, frozenset[str]]:
    tags = sorted(path.parent.name for path in LANGUAGES.glob("*/language.yaml"))
    return {tag: frozenset(_words(tag, "language")["function_words"].split()) for tag in tags}


@cache
def _words(tag: str, subject: str) -> Mapping[str, Any]:
    path = LANGUAGES / tag / f"{subject}.yaml"
    if not path.is_file():
        missing = f"scripts/reading/languages/{tag}/{subject}.yaml"
        raise MissingWordsError(f"the language {tag} cannot be read yet; add its words in {missing}")
    content: Mapping[str, Any] = yaml.safe_load(path.read_text("utf-8"))
    return content
