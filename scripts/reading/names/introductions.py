"""Whom a text introduces: names after an office or a form of address, and the officials of its turns."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from lading.standoff import Span
from schemas.vocabularies import SpeakerType, ZoneKind
from scripts.reading.found import Layout
from scripts.reading.names import neighbours
from scripts.reading.names.citations import cited, named_at_opening
from scripts.reading.names.directory import Directory
from scripts.reading.names.full_names import Name, in_full
from scripts.reading.names.offices import Appointment
from scripts.reading.names.persons import Office, Person
from scripts.reading.names.repeated import repeated
from scripts.reading.names.shapes import GAP, INITIAL_END, WORD, Gender, Word, span_of
from scripts.reading.names.states import State
from scripts.reading.names.vocabulary import vocabulary
from scripts.reading.paragraphs import Paragraph

FURTHER_WORD = re.compile(rf"{GAP}\w")
PLACE_IN_TITLE = re.compile(rf",{GAP}((?:{WORD}{GAP}){{0,2}}{WORD})(?=,)")
HEADLINE = 0.8
"""Share of capitalised words from which on capitals in a title say nothing."""


@dataclass(frozen=True, slots=True)
class Introduction:
    """A name that stands for a person, because of the office or the form of address in front of it."""

    span: Span
    words: tuple[str, ...]
    name: Span
    """Where the words are, without the form of address."""
    is_address: bool = False


class Labelled(NamedTuple):
    """An official whom a label names."""

    words: tuple[str, ...]
    name: str
    is_basic: bool
    """Whether the name stands in its basic form: as the label has it, or in no other place of the text."""
    office: Office | None


class Citing(NamedTuple):
    """Where a text is likely to name whom it quotes."""

    sources: Sequence[Span]
    """The words that may name the sources of quotations."""
    openings: Sequence[Span]
    """The sentences in front of those that quote."""


def introduce(
    text: str, layout: Layout, paragraphs: Sequence[Paragraph], citing: Citing, directory: Directory
) -> list[Introduction]:
    """Add everybody whom the text introduces to the directory; the introductions in their order.

    The order matters: a name that nothing known bears may be a person's or a place's, so the states of the world come
    first, then whoever is introduced beyond doubt, then the places, then the names that only what cites somebody or
    their repetition gives; what an office is of, and who bears a surname, can be said when all of them are known.
    """
    _meet_states(text, paragraphs, directory)
    appointments = [found for part in paragraphs for found in _appointments(text, part, directory)]
    spoken_to = vocabulary(text).spans_with(directory.shapes.honorific_words, [part.span for part in paragraphs])
    addressed = [found for span in spoken_to for found in _addressed(text, span, directory)]
    labelled = list(_labelled(text, layout, directory))
    held = [(_introduction(found.holder), found) for found in _sure(text, appointments, directory)]
    introduced = [introduction for introduction, _ in (*held, *addressed)]
    opening = (_texts(directory.offices.unknown(text, sentence)) for sentence in citing.openings)
    surnames = (words for words in opening if len(words) == 1)
    short = dict.fromkeys((*(each.words for each in labelled), *(found.words for found in introduced), *surnames))
    _meet_persons(
        (
            *(name for words in short for name in in_full(text, words, directory)),
            *(Name(each.words, each.name) for each in labelled if each.is_basic),
            *(_name(text, introduction, is_inflected=found.is_inflected) for introduction, found in held),
            *(_name(text, introduction) for introduction, _ in addressed),
            *(Name(each.words, each.name) for each in labelled if not each.is_basic),
        ),
        directory,
    )
    _meet_places(text, paragraphs, appointments, directory)
    spans = [part.span for part in paragraphs]
    names = (
        *cited(text, citing.sources, directory),
        *named_at_opening(text, citing.openings, directory),
        *repeated(text, spans, directory),
    )
    quoted = [_introduction(words) for words in names]
    _meet_persons((_name(text, found) for found in quoted), directory)
    for introduction, found in held:
        if person := _only(introduction.words, directory):
            offices = person.likely_offices if found.is_counterpart else person.offices
            offices.add(_office(text, found, directory))
            person.titles.add(directory.shapes.lower(" ".join(text[found.title.start : found.title.end].split())))
    for each in labelled:
        if (person := _only(each.words, directory)) and each.office:
            person.offices.add(each.office)
    for introduction, gender in addressed:
        if person := _only(introduction.words, directory):
            person.gender = person.gender or gender
    return [*introduced, *quoted]


def _meet_states(text: str, paragraphs: Iterable[Paragraph], directory: Directory) -> None:
    """The states that the text names by themselves, or by an adjective."""
    for part in paragraphs:
        for hit in directory.states.by_name.find(text, part.span):
            if neighbours.is_whole(text, hit.span, part.span, directory):
                _meet_state(hit.meaning, directory)
        for hit in directory.states.by_adjective.find(text, part.span):
            _meet_state(hit.meaning, directory)


def _meet_state(state: State, directory: Directory) -> None:
    directory.polities.meet(state, directory.reference.states.get(state.code))


def _meet_persons(names: Iterable[Name], directory: Directory) -> None:
    """Full names first, so that a surname alone is known to be somebody's; one that several bear is nobody new.

    Initials are no full name: whoever is called so may be introduced in full further on.
    """
    for name in sorted(dict.fromkeys(names), key=lambda name: _fullness(name.words, directory)):
        if len(name.words) > 1 or len(directory.persons.called(name.words)) < 2:
            directory.persons.meet(name.words, name.printed, inflected=name.is_inflected)


def _fullness(words: tuple[str, ...], directory: Directory) -> tuple[int, bool, int]:
    """In which round a name is met: the full ones first, of those the ones that begin with a common first name."""
    short = 2 if len(words) == 1 else int(words[0].endswith(INITIAL_END))
    return short, directory.shapes.given(words[0]) is None, -len(words)


def _name(text: str, introduction: Introduction, *, is_inflected: bool = False) -> Name:
    printed = text[introduction.name.start : introduction.name.end]
    return Name(introduction.words, " ".join(printed.split()), is_inflected)


def _meet_places(
    text: str, paragraphs: Iterable[Paragraph], appointments: Iterable[Appointment], directory: Directory
) -> None:
    """The places that have an office, where no person is called so, and those at the end of titles."""
    possessors = dict.fromkeys(found.possessor for found in appointments if found.possessor)
    for possessor in sorted(possessors, key=len):  # how people are called is longer than their place
        is_person = directory.persons.called(directory.shapes.parts(possessor))
        if not is_person and directory.polities.by_demonym(possessor) is None:
            directory.polities.place(possessor)
    for paragraph in paragraphs:
        if paragraph.zone == ZoneKind.TITLE:
            _meet_place_of_title(text, paragraph.span, directory)


def _only(words: tuple[str, ...], directory: Directory) -> Person | None:
    """The one person whom a name means."""
    known = directory.persons.called(words)
    return known[0] if len(known) == 1 else None


def _introduction(words: Sequence[Word]) -> Introduction:
    return Introduction(span_of(words), _texts(words), span_of(words))


def _appointments(text: str, paragraph: Paragraph, directory: Directory) -> Iterator[Appointment]:
    """The offices that a paragraph names."""
    in_capitals = (
        paragraph.zone == ZoneKind.TITLE
        and not directory.shapes.nouns_have_capitals
        and _is_headline(text[paragraph.span.start : paragraph.span.end])
    )
    for found in directory.offices.find(text, paragraph.span):
        # in a headline every verb looks like a surname
        if not (in_capitals and found.holder and FURTHER_WORD.match(text, found.end)):
            yield found


def _sure(text: str, appointments: Sequence[Appointment], directory: Directory) -> Iterator[Appointment]:
    """The offices with a holder beyond doubt.

    Where owners stand in front, a single word behind an office may be the owner of the noun that follows ("the minister
    in X's harbour"): it is no name where it stands nowhere else and the office has a holder with a full name.
    """
    full = [found for found in appointments if len(found.holder) > 1]
    kinds, named = {found.office.kind for found in full}, {word.text for found in full for word in found.holder}
    for found in appointments:
        is_bare = len(found.holder) == 1 and found.office.of is None and found.possessor is None
        may_own = directory.small_words.is_in_front and is_bare and found.office.kind in kinds
        word = found.holder[0].text if found.holder else ""
        if found.holder and not (may_own and word not in named and text.count(word) == 1):
            yield found


def _addressed(text: str, span: Span, directory: Directory) -> Iterator[tuple[Introduction, Gender | None]]:
    """The names after a form of address; "Mr President" is none."""
    for match in directory.shapes.honorific.finditer(text, *span):
        article = directory.small_words.article.match(text, match.end())
        if not directory.offices.is_title(text, article.end() if article else match.end()):
            words = tuple(directory.offices.name(text, Span(match.end(), span.end)))
            if words:
                gender = directory.shapes.gender_of_honorific(match["honorific"])
                span_of_name = span_of(words)
                whole = Span(match.start(), span_of_name.end)
                yield Introduction(whole, _texts(words), span_of_name, is_address=True), gender


def _labelled(text: str, layout: Layout, directory: Directory) -> Iterator[Labelled]:
    """The officials of the turns, with the office that the label gives."""
    labels = ((turn.speaker, turn.speaker_label) for turn in layout.turns if turn.speaker_type == SpeakerType.OFFICIAL)
    for speaker, label in dict.fromkeys(labels):
        words = directory.shapes.parts(speaker or "")
        if words and not directory.offices.is_title(speaker or "", 0):
            offices = directory.offices.find(label or "", Span(0, len(label or "")))
            name = speaker or ""
            is_basic = name.casefold() in (label or "").casefold() or name not in text
            yield Labelled(words, name, is_basic, next((found.office for found in offices), None))


def _office(text: str, appointment: Appointment, directory: Directory) -> Office:
    """The office, of the place that its possessor turned out to be, or whose adjective is known by now."""
    kind, of = appointment.office
    if appointment.possessor:
        possessor = appointment.possessor
        return Office(kind, directory.polities.known_place(possessor) or directory.polities.by_demonym(possessor))
    owner = directory.polities.owner(text, appointment.title.start) if of is None else None
    return Office(kind, owner[1] if owner else of)


def _meet_place_of_title(text: str, title: Span, directory: Directory) -> None:
    """The place at the end of a title, in front of the date."""
    for match in PLACE_IN_TITLE.finditer(text, *title):
        words = directory.offices.unknown(text, Span(*match.span(1)))
        date_follows = directory.offices.words.date.match(text, match.end())
        if date_follows and words and words[-1].end == match.end(1) and not directory.persons.called(_texts(words)):
            directory.polities.place(match.group(1))


def _is_headline(title: str) -> bool:
    words = [word for word in title.split() if len(word) > 3]
    return sum(word[0].isupper() for word in words) >= HEADLINE * len(words)


def _texts(words: Sequence[Word]) -> tuple[str, ...]:
    return tuple(word.text for word in words)
