from pathlib import Path
from typing import Annotated, ClassVar

import frictionless
import pytest
from pydantic import Field

from lading.derive.tableschema import table_schema
from lading.package import write_package
from lading.record import DeclarationError, Record, Table
from schemas import BAKU_TALKS
from tests.lading_write.lighthouses import LIGHTHOUSES, RECORDS, Keeper, Lighthouse

MODELS = [*LIGHTHOUSES.records, *BAKU_TALKS.records]


def field(model: type[Record], name: str) -> dict[str, object]:
    (found,) = (field for field in table_schema(model)["fields"] if field["name"] == name)
    return dict(found)


@pytest.mark.parametrize("model", MODELS, ids=lambda model: model.__name__)
def test_frictionless_takes_the_schema_for_valid(model: type[Record]) -> None:
    schema = frictionless.Schema.from_descriptor(table_schema(model))
    assert [field.name for field in schema.fields][: len(model.table.key)] == list(model.table.key)


def test_frictionless_finds_no_fault_with_the_csv_twins(tmp_path: Path) -> None:
    write_package(LIGHTHOUSES, RECORDS, tmp_path)
    package = frictionless.Package(str(tmp_path / "datapackage.json"))
    package.resources = [resource for resource in package.resources if resource.format == "csv"]
    report = package.validate()
    assert report.flatten(["title", "type", "message"]) == []
    assert report.stats["tasks"] == len(LIGHTHOUSES.records)


def test_frictionless_finds_a_dangling_reference_and_a_broken_bound(tmp_path: Path) -> None:
    write_package(LIGHTHOUSES, RECORDS, tmp_path)
    keepers, towers = tmp_path / "data/tables/keepers.csv", tmp_path / "data/tables/lighthouses.csv"
    keepers.write_text(keepers.read_text().replace("gull-rock", "lost-rock"))
    towers.write_text(towers.read_text().replace(",41.5,", ",1541.5,"))
    package = frictionless.Package(str(tmp_path / "datapackage.json"))
    package.resources = [resource for resource in package.resources if resource.format == "csv"]
    kinds = {kind for (kind,) in package.validate().flatten(["type"])}
    assert {"foreign-key", "constraint-error"} <= kinds


def test_key_columns_come_first() -> None:
    assert [field["name"] for field in table_schema(Lighthouse)["fields"]][:2] == ["lighthouse_id", "name"]


def test_a_closed_list_is_labelled_categories_and_an_equal_enum() -> None:
    lamp = field(Lighthouse, "lamp")
    assert lamp["categories"] == [
        {"value": "oil", "label": "Whale or rape oil"},
        {"value": "gas", "label": "Coal gas"},
        {"value": "electric", "label": "Electric arc or bulb"},
    ]
    assert lamp["constraints"] == {"enum": ["oil", "gas", "electric"]}


def test_bounds_and_units_are_carried_over() -> None:
    assert field(Lighthouse, "height") == {
        "name": "height",
        "type": "number",
        "description": "From ground | to vane.",
        "unit": "metre",
        "constraints": {"required": True, "maximum": 150, "exclusiveMinimum": 0},
    }
    assert field(Lighthouse, "first_lit")["constraints"] == {"minimum": "1500-01-01"}


def test_foreign_keys_stay_within_the_format_and_a_self_reference_names_no_resource() -> None:
    assert table_schema(Keeper, suffix="-csv")["foreignKeys"] == [
        {"fields": ["lighthouse_id"], "reference": {"resource": "lighthouses-csv", "fields": ["lighthouse_id"]}},
        {"fields": ["trained_by"], "reference": {"fields": ["keeper_id"]}},
    ]


def test_a_key_that_may_be_missing_is_refused() -> None:
    class Buoy(Record):
        table: ClassVar = Table("buoys", "Buoys", "number")
        number: int | None = Field(description="Painted on.")

    with pytest.raises(DeclarationError, match=r"Buoy\.number: a part of the primary key is never missing"):
        table_schema(Buoy)


def test_a_pattern_for_a_part_of_the_value_is_refused_as_others_would_read_it_for_the_whole() -> None:
    class Buoy(Record):
        table: ClassVar = Table("buoys", "Buoys", "number")
        number: Annotated[str, Field(pattern="[0-9]")] = Field(description="Painted on.")

    with pytest.raises(DeclarationError, match="must match the whole value"):
        table_schema(Buoy)
