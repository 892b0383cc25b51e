"""Names in every language: persons, bodies and states in the cases, spellings and word order of each."""

from pathlib import Path
from typing import Any

import yaml

from schemas.vocabularies import ZoneKind
from scripts.reading.found import Layout, Zone
from scripts.reading.language import Language
from scripts.reading.names import names
from scripts.registry import Registry


def test_names_of_a_text_are_found_in_its_language(languages_example: Path, registry: Registry) -> None:
    example: dict[str, Any] = yaml.safe_load(languages_example.read_text("utf-8"))
    text, language = example["text"], Language(languages_example.stem.partition("_")[0])
    whole = Layout((Zone(0, len(text), ZoneKind.NARRATIVE),), ())
    found = names.find(text, whole, language, registry)
    assert [[text[mention.start : mention.end], mention.entity_id] for mention in found.mentions] == example["mentions"]
    assert {entity.entity_id: entity.name for entity in found.new_entities} == example.get("new", {})
    persons = example.get("persons", {})
    assert {designation: found.person(designation) for designation in persons} == persons
