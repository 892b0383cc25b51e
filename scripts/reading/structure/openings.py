"""Openings: the places of a document at which somebody begins to speak, by the family of layouts that fits it best."""

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import islice

from schemas.vocabularies import AttributionBasis, Genre, SpeakerType
from scripts.reading.blocks import Block
from scripts.reading.language import Language
from scripts.reading.structure import (
    alternating,
    dialogue,
    labelled,
    labels,
    lead_ins,
    occasion,
    people,
    prose,
    titled,
    titles,
)
from scripts.reading.structure.designation import Designation
from scripts.reading.structure.labels import Label
from scripts.reading.structure.parts import Part
from scripts.reading.structure.scene import Reading, Scene

FARTHEST_STATEMENT = 3
"""In blocks."""

FEWEST_WORDS_OF_A_STATEMENT = 6

FEWEST_LABELS = 4
"""Of either side."""

LONGEST_LEAD = 40
"""In blocks: who speaks is announced at the beginning."""


def find(
    blocks: Sequence[Block], heading: Sequence[str], language: Language, front: Sequence[str] = ()
) -> Reading | None:
    """What the best family makes of the blocks of the text, header and trailer cut off, below the lines of its heading.

    `front` are the other lines of the header. None where nobody speaks, or where no family tells who does.
    """
    heading = heading or list(_stated(blocks, language))
    candidates = labels.find(blocks, heading, language)
    announcing = [*_announcing(blocks, candidates, language), *(line for line in front if _is_statement(line))]
    known = people.find(heading, (*announcing, " ".join(front)), _labelled(candidates), language)
    scene = Scene(blocks, heading, candidates, known, language)
    lines = (*heading, *front, *(block.text for block in blocks))
    if occasion.is_other_text(lines, language) or occasion.is_of_business(scene.title, language):
        return None
    if not _is_official(scene, announcing):
        return None
    if titles.genre(scene.title, language) in titled.WITHOUT_SPEAKER:
        stated = labelled.read(scene)
        return stated if stated and len(stated.openings) > 1 else None
    marked = _merged(labelled.read(scene), lead_ins.read(scene))
    if marked and (between := tuple(titled.between(scene, marked))):
        marked = _merged(marked, Reading(marked.family, between, titled.NAMED))
    alternating_turns = alternating.read(scene)
    if alternating_turns and not _outweighs(marked, alternating_turns):
        return _with_beginning(scene, alternating_turns)
    return _with_beginning(scene, marked)


def _is_statement(line: str) -> bool:
    """Whether a line of the header has more words than the name of a section."""
    return prose.n_words(line) >= FEWEST_WORDS_OF_A_STATEMENT


def _stated(blocks: Sequence[Block], language: Language) -> Iterator[str]:
    """The line of a text without a title that states what is held, if the text opens with one."""
    for block in blocks[:FARTHEST_STATEMENT]:
        states = titles.genre(block.text, language) is not None and prose.n_words(block.text) <= titles.LONGEST
        if states and not (prose.is_terminated(block.text) or prose.is_spoken(block.text, language)):
            yield block.text
            return


def _is_official(scene: Scene, announcing: Sequence[str]) -> bool:
    told = occasion.is_official(scene.title, announcing, scene.people.announced, scene.labels, scene.language)
    return told or occasion.speaks_of_matters_of_state(scene.blocks, scene.language) or titled.is_solemn(scene)


def _outweighs(marked: Reading | None, other: Reading) -> bool:
    """Whether labels and lead-ins open more turns, or at least half as many: they also name who speaks.

    Where labels open questions as well as answers, question marks between them are those of speakers.
    """
    if marked is None:
        return False
    types = Counter(it.speaker_type for it in marked.openings if it.basis is AttributionBasis.LABEL)
    both = min(types[SpeakerType.JOURNALIST], types[SpeakerType.OFFICIAL]) >= FEWEST_LABELS
    return both or len(marked.openings) * 2 >= len(other.openings)


def _merged(*readings: Reading | None) -> Reading | None:
    """The readings as one, called after the one that opens most turns; one lead-in may stand among many labels."""
    found = [reading for reading in readings if reading]
    if not found:
        return None
    first = max(found, key=lambda reading: len(reading.openings))
    by_block = {opening.block: opening for reading in (*found, first) for opening in reading.openings}
    openings = tuple(by_block[block] for block in sorted(by_block))
    return Reading(first.family, openings, sum(opening.confidence for opening in openings) / len(openings))


def _with_beginning(scene: Scene, reading: Reading | None) -> Reading | None:
    """The reading with the words that the speaker of the title says before anybody is named."""
    if reading and reading.openings[0].basis is AttributionBasis.LEAD_IN:
        return reading
    before = scene.blocks[: reading.openings[0].block] if reading else scene.blocks
    if dialogue.is_unread(before, scene.labels, scene.language):
        return reading
    if titles.genre(scene.title, scene.language) is Genre.INTERVIEW:
        return reading
    speech = titled.read(scene, len(before))
    if speech and reading and not titled.is_in_first_person(before, scene.language) and _speaks_first(reading):
        return reading
    if speech is None or reading is None:
        return speech or reading
    return Reading(reading.family, (*speech.openings, *reading.openings), reading.confidence)


def _speaks_first(reading: Reading) -> bool:
    """Whether an official takes the floor first: what is announced before that is told by the writer."""
    return reading.openings[0].speaker_type is SpeakerType.OFFICIAL


def _announcing(blocks: Sequence[Block], candidates: Sequence[Label], language: Language) -> Iterator[str]:
    """The texts that announce who speaks: what precedes the first label, or what is asked first, and the lead-ins."""
    times = Counter(label.name for label in candidates)
    stated = (label.block for label in candidates if label.part is not Part.NAME or times[label.name] > 1)
    asked = (index + 1 for index, block in enumerate(blocks) if block.text.endswith("?"))
    first = min(next(stated, len(blocks)), next(asked, len(blocks)))
    labelled = {label.block for label in candidates}
    lead = blocks[: min(first, LONGEST_LEAD)]
    told = (block.text for index, block in enumerate(lead) if index not in labelled)
    yield from (text for text in told if not prose.is_spoken(text, language))
    yield from _greeting(blocks, candidates)
    yield from lead_ins.find(blocks, candidates, language)


def _greeting(blocks: Sequence[Block], candidates: Sequence[Label]) -> Iterator[str]:
    """The first question, where answers bear no name: whoever asks presents the guest to the listeners."""
    stated = {label.part for label in candidates}
    if Part.ANSWER in stated and Part.OFFICIAL not in stated:
        asking = (label.block for label in candidates if label.part is Part.QUESTION)
        yield from (blocks[index].text for index in islice(asking, 1))


def _labelled(candidates: Sequence[Label]) -> Iterator[Designation]:
    """Those whom labels name with an office, and whoever bears a full name, for shorter labels to mean."""
    offices = [label.designation for label in candidates if label.part is Part.OFFICIAL]
    return iter([*offices, *(label.designation for label in candidates if label.part is not Part.OFFICIAL)])
