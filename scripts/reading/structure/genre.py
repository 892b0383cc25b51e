"""The genre of a document: what its turns show, then what its title says."""

from collections.abc import Sequence

from schemas.vocabularies import Genre, TurnKind, ZoneKind
from scripts.reading.found import Layout, Turn
from scripts.reading.language import Language
from scripts.reading.structure import dateline, designation, occasion, parts, prose, titles

FIRST_SENTENCE = 300
"""In code points: within them the lead of an account tells what happened."""


def read(text: str, title: str, layout: Layout, language: Language) -> Genre | None:
    """The genre; None where nothing tells."""
    stated = titles.genre(title, language)
    if not layout.turns:
        return _of_account(text, title, layout, language)
    if any(turn.kind is TurnKind.QUESTION for turn in layout.turns):
        return _of_questions(text, stated, layout, language)
    if stated is Genre.SPEECH and len(_speakers(layout.turns)) == 1:
        return Genre.SPEECH
    if stated in (None, Genre.SPEECH):
        return Genre.MEETING_REMARKS if len(_speakers(layout.turns)) > 1 else Genre.SPEECH
    return stated


def _of_questions(text: str, stated: Genre | None, layout: Layout, language: Language) -> Genre:
    """Which of the genres it is in which the press asks: one asks in an interview, many do at a conference."""
    if stated in titles.PRESS_GENRES:
        return stated
    led_in = titles.genre(_told(text, layout, ZoneKind.LEAD), language)
    if led_in in titles.PRESS_GENRES:
        return led_in
    asked = [turn for turn in layout.turns if turn.kind is TurnKind.QUESTION]
    labels = {turn.speaker_label for turn in asked}
    by_one = len(labels) == 1 and not any(label and parts.is_word(label, language) for label in labels)
    return Genre.INTERVIEW if stated is None and by_one and len(asked) > 1 else Genre.PRESS_CONFERENCE


def _of_account(text: str, title: str, layout: Layout, language: Language) -> Genre | None:
    """The genre of a document in which nobody takes the floor."""
    told = _told(text, layout, ZoneKind.NARRATIVE)
    stated = titles.genre(title, language) or titles.genre(told[:FIRST_SENTENCE], language)
    if stated in (Genre.JOINT_STATEMENT, Genre.READOUT):
        return stated if titles.genre(title, language) or _is_official(title, told, language) else None
    if stated is Genre.MEETING_REMARKS and dateline.day_in(title, language) and _is_official(title, told, language):
        return Genre.READOUT
    if prose.reports_speech(told, language):
        in_own_words = stated in (Genre.SPEECH, *titles.PRESS_GENRES) and prose.is_first_person(told, language)
        return stated if in_own_words else Genre.NEWS
    if stated in titles.PRESS_GENRES and prose.is_spoken(told, language):
        return stated
    meets = stated is Genre.MEETING_REMARKS
    return Genre.READOUT if meets and _is_official(title, told, language) else None


def _told(text: str, layout: Layout, kind: ZoneKind) -> str:
    return "\n".join(text[zone.start : zone.end] for zone in layout.zones if zone.kind is kind)


def _is_official(title: str, told: str, language: Language) -> bool:
    return occasion.is_official(title, [told], designation.find(title, language), [], language)


def _speakers(turns: Sequence[Turn]) -> set[str | None]:
    return {turn.speaker for turn in turns}
