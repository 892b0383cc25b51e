"""Speeches: words that bear no label, below a title, a lead or a heading that tells who says them."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from lading.standoff import Span
from schemas.vocabularies import AttributionBasis, Genre, SpeakerType
from scripts.reading.blocks import Block
from scripts.reading.language import Language
from scripts.reading.structure import (
    dateline,
    designation,
    families,
    particulars,
    patterns,
    prose,
    speakers,
    titles,
)
from scripts.reading.structure.designation import Designation
from scripts.reading.structure.people import People
from scripts.reading.structure.scene import Opening, Reading, Scene

WITHOUT_SPEAKER = {Genre.JOINT_STATEMENT, Genre.READOUT}

BRIEFINGS = {Genre.BRIEFING, Genre.PRESS_CONFERENCE}

FEWEST_WORDS = 8
"""Of an announcement."""

FEWEST_SALUTATIONS = 2

LATEST_SALUTATION = 8
"""In blocks: listeners are addressed at the beginning."""

LONGEST_HEADING = 15
"""In words."""

QUOTED = re.compile(r"(?:>\s*)+")
IMAGE = re.compile(r"!\[[^\]]*\]\(.*\)")
"""The marks of Markdown for what is set off, and for a picture."""

NAMED, IN_OFFICE, UNNAMED = 0.9, 0.8, 0.6


def read(scene: Scene, end: int) -> Reading | None:
    """The speech that opens the first `end` blocks; None where they hold no words of one speaker."""
    blocks = scene.blocks[:end]
    if titles.genre(scene.title, scene.language) in WITHOUT_SPEAKER:
        return None
    if not (is_in_first_person(blocks, scene.language) or _is_announcement(blocks, scene)):
        return None
    headed = tuple(_below_headings(blocks, scene.people)) if families.families("heading") else ()
    if headed:
        return Reading(families.families("heading")[0].name, headed, NAMED)
    if not families.families("title"):
        return None
    opening = _below_title(blocks, scene)
    return Reading(families.families("title")[0].name, (opening,), opening.confidence) if opening else None


def is_in_first_person(blocks: Sequence[Block], language: Language) -> bool:
    """Whether somebody speaks in the blocks."""
    return prose.is_first_person("\n".join(block.text for block in blocks), language)


def _is_announcement(blocks: Sequence[Block], scene: Scene) -> bool:
    """Whether a spokesperson whom the title names announces what others do, in sentences that tell not of it."""
    speaker = scene.stated
    answers = patterns.pattern(scene.language, "answers").search(scene.title) is not None
    announces = answers or titles.genre(scene.title, scene.language) in BRIEFINGS
    if not announces or speaker is None or not (speaker.surname or _is_spokesperson(speaker, scene.language)):
        return False
    text = "\n".join(block.text for block in blocks)
    told = any(prose.is_terminated(it.text) and prose.n_words(it.text) >= FEWEST_WORDS for it in blocks)
    told_of = speaker.surname is not None and speaker.surname in text
    return told and not (told_of or prose.reports_speech(text, scene.language))


def _below_title(blocks: Sequence[Block], scene: Scene) -> Opening | None:
    known, speaker = scene.people, scene.stated
    lead = next((each for block in blocks if (each := _speaker_of_lead(block, known))), None)
    if speaker is None and lead is None and not _addresses(blocks, scene):
        return None
    telling = (speaker, lead) if speaker and speaker.name else (lead, speaker)
    name = next((name for each in telling if each and (name := _name(each, known))), None)
    first = _first_spoken(blocks, Designation(name), known)
    if first is None:
        return None
    confidence = NAMED if name else IN_OFFICE if speaker else UNNAMED
    official = SpeakerType.OFFICIAL if name or speaker or lead else SpeakerType.UNKNOWN
    who = name or (speaker.office if speaker else None)
    mark = QUOTED.match(blocks[first].text)
    start = blocks[first].start + (mark.end() if mark else 0)
    return Opening(first, start, AttributionBasis.TITLE, official, who, confidence=confidence)


def _name(speaker: Designation, known: People) -> str | None:
    return known.person(speaker) if speaker.name else known.holder(speaker.office or "")


def _speaker_of_lead(block: Block, known: People) -> Designation | None:
    """Who speaks by a line of the lead, as "The following is a transcript of remarks by" and a name."""
    if prose.is_spoken(block.text, known.language) or prose.n_words(block.text) > titles.LONGEST:
        return None
    speaker = speakers.speaker_of_title(block.text.rstrip(".:"), known.language)
    return speaker if speaker and speaker.name else None


def is_solemn(scene: Scene) -> bool:
    """Whether the title states a speech and several groups of listeners are addressed, each on a line of its own."""
    lines = [block.text for block in scene.blocks[:LATEST_SALUTATION]]
    addressed = sum(prose.is_salutation(line, scene.language) for line in lines)
    private = patterns.pattern(scene.language, "private_bodies").search(scene.title)
    stated = titles.genre(scene.title, scene.language) is Genre.SPEECH
    return stated and addressed >= FEWEST_SALUTATIONS and not private


def _addresses(blocks: Sequence[Block], scene: Scene) -> bool:
    """Whether the title states a speech and the listeners are addressed: then somebody certainly speaks."""
    stated = titles.genre(scene.title, scene.language) is Genre.SPEECH
    return stated and any(prose.is_salutation(block.text, scene.language) for block in blocks[:LATEST_SALUTATION])


def _first_spoken(blocks: Sequence[Block], speaker: Designation, known: People) -> int | None:
    """The number of the first block that is spoken: behind what is told of the speech, and behind headings."""
    language = known.language
    told = particulars.find([block.text for block in blocks], language)
    for index, block in enumerate(blocks[:LATEST_SALUTATION]):
        before = blocks[:index]
        silent = all(not prose.is_first_person(each.text, language) for each in before)
        if index not in told and silent and prose.is_salutation(block.text, language):
            return index
    said = (
        index
        for index, block in enumerate(blocks)
        if index not in told
        and not introduces(block.text, speaker, known)
        and not prose.is_heading(block.text, language)
    )
    return next(said, None)


def introduces(line: str, speaker: Designation, known: People) -> bool:
    """Whether the line tells of the speaker, or is a note: then the speech has not begun."""
    language = known.language
    tells = (speaker.surname is not None and speaker.surname in line) or line.endswith(":")
    names_speaker = speakers.speaker_of_title(line.rstrip(".:"), language) is not None
    apart = (
        IMAGE.fullmatch(line) is not None
        or prose.is_stage_note(line, language)
        or dateline.read(line, language) is not None
        or patterns.pattern(language, "disclaimers").search(line) is not None
    )
    return apart or ((tells or names_speaker) and not prose.is_spoken(line, language))


def between(scene: Scene, reading: Reading) -> Iterator[Opening]:
    """Speeches before and between the turns of the reading, each below a line that tells who holds it."""
    taken = {opening.block for opening in reading.openings}
    for opening in _below_headings(scene.blocks, scene.people, beginning=0):
        block = opening.block
        heading = scene.blocks[block - 1]
        told = speakers.speaker_of_title(heading.text, scene.language) is not None
        if told and not {block, block - 1} & taken and prose.is_spoken(scene.blocks[block].text, scene.language):
            yield replace(opening, moderates=True)


def _is_spokesperson(speaker: Designation, language: Language) -> bool:
    """Whether it is the office of the speaker to announce what others do."""
    offices = language.words("labels")["moderating_offices"].casefold().split()
    return not set(offices).isdisjoint((speaker.office or "").casefold().split())


def _below_headings(blocks: Sequence[Block], known: People, *, beginning: int = LATEST_SALUTATION) -> Iterator[Opening]:
    """Words below lines that say no more than who speaks; in the `beginning` a mere name may."""
    for index, block in enumerate(blocks[:-1]):
        speaker = _speaker_of_heading(block.text, known, is_first=index < beginning)
        words = blocks[index + 1]
        if speaker and (prose.is_terminated(words.text) or prose.is_salutation(words.text, known.language)):
            mark = families.mark_pattern().match(words.text)
            start = words.start + (mark.end() if mark else 0)
            basis, official, label = AttributionBasis.LABEL, SpeakerType.OFFICIAL, Span(block.start, block.end)
            yield Opening(index + 1, start, basis, official, speaker, label, NAMED)


def _speaker_of_heading(line: str, known: People, *, is_first: bool) -> str | None:
    language = known.language
    if prose.n_words(line) > LONGEST_HEADING or prose.is_terminated(line) or prose.is_spoken(line, language):
        return None
    named = speakers.speaker_of_title(line, language)
    said = patterns.pattern(language, "speech_nouns").sub(" ", line)
    if named and named.name and said.strip() and designation.is_name_like(said, language):
        return known.person(named)
    if named and named.office and not is_first and line.endswith(named.name or named.office):
        return known.person(named)
    if not is_first or not line[0].isalpha() or ":" in line or prose.is_salutation(line, language):
        return None
    person = designation.read(line, language)
    full = person.name is not None and 2 <= len(person.name.split()) <= 4 and designation.is_name_like(line, language)
    told = full and (known.presents(person.name) or (known.awaits_name and person.name == line))
    return known.person(person) if told else None
