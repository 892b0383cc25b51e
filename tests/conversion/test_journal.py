"""The journal holds what was written to it, less what an interruption cut off."""

from pathlib import Path

import pytest

from scripts.conversion.journal import Journal, entries
from scripts.conversion.work import Tabled, Text
from scripts.input.given import Given

STATE = "a state of the converter"


def document(number: int) -> Tabled:
    text = Text(f"2021-05-0{9 - number}-speech-{number:06}", f"{number}.txt", f"{number:064}", "file", "utf-8")
    blocks = {"turns": b"\n{}\n" * number, "zones": bytes(range(256))}
    entity = {"entity_id": "velm", "entity_type": "place", "name": "Vélm 🚢"}
    return Tabled(text, [entity], [{"event_id": "e", "date": "2021-05-01", "participants": []}], ["velm"], blocks)


@pytest.fixture
def given(tmp_path: Path) -> list[Given]:
    documents = [Given(tmp_path / f"{number}.txt", None, f"{number}.txt") for number in range(3)]
    for one in documents:
        one.path.write_text("Talks", "utf-8")
    return documents


@pytest.fixture
def journal(tmp_path: Path, given: list[Given]) -> Path:
    path = tmp_path / "journal"
    journal = Journal(path, STATE)
    for number, one in enumerate(given):
        journal.add(one, document(number))
    journal.close()
    return path


def found(path: Path, given: list[Given], state: str = STATE) -> list[Tabled]:
    journal = Journal(path, state)
    try:
        return list(entries(journal, given))
    finally:
        journal.close()


def test_documents_come_back_in_the_order_of_their_identifiers(journal: Path, given: list[Given]) -> None:
    assert found(journal, given) == [document(2), document(1), document(0)]


def test_an_entry_that_was_cut_off_counts_for_nothing_and_is_overwritten(journal: Path, given: list[Given]) -> None:
    content = journal.read_bytes()
    start = content.rindex(b'{"text"')
    for length in range(start, len(content), 7):
        journal.write_bytes(content[:length])
        assert found(journal, given) == [document(1), document(0)]
        assert journal.stat().st_size == start


def test_another_state_of_the_converter_begins_anew(journal: Path, given: list[Given]) -> None:
    assert found(journal, given, "another state") == []
    assert found(journal, given) == []


def test_a_document_that_has_changed_is_not_known(journal: Path, given: list[Given]) -> None:
    given[0].path.write_text("Talks, longer", "utf-8")
    assert found(journal, given) == [document(2), document(1)]


def test_a_document_that_is_added_again_is_the_last_one(journal: Path, given: list[Given]) -> None:
    opened = Journal(journal, STATE)
    opened.add(given[0], document(7))
    opened.close()
    assert document(7) in found(journal, given)
    assert document(0) not in found(journal, given)
