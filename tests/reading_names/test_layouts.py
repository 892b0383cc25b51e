"""Eight layouts: every speaker of a turn is known, every quotation has the right one."""

import json
from pathlib import Path
from typing import Any

import pytest

from schemas.vocabularies import QuoteType
from scripts.reading.found import Layout
from scripts.reading.language import Language
from scripts.reading.names import names
from scripts.reading.names.names import Names
from scripts.reading.quotations import quotations
from scripts.reading.structure import layout
from scripts.registry import Registry, load

LAYOUTS = [
    Path(__file__).parent.parent / "documents" / "en" / f"{name}.txt"
    for name in (
        "glued-date-and-time",
        "mirror-with-a-banner",
        "official-spokesperson",
        "outlet-in-brackets",
        "presidents-with-settings",
        "quotations-in-news",
        "reception-with-hyphens",
        "spokesperson-and-agencies",
    )
]
"""Those whose answers name the participants and the quotations too."""


@pytest.fixture(scope="module")
def nothing(tmp_path_factory: pytest.TempPathFactory) -> Registry:
    """A registry that knows nobody."""
    return load(tmp_path_factory.mktemp("registry"))


def _read(path: Path, english: Language, registry: Registry) -> tuple[dict[str, Any], str, Layout, Names]:
    answers: dict[str, Any] = json.loads(path.with_suffix(".json").read_text("utf-8"))
    text = path.read_text("utf-8")
    structure = layout.read(text, english)
    return answers, text, structure, names.find(text, structure, english, registry)


@pytest.mark.parametrize("path", LAYOUTS, ids=lambda path: path.stem)
def test_the_speakers_of_all_turns_are_known_by_name(path: Path, english: Language, nothing: Registry) -> None:
    answers, _, structure, known = _read(path, english, nothing)
    by_id = {entity.entity_id: entity.name for entity in known.new_entities}
    speakers = [known.person(turn.speaker) if turn.speaker else None for turn in structure.turns]
    assert [by_id.get(speaker or "") for speaker in speakers] == [turn["speaker"] for turn in answers["turns"]]
    mentioned = {by_id[mention.entity_id] for mention in known.mentions}
    assert mentioned | {turn["speaker"] for turn in answers["turns"]} >= {
        who["name"] for who in answers["participants"]
    }


@pytest.mark.parametrize("path", LAYOUTS, ids=lambda path: path.stem)
def test_direct_quotations_have_their_speakers(path: Path, english: Language, nothing: Registry) -> None:
    answers, text, structure, known = _read(path, english, nothing)
    by_id = {entity.entity_id: entity.name for entity in known.new_entities}
    found = [each for each in quotations.find(text, structure, known, english) if each.quote_type == QuoteType.DIRECT]
    expected = [(quote["speaker"], quote["start"], quote["end"]) for quote in answers["quotes"]]
    assert [(by_id.get(each.speaker_id or ""), each.start, each.end) for each in found] == expected
