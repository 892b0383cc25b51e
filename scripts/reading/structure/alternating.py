"""Alternating turns: interviews that name nobody, in which a dash, bold type or a question mark opens each turn."""

import re
from collections.abc import Iterator, Sequence

from schemas.vocabularies import AttributionBasis, Genre, SpeakerType
from scripts.reading.structure import families, patterns, prose, titles
from scripts.reading.structure.scene import Opening, Reading, Scene

SET_OFF = re.compile(r"(?:>\s*)+|#{1,6}\s+")
"""The marks with which Markdown sets a paragraph off or makes it a heading."""

FEWEST_QUESTIONS = 2
LONGEST_QUESTION = 90
"""In words: who asks is brief, a speech that ends in a question is not."""

SHARE_OF_QUESTIONS = 1 / 3
"""Of the paragraphs: a speaker asks now and then, the press every other time."""

FEWEST_ADDRESSED = 3
SHARE_ADDRESSED = 0.3
"""Of the questions: so many tell an interview whose answers are long."""

LONGEST_QUESTION_IN_REPLY = 12
LONGEST_CHALLENGE = 30
"""In words."""

MISREAD, BREAKS_OFF, TOO_LONG, GOES_ON = 1.5, 1.0, 0.5, 2.0
"""What it costs to take a statement for a question or the reverse, and words that break off or are not brief for a
question, and for an answer to have a dash inside.
"""

ELLIPSES = ("\u2026", "...")

SENTENCE_END = re.compile(r"[.!?\u2026]+(?=\W*(?:\s|$))")

LONGEST_ADDRESS = 60
"""In characters."""


def read(scene: Scene) -> Reading | None:
    """The best of the readings by dashes, by emphasis and by question marks; None where nobody official is asked."""
    readings = [found for found in (_by_dashes(scene), _by_emphasis(scene), _by_questions(scene)) if found]
    return max(readings, key=lambda reading: reading.confidence, default=None)


def _by_dashes(scene: Scene) -> Reading | None:
    """A dash opens each turn. In a list hardly anything is asked, and in an account nobody is."""
    dashes = {
        index: mark.end()
        for index, block in enumerate(scene.blocks)
        if families.families("dash") and (mark := families.dash_pattern().match(block.text))
    }
    if len(dashes) < FEWEST_QUESTIONS:
        return None
    parts = _aligned([scene.blocks[index].text for index in dashes])
    places = [place for place, part in zip(dashes.items(), parts, strict=True) if part is not None]
    asks = [part for part in parts if part is not None]
    questions = [scene.blocks[index].text for (index, _), part in zip(places, asks, strict=True) if part]
    answers = [scene.blocks[index].text for (index, _), part in zip(places, asks, strict=True) if not part]
    announced = titles.genre(scene.title, scene.language) in titles.PRESS_GENRES or _says_that_somebody_asks(
        scene, places[0][0]
    )
    share = sum(map(prose.asks, questions)) / max(len(questions), 1)
    answered = sum(map(prose.asks, answers)) / max(len(answers), 1)
    spoken = all(prose.is_terminated(scene.blocks[index].text) for index, _ in places)
    if share < SHARE_OF_QUESTIONS and not (announced and spoken and answered == 0):
        return None
    if answered > share or not _is_official(scene, places[0][0], questions):
        return None
    name = families.families("dash")[0].name
    return _reading(scene, name, places, asks, 0.6 + 0.35 * share)


def _aligned(texts: Sequence[str]) -> list[bool | None]:
    """Which of the paragraphs behind dashes ask and which answer; None for those in which an answer goes on.

    It is the cheapest reading: now and then who asks states something, an answer ends in a question or has a dash
    inside, but all of these are rarer than questions and answers that alternate.
    """
    paths: dict[bool, tuple[float, list[bool | None]]] = {}
    for text in texts:
        brief = prose.n_words(text) <= LONGEST_CHALLENGE
        unasked = BREAKS_OFF if text.endswith(ELLIPSES) else MISREAD
        silent, asks = 0.0 if prose.asks(text) else unasked, MISREAD if text.endswith("?") else 0.0
        silent += 0.0 if brief else TOO_LONG
        if not paths:
            paths = {True: (silent, [True]), False: (GOES_ON + asks, [False])}
            continue
        (asked, questions), (answered, answers) = paths[True], paths[False]
        paths = {
            True: (answered + silent, [*answers, True]),
            False: min(
                (asked + asks, [*questions, False]), (answered + GOES_ON + asks, [*answers, None]), key=lambda it: it[0]
            ),
        }
    return min(paths.values(), key=lambda path: path[0])[1]


def _by_emphasis(scene: Scene) -> Reading | None:
    """Paragraphs that are emphasised throughout ask, the others answer."""
    if not families.families("emphasis"):
        return None
    found = {
        index: words
        for index, block in enumerate(scene.blocks)
        if (words := families.emphasis_pattern().fullmatch(block.text))
    }
    asked = {index: words for index, words in found.items() if prose.asks(words["words"])}
    if len(asked) < FEWEST_QUESTIONS or len(asked) * 2 < len(found):
        return None
    first = min(asked)
    places = {index: words.start("words") for index, words in found.items() if index >= first}
    name = families.families("emphasis")[0].name
    return _around(scene, name, places, 0.6 + 0.35 * len(asked) / len(found))


def _by_questions(scene: Scene) -> Reading | None:
    """Short paragraphs that end in a question mark ask, the others answer."""
    if not families.families("question"):
        return None
    said = [index for index, block in enumerate(scene.blocks) if not prose.is_stage_note(block.text, scene.language)]
    asked = [index for index in said if _is_question(scene.blocks[index].text)]
    answered = [index for index in asked if index + 1 < len(scene.blocks) and index + 1 not in asked]
    if len(answered) < FEWEST_QUESTIONS:
        return None
    spoken = [index for index in said if index >= asked[0]]
    share = len(answered) / len(spoken)
    brief_answers = len(answered) >= SHARE_OF_QUESTIONS * len(spoken)
    if not (brief_answers or _is_interview(scene, asked[0]) or _are_addressed(scene, answered)):
        return None
    if titles.genre(scene.title, scene.language) is Genre.SPEECH and not _says_that_somebody_asks(scene, asked[0]):
        return None  # whoever speaks alone asks to answer
    asked = list(_unanswered(scene, asked))
    name = families.families("question")[0].name
    if _is_interview(scene, asked[0]):
        asked = sorted({*asked, *_challenges(scene, asked)})
    return _around(scene, name, dict.fromkeys(asked, 0), 0.5 + 0.4 * min(1.0, 2 * share))


def _are_addressed(scene: Scene, asked: Sequence[int]) -> bool:
    """Whether the questions, and there are several, are put to a listener: a speaker asks nobody in particular."""
    offices = patterns.pattern(scene.language, "public_bodies")
    texts = [scene.blocks[index].text for index in asked]
    put = sum(prose.addresses_listener(it, scene.language) or bool(offices.search(_address(it))) for it in texts)
    return put >= FEWEST_ADDRESSED and put >= SHARE_ADDRESSED * len(asked)


def _unanswered(scene: Scene, asked: Sequence[int]) -> Iterator[int]:
    """The questions without those that answer a question by a short one."""
    previous = None
    for index in asked:
        answers = previous == index - 1 and prose.n_words(scene.blocks[index].text) <= LONGEST_QUESTION_IN_REPLY
        if not answers:
            yield index
            previous = index


def _challenges(scene: Scene, asked: Sequence[int]) -> Iterator[int]:
    """The blocks among questions and answers in which who asks states something: a sentence to the listener.

    Neither the first paragraph of an answer nor the last of all is one, nor who speaks of themselves.
    """
    language = scene.language
    for index in range(asked[0] + 2, asked[-1]):
        text = scene.blocks[index].text
        beside = {index - 1, index + 1} & {*asked}
        one = prose.n_words(text) <= LONGEST_CHALLENGE and len(SENTENCE_END.findall(text)) == 1
        if one and not beside and prose.is_spoken(text, language) and not prose.speaks_of_self(text, language):
            yield index


def _is_interview(scene: Scene, first: int) -> bool:
    return titles.genre(scene.title, scene.language) in titles.PRESS_GENRES or _says_that_somebody_asks(scene, first)


def _around(scene: Scene, name: str, asking: dict[int, int], confidence: float) -> Reading | None:
    """Questions at the places, and an answer below each that other paragraphs follow."""
    blocks = scene.blocks
    texts = [blocks[index].text[start:] for index, start in asking.items()]
    if not _is_official(scene, min(asking), texts):
        return None
    places = {**asking}
    for index in asking:
        follows = index + 1
        while follows < len(blocks) and prose.is_stage_note(blocks[follows].text, scene.language):
            follows += 1
        if follows < len(blocks) and follows not in asking:
            places[follows] = 0
    ordered = sorted(places.items())
    return _reading(scene, name, ordered, [index in asking for index, _ in ordered], confidence)


def _reading(
    scene: Scene, name: str, places: Sequence[tuple[int, int]], asking: Sequence[bool], confidence: float
) -> Reading:
    speaker = scene.interviewee
    openings = tuple(
        Opening(
            index,
            scene.blocks[index].start + _after_marks(scene.blocks[index].text, start),
            AttributionBasis.ALTERNATION,
            SpeakerType.JOURNALIST if asks else SpeakerType.OFFICIAL,
            None if asks else speaker,
            confidence=confidence,
        )
        for (index, start), asks in zip(places, asking, strict=True)
    )
    return Reading(name, openings, confidence)


def _after_marks(text: str, start: int) -> int:
    """Where the words start behind what sets a paragraph off or opens it."""
    while mark := SET_OFF.match(text, start) or families.dash_pattern().match(text, start):
        start = mark.end()
    return start


def _is_question(text: str) -> bool:
    return text.endswith(("?", "?»", "?”", '?"')) and prose.n_words(text) <= LONGEST_QUESTION


def _says_that_somebody_asks(scene: Scene, first: int) -> bool:
    told = [*scene.heading, *(block.text for block in scene.blocks[:first])]
    return any(patterns.pattern(scene.language, "interviewing").search(line) for line in told)


def _is_official(scene: Scene, first: int, questions: Sequence[str]) -> bool:
    """Whether title or lead present the holder of an office, or somebody is addressed as one."""
    offices = patterns.pattern(scene.language, "public_bodies")
    if scene.people.interviewee(in_office=True):
        return True
    lead = [block.text for block in scene.blocks[:first]]
    told = any(offices.search(line) for line in (*scene.heading, *lead))
    addressed = any(offices.search(_address(question)) for question in questions)
    return addressed or (told and _is_interview(scene, first))


def _address(question: str) -> str:
    """What may address the listener: the words before the first comma."""
    before, comma, _ = question[:LONGEST_ADDRESS].partition(",")
    return re.sub(r"^\W+", "", before) if comma else ""
