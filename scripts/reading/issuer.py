"""Whose document it is: the body that the header names, else the office of whoever the transcript is of."""

import datetime as dt
from collections.abc import Iterable

from schemas.affiliations import Affiliation
from schemas.vocabularies import AttributionBasis, ZoneKind
from scripts.reading.found import Facts, Layout
from scripts.reading.names.names import Names


def find(text: str, layout: Layout, stated: Facts, names: Names, affiliations: Iterable[Affiliation]) -> str | None:
    """The issuing body, None where neither the header nor an office held on the day of publication tells it."""
    if stated.issuer:
        return names.organisation(stated.issuer)
    principal = _principal(text, layout, names)
    if principal is None or stated.date_published is None:
        return None
    bodies = {
        office.organisation_id
        for office in affiliations
        if office.person_id == principal and _is_held(office, stated.date_published)
    }
    return bodies.pop() if len(bodies) == 1 else None


def _principal(text: str, layout: Layout, names: Names) -> str | None:
    """Who publishes a transcript: whose remarks the title announces, or whose name the title begins with.

    Without turns there is no transcript, and a title that begins with a name may be anybody's news.
    """
    for turn in layout.turns:
        if turn.attribution_basis is AttributionBasis.TITLE and turn.speaker:
            return names.person(turn.speaker, turn.start)
    titles = [zone for zone in layout.zones if zone.kind is ZoneKind.TITLE]
    if not titles or not layout.turns:
        return None
    start = next(place for place in range(titles[0].start, titles[0].end) if not text[place].isspace())
    return next((named.entity_id for named in names.mentions if named.start == start), None)


def _is_held(office: Affiliation, day: dt.date) -> bool:
    return (office.date_from or dt.date.min) <= day <= (office.date_to or dt.date.max)
