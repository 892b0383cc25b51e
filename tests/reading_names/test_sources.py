"""The five documents, by offsets alone: their texts stay with whoever holds them."""

from functools import cache
from pathlib import Path

import pytest

from scripts.reading.found import Layout
from scripts.reading.language import Language
from scripts.reading.names import names
from scripts.reading.names.names import Names
from scripts.reading.quotations import quotations
from scripts.reading.structure import layout
from scripts.registry import load

SOURCES = Path("../shared/sources")
REGISTRY = Path("data/registry")

pytestmark = pytest.mark.skipif(not SOURCES.is_dir(), reason=f"needs the five texts in {SOURCES}")

MINISTRY, ALIYEV, LAVROV, BAYRAMOV = "foreign-ministry-of-russia", "ilham-aliyev", "sergey-lavrov", "jeyhun-bayramov"

QUOTATIONS = {
    "000": [],
    "001": [
        (271, 478, "direct", MINISTRY),
        (1155, 1295, "direct", MINISTRY),
        (1333, 2071, "direct", ALIYEV),
        (2117, 2400, "direct", ALIYEV),
        (2414, 3367, "direct", ALIYEV),
        (3391, 3639, "direct", ALIYEV),
        (4068, 4945, "direct", LAVROV),
        (4964, 5722, "direct", LAVROV),
        (5736, 6080, "direct", LAVROV),
        (6253, 6596, "direct", BAYRAMOV),
        (6704, 7144, "direct", BAYRAMOV),
        (7158, 7444, "direct", BAYRAMOV),
        (7553, 7715, "direct", BAYRAMOV),
    ],
    "002": [],
    "003": [],
    "004": [
        (7366, 7381, "mixed", ALIYEV),
        (8189, 8208, "scare", None),
        (8236, 8249, "scare", None),
        (13610, 13618, "scare", None),
    ],
}

PERSONS = {
    "000": [(173, LAVROV), (267, ALIYEV), (679, "vladimir-putin"), (820, "vladimir-putin"), (1062, "heydar-aliyev")],
    "001": [
        (0, LAVROV),
        (60, LAVROV),
        (128, ALIYEV),
        (188, BAYRAMOV),
        (2081, ALIYEV),
        (5776, ALIYEV),
        (6120, BAYRAMOV),
    ],
    "002": [(0, ALIYEV), (33, LAVROV), (279, LAVROV), (3041, ALIYEV), (3994, "hassan-rouhani"), (5452, ALIYEV)],
    "003": [(18, LAVROV), (108, ALIYEV), (184, ALIYEV), (1006, BAYRAMOV), (1855, "heydar-aliyev")],
    "004": [(24, LAVROV), (204, BAYRAMOV), (549, ALIYEV), (667, BAYRAMOV), (10428, "charles-michel")],
}

SPEAKERS = {"000": [LAVROV], "001": [], "002": [ALIYEV, LAVROV], "003": [LAVROV], "004": [LAVROV] * 5}


@cache
def _read(number: str) -> tuple[str, Layout, Names, Language]:
    path = next(SOURCES.glob(f"{number}_*.txt"))
    text = path.read_text("utf-8")
    english = Language("en")
    structure = layout.read(text, english)
    return text, structure, names.find(text, structure, english, load(REGISTRY)), english


@pytest.mark.parametrize("number", QUOTATIONS)
def test_every_quotation_has_its_kind_and_speaker(number: str) -> None:
    text, structure, known, english = _read(number)
    found = quotations.find(text, structure, known, english)
    assert [(each.start, each.end, each.quote_type.value, each.speaker_id) for each in found] == QUOTATIONS[number]


@pytest.mark.parametrize("number", PERSONS)
def test_persons_are_linked_whatever_form_their_name_has(number: str) -> None:
    _, _, known, _ = _read(number)
    persons = {mention.start: mention.entity_id for mention in known.mentions}
    assert [(start, persons.get(start)) for start, _ in PERSONS[number]] == PERSONS[number]
    assert known.new_entities == ()


@pytest.mark.parametrize("number", SPEAKERS)
def test_the_speakers_are_registered_persons(number: str) -> None:
    _, structure, known, _ = _read(number)
    assert [known.person(turn.speaker) for turn in structure.turns if turn.speaker] == SPEAKERS[number]
