"""The front of a document: its first lines, what they tell by themselves, and where the text begins."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain, groupby

from schemas.vocabularies import ZoneKind
from scripts.reading.language import Language
from scripts.reading.structure import designation, families, labels, prose, titles

FARTHEST = 15
"""In blocks: a heading further down is one of the text."""
LONGEST = 500
"""In code points: what is longer is a paragraph, which may well hold the words of a title."""
SHORTEST = 3
"""In words: one or two are as a rule the name of a site or of one of its sections."""
SURELY_LONG = 5
"""In words: more than the names of most sites and sections have."""
MOST_LINKS = 30
"""Of a menu with one or two words on each line, which stands before all that may be a title."""
FEWEST_HEADINGS = 3
"""In a list of contents, the lines of which stand again above what they name."""
NUMBER = re.compile(r"\d+[.)]\s")
"""Before a heading of the text, which the list of contents above names, too."""
LETTERS_OF_A_STEM = 5
FEWEST_SHARED = 2
SHARE = 0.5
"""Of the longer words of a title, that come again in the text below."""
LONG_LINE = 30
"""In code points: so long a line does not stand in another by chance."""
DASH = re.compile(r"[\u2013\u2014\u2043-]\s*\w")
"""As it opens words in a dialogue."""
LETTERS = re.compile(r"[^\W\d_]{5,}")
MARKS = str.maketrans(dict.fromkeys('\u2018\u2019\u201c\u201d\u201e\u00ab\u00bb"', "'"))


@dataclass(frozen=True, slots=True)
class Front:
    """The lines of a document, what the first of them tell by themselves, and the labels that recur in it."""

    lines: tuple[str, ...]
    furniture: Sequence[ZoneKind | None]
    recurring: frozenset[str]
    language: Language

    def line(self, index: int) -> str:
        """A line; empty where there is none."""
        return self.lines[index] if 0 <= index < len(self.lines) else ""

    def kind(self, index: int) -> ZoneKind | None:
        """What a line tells by itself, where it is one of the first."""
        return self.furniture[index] if 0 <= index < len(self.furniture) else None

    def opens_text(self, index: int) -> bool:
        """Whether the text starts here at the latest: with a sentence, a salutation, a label, a lead-in or a dash."""
        line, language = self.lines[index], self.language
        return (
            (prose.is_solid(line) and not titles.opens_with_genre(line, language))
            or (_has_dash(line) and prose.is_terminated(line))
            or prose.is_salutation(line, language)
            or prose.is_stage_note(line, language)
            or self._opens_turn(line)
        )

    def begins_as(self, index: int, other: int) -> bool:
        """Whether a line says what another does, and perhaps more, whatever its quotation marks and its end."""
        return _bare(self.lines[index]).startswith(_bare(self.lines[other]))

    def is_repeated(self, index: int) -> bool:
        """Whether another of the first lines is, or holds, the same; a short one must state a genre to be a title."""
        if self.lines[index] in _contents(self.lines):
            return False
        line, language = _bare(self.lines[index]), self.language
        others = {
            _bare(other)
            for other in (*self.lines[:index], *self.lines[index + 1 : FARTHEST])
            if len(other) < LONGEST and not NUMBER.match(other)
        }
        if prose.n_words(line) < SURELY_LONG and len(line) < LONG_LINE:
            return line in others and titles.genre(line, language) is not None
        return line in others or (any(line in other for other in others) and not titles.names_speaker(line, language))

    def shares_words(self, index: int) -> bool:
        """Whether the text below takes up what the line says, as it does with a title and not with a banner."""
        stems = _stems(self.lines[index])
        text = frozenset[str]().union(*(_stems(line) for line in self.lines[index + 1 :] if prose.is_solid(line)))
        return len(stems & text) >= max(FEWEST_SHARED, SHARE * len(stems))

    def reach(self) -> int:
        """The number of lines among which the title is: short links of a menu are not counted."""
        links = sum(prose.n_words(line) < SHORTEST for line in self.lines[:MOST_LINKS])
        return min(FARTHEST + links, MOST_LINKS, len(self.furniture))

    def is_doubled(self, index: int) -> bool:
        """Whether the same line stands close by."""
        return self.lines[index] in self.lines[max(index - 2, 0) : index] + self.lines[index + 1 : index + 3]

    def _opens_turn(self, line: str) -> bool:
        """Whether words follow a label. A title may hold a colon too: it is no sentence, and no label of the text's."""
        if titles.is_quoting(line) and not prose.is_terminated(line):
            return False
        label = labels.at_start(line, self.language)
        if label is None or label.end() == len(line) or sum(other.startswith(line) for other in self.lines) > 1:
            return False
        return designation.bare(label["label"]) in self.recurring or not titles.may_be(line, self.language)


def is_long(line: str) -> bool:
    """Whether the line is longer than the names of most sites and sections."""
    words = prose.n_words(line)
    return words >= SURELY_LONG or (words >= SHORTEST and (len(line) >= LONG_LINE or line.isupper()))


def _has_dash(line: str) -> bool:
    """Whether a dash opens the line, as it does words; an item of a list is no sentence."""
    return DASH.match(line) is not None or families.mark_pattern().match(line) is not None


@lru_cache(maxsize=1)
def _contents(lines: tuple[str, ...]) -> frozenset[str]:
    """The lines of a list of contents: several different ones below each other that each stand again."""
    counts = Counter(lines)
    rows = (tuple(row) for again, row in groupby(lines, key=lambda line: counts[line] > 1) if again)
    return frozenset(chain.from_iterable(row for row in rows if len(set(row)) >= FEWEST_HEADINGS))


@lru_cache(maxsize=FARTHEST)
def _stems(line: str) -> frozenset[str]:
    """What the longer words of the line begin with, whatever their endings."""
    return frozenset(word[:LETTERS_OF_A_STEM] for word in LETTERS.findall(line.casefold()))


@lru_cache(maxsize=FARTHEST)
def _bare(line: str) -> str:
    """The line with one kind of quotation marks and apostrophes, and without the full stop at its end."""
    return line.translate(MARKS).rstrip(".")
