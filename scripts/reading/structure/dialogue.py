"""Dialogues that bear no label that is understood: who speaks where, nobody can tell."""

from collections import Counter
from collections.abc import Sequence

from scripts.reading.blocks import Block
from scripts.reading.language import Language
from scripts.reading.structure import prose
from scripts.reading.structure.labels import Label

FEWEST_QUESTIONS = 2
LONGEST_QUESTION = 60
"""In words: who asks is brief, a speech that ends in a question is not."""

SHARE_OF_QUESTIONS = 1 / 3
"""Of the paragraphs: a speaker asks now and then, the press every other time."""


def is_unread(blocks: Sequence[Block], candidates: Sequence[Label], language: Language) -> bool:
    """Whether several persons speak in the blocks: labels recur in them, or questions and answers alternate."""
    times = Counter(label.name for label in candidates if label.block < len(blocks))
    said = [block.text for block in blocks if not prose.is_stage_note(block.text, language)]
    return any(number > 1 for number in times.values()) or _alternate(said)


def _alternate(lines: Sequence[str]) -> bool:
    asked = [
        index for index, line in enumerate(lines) if line.endswith("?") and prose.n_words(line) <= LONGEST_QUESTION
    ]
    answered = [index for index in asked if index + 1 < len(lines) and index + 1 not in asked]
    return len(answered) >= FEWEST_QUESTIONS and len(answered) >= SHARE_OF_QUESTIONS * len(lines)
