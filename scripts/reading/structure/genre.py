"""The genre of a document: what its turns show, then what its title says."""

from collections.abc import Sequence

from schemas.vocabularies import Genre, TurnKind, ZoneKind
from scripts.reading.found import Layout, Turn
from scripts.reading.language import Language
from scripts.reading.structure import designation, occasion, prose, titles


def read(text: str, title: str, layout: Layout, language: Language) -> Genre | None:
    """The genre; None where nothing tells."""
    stated = titles.genre(title, language)
    if not layout.turns:
        return _of_account(text, title, layout, language)
    if any(turn.kind is TurnKind.QUESTION for turn in layout.turns):
        return stated if stated in titles.PRESS_GENRES else Genre.PRESS_CONFERENCE
    if stated is Genre.SPEECH and len(_speakers(layout.turns)) == 1:
        return Genre.SPEECH
    if stated in (None, Genre.SPEECH):
        return Genre.MEETING_REMARKS if len(_speakers(layout.turns)) > 1 else Genre.SPEECH
    return stated


def _of_account(text: str, title: str, layout: Layout, language: Language) -> Genre | None:
    """The genre of a document in which nobody takes the floor."""
    stated = titles.genre(title, language)
    if stated in (Genre.JOINT_STATEMENT, Genre.READOUT):
        return stated
    told = "\n".join(text[zone.start : zone.end] for zone in layout.zones if zone.kind is ZoneKind.NARRATIVE)
    if prose.reports_speech(told, language):
        in_own_words = stated in (Genre.SPEECH, *titles.PRESS_GENRES) and prose.is_first_person(told, language)
        return stated if in_own_words else Genre.NEWS
    if stated in titles.PRESS_GENRES and prose.is_spoken(told, language):
        return stated
    meets = stated is Genre.MEETING_REMARKS
    return Genre.READOUT if meets and _is_official(title, told, language) else None


def _is_official(title: str, told: str, language: Language) -> bool:
    return occasion.is_official(title, [told], designation.find(title, language), [], language)


def _speakers(turns: Sequence[Turn]) -> set[str | None]:
    return {turn.speaker for turn in turns}
