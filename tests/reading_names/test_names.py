from pathlib import Path
from typing import Any

import yaml

from scripts.reading.language import Language
from scripts.reading.names import names
from scripts.reading.structure import layout
from scripts.registry import Registry


def test_every_name_of_an_example_is_found_and_nothing_else(
    names_example: Path, registry: Registry, english: Language
) -> None:
    example: dict[str, Any] = yaml.safe_load(names_example.read_text("utf-8"))
    text = example["text"]
    found = names.find(text, layout.read(text, english), english, registry)
    assert [[text[mention.start : mention.end], mention.entity_id] for mention in found.mentions] == example["mentions"]
    assert {entity.entity_id: entity.name for entity in found.new_entities} == example.get("new", {})
    persons = example.get("persons", {})
    assert {designation: found.person(designation) for designation in persons} == persons
    organisations = example.get("organisations", {})
    assert {name: found.organisation(name) for name in organisations} == organisations
