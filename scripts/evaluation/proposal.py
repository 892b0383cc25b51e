"""What the converter finds in a document, written as answers for people to correct."""

from schemas.vocabularies import QuoteType
from scripts.draft import Draft, span
from scripts.entries import Entry
from scripts.evaluation.written import Answers

FAMILY = "to be named"


def proposal(draft: Draft) -> Answers:
    """A first version of the answers about the document of a draft."""
    stated = draft.document.values
    names = {entry.values["entity_id"]: entry.values["name"] for entry in draft.entities}

    def name(entity_id: str | None) -> str | None:
        return names.get(entity_id or "", entity_id)

    def bounds(entry: Entry) -> Answers:
        return {"start": entry.values["start"], "end": entry.values["end"]}

    turns = draft.records["turns"]
    outside = [
        entry
        for entry in draft.records["quotations"]
        if entry.values["quote_type"] == QuoteType.DIRECT
        and not any(span(turn).contains(span(entry)) for turn in turns)
    ]
    return {
        "language": stated["language"],
        "family": FAMILY,
        "title": stated["title"],
        "genre": stated["genre"],
        "published": stated["date_published"] and str(stated["date_published"]),
        "event_date": stated["event_date"] and str(stated["event_date"]),
        "place": stated["event_place"],
        "participants": [
            {"name": name(entry.values["person_id"]), "role": entry.values["office"]}
            for entry in draft.records["participants"]
        ],
        "turns": [
            {
                "kind": turn.values["kind"],
                "speaker": name(turn.values["speaker_id"]),
                "label": turn.values["speaker_label"],
                **bounds(turn),
            }
            for turn in turns
        ],
        "quotes": [{"speaker": name(entry.values["speaker_id"]), **bounds(entry)} for entry in outside],
        "timexes": [
            {"type": entry.values["type"], "value": entry.values["value"], **bounds(entry)}
            for entry in draft.records["timexes"]
        ],
        "amounts": [
            {"value": entry.values["value"], "unit": entry.values["unit"], **bounds(entry)}
            for entry in draft.records["amounts"]
        ],
    }
