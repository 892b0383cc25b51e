from pathlib import Path

import pytest

from lading.issue import LadingError
from schemas.vocabularies import EntityType
from scripts.registry import Registry, load
from tests.scripts.workspace import ROOT


def test_names_and_aliases_lead_to_entities(registry: Registry) -> None:
    assert registry.names["Marta Holm"] == registry.names["Mrs Holm"] == "marta-holm"
    assert registry.names["Agreement on Coastal Shipping"] == "agreement-on-coastal-shipping"


def test_entities_of_all_kinds_share_one_space(registry: Registry) -> None:
    assert registry.entities["port-elsen"].entity_type == EntityType.PLACE
    assert registry.entities["pavel-rudin"].name == "Pavel Rudin"


def test_offices_are_records(registry: Registry) -> None:
    assert [office.role for office in registry.affiliations] == ["Foreign Minister"]


def test_a_country_code_that_yaml_takes_for_a_truth_value_is_a_code(registry: Registry) -> None:
    countries = {row.values["entity_id"]: row.values["country"] for row in registry.entries["places"]}
    assert countries["norland"] == "NO"


def test_an_empty_folder_is_an_empty_registry(tmp_path: Path) -> None:
    assert not load(tmp_path).entities


def test_a_folder_that_is_missing_is_an_expected_failure(tmp_path: Path) -> None:
    with pytest.raises(LadingError, match="no such folder"):
        load(tmp_path / "registry")


def test_the_registry_of_this_repository_is_sound() -> None:
    assert load(ROOT / "data/registry").entities
