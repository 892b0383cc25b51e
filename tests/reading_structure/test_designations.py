"""Labels of many languages, each with what it tells; adding a label is adding a line to designations.yaml."""

from pathlib import Path

import pytest
import yaml

from scripts.reading.language import Language
from scripts.reading.structure import designation, labels, parts

Told = tuple[str, str, str, str | None, str | None]

LABELS: list[Told] = [
    (tag, *told)
    for tag, lines in yaml.safe_load(Path(__file__).with_name("designations.yaml").read_text("utf-8")).items()
    for told in lines
]


@pytest.mark.parametrize(("tag", "printed", "part", "name", "office"), LABELS)
def test_a_label_tells_the_part_the_name_and_the_office(
    tag: str, printed: str, part: str, name: str | None, office: str | None
) -> None:
    language = Language(tag)
    found = designation.read(printed, language)
    assert labels.may_be(printed, language)
    assert parts.read(printed, found, language).name == part
    assert office is None or found.office == office
    if part in ("OFFICIAL", "NAME"):
        assert (found.name, found.office) == (name, office)
