"""What the converter found in a document, as an account."""

from collections.abc import Mapping

from schemas.vocabularies import QuoteType, SpeakerType
from scripts.draft import Draft, span
from scripts.entries import Entry
from scripts.evaluation.accounts import Account, Item, zone
from scripts.evaluation.persons import Persons, Who

VALUES: Mapping[str, tuple[str, ...]] = {
    "timexes": ("type", "value"),
    "amounts": ("value", "unit"),
    "mentions": ("entity_id",),
}
"""What is compared of the records that are not about somebody."""


def account(draft: Draft, persons: Persons) -> Account:
    """What a draft says of its document, be it the converter's or a curator's."""
    return _Teller(draft, persons).account()


class _Teller:
    def __init__(self, draft: Draft, persons: Persons) -> None:
        self.draft = draft
        self.persons = persons
        self.provisional = {entry.values["entity_id"]: entry.values["name"] for entry in draft.entities}

    def account(self) -> Account:
        stated = self.draft.document.values
        turns, participants = (self.draft.records.get(table, ()) for table in ("turns", "participants"))
        officials = [turn for turn in turns if turn.values["speaker_type"] == SpeakerType.OFFICIAL]
        return Account(
            facts={
                "title": stated["title"],
                "genre": stated["genre"],
                "published": stated["date_published"] and str(stated["date_published"]),
                "event_date": stated["event_date"] and str(stated["event_date"]),
                "place": stated["event_place"],
            },
            items={
                "turns": tuple(self._turn(turn) for turn in turns),
                "zones": tuple(
                    zone(entry.values["kind"], entry.values["start"]) for entry in self.draft.records["zones"]
                ),
                "quotations": tuple(self._quotation(entry) for entry in self._direct_quotations()),
                "participants": tuple(self._participant(entry) for entry in participants),
                **{table: tuple(self._plain(table)) for table in VALUES},
            },
            n_officials=len(officials) + len(participants),
            n_events=len(self.draft.records.get("event_evidence", ())) + len(self.draft.events),
        )

    def _turn(self, turn: Entry) -> Item:
        values = turn.values
        official = values["speaker_type"] == SpeakerType.OFFICIAL
        who = self._who(values["speaker_id"], values["speaker_label"] if official else None)
        questions = {other.values["start"]: span(other) for other in self.draft.records["turns"]}
        return Item(span(turn), who, {"kind": values["kind"], "reply": questions.get(values["reply_to"])})

    def _quotation(self, entry: Entry) -> Item:
        return Item(span(entry), self._who(entry.values["speaker_id"], entry.values["source"]))

    def _direct_quotations(self) -> list[Entry]:
        return [
            entry
            for entry in self.draft.records.get("quotations", ())
            if entry.values["quote_type"] == QuoteType.DIRECT
        ]

    def _participant(self, entry: Entry) -> Item:
        return Item(who=self._who(entry.values["person_id"]), values={"office": entry.values["office"]})

    def _plain(self, table: str) -> list[Item]:
        return [
            Item(span(entry), values={name: entry.values[name] for name in VALUES[table]})
            for entry in self.draft.records.get(table, ())
        ]

    def _who(self, entity_id: str | None, label: str | None = None) -> Who:
        return self.persons.identified(entity_id, self.provisional.get(entity_id or ""), label)
