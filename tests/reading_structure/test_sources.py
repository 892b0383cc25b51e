"""The five texts, where they lie beside the checkout: boundaries as numbers, never as words."""

import datetime as dt
from collections.abc import Sequence

import pytest

from tests.reading_structure.conftest import read, source_text

TURNS: dict[str, Sequence[tuple[int, int, str, str | None, int | None]]] = {
    "000": [(318, 6876, "statement", "Sergey Lavrov", None)],
    "001": [],
    "002": [(274, 2974, "statement", "Ilham Aliyev", None), (3025, 6501, "statement", "Sergei Lavrov", None)],
    "003": [(184, 3502, "statement", "Sergey Lavrov", None)],
    "004": [
        (204, 7300, "statement", "Sergey Lavrov", None),
        (7312, 7693, "question", None, None),
        (7710, 8982, "answer", "Sergey Lavrov", 7312),
        (8994, 9611, "question", None, None),
        (9628, 10349, "answer", "Sergey Lavrov", 8994),
        (10361, 10582, "question", None, None),
        (10599, 13690, "answer", "Sergey Lavrov", 10361),
        (13702, 14394, "question", None, None),
        (14411, 15738, "answer", "Sergey Lavrov", 13702),
    ],
}
ZONES = {
    "000": [
        ("site_banner", 0),
        ("site_section", 62),
        ("issuer", 97),
        ("title", 156),
        ("dateline", 300),
        ("speech", 318),
        ("trailer", 6878),
    ],
    "001": [("title", 0), ("narrative", 23)],
    "002": [
        ("title", 0),
        ("dateline", 48),
        ("title", 69),
        ("lead", 117),
        ("narrative", 242),
        ("speech", 272),
        ("narrative", 2977),
        ("speech", 3023),
    ],
    "003": [("title", 0), ("dateline", 146), ("source_identifier", 169), ("speech", 184), ("trailer", 3503)],
    "004": [
        ("dateline", 0),
        ("title", 7),
        ("source_identifier", 187),
        ("speech", 204),
        ("qa", 7302),
        ("trailer", 15741),
    ],
}
FACTS = {
    "000": ("meeting-remarks", dt.date(2021, 5, 10), "23:48", "dateline", None, True),
    "001": ("news", None, None, None, None, False),
    "002": ("meeting-remarks", dt.date(2016, 4, 6), "23:50", "dateline", None, False),
    "003": ("meeting-remarks", dt.date(2023, 2, 27), "20:59", "dateline", "359-27-02-2023", False),
    "004": ("press-conference", dt.date(2022, 6, 24), "16:35", "title", "1331-24-06-2022", False),
}


@pytest.mark.parametrize("number", TURNS)
def test_each_turn_has_its_bounds_its_speaker_and_its_question(number: str) -> None:
    turns = read(source_text(number)).layout.turns
    assert [(turn.start, turn.end, turn.kind, turn.speaker, turn.reply_to) for turn in turns] == TURNS[number]


@pytest.mark.parametrize("number", ZONES)
def test_each_zone_starts_where_it_should(number: str) -> None:
    reading = read(source_text(number))
    assert [(zone.kind, zone.start) for zone in reading.layout.zones] == ZONES[number]
    assert reading.layout.zones[-1].end == len(reading.text)


@pytest.mark.parametrize("number", FACTS)
def test_each_fact_is_read_and_none_is_invented(number: str) -> None:
    facts = read(source_text(number)).facts
    stated = (facts.genre, facts.date_published, facts.time_published, facts.date_basis, facts.source_identifier)
    assert (*stated, facts.issuer is not None) == FACTS[number]
    assert facts.title
    assert facts.title == facts.title.strip()
