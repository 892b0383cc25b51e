"""Speakers: whom a title or a sentence that leads in lets speak."""

import re
from collections.abc import Iterator
from functools import cache
from itertools import pairwise

from scripts.reading.language import Language
from scripts.reading.structure import designation, patterns, prose, spelling, wording
from scripts.reading.structure.designation import Designation
from scripts.reading.structure.people import People

POSSESSOR = "<possessor>"
SHORTEST_SPEAKER, LONGEST_SPEAKER = 3, 120
"""In characters."""


def speaker_of_title(title: str, language: Language) -> Designation | None:
    """Who speaks by the title: "<person>'s remarks", "statement by <person or office>"; a ministry is nobody."""
    behind, in_front = _title_patterns(language)
    ends = [end for end in range(SHORTEST_SPEAKER, min(LONGEST_SPEAKER, len(title))) if title[end - 1].isalpha()]
    for pattern in in_front:
        matching = [(end, found) for end in ends if (found := pattern.match(title, end))]
        speakers = [(speaker, found) for end, found in matching if (speaker := _last(title[:end], language))]
        in_office = [speaker for speaker, _ in speakers if speaker.name and speaker.office]
        possessing = [speaker for speaker, found in speakers if not found[0].startswith((" ", ","))]
        if in_office or possessing:
            return (in_office or possessing)[0]
    for pattern in behind:
        if (found := pattern.search(title)) and (speaker := _first(found["person"], language)):
            name = spelling.nominative(speaker.name, language) if speaker.name else None
            return Designation(name, speaker.office)
    return None


def _last(text: str, language: Language) -> Designation | None:
    """The person in whose designation the text ends."""
    people = list(designation.find(text, language))
    return people[-1] if people and text.endswith(people[-1].name or people[-1].office or "\n") else None


def _first(text: str, language: Language) -> Designation | None:
    """The person with whose designation the text begins."""
    people = list(designation.find(text, language))
    start = wording.without_articles(text, language)
    if not people or not start.startswith(
        wording.without_articles(people[0].office or people[0].name or "\n", language)
    ):
        return None
    first = people[0]
    if len(people) > 1 and people[1].office == f"{first.office} {first.name}":
        return people[1]  # what looked like a name is the end of what the office is of
    return next((each for each in people if each.name and first.office == each.office), None) or next(
        (each for each in people if each.name == first.name and each.office), first
    )


@cache
def _title_patterns(language: Language) -> tuple[tuple[re.Pattern[str], ...], tuple[re.Pattern[str], ...]]:
    """What stands in front of a speaker, with the speaker as the group `person`, and what stands behind one."""
    noun = patterns.pattern(language, "speech_nouns").pattern
    written = [each.replace("<noun>", noun) for each in patterns.written(language, "title_speakers")]
    in_front = [each.removeprefix(POSSESSOR) for each in written if each.startswith(POSSESSOR)]
    behind = [each for each in written if not each.startswith(POSSESSOR)]
    return tuple(re.compile(each, re.I) for each in behind), tuple(re.compile(each, re.I) for each in in_front)


def speaker_of_lead_in(line: str, people: People, last: str | None) -> str | None:
    """Whom a line such as "Welcoming the guests, the head of state said:" lets speak; `last` for a pronoun.

    Without a verb of saying a colon must end the line; then the first whom it means speaks, not whom they greet.
    """
    verbs = list(patterns.pattern(people.language, "speech_verbs").finditer(line))
    if verbs and line.endswith((":", ".", "…")):
        return _meant_by(line[: verbs[-1].start()], people, last)
    is_label = designation.is_name_like(line, people.language)
    if is_label or not line.endswith(":"):
        return None
    meant = (_meant_by(beginning, people, last) for beginning in _beginnings(line, people.language))
    return next((speaker for speaker in meant if speaker), None)


def _beginnings(line: str, language: Language) -> Iterator[str]:
    """The beginnings of a line, each longer by a verb or a noun, so that none ends within a name or an office."""
    particles = wording.grammar(language).particles
    tokens = list(prose.LETTERS.finditer(line))
    for token, following in pairwise(tokens):
        if following[0].islower() and following[0] not in particles:
            yield line[: token.end()]
    yield line


def _meant_by(subject: str, people: People, last: str | None) -> str | None:
    """Whom the subject of a sentence names or describes."""
    language = people.language
    named = [person for person in designation.find(subject, language) if person.name]
    if named:
        return people.person(named[-1])
    surnames = [word for word in prose.LETTERS.findall(subject) if word[0].isupper() and people.announces(word)]
    if surnames:
        return people.person(Designation(surnames[-1]))
    described = people.person(Designation(None, subject))
    if described:
        return described
    is_pronoun = bool(patterns.words(language, "pronouns") & set(subject.casefold().split()))
    return last if is_pronoun else None
