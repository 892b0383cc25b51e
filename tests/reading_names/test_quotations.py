from pathlib import Path
from typing import Any

import yaml

from lading.standoff import Span
from scripts.reading.language import Language
from scripts.reading.names import names
from scripts.reading.quotations import quotations
from scripts.reading.structure import layout
from scripts.registry import Registry


def test_every_quotation_of_an_example_is_found_with_its_speaker(
    quotations_example: Path, registry: Registry, english: Language
) -> None:
    example: dict[str, Any] = yaml.safe_load(quotations_example.read_text("utf-8"))
    text = example["text"]
    structure = layout.read(text, english)
    found = quotations.find(text, structure, names.find(text, structure, english, registry), english)

    def words(span: Span | None) -> str | None:
        return text[span.start : span.end] if span else None

    assert [
        [words(each.span), each.quote_type.value, each.speaker_id, words(each.source), words(each.cue)]
        for each in found
    ] == example["quotations"]
