"""Who takes part in the occasion of a document, and in what office the text says so."""

from pathlib import Path

import pytest

from scripts import registry
from scripts.reading import participants
from scripts.reading.language import Language
from scripts.reading.names import names
from scripts.reading.structure import facts, layout
from tests.reading_structure.conftest import ROOT


@pytest.fixture(scope="module")
def known() -> registry.Registry:
    return registry.load(Path(ROOT / "data" / "registry"))


def read(text: str, known: registry.Registry) -> dict[str, str | None]:
    """The names and the offices that are found."""
    tongue = Language("en")
    found = layout.read(text, tongue)
    stated = facts.read(text, found, tongue)
    people = participants.find(text, found, stated, names.find(text, found, tongue, known), tongue)
    assert all(text[person.start : person.end] for person in people)
    return {person.name: person.office for person in people}


def test_the_persons_of_title_and_labels_take_part_each_in_the_office_stated(known: registry.Registry) -> None:
    text = """Joint press conference of Foreign Minister Lena Orsa and Foreign Minister of Sundal Peter Brandt

3 May 2021

Lena Orsa: Good afternoon. I told President Viktor Halden about our talks.

Question: When does the ferry sail?

Peter Brandt: On Monday, we hope. Our colleague Maria Oduya has the timetable.
"""
    assert read(text, known) == {"Lena Orsa": "Foreign Minister", "Peter Brandt": "Foreign Minister of Sundal"}


def test_an_office_may_follow_the_name_behind_a_comma(known: registry.Registry) -> None:
    text = """Readout of the meeting with Lena Orsa, Minister of Finance of Sundal

3 May 2021

President Viktor Halden received Lena Orsa, the Minister of Finance of Sundal. They discussed the ferry.
"""
    found = read(text, known)
    assert found["Viktor Halden"] == "President"
    assert (found["Lena Orsa"] or "").startswith("Minister of Finance")


def test_somebody_named_further_down_in_an_account_takes_no_part(known: registry.Registry) -> None:
    text = """Meeting of Foreign Minister Lena Orsa with the Ambassador of Sundal Peter Brandt

3 May 2021

On 2 May, Foreign Minister Lena Orsa received the Ambassador of Sundal Peter Brandt.

The sides discussed the ferry line.

They praised what President Viktor Halden had done for the lighthouse of Velm.
"""
    assert set(read(text, known)) == {"Lena Orsa", "Peter Brandt"}


def test_nobody_takes_part_in_a_recipe(known: registry.Registry) -> None:
    text = """Fish soup of Velm

Ingredients: two fish, an onion, salt.

President Viktor Halden likes it hot. Boil the fish for an hour and serve the soup with bread.
"""
    assert read(text, known) == {}


def test_the_body_that_somebody_speaks_for_stands_in_brackets_behind_the_name(known: registry.Registry) -> None:
    text = """Press briefing of the government of Sundal

3 May 2021

Speakers: Orsa (MFA), Brandt (MoD)

Orsa: Good afternoon. The ferry sails on Monday, and I thank our neighbours.

Question: Who guards the quay?

Brandt: We do, with two boats.

Question: And at night?

Orsa: At night the lighthouse does, and we pay for the lamp.
"""
    assert read(text, known) == {"Orsa": "MFA", "Brandt": "MoD"}


def test_the_state_in_front_of_an_office_belongs_to_it(known: registry.Registry) -> None:
    text = """Joint press conference of Foreign Minister Lena Orsa and Ranthian Foreign Minister Peter Brandt

3 May 2021

Lena Orsa: Good afternoon, and I thank you all for coming.

Question: When does the ferry sail?

Peter Brandt: On Monday, we hope.
"""
    assert read(text, known) == {"Lena Orsa": "Foreign Minister", "Peter Brandt": "Ranthian Foreign Minister"}


def test_the_state_behind_the_name_belongs_to_the_office(known: registry.Registry) -> None:
    text = """Readout of the call with Prime Minister Lena Orsa of Sundal

3 May 2021

The Prime Minister spoke to Prime Minister Lena Orsa of Sundal about the northern ferries and the lamp of Velm.
"""
    assert read(text, known) == {"Lena Orsa": "Prime Minister of Sundal"}


def test_a_name_and_the_office_on_the_line_below_go_together(known: registry.Registry) -> None:
    text = """Remarks to the press

Lena Orsa
Foreign Minister

3 May 2021

ORSA: Good afternoon. The ferry sails on Monday, and I thank everybody who has worked on it.

QUESTION: When does it come back?

ORSA: On Tuesday, we hope.
"""
    assert read(text, known) == {"Lena Orsa": "Foreign Minister"}
