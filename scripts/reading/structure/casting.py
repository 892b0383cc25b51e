"""Casting: which candidates are labels, and who of the speakers is an official, a journalist, a moderator.

A word before a colon proves little, so the document as a whole decides. Labels of one person are one voice, and a voice
is judged by all of them: officials are those whose labels carry an office, whom title or lead present, or who answer;
the others ask them questions.
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from schemas.vocabularies import SpeakerType
from scripts.reading.structure import parts, wording
from scripts.reading.structure.designation import Designation
from scripts.reading.structure.labels import Label
from scripts.reading.structure.parts import Part
from scripts.reading.structure.people import People
from scripts.reading.structure.voices import Voice, gathered, has_body, name_of

TYPES = {
    Part.QUESTION: SpeakerType.JOURNALIST,
    Part.ANSWER: SpeakerType.OFFICIAL,
    Part.MODERATOR: SpeakerType.MODERATOR,
    Part.INTERPRETER: SpeakerType.INTERPRETER,
    Part.REMARK: SpeakerType.UNKNOWN,
    Part.SEVERAL: SpeakerType.OFFICIAL,
    Part.OFFICIAL: SpeakerType.OFFICIAL,
}
AROUND_OFFICIALS = (Part.QUESTION, Part.MODERATOR, Part.INTERPRETER, Part.REMARK)
"""Parts that labels tell also where no official bears one."""


@dataclass(frozen=True, slots=True)
class Role:
    """A label that is one, and in what part its speaker speaks."""

    label: Label
    speaker_type: SpeakerType
    moderates: bool = False
    """Whether an official gives the floor to the press instead of answering."""


def cast(candidates: Sequence[Label], people: People, *, questions_expected: bool) -> list[Role]:
    """The labels among the candidates of an official occasion; none where nothing tells the officials.

    `questions_expected`: the title names a kind of document in which the press asks.
    """
    by_printed = {label.printed: name_of(label, people) for label in candidates}
    names = [by_printed[label.printed] for label in candidates]
    voices = gathered(candidates, names)
    asked = any(_is_asker(voice, people) for voice in voices.values()) or (
        questions_expected and any(label.asks for label in candidates)
    )
    officials = _officials(candidates, names, voices, people, asked=asked)
    if not (officials or any(voice.part is Part.ANSWER for voice in voices.values())):
        return [Role(label, TYPES[label.part]) for label in candidates if label.part in AROUND_OFFICIALS]
    moderators = _moderators(candidates, names, voices, officials, people) if asked else frozenset()
    types_of_voices = {name: _type(voice, officials, moderators) for name, voice in voices.items()}
    types = [types_of_voices[name] for name in names]
    if not asked:
        return list(_repeated(candidates, names, types, people))
    if _are_questions_labelled(candidates, types, people):
        return list(_after_questions(candidates, names, types, people))
    return list(_asking(candidates, names, types, people))


def _officials(
    candidates: Sequence[Label], names: Sequence[str], voices: Mapping[str, Voice], people: People, *, asked: bool
) -> frozenset[str]:
    """Names of the officials: those who are presented, and by whose answers others show to be some.

    Where nobody is, whoever answers or comes again is one, and at last whoever bears a label beyond doubt.
    """
    presented = _presented(voices, people, asked=asked)
    answering = _those_who_answer(voices) if asked else frozenset()
    if presented:
        return presented | (answering & _after_askers(candidates, names, presented))
    again = frozenset() if asked else frozenset(name for name, voice in voices.items() if _comes_again(voice, people))
    return answering or again or _beyond_doubt(voices)


def _beyond_doubt(voices: Mapping[str, Voice]) -> frozenset[str]:
    """Names of those whose labels nothing else looks like, unless they mostly ask."""
    named = {name: voice for name, voice in voices.items() if voice.part is Part.NAME and not voice.asks_mostly}
    return frozenset(name for name, voice in named.items() if any(label.sure for label in voice.labels))


def _are_questions_labelled(candidates: Sequence[Label], types: Sequence[SpeakerType | None], people: People) -> bool:
    """Whether questions bear a label of their own, and not as a rule the names of those who ask."""
    asking = sum(
        _asks(label, speaker_type) and not parts.is_anonymous(label.printed, people.language)
        for label, speaker_type in zip(candidates, types, strict=True)
    )
    return asking >= sum(speaker_type is None for speaker_type in types)


def _is_asker(voice: Voice, people: People) -> bool:
    """Whether this is the press, somebody who leads a programme and asks, or a stranger who mostly asks."""
    if voice.part in (Part.QUESTION, Part.MODERATOR):
        return voice.part is Part.QUESTION or any(label.asks for label in voice.labels)
    name = voice.designation.name
    unknown = voice.part is Part.NAME and not (people.is_titled(name) or people.presents(name))
    return unknown and len(voice.labels) > 1 and voice.asks_mostly


def _presented(voices: Mapping[str, Voice], people: People, *, asked: bool) -> frozenset[str]:
    """Names of those whose label carries an office or whom the document presents as officials.

    Where the press asks, it may be presented too: by an office of its own, as the director of an agency.
    """
    by_label = {name for name, voice in voices.items() if voice.part is Part.OFFICIAL or has_body(voice)}
    named = {name: voice for name, voice in voices.items() if voice.part is Part.NAME}
    told = {name for name, voice in named.items() if people.presents(voice.designation.name)}
    asking = {name for name in told if voices[name].asks_mostly}
    is_press = asked and asking < told | by_label and not any(map(people.titles_alone, asking))
    return frozenset(by_label | (told - asking if is_press else told))


def _those_who_answer(voices: Mapping[str, Voice]) -> frozenset[str]:
    """Names of those who speak more than once and mostly ask nothing."""
    speaking = {name: voice for name, voice in voices.items() if voice.part is Part.NAME and len(voice.labels) > 1}
    return frozenset(
        name for name, voice in speaking.items() if sum(it.asks for it in voice.labels) * 2 < len(voice.labels)
    )


def _after_askers(candidates: Sequence[Label], names: Sequence[str], officials: frozenset[str]) -> frozenset[str]:
    """Names of those who speak next after a question that no official asks: interviewers do not."""
    return frozenset(_followers(candidates, names, officials))


def _followers(candidates: Sequence[Label], names: Sequence[str], officials: frozenset[str]) -> Iterator[str]:
    asking = (
        label.part is Part.QUESTION or (label.asks and name not in officials)
        for label, name in zip(candidates, names, strict=True)
    )
    pairs = zip(asking, pairwise(names), strict=False)
    return (following for asks, (name, following) in pairs if asks and following != name)


def _moderators(
    candidates: Sequence[Label],
    names: Sequence[str],
    voices: Mapping[str, Voice],
    officials: frozenset[str],
    people: People,
) -> frozenset[str]:
    """Names of the spokespersons who call on the press while somebody else answers, whom the title tells or who
    alone speaks next after the questions.
    """
    words = frozenset(people.language.words("labels")["moderating_offices"].casefold().split())
    moderating = {name for name, voice in voices.items() if _holds_one(voice.designation, words)}
    others = [voice.designation for name, voice in voices.items() if name not in moderating]
    answering = _after_askers(candidates, names, officials) & officials
    answers = Counter(_followers(candidates, names, officials))
    told = any(person.name and person.office for person in people.titled) or any(map(people.titles, others))
    called = frozenset(_callers(candidates, voices, names, people))
    return called | frozenset(
        name
        for name in moderating
        if not people.is_titled(voices[name].designation.name)
        and ((told and answers[name] * 2 <= len(voices[name].labels)) or (answering and name not in answering))
    )


def _callers(
    candidates: Sequence[Label], voices: Mapping[str, Voice], names: Sequence[str], people: People
) -> Iterator[str]:
    """Names of those whom nothing presents, who mostly call on the press and never answer it."""
    asks = [label.asks or label.part is Part.QUESTION for label in candidates]
    answering = {name for name, before in zip(names, [False, *asks], strict=False) if before}
    calling = Counter(name for name, after in zip(names, [*asks[1:], False], strict=True) if after)
    for name, voice in voices.items():
        told = people.presents(voice.designation.name) or people.announces(voice.designation.name)
        mostly = len(voice.labels) > 1 and calling[name] * 2 > len(voice.labels)
        if voice.part is Part.NAME and not told and name not in answering and mostly:
            yield name


def _holds_one(designated: Designation, words: frozenset[str]) -> bool:
    """Whether one of the words is in the office."""
    return not words.isdisjoint((designated.office or "").casefold().split())


def _type(voice: Voice, officials: frozenset[str], moderators: frozenset[str]) -> SpeakerType | None:
    """In what part somebody speaks; None where only the neighbours can tell."""
    if voice.name in moderators:
        return SpeakerType.MODERATOR
    return TYPES.get(voice.part) or (SpeakerType.OFFICIAL if voice.name in officials else None)


def _asks(label: Label, speaker_type: SpeakerType | None) -> bool:
    """Whether this is a question: moderators only give the floor, unless they ask themselves."""
    return speaker_type is SpeakerType.JOURNALIST or (speaker_type is SpeakerType.MODERATOR and label.asks)


def _repeated(
    candidates: Sequence[Label], names: Sequence[str], types: Sequence[SpeakerType | None], people: People
) -> Iterator[Role]:
    """Where nobody asks, a label that is a full name, or that comes again, is that of one more official."""
    times = Counter(names)
    for label, name, speaker_type in zip(candidates, names, types, strict=True):
        if speaker_type or label.sure or _is_full_name(label, people) or times[name] > 1:
            yield Role(label, speaker_type or SpeakerType.OFFICIAL)


def _after_questions(
    candidates: Sequence[Label], names: Sequence[str], types: Sequence[SpeakerType | None], people: People
) -> Iterator[Role]:
    """Where questions bear a label of their own, another name after one is that of one more official.

    So is one that comes again, and one in capitals where labels are printed in capitals.
    """
    times = Counter(names)
    stated = [label for label in candidates if label.part is not Part.NAME]
    in_capitals = bool(stated) and all(label.in_capitals for label in stated)
    asked = False
    following = [*types[1:], None]
    for label, name, speaker_type, next_type in zip(candidates, names, types, following, strict=True):
        known = _is_full_name(label, people) or people.mentions(label.designation.name)
        asks_too = label.asks and not asked and next_type is SpeakerType.OFFICIAL
        if not (
            speaker_type
            or label.sure
            or times[name] > 1
            or (known and (asks_too or (asked and not label.asks)))
            or (_is_addressed(label, people) and not label.asks)
            or (in_capitals and label.in_capitals)
        ):
            continue
        found = speaker_type or (SpeakerType.JOURNALIST if asks_too else SpeakerType.OFFICIAL)
        gives_floor = speaker_type is None and not asked and next_type is SpeakerType.JOURNALIST
        yield Role(label, found, moderates=gives_floor and found is SpeakerType.OFFICIAL)
        asked = _asks(label, found)


def _is_addressed(label: Label, people: People) -> bool:
    """Whether the label is a form of address or a rank and the surname of somebody announced."""
    name = label.designation.name
    return name is not None and people.announces(name) and len(label.printed.split()) > len(name.split())


def _asking(
    candidates: Sequence[Label], names: Sequence[str], types: Sequence[SpeakerType | None], people: People
) -> Iterator[Role]:
    """Where questions bear the names of those who ask, so is a name that ever asks or that an official speaks after."""
    following = [*types[1:], None]
    asking = {
        name
        for label, name, next_type in zip(candidates, names, following, strict=True)
        if label.asks or label.sure or next_type is SpeakerType.OFFICIAL or _is_full_name(label, people)
    }
    for label, name, speaker_type in zip(candidates, names, types, strict=True):
        if speaker_type or name in asking:
            yield Role(label, speaker_type or SpeakerType.JOURNALIST)


def _comes_again(voice: Voice, people: People) -> bool:
    """Whether somebody of whom the label has more than the surname speaks several times."""
    named = voice.part is Part.NAME and _is_full_name(voice.labels[0], people)
    return named and len(voice.labels) > 1 and not voice.asks_mostly


def _is_full_name(label: Label, people: People) -> bool:
    name = label.designation.name or ""
    no_names = wording.grammar(people.language).no_names
    return len(name.replace(".", ". ").split()) > 1 and no_names.isdisjoint(name.split())
