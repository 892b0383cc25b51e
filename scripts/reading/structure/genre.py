"""The genre of a document: what its turns show, then what its title says."""

from collections.abc import Sequence

from schemas.vocabularies import Genre, TurnKind, ZoneKind
from scripts.reading.found import Layout, Turn
from scripts.reading.language import Language
from scripts.reading.structure import prose, titles

ASKED = {Genre.PRESS_CONFERENCE, Genre.BRIEFING, Genre.INTERVIEW}


def read(text: str, title: str | None, layout: Layout, language: Language) -> Genre | None:
    """The genre; None where nothing tells."""
    stated = titles.genre(title or "", language)
    if not layout.turns:
        return _of_account(text, stated, layout, language)
    if any(turn.kind is TurnKind.QUESTION for turn in layout.turns):
        return stated if stated in ASKED else Genre.PRESS_CONFERENCE
    if stated is Genre.SPEECH and len(_speakers(layout.turns)) == 1:
        return Genre.SPEECH
    if stated in (None, Genre.SPEECH):
        return Genre.MEETING_REMARKS if len(_speakers(layout.turns)) > 1 else Genre.SPEECH
    return stated


def _of_account(text: str, stated: Genre | None, layout: Layout, language: Language) -> Genre | None:
    """The genre of a document in which nobody takes the floor."""
    if stated in (Genre.JOINT_STATEMENT, Genre.READOUT):
        return stated
    told = "\n".join(text[zone.start : zone.end] for zone in layout.zones if zone.kind is ZoneKind.NARRATIVE)
    if prose.reports_speech(told, language):
        return Genre.NEWS
    return Genre.READOUT if stated is Genre.MEETING_REMARKS else None


def _speakers(turns: Sequence[Turn]) -> set[str | None]:
    return {turn.speaker for turn in turns}
