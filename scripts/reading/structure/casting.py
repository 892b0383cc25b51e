"""Casting: which candidates are labels, and who of the speakers is an official, a journalist, a moderator.

A word before a colon proves little, so the document as a whole decides: officials are those whose label carries an
office, whom the lead names with one or whom the title names; the others ask them questions.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from schemas.vocabularies import SpeakerType
from scripts.reading.structure.designation import Designation
from scripts.reading.structure.labels import Label
from scripts.reading.structure.parts import Part
from scripts.reading.structure.people import People

TYPES = {
    Part.QUESTION: SpeakerType.JOURNALIST,
    Part.ANSWER: SpeakerType.OFFICIAL,
    Part.MODERATOR: SpeakerType.MODERATOR,
    Part.INTERPRETER: SpeakerType.INTERPRETER,
    Part.OFFICIAL: SpeakerType.OFFICIAL,
}


@dataclass(frozen=True, slots=True)
class Role:
    """A label that is one, and in what part its speaker speaks."""

    label: Label
    speaker_type: SpeakerType


def cast(candidates: Sequence[Label], people: People, *, questions_expected: bool) -> list[Role]:
    """The labels among the candidates of an official occasion; none where nothing tells the officials.

    `questions_expected`: the title names a kind of document in which the press asks.
    """
    stated = [label for label in candidates if label.part in TYPES]
    officials = _officials(candidates, people)
    asked = questions_expected or any(label.part is Part.QUESTION for label in stated)
    if not officials and asked:
        officials = _those_who_answer(candidates)
    elif asked:
        officials |= _those_who_answer(candidates) & _after_askers(candidates, officials)
    if not (officials or any(label.part is Part.ANSWER for label in stated)):
        return []
    moderators = _moderators(candidates, officials, people) if asked else frozenset()
    types = [_type(label, officials, moderators) for label in candidates]
    if not asked:
        return list(_repeated(candidates, types))
    unknown = sum(speaker_type is None for speaker_type in types)
    if types.count(SpeakerType.JOURNALIST) >= unknown:
        return list(_after_questions(candidates, types))
    return list(_asking(candidates, types))


def _officials(candidates: Sequence[Label], people: People) -> frozenset[str]:
    """Names of those whose label carries an office or whom the document presents as officials."""
    return frozenset(
        label.name
        for label in candidates
        if label.part is Part.OFFICIAL or (label.part is Part.NAME and people.presents(label.designation.name))
    )


def _those_who_answer(candidates: Sequence[Label]) -> frozenset[str]:
    """Names of those who speak more than once and mostly ask nothing."""
    turns = Counter(label.name for label in candidates if label.part is Part.NAME)
    asking = Counter(label.name for label in candidates if label.asks)
    return frozenset(name for name, number in turns.items() if number > 1 and asking[name] * 2 < number)


def _after_askers(candidates: Sequence[Label], officials: frozenset[str]) -> frozenset[str]:
    """Names of those who speak next after a question that no official asks: interviewers do not."""
    asking = (label.part is Part.QUESTION or (label.asks and label.name not in officials) for label in candidates)
    pairs = zip(asking, pairwise(candidates), strict=False)
    return frozenset(following.name for asks, (label, following) in pairs if asks and following.name != label.name)


def _moderators(candidates: Sequence[Label], officials: frozenset[str], people: People) -> frozenset[str]:
    """Names of the spokespersons who call on the press while somebody else answers, whom the title tells or who
    alone speaks next after the questions.
    """
    words = frozenset(people.language.words("labels")["moderating_offices"].casefold().split())
    moderating = [label for label in candidates if _holds_one(label.designation, words)]
    others = [label.designation for label in candidates if label not in moderating]
    answering = _after_askers(candidates, officials) & officials
    told = any(person.name and person.office for person in people.titled) or any(map(people.titles, others))
    return frozenset(
        label.name
        for label in moderating
        if not people.is_titled(label.designation.name) and (told or (answering and label.name not in answering))
    )


def _holds_one(designated: Designation, words: frozenset[str]) -> bool:
    """Whether one of the words is in the office."""
    return not words.isdisjoint((designated.office or "").casefold().split())


def _type(label: Label, officials: frozenset[str], moderators: frozenset[str]) -> SpeakerType | None:
    """In what part somebody speaks; None where only the neighbours can tell."""
    if label.name in moderators:
        return SpeakerType.MODERATOR
    return TYPES.get(label.part) or (SpeakerType.OFFICIAL if label.name in officials else None)


def _repeated(candidates: Sequence[Label], types: Sequence[SpeakerType | None]) -> Iterator[Role]:
    """Where nobody asks, a label that is a full name, or that comes again, is that of one more official."""
    times = Counter(label.name for label in candidates)
    for label, speaker_type in zip(candidates, types, strict=True):
        if speaker_type or _is_full_name(label) or times[label.name] > 1:
            yield Role(label, speaker_type or SpeakerType.OFFICIAL)


def _after_questions(candidates: Sequence[Label], types: Sequence[SpeakerType | None]) -> Iterator[Role]:
    """Where questions bear a label of their own, another name after one is that of one more official.

    So is one that comes again, and one in capitals where labels are printed in capitals.
    """
    times = Counter(label.name for label in candidates)
    in_capitals = all(label.in_capitals for label in candidates if label.part is Part.QUESTION)
    previous: SpeakerType | None = None
    for label, speaker_type in zip(candidates, types, strict=True):
        answers = previous is SpeakerType.JOURNALIST and _is_full_name(label) and not label.asks
        if speaker_type or answers or times[label.name] > 1 or (in_capitals and label.in_capitals):
            previous = speaker_type or SpeakerType.OFFICIAL
            yield Role(label, previous)


def _asking(candidates: Sequence[Label], types: Sequence[SpeakerType | None]) -> Iterator[Role]:
    """Where questions bear the names of those who ask, so is a name that ever asks or that an official speaks after."""
    asking = {label.name for label in candidates if label.asks}
    following = [*types[1:], None]
    for label, speaker_type, next_type in zip(candidates, types, following, strict=True):
        if speaker_type or label.name in asking or next_type is SpeakerType.OFFICIAL:
            yield Role(label, speaker_type or SpeakerType.JOURNALIST)


def _is_full_name(label: Label) -> bool:
    return len((label.designation.name or "").split()) > 1
