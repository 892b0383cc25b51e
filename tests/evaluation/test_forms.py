"""The same words in another form: what sites, mail and word processors do to a text says nothing about who speaks."""

import re
from collections.abc import Callable

import pytest

from scripts.reading.document import read_document
from scripts.reading.source import SourceText
from scripts.registry import Registry
from tests.habits.repository import ROOT

EVERY = 30
"""One document in so many is tried: there are many, and each is read in every form."""

DOCUMENTS = sorted((ROOT / "tests/documents").rglob("*.txt"))[::EVERY]

FORMS: dict[str, Callable[[str], str]] = {
    "line ends of Windows": lambda text: re.sub(r"\r?\n", "\r\n", text),
    "a byte order mark": lambda text: f"\ufeff{text}",
    "blanks at the ends of lines": lambda text: re.sub(r"(?m)(?<=\S)$", "  ", text),
    "apostrophes of typewriters": lambda text: text.replace("\u2019", "'"),
    "blanks that do not break behind labels": lambda text: re.sub(r"(?m)^([^:\n]{1,60}:) ", "\\1\u00a0", text),
}


Turns = list[tuple[str, str, int]]


@pytest.fixture(scope="module")
def said(registry: Registry) -> dict[str, Turns]:
    """The turns of each document as it is."""
    return {text: _said(text, registry) for path in DOCUMENTS if (text := path.read_bytes().decode())}


@pytest.mark.parametrize("form", FORMS)
def test_who_says_what_is_the_same_in_another_form(form: str, said: dict[str, Turns], registry: Registry) -> None:
    differing = [text[:60] for text, turns in said.items() if _said(FORMS[form](text), registry) != turns]
    assert differing == []


def _said(text: str, registry: Registry) -> Turns:
    """Kind, speaker and number of words of each turn."""
    turns = read_document(SourceText.of("document.txt", text, "text/plain", "utf-8", "file"), registry).records["turns"]
    values = [turn.values for turn in turns]
    return [
        (
            each["kind"],
            (each["speaker_label"] or "").replace("\u2019", "'"),
            len(text[each["start"] : each["end"]].split()),
        )
        for each in values
    ]
