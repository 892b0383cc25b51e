"""A table is held in memory or asked by columns: either way gives the same issues, one for one."""

import datetime as dt
import json
import math
from decimal import Decimal
from pathlib import Path
from typing import Any, ClassVar
from uuid import UUID

import polars as pl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import AnyUrl, AwareDatetime, Field

from lading.dataset import Dataset
from lading.engine import chunks, reading
from lading.issue import Issue
from lading.package import write_package
from lading.record import Record, Table
from lading.validate import validate

KEYS: dict[str, st.SearchStrategy[Any]] = {
    "string": st.sampled_from(["a", "b", "\U0001d552", "a ", "A"]),
    "integer": st.integers(-1, 3) | st.just(2**62),
    "number": st.sampled_from([0.0, -0.0, 1.0, 1.5, math.nan, math.inf]),
    "boolean": st.booleans(),
}
DTYPES: dict[str, Any] = {"string": pl.String, "integer": pl.Int64, "number": pl.Float64, "boolean": pl.Boolean}


@st.composite
def packages(draw: st.DrawFn) -> dict[str, Any]:
    """A table with a key of one or two fields, and a table that refers to it and to itself."""
    types = draw(st.lists(st.sampled_from(sorted(KEYS)), min_size=1, max_size=2))
    parents = draw(st.lists(st.tuples(*(st.none() | KEYS[one] for one in types)), max_size=8))
    children = draw(st.lists(st.tuples(*(st.none() | KEYS[one] for one in types)), max_size=8))
    return {"types": types, "parents": parents, "children": children}


def write(package: dict[str, Any], folder: Path, suffix: str) -> None:
    names = [f"key_{number}" for number in range(len(package["types"]))]
    fields = [{"name": name, "type": one} for name, one in zip(names, package["types"], strict=True)]
    schemas = {
        "parents": {"fields": fields, "uniqueKeys": [names]},
        "children": {
            "fields": fields,
            "uniqueKeys": [[name] for name in names],
            "foreignKeys": [
                {"fields": names, "reference": {"resource": "parents", "fields": names}},
                {"fields": names[:1], "reference": {"resource": "", "fields": names[-1:]}},
            ],
        },
    }
    for name in schemas:
        rows = {key: [row[number] for row in package[name]] for number, key in enumerate(names)}
        frame = pl.DataFrame(rows, schema={key: DTYPES[one] for key, one in zip(names, package["types"], strict=True)})
        if suffix == "parquet":
            frame.write_parquet(folder / f"{name}.parquet")
        else:
            frame.with_columns(pl.selectors.float().cast(pl.String).replace({"inf": "INF"})).write_csv(
                folder / f"{name}.csv"
            )
    resources = [{"name": name, "path": f"{name}.{suffix}", "schema": schema} for name, schema in schemas.items()]
    (folder / "datapackage.json").write_text(json.dumps({"name": "p", "resources": resources}), encoding="utf-8")


def in_memory(folder: Path, dataset: Dataset | None = None) -> list[Issue]:
    return list(validate(folder, dataset=dataset).issues)


def by_columns(folder: Path, dataset: Dataset | None = None) -> list[Issue]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(reading, "SMALL_BYTES", -1)
        patch.setattr(chunks, "CHUNK_ROWS", 2)
        return list(validate(folder, dataset=dataset).issues)


@settings(deadline=None, max_examples=60)
@given(packages(), st.sampled_from(["csv", "parquet"]))
def test_keys_and_references_give_the_same_issues(
    tmp_path_factory: pytest.TempPathFactory, package: dict[str, Any], suffix: str
) -> None:
    folder = tmp_path_factory.mktemp("package")
    write(package, folder, suffix)
    assert by_columns(folder) == in_memory(folder)


def test_a_key_that_no_column_holds_is_still_compared(tmp_path: Path) -> None:
    fields = [{"name": "key", "type": "integer"}]
    (tmp_path / "t.csv").write_text(f"key\n1\n{2**70}\n{2**70}\n1\n")
    resources = [{"name": "t", "path": "t.csv", "schema": {"fields": fields, "primaryKey": "key"}}]
    (tmp_path / "datapackage.json").write_text(json.dumps({"name": "p", "resources": resources}))
    assert [(issue.code, issue.row) for issue in by_columns(tmp_path)] == [("primary-key", 3), ("primary-key", 4)]
    assert by_columns(tmp_path) == in_memory(tmp_path)


def test_keys_of_a_type_without_columns_are_compared(tmp_path: Path) -> None:
    fields = [{"name": "key", "type": "duration"}]
    (tmp_path / "t.csv").write_text("key\nP1D\nP2D\nP1D\n")
    foreign_key = {"fields": "key", "reference": {"resource": "", "fields": "key"}}
    schema = {"fields": fields, "primaryKey": "key", "foreignKeys": [foreign_key]}
    resources = [{"name": "t", "path": "t.csv", "schema": schema}]
    (tmp_path / "datapackage.json").write_text(json.dumps({"name": "p", "resources": resources}))
    assert [(issue.code, issue.row) for issue in by_columns(tmp_path)] == [("primary-key", 3)]
    assert by_columns(tmp_path) == in_memory(tmp_path)


@settings(deadline=None, max_examples=25)
@given(packages(), st.data())
def test_twins_that_differ_give_the_same_issues(
    tmp_path_factory: pytest.TempPathFactory, package: dict[str, Any], data: st.DataObject
) -> None:
    folder = tmp_path_factory.mktemp("package")
    other = dict(package, parents=data.draw(st.permutations(package["parents"])))
    write(package, folder, "parquet")
    write(other, folder, "csv")
    described = json.loads((folder / "datapackage.json").read_text())["resources"]
    twins = [{**one, "name": one["path"].replace(".csv", "-csv")} for one in described]
    parquet = [{**one, "path": one["path"].replace("csv", "parquet")} for one in described]
    for resource in twins:
        resource["schema"] = {**resource["schema"], "foreignKeys": []}
    (folder / "datapackage.json").write_text(json.dumps({"name": "p", "resources": parquet + twins}))
    assert by_columns(folder) == in_memory(folder)


def test_a_key_is_compared_in_a_row_with_another_value_that_no_column_holds(tmp_path: Path) -> None:
    fields = [{"name": "key", "type": "integer"}, {"name": "other", "type": "integer"}]
    (tmp_path / "t.csv").write_text(f"key,other\n1,1\n1,{2**70}\n2,7\n3,{2**70}\n")
    foreign_key = {"fields": "other", "reference": {"resource": "", "fields": "key"}}
    schema = {"fields": fields, "primaryKey": "key", "uniqueKeys": [["other"]], "foreignKeys": [foreign_key]}
    resources = [{"name": "t", "path": "t.csv", "schema": schema}]
    (tmp_path / "datapackage.json").write_text(json.dumps({"name": "p", "resources": resources}))
    found = [("primary-key", 2), ("unique-error", 4), ("foreign-key", 2), ("foreign-key", 3), ("foreign-key", 4)]
    assert [(issue.code, issue.row) for issue in by_columns(tmp_path)] == found
    assert by_columns(tmp_path) == in_memory(tmp_path)


class Parcel(Record):
    """A parcel, in types of which no column holds the values."""

    table: ClassVar = Table("parcels", "Parcels", "number")
    number: int = Field(description="Its number.")
    code: UUID = Field(description="What it is tracked by.")
    weight: Decimal = Field(description="In kilograms.", max_digits=10, decimal_places=3)
    posted: AwareDatetime = Field(description="When it was posted.")
    page: AnyUrl = Field(description="Where it is tracked.")


def test_the_digest_of_a_large_table_is_that_of_a_small_one_whatever_its_types_are(tmp_path: Path) -> None:
    parcels = [
        Parcel(
            number=number,
            code=UUID(int=number),
            weight=Decimal(number) / 8,
            posted=dt.datetime(2020, 1, 1, number, tzinfo=dt.UTC),
            page=AnyUrl(f"https://example.org/{number}"),
        )
        for number in range(5)
    ]
    dataset = Dataset("parcels", "Parcels", "What was posted.", "1.0.0", (Parcel,))
    write_package(dataset, {"parcels": parcels}, tmp_path)
    assert in_memory(tmp_path, dataset) == by_columns(tmp_path, dataset) == []


class Tally(Record):
    """A text, of digits maybe."""

    table: ClassVar = Table("tally", "Tally", ())
    strokes: str = Field(description="As it was written.")


def test_numbers_are_no_texts_where_a_model_wants_those(tmp_path: Path) -> None:
    pl.DataFrame({"strokes": [1, 2]}).write_parquet(tmp_path / "tally.parquet")

    def issues() -> list[tuple[str, str | None]]:
        return [(issue.code, issue.field) for issue in validate(tmp_path / "tally.parquet", model=Tally).issues]

    assert issues() == [("type-error", "strokes")]
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(reading, "SMALL_BYTES", -1)
        assert issues() == [("type-error", "strokes")]


@pytest.mark.parametrize(
    ("types", "rows", "found"),
    [
        (["time"], ["12:00:00", "12:00:00Z", "13:00:00+01:00"], [("primary-key", 3)]),
        (["number", "duration"], ["NaN,P1D", "NaN,P1D", "1,P1D", "1,P1D"], [("primary-key", 4)]),
    ],
)
def test_keys_are_equal_where_python_has_them_equal(
    types: list[str], rows: list[str], found: list[tuple[str, int]], tmp_path: Path
) -> None:
    names = [f"key_{number}" for number in range(len(types))]
    (tmp_path / "t.csv").write_text("\n".join([",".join(names), *rows, ""]))
    fields = [{"name": name, "type": one} for name, one in zip(names, types, strict=True)]
    foreign_key = {"fields": names, "reference": {"resource": "", "fields": names}}
    schema = {"fields": fields, "primaryKey": names, "foreignKeys": [foreign_key]}
    resources = [{"name": "t", "path": "t.csv", "schema": schema}]
    (tmp_path / "datapackage.json").write_text(json.dumps({"name": "p", "resources": resources}))
    keys = [(issue.code, issue.row) for issue in by_columns(tmp_path) if issue.code == "primary-key"]
    assert keys == found
    assert by_columns(tmp_path) == in_memory(tmp_path)


class Traced(Record):
    """A number that is written as bytes of text."""

    table: ClassVar = Table("traced", "Traced", ())
    code: UUID = Field(description="What it is tracked by.")


def test_a_uuid_may_be_written_as_bytes_that_are_text(tmp_path: Path) -> None:
    codes = [b"00000000-0000-0000-0000-000000000001", b"00000000", b"\xff"]
    pl.DataFrame({"code": codes}).write_parquet(tmp_path / "traced.parquet")
    issues = validate(tmp_path / "traced.parquet", model=Traced).issues
    assert [(issue.code, issue.row) for issue in issues] == [("type-error", 2), ("type-error", 3)]
