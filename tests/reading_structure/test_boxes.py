"""What a site sets into a text or behind it is nobody's words."""

import pytest

from scripts.reading.language import Language
from scripts.reading.structure import layout
from tests.reading_structure.conftest import ENGLISH

TALKS = """Talks between President Viktor Halden and President Tamur Osgan

3 May 2021

Viktor Halden: Welcome to Velm, dear Tamur. We have two hours.
{box}
Tamur Osgan: Thank you, Viktor. We need three of them.
{end}
"""


def spoken(text: str, language: Language = ENGLISH) -> list[str]:
    return [text[turn.start : turn.end] for turn in layout.read(text, language).turns]


WORDS = ["Welcome to Velm, dear Tamur. We have two hours.", "Thank you, Viktor. We need three of them."]


@pytest.mark.parametrize(
    "box",
    [
        "See also\nTrip to the harbour of Velm",
        "Read also:\nTrip to the harbour of Velm\nThe lamp is lit again",
        "Photo: press service of the President",
        "© Velm Wire / Nora Field",
        "Share",
    ],
)
def test_a_box_behind_the_words_of_a_turn_is_no_part_of_it(box: str) -> None:
    assert spoken(TALKS.format(box=box, end="")) == WORDS


@pytest.mark.parametrize(
    "end",
    [
        "Related news\nThe ferry sails again\nGulls return to the pier",
        "This website uses cookies so that it knows you again when you come back; you may refuse them all if you wish",
        "Share\n\nTags: ferry, lamp\n\n© 2021 Presidency of Veldoria",
        "Leave a reply\n\nYour email address will not be published. Required fields are marked *",
    ],
)
def test_what_follows_the_text_is_a_trailer(end: str) -> None:
    text = TALKS.format(box="", end=end)
    assert spoken(text) == WORDS
    assert layout.read(text, ENGLISH).zones[-1].kind == "trailer"


def test_a_box_in_the_middle_of_a_turn_parts_no_turn() -> None:
    text = TALKS.format(box="See also\nTrip to the harbour\n\nBut let us begin with the ferry.", end="")
    assert len(spoken(text)) == len(WORDS)


@pytest.mark.parametrize(
    ("tag", "heading"),
    [
        ("ru", "Смотрите также"),
        ("es", "Ver también"),
        ("tr", "İlgili Haberler"),
        ("de", "Lesen Sie auch"),
        ("fr", "Lire aussi"),
        ("az", "Həmçinin oxuyun"),
    ],
)
def test_links_to_other_pages_are_known_in_every_language(tag: str, heading: str) -> None:
    text = f"Halden\n\nThe lamp of Velm is lit, and everybody came to see it.\n\n{heading}\nThe ferry\n"
    assert layout.read(text, Language(tag)).zones[-1].kind == "trailer"
