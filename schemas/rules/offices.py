"""Who took part in what office."""

import datetime as dt
from collections.abc import Iterator

from lading.dataset import Breach, Tables, dataset_rule
from schemas.affiliations import Affiliation
from schemas.event_participants import EventParticipant
from schemas.events import Event
from schemas.vocabularies import DatePrecision


@dataset_rule(Affiliation, Event, EventParticipant)
def offices_cover_their_events(tables: Tables) -> Iterator[Breach]:
    """Whoever takes part in an event in an office is the person who held it then."""
    offices = {office.affiliation_id: office for office in tables.of(Affiliation)}
    events = {event.event_id: event for event in tables.of(Event)}
    for participant in tables.of(EventParticipant):
        office, event = offices.get(participant.office or ""), events.get(participant.event_id)
        if office is None or event is None:
            continue  # no office given, or a reference that leads nowhere, which is a foreign-key issue
        if office.person_id != participant.entity_id:
            yield Breach(participant, f"{office.affiliation_id} is an office of {office.person_id}", "office")
        elif not _covers(office, event):
            term = f"from {office.date_from or 'an unknown day'} to {office.date_to or 'an unknown day or today'}"
            yield Breach(participant, f"the office was held {term}, the event is of {event.date}", "office")


def _covers(office: Affiliation, event: Event) -> bool:
    """Whether the office was held on all days of the event, or on one of the days that are possible for it."""
    if event.date is None:
        return True
    first, last = event.date, event.date_end or event.date
    held_from, held_to = office.date_from or dt.date.min, office.date_to or dt.date.max
    if event.date_precision == DatePrecision.DAY:
        return held_from <= first and last <= held_to
    return held_from <= last and first <= held_to
