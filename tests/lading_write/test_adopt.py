from collections.abc import Sequence
from dataclasses import replace
from string import ascii_lowercase
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from lading.adopt import adopt
from lading.column import Column, columns
from lading.derive.tableschema import table_schema
from lading.descriptor import TableSchema
from lading.issue import IssuesError
from lading.record import Record
from schemas import BAKU_TALKS
from tests.lading_write.lighthouses import LIGHTHOUSES, Lighthouse, Watch
from tests.lading_write.rows import FEW, rows

MODELS = [*LIGHTHOUSES.records, *BAKU_TALKS.records]


def adopted(*fields: dict[str, Any], **keys: Any) -> type[Record]:
    return adopt(TableSchema.model_validate({"fields": list(fields), **keys}), "buoys")


def again(model: type[Record]) -> type[Record]:
    return adopt(TableSchema.model_validate(table_schema(model)), model.table.name)


def with_listed_values(found: Sequence[Column]) -> list[Any]:
    """Columns to compare: two closed lists are the same when their values and labels are."""
    listed = (column.vocabulary and [(member.value, member.label) for member in column.vocabulary] for column in found)
    return [(replace(column, vocabulary=None), values) for column, values in zip(found, listed, strict=True)]


def accepts(model: type[Record], row: dict[str, Any]) -> bool:
    try:
        model.model_validate(row)
    except ValidationError as error:
        return all(fault["type"] == "row_constraint" for fault in error.errors())
    return True


@pytest.mark.parametrize("model", MODELS, ids=lambda model: model.__name__)
def test_a_table_schema_keeps_columns_and_keys_on_the_way_there_and_back(model: type[Record]) -> None:
    back = again(model)
    assert with_listed_values(columns(back)) == with_listed_values(columns(model))
    assert back.table.key == model.table.key
    assert back.table.unique == model.table.unique
    assert back.table.references == model.table.references


NAMES = st.text(ascii_lowercase, min_size=1, max_size=4)
CONSTRAINTS: dict[str, st.SearchStrategy[dict[str, Any]]] = {
    "string": st.fixed_dictionaries(
        {"minLength": st.integers(1, 3)},
        optional={"maxLength": st.integers(3, 9), "pattern": st.sampled_from(["^[a-z]+$", "^(x|y)*$"])},
    ),
    "integer": st.fixed_dictionaries({}, optional={"minimum": st.integers(-9, 0), "exclusiveMaximum": st.integers(1)}),
    "number": st.fixed_dictionaries({}, optional={"maximum": st.floats(0, 9), "exclusiveMinimum": st.floats(-9, -1)}),
    "boolean": st.just({}),
    "date": st.fixed_dictionaries({}, optional={"minimum": st.dates().map(lambda day: day.isoformat())}),
    "time": st.just({}),
    "datetime": st.just({}),
}


@st.composite
def fields(draw: st.DrawFn, name: str) -> dict[str, Any]:
    kind = draw(st.sampled_from(sorted(CONSTRAINTS)))
    field: dict[str, Any] = {"name": name, "type": kind, "description": draw(NAMES)}
    if draw(st.booleans()):
        field["unit"] = "fathom"
    constraints = draw(CONSTRAINTS[kind])
    if kind == "string" and draw(st.booleans()):
        values = draw(st.lists(NAMES, min_size=1, max_size=3, unique=True))
        constraints = {"enum": values}
        field["categories"] = [{"value": value, "label": value.upper()} for value in values]
    required = {"required": True} if draw(st.booleans()) else {}
    return field | ({"constraints": required | constraints} if required or constraints else {})


@st.composite
def schemas(draw: st.DrawFn) -> dict[str, Any]:
    names = draw(st.lists(NAMES, min_size=1, max_size=4, unique=True))
    described = [draw(fields(name)) for name in names]
    described[0].setdefault("constraints", {})["required"] = True
    schema: dict[str, Any] = {"fields": described, "missingValues": [""], "primaryKey": names[:1]}
    if draw(st.booleans()):
        schema["uniqueKeys"] = [draw(st.lists(st.sampled_from(names), min_size=1, unique=True))]
    if draw(st.booleans()):
        schema["foreignKeys"] = [{"fields": names[:1], "reference": {"resource": "coasts", "fields": ["name"]}}]
    return schema


@FEW
@given(schemas())
def test_any_table_schema_is_what_is_derived_from_the_model_adopted_from_it(schema: dict[str, Any]) -> None:
    model = adopt(TableSchema.model_validate(schema), "buoys")
    assert {name: part for name, part in table_schema(model).items() if name != "$schema"} == schema


@FEW
@given(rows(Lighthouse, spoiling=st.booleans()))
def test_an_adopted_model_judges_fields_as_the_original_does(row: dict[str, Any]) -> None:
    assert accepts(again(Lighthouse), row) == accepts(Lighthouse, row)


@pytest.mark.parametrize(
    ("field", "good", "bad"),
    [
        ({"type": "integer", "categories": [1, 2]}, 2, 3),
        ({"type": "integer", "constraints": {"enum": ["1", "2"]}}, 2, 3),
        ({"type": "string", "categories": ["red", "green"]}, "red", "blue"),
        ({"type": "string", "categories": ["red", "green"], "constraints": {"enum": ["red"]}}, "red", "green"),
        ({"type": "string", "constraints": {"pattern": "[a-z]+|[0-9]+"}}, "12", "a1"),
        ({"type": "string"}, "", 1),
        ({"type": "number", "constraints": {"minimum": "2.5"}}, 2.5, 2.4),
        ({"type": "boolean", "constraints": {"enum": [True]}}, True, False),
        ({"type": "any", "constraints": {"required": True}}, 1, None),
        ({"type": "year", "constraints": {"minimum": "1900"}}, 1900, 1899),
        ({"type": "integer", "groupChar": ".", "constraints": {"maximum": "1.000"}}, 1000, 1001),
        ({"type": "string", "constraints": {"required": True}}, "there", None),
    ],
)
def test_a_field_takes_what_its_description_allows(field: dict[str, Any], good: Any, bad: Any) -> None:
    model = adopted({"name": "mark", **field})
    assert accepts(model, {"mark": good})
    assert not accepts(model, {"mark": bad})


def test_a_key_is_never_missing_whether_or_not_its_fields_say_so() -> None:
    model = adopted({"name": "mark", "type": "string"}, primaryKey=["mark"])
    assert not accepts(model, {"mark": None})


def test_a_unique_field_is_a_unique_key() -> None:
    model = adopted({"name": "mark", "constraints": {"unique": True}}, {"name": "side"}, uniqueKeys=[["side", "mark"]])
    assert model.table.unique == (("side", "mark"), ("mark",))


@pytest.mark.parametrize(
    "name",
    ["Name of buoy", "schema", "json", "key", "class", "größe", "_id", "table", "rules", "model_fields", "has_offsets"],
)
def test_a_column_may_have_any_name(name: str) -> None:
    model = adopted({"name": name, "type": "string"}, primaryKey=[name])
    assert accepts(model, {name: "x"})
    assert not accepts(model, {name: None})
    assert [column.name for column in columns(model)] == [name]


@pytest.mark.parametrize(
    "field",
    [
        {"type": "integer", "constraints": {"minimum": "low"}},
        {"type": "date", "constraints": {"maximum": "31/12/2020"}},
        {"type": "string", "constraints": {"pattern": "(unclosed"}},
        {"type": "string", "constraints": {"minimum": 3}},
        {"type": "integer", "constraints": {"minLength": 3}},
        {"type": "integer", "categories": ["one"]},
    ],
)
def test_a_constraint_that_does_not_fit_its_type_is_an_issue_of_the_field(field: dict[str, Any]) -> None:
    with pytest.raises(IssuesError) as caught:
        adopted({"name": "mark", **field})
    (issue,) = caught.value.issues
    assert (issue.code, issue.resource, issue.field) == ("schema-error", "buoys", "mark")


def test_two_closed_lists_in_one_table_stay_apart() -> None:
    model = adopted(
        {"name": "top", "type": "string", "categories": ["a"]}, {"name": "side", "type": "string", "categories": ["b"]}
    )
    assert accepts(model, {"top": "a", "side": "b"})
    assert not accepts(again(Watch), {"lamp": "steam"})
