"""Openings: the places of a document at which somebody begins to speak."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from lading.standoff import Span
from schemas.vocabularies import AttributionBasis, Genre, SpeakerType
from scripts.reading.blocks import Block
from scripts.reading.language import Language
from scripts.reading.structure import (
    casting,
    dateline,
    dialogue,
    families,
    initials,
    labels,
    occasion,
    particulars,
    people,
    prose,
    titles,
)
from scripts.reading.structure.casting import Role
from scripts.reading.structure.designation import Designation
from scripts.reading.structure.labels import Label
from scripts.reading.structure.parts import Part
from scripts.reading.structure.people import People

WITHOUT_SPEAKER = {Genre.JOINT_STATEMENT, Genre.READOUT}


@dataclass(frozen=True, slots=True)
class Opening:
    """Where a turn begins, and who speaks; `label` is what tells so, in the same block or in one before."""

    block: int
    start: int
    basis: AttributionBasis
    speaker_type: SpeakerType
    speaker: str | None
    label: Span | None = None


def find(blocks: Sequence[Block], heading: Sequence[str], language: Language) -> list[Opening]:
    """The openings among the blocks of the text, header and trailer cut off, below the lines of its heading."""
    title = " ".join(heading)
    candidates = labels.find(blocks, heading, language)
    announcing = list(_announcing(blocks, candidates, language))
    known = people.find(heading, announcing, _labelled(candidates), language)
    if not occasion.is_official(title, announcing, known.announced, candidates, language):
        return []
    spoken = [*_after_labels(candidates, known, title), *_after_lead_ins(blocks, known)]
    spoken.sort(key=lambda opening: opening.block)
    if spoken and spoken[0].basis is AttributionBasis.LEAD_IN:
        return spoken
    before = blocks[: spoken[0].block] if spoken else blocks
    if dialogue.is_unread(before, candidates, language) or (not spoken and _press_asks(title, language)):
        return spoken
    return [*_after_title(before, title, known), *spoken]


def _press_asks(title: str, language: Language) -> bool:
    return titles.genre(title, language) in titles.PRESS_GENRES


def _announcing(blocks: Sequence[Block], candidates: Sequence[Label], language: Language) -> Iterator[str]:
    """The texts that announce who speaks: what precedes the first label, and the lead-ins."""
    first = candidates[0].block if candidates else len(blocks)
    for index, block in enumerate(blocks):
        if (index < first and not prose.is_spoken(block.text, language)) or _leads_in(blocks, index):
            yield block.text


def _labelled(candidates: Sequence[Label]) -> Iterator[Designation]:
    return (label.designation for label in candidates if label.part is Part.OFFICIAL)


def _after_labels(candidates: Sequence[Label], known: People, title: str) -> Iterator[Opening]:
    roles = casting.cast(candidates, known, questions_expected=_press_asks(title, known.language))
    for role in roles:
        label = role.label
        speaker = _speaker(role, roles, known, title) if role.speaker_type is SpeakerType.OFFICIAL else None
        yield Opening(label.block, label.text_start, AttributionBasis.LABEL, role.speaker_type, speaker, label.span)


def _speaker(role: Role, roles: Sequence[Role], known: People, title: str) -> str | None:
    """Who speaks after a label that bears a name, an office, or no more than "Answer"."""
    if role.label.part is not Part.ANSWER:
        return _whom(role.label, known)
    by_title = people.speaker_of_title(title, known.language)
    names = {known.person(each.label.designation) for each in roles if each.label.part in (Part.OFFICIAL, Part.NAME)}
    if by_title and by_title.name:
        return known.person(by_title)
    return names.pop() if len(names) == 1 else None


def _whom(label: Label, known: People) -> str | None:
    """Whom a label means; initials that nothing explains are nobody's name."""
    name = label.designation.name
    if name and initials.are(label.printed) and not known.announces(name):
        return None
    return known.person(label.designation) or label.designation.office


def _after_lead_ins(blocks: Sequence[Block], known: People) -> Iterator[Opening]:
    """Words after a mark, below a line that names the speaker; they must be somebody's own words."""
    last: str | None = None
    lead_ins = [index for index in range(len(blocks) - 1) if _leads_in(blocks, index)]
    for index, end in pairwise([*lead_ins, len(blocks)]):
        lead_in, words = blocks[index], blocks[index + 1]
        speaker = people.speaker_of_lead_in(lead_in.text, known, last)
        spoken = any(prose.is_spoken(block.text, known.language) for block in blocks[index + 1 : end])
        mark = families.mark_pattern().match(words.text)
        if speaker and spoken and mark:
            label = Span(lead_in.start, lead_in.start + len(lead_in.text.rstrip(":. ")))
            yield Opening(
                index + 1, words.start + mark.end(), AttributionBasis.LEAD_IN, SpeakerType.OFFICIAL, speaker, label
            )
            last = speaker


def _leads_in(blocks: Sequence[Block], index: int) -> bool:
    follows = index + 1 < len(blocks) and families.mark_pattern().match(blocks[index + 1].text)
    return bool(follows) and blocks[index].text.endswith(":") and not families.mark_pattern().match(blocks[index].text)


def _after_title(blocks: Sequence[Block], title: str, known: People) -> Iterator[Opening]:
    """Words in the first person below a title that tells one speaker, by name or by office alone."""
    if not families.families("title") or titles.genre(title, known.language) in WITHOUT_SPEAKER:
        return
    speaker = people.speaker_of_title(title, known.language)
    text = "\n".join(block.text for block in blocks)
    if speaker is None or not prose.is_first_person(text, known.language):
        return
    name = known.person(speaker) if speaker.name else known.holder(speaker.office or "")
    told = particulars.find([block.text for block in blocks], known.language)
    said = (
        index
        for index, block in enumerate(blocks)
        if index not in told and not _introduces(block.text, Designation(name), known)
    )
    if (first := next(said, None)) is not None:
        yield Opening(first, blocks[first].start, AttributionBasis.TITLE, SpeakerType.OFFICIAL, name)


def _introduces(line: str, speaker: Designation, known: People) -> bool:
    """Whether the line tells of the speaker, or is a note: then the speech has not begun."""
    tells = (speaker.surname is not None and speaker.surname in line) or line.endswith(":")
    apart = prose.is_stage_note(line, known.language) or dateline.read(line, known.language) is not None
    return apart or (tells and not prose.is_spoken(line, known.language))
