"""Surnames are shared: which persons of the registry a text means by a surname alone."""

import pytest

from schemas.vocabularies import ZoneKind
from scripts.reading.found import Layout, Zone
from scripts.reading.language import Language
from scripts.reading.names import names
from scripts.reading.names.names import Names
from scripts.registry import Registry


def _read(text: str, tag: str, registry: Registry) -> Names:
    return names.find(text, Layout((Zone(0, len(text), ZoneKind.NARRATIVE),), ()), Language(tag), registry)


@pytest.mark.parametrize(
    ("tag", "text"),
    [
        ("en", "“The ball was wet,” said Halden, the goalkeeper."),
        ("ru", "«Мяч был мокрый», — сказал Халден после матча."),
        ("de", "„Der Ball war nass“, sagte Halden nach dem Spiel."),
        ("fr", "« Le ballon était mouillé », a déclaré Halden après le match."),
        ("es", "«El balón estaba mojado», dijo Halden tras el partido."),
        ("tr", 'Halden, "Top yuvarlak" dedi.'),
        ("az", "“Top yaş idi”, - deyə Halden bildirib."),
    ],
)
def test_a_surname_without_a_sign_of_diplomacy_is_nobody_of_the_registry(
    tag: str, text: str, registry: Registry
) -> None:
    found = _read(text, tag, registry)
    assert found.person("Halden") is None
    assert "sergey-halden" not in {mention.entity_id for mention in found.mentions}


@pytest.mark.parametrize(
    "text",
    [
        "Oleg Halden leads the union. “The talks went well,” Halden said.",
        "“The talks went well,” Halden said. Oleg Halden leads the union.",
        "Anton Merelin came to the port. “The talks went well,” Halden said. Oleg Halden leads the union.",
    ],
)
def test_a_namesake_in_full_is_meant_wherever_the_text_names_him(text: str, registry: Registry) -> None:
    assert _read(text, "en", registry).person("Halden") == "oleg-halden"


@pytest.mark.parametrize(
    "text",
    [
        "Anton Merelin came. Merelin said nothing.",
        "A. Merelin came. Merelin said nothing.",
        "Foreign Minister Merelin came. Merelin said nothing.",
        "Minister Merelin came. Merelin said nothing.",
        "Veldoria's foreign minister came. Merelin said nothing.",
        "The Foreign Ministry of Veldoria was silent. Merelin said nothing.",
        "Sergey Halden came. Merelin said nothing.",
    ],
)
def test_a_full_name_an_office_a_body_or_company_shows_that_the_registry_is_meant(
    text: str, registry: Registry
) -> None:
    assert _read(text, "en", registry).person("Merelin") == "anton-merelin"
