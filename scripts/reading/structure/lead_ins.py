"""Lead-ins: sentences in the third person that name the speaker, with the words behind a mark or a colon."""

import re
from collections.abc import Collection, Iterator, Sequence
from itertools import pairwise

from lading.standoff import Span
from schemas.vocabularies import AttributionBasis, SpeakerType
from scripts.reading.blocks import Block
from scripts.reading.language import Language
from scripts.reading.structure import families, patterns, prose, speakers
from scripts.reading.structure.labels import Label
from scripts.reading.structure.scene import Opening, Reading, Scene

COLON = re.compile(r":\s*")
LONGEST = 400
"""In characters: what is longer than that before its colon tells more than who speaks."""

SURE, LIKELY = 0.95, 0.8


def read(scene: Scene) -> Reading | None:
    """The turns that sentences lead in."""
    found = tuple(_openings(scene))
    if not found:
        return None
    marked = sum(opening.confidence == SURE for opening in found)
    name = "dash-after-lead-in" if marked * 2 >= len(found) else "words-after-lead-in"
    return Reading(name, found, sum(opening.confidence for opening in found) / len(found))


def find(blocks: Sequence[Block], labels: Sequence[Label], language: Language) -> list[str]:
    """The blocks that are, or open with, a sentence that may lead in somebody's words."""
    return [blocks[index].text for index, _ in _places(blocks, {label.block for label in labels}, language)]


def _places(
    blocks: Sequence[Block], labelled: Collection[int], language: Language
) -> Iterator[tuple[int, re.Match[str] | None]]:
    """The numbers of the blocks that lead in, each with the colon where the words follow in the same block."""
    for index, block in enumerate(blocks):
        within = None if index in labelled else _within(block.text, language)
        if within or _leads_in(blocks, index) or _announces(blocks, index, labelled, language):
            yield index, within


def _openings(scene: Scene) -> Iterator[Opening]:
    blocks, known, language = scene.blocks, scene.people, scene.language
    last: str | None = None
    places = dict(_places(blocks, {label.block for label in scene.labels}, language))
    for index, end in pairwise([*places, len(blocks)]):
        within = places[index]
        lead_in = blocks[index].text if within is None else blocks[index].text[: within.start() + 1]
        speaker = speakers.speaker_of_lead_in(lead_in, known, last)
        if speaker is None:
            continue
        if within is None:
            mark = families.mark_pattern().match(blocks[index + 1].text)
            said = [block.text for block in blocks[index + 1 : end]]
            place = (index + 1, blocks[index + 1].start + (mark.end() if mark else 0))
        else:
            mark = families.mark_pattern().match(blocks[index].text, within.end())
            start = mark.end() if mark else within.end()
            said = [blocks[index].text[start:], *(block.text for block in blocks[index + 1 : end])]
            place = (index, blocks[index].start + start)
        if not any(prose.is_spoken(text, language) for text in said):
            continue
        span = Span(blocks[index].start, blocks[index].start + len(lead_in.rstrip(":. ")))
        basis, official = AttributionBasis.LEAD_IN, SpeakerType.OFFICIAL
        yield Opening(*place, basis, official, speaker, span, SURE if mark else LIKELY)
        last = speaker


def _leads_in(blocks: Sequence[Block], index: int) -> bool:
    """Whether the block ends in a colon and the next one opens with a mark."""
    follows = index + 1 < len(blocks) and families.mark_pattern().match(blocks[index + 1].text)
    return bool(follows) and blocks[index].text.endswith(":") and not families.mark_pattern().match(blocks[index].text)


def _announces(blocks: Sequence[Block], index: int, labelled: Collection[int], language: Language) -> bool:
    """Whether the block announces a speech by its name and a colon, and labels open the turns behind that speech."""
    if not blocks[index].text.endswith(":") or {index, index + 1} & {*labelled} or index + 1 == len(blocks):
        return False
    words = blocks[index + 1].text
    named = patterns.pattern(language, "speech_nouns").search(blocks[index].text) is not None
    asked = words.endswith("?") or prose.opens_quotation(words)
    addressed = patterns.pattern(language, "salutations").match(words) is not None
    spoken = addressed or prose.is_spoken(words, language)
    return named and spoken and not asked and any(each > index for each in labelled)


def _within(text: str, language: Language) -> re.Match[str] | None:
    """The colon at the end of a sentence with a verb of saying, with the words behind it in the same block.

    The words open with a mark; without one they are no quotation, and the verb stands next to the colon.
    """
    if not (families.families("sentence") and ":" in text[:LONGEST]):
        return None
    for colon in COLON.finditer(text, 0, LONGEST):
        words = text[colon.end() :]
        if not words or families.mark_pattern().match(text):
            return None
        verbs = list(patterns.pattern(language, "speech_verbs").finditer(text, 0, colon.start()))
        if not verbs or prose.opens_quotation(words):
            continue
        marked = families.mark_pattern().match(words) is not None
        if marked or (verbs[-1].end() == colon.start() and prose.is_first_person(words, language)):
            return colon
    return None
