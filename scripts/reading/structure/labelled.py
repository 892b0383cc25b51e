"""Labelled turns: the candidates that the document shows to be labels, and whom each of them means."""

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise

from schemas.vocabularies import AttributionBasis, SpeakerType
from scripts.reading.structure import casting, initials, parts, patterns, prose, titles, wording
from scripts.reading.structure.casting import Role
from scripts.reading.structure.labels import Label
from scripts.reading.structure.parts import Part
from scripts.reading.structure.people import People
from scripts.reading.structure.scene import Opening, Reading, Scene

SURE = 0.98
"""Of a label that comes again, or tells a part or an office."""
LIKELY = 0.85
"""Of a label that its neighbours alone show to be one."""
BELOW_A_QUESTION = 0.75
"""Of an answer that bears no label."""

FEWEST_QUESTIONS = 2
"""Where nobody who answers bears a label."""


def read(scene: Scene) -> Reading | None:
    """The turns that labels open."""
    told = [*scene.heading, *(block.text for block in scene.blocks[: scene.labels[0].block if scene.labels else 0])]
    interviewing = patterns.pattern(scene.language, "interviewing")
    asked = titles.genre(scene.title, scene.language) in titles.PRESS_GENRES or any(map(interviewing.search, told))
    roles = casting.cast(scene.labels, scene.people, questions_expected=asked)
    if not roles:
        return None
    openings = tuple(_with_questions(tuple(_openings(roles, scene)), scene))
    worded = any(role.label.part in parts.WORDED for role in roles)
    if not (asked or worded or _speaks(scene, openings[0].block)):
        return None
    if all(opening.speaker_type is not SpeakerType.OFFICIAL for opening in openings):
        if len(openings) < FEWEST_QUESTIONS:
            return None
        openings = tuple(_with_answers(openings, scene))
    family = Counter(role.label.family for role in roles).most_common(1)[0][0]
    taken = len(roles) / max(len(scene.labels), 1)
    sure = sum(opening.confidence for opening in openings) / len(openings)
    return Reading(family, openings, sure * (0.5 + 0.5 * taken))


def _speaks(scene: Scene, first: int) -> bool:
    """Whether somebody speaks from the first label on: minutes tell who did what, and say neither I nor you."""
    return any(prose.is_spoken(block.text, scene.language) for block in scene.blocks[first:])


def _openings(roles: Sequence[Role], scene: Scene) -> Iterator[Opening]:
    times = Counter(role.label.name for role in roles)
    officials = {role.label.printed: role for role in reversed(roles) if role.speaker_type is SpeakerType.OFFICIAL}
    speakers = {printed: _speaker(role, roles, scene) for printed, role in officials.items()}
    last: str | None = None
    for role in roles:
        label = role.label
        speaker = speakers[label.printed] if role.speaker_type is SpeakerType.OFFICIAL else None
        if label.part is Part.ANSWER:
            speaker = last or speaker  # whoever was named last goes on answering
        elif speaker:
            last = speaker
        sure = times[label.name] > 1 or label.part is not Part.NAME
        yield Opening(
            label.block,
            label.text_start,
            AttributionBasis.LABEL,
            role.speaker_type,
            speaker,
            label.span,
            SURE if sure else LIKELY,
            label.part is not Part.QUESTION,
            role.moderates,
        )


def _with_questions(openings: Sequence[Opening], scene: Scene) -> Iterator[Opening]:
    """The openings, and a question without a label between two labels of the same official.

    Whoever bears a label again has been interrupted: the last paragraph above it, put to a listener, is the question.
    """
    for opening, following in pairwise([*openings, None]):
        if opening is None:
            return
        yield opening
        again = following and following.speaker_type is SpeakerType.OFFICIAL and following.speaker == opening.speaker
        if not (following and again and opening.speaker and following.block - opening.block > 1):
            continue
        block = scene.blocks[following.block - 1]
        if block.text.endswith("?") and _is_addressed(block.text, scene):
            basis, journalist = AttributionBasis.ALTERNATION, SpeakerType.JOURNALIST
            yield Opening(following.block - 1, block.start, basis, journalist, None, confidence=BELOW_A_QUESTION)


def _is_addressed(text: str, scene: Scene) -> bool:
    """Whether a form of address stands in front of the first comma."""
    before, comma, _ = text.partition(",")
    first = before.casefold().split(maxsplit=1)[0] if before.strip() else ""
    return bool(comma) and first in wording.grammar(scene.language).honorifics


def _with_answers(questions: Sequence[Opening], scene: Scene) -> Iterator[Opening]:
    """The questions, which alone bear labels, each with the answer below it."""
    speaker = scene.interviewee
    for question, end in pairwise([*questions, None]):
        if question is None:
            return
        yield question
        limit = end.block if end else len(scene.blocks)
        below = [
            index
            for index in range(question.block + 1, limit)
            if not prose.is_stage_note(scene.blocks[index].text, scene.language)
        ]
        if not below or question.speaker_type is not SpeakerType.JOURNALIST:
            continue
        asked = [index for index in below[:-1] if prose.asks(scene.blocks[index].text)]
        in_label = prose.asks(scene.blocks[question.block].text)
        answer = below[0] if in_label or not asked else next(index for index in below if index > asked[0])
        start, basis = scene.blocks[answer].start, AttributionBasis.ALTERNATION
        yield Opening(answer, start, basis, SpeakerType.OFFICIAL, speaker, confidence=BELOW_A_QUESTION)


def _speaker(role: Role, roles: Sequence[Role], scene: Scene) -> str | None:
    """Who speaks after a label that bears a name, an office, or no more than "Answer"; several are nobody by name."""
    if role.label.part is Part.SEVERAL:
        return None
    if role.label.part is not Part.ANSWER:
        return _whom(role.label, scene.people)
    return only_speaker(roles, scene)


def only_speaker(roles: Sequence[Role], scene: Scene) -> str | None:
    """Whom the title names, or the only one whom labels name.

    A title without an office may name the newspaper, and the greeting the guest.
    """
    by_title = scene.stated
    if by_title and by_title.name:
        holder = None if by_title.office else scene.people.interviewee(in_office=True)
        return holder or scene.people.person(by_title)
    answering = [role.label for role in roles if role.speaker_type is SpeakerType.OFFICIAL]
    names = {scene.people.person(each.designation) for each in answering if each.part in (Part.OFFICIAL, Part.NAME)}
    office = by_title.office if by_title and not names else None
    return names.pop() if len(names) == 1 else scene.interviewee or office


def _whom(label: Label, known: People) -> str | None:
    """Whom a label means; initials that nothing explains are nobody's name, nor are several names."""
    name = label.designation.name
    if name and initials.are(label.printed) and not known.announces(name):
        return None
    joined = wording.grammar(known.language).conjunction.split(name or "")
    if len(joined) > 1 and all(" " in each for each in joined):
        return None
    return known.person(label.designation) or label.designation.office
