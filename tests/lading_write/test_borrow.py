"""Models of Pydantic that know nothing of tables, as the judges of one."""

import datetime as dt
from decimal import Decimal
from enum import Enum
from pathlib import Path
from typing import Annotated, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import (
    AliasChoices,
    BaseModel,
    ConfigDict,
    Field,
    HttpUrl,
    PastDate,
    RootModel,
    ValidationError,
    field_validator,
    model_validator,
)
from pydantic.alias_generators import to_camel

from lading.borrow import record_of
from lading.column import columns
from lading.issue import LadingError
from lading.project import load_dataset, load_model
from lading.record import DeclarationError, Record, cells_of
from lading.validate import validate
from tests.lading_write.lighthouses import Watch
from tests.lading_write.rows import FEW


class Rig(Enum):
    """How the sails are set."""

    SLOOP = "sloop"
    BRIG = "brig"


class Lax(BaseModel):
    """A ship."""

    key: int = Field(ge=1)
    table: str | None = Field(default=None, title="The captain's table")
    rig: Rig
    tonnage: Decimal = Field(description="How much she carries.", max_digits=6, decimal_places=1)
    home: HttpUrl | None
    launched: dt.date

    @field_validator("table")
    @classmethod
    def _set_for_an_even_number(cls, table: str | None) -> str | None:
        if table and len(table) % 2:
            raise ValueError("somebody has no neighbour")
        return table

    @model_validator(mode="after")
    def _brigs_are_large(self) -> "Lax":
        if self.rig is Rig.BRIG and self.tonnage < 100:
            raise ValueError("too small for a brig")
        return self


class Strict(Lax):
    """A ship, strictly."""

    model_config = ConfigDict(strict=True, extra="forbid", str_min_length=2)

    rig: Rig


ROWS = st.fixed_dictionaries({
    "key": st.integers(-2, 9) | st.sampled_from(["5", 2.0, None, True]),
    "table": st.none() | st.text(max_size=4),
    "rig": st.sampled_from(["sloop", "brig", "raft", None, 1]),
    "tonnage": st.decimals(-1, 200, places=1) | st.sampled_from([Decimal("0.25"), 12, "12", None]),
    "home": st.sampled_from([None, "https://harbour.example", "harbour", 4]),
    "launched": st.dates() | st.sampled_from([None, "1801-02-03", dt.datetime(1801, 2, 3)]),  # noqa: DTZ001
})  # fmt: skip


def verdict(model: type[BaseModel], row: dict[str, Any]) -> Any:
    try:
        model.model_validate(row)
    except ValidationError as error:
        return [(fault["type"], fault["loc"], fault["msg"]) for fault in error.errors()]
    return "a record"


@FEW
@given(ROWS)
def test_a_lax_model_judges_as_it_does_alone(row: dict[str, Any]) -> None:
    assert verdict(record_of(Lax), row) == verdict(Lax, row)


@FEW
@given(ROWS)
def test_a_strict_model_judges_as_it_does_alone_where_it_is_given_members(row: dict[str, Any]) -> None:
    members = {rig.value: rig for rig in Rig}
    assert verdict(record_of(Strict), row) == verdict(Strict, row | {"rig": members.get(row["rig"], row["rig"])})


def test_its_fields_are_columns_with_whatever_description_they_have() -> None:
    described = {column.name: (column.type, column.nullable, column.description) for column in columns(record_of(Lax))}
    assert described == {
        "key": ("integer", False, "key"),
        "table": ("string", True, "The captain's table"),
        "rig": ("string", False, "rig"),
        "tonnage": ("number", False, "How much she carries."),
        "home": ("string", True, "home"),
        "launched": ("date", False, "launched"),
    }


def test_the_bounds_of_all_texts_of_a_model_are_those_of_its_columns() -> None:
    (lax, strict) = (
        next(column for column in columns(record_of(model)) if column.name == "table") for model in (Lax, Strict)
    )
    assert (lax.constraints.min_length, strict.constraints.min_length) == (None, 2)


def test_a_record_holds_what_the_model_made_of_a_row() -> None:
    model = record_of(Lax)
    row = {"key": "7", "rig": "sloop", "tonnage": 90, "home": None, "launched": "1801-02-03"}
    record = model.model_validate(row)
    assert isinstance(record, Record)
    assert model.table.key == ()
    assert cells_of(record) == {
        "key": 7, "table": None, "rig": "sloop", "tonnage": 90, "home": None, "launched": dt.date(1801, 2, 3)
    }  # fmt: skip


class Camel(BaseModel):
    """A model whose columns are called otherwise than its fields."""

    model_config = ConfigDict(alias_generator=to_camel)

    home_port: str
    n_masts: Annotated[int, Field(validation_alias="masts")]
    colour: str = Field(validation_alias=AliasChoices("colour", "color"))
    class_: str = Field(alias="class")


def test_a_column_is_called_as_the_model_finds_it_in_a_row() -> None:
    model = record_of(Camel)
    assert [column.name for column in columns(model)] == ["homePort", "masts", "colour", "class"]
    model.model_validate({"homePort": "Nome", "masts": 2, "colour": "red", "class": "A"})


def test_a_record_model_is_taken_as_it_is() -> None:
    assert record_of(Watch) is Watch


class Dated(BaseModel):
    """What only a clock can judge."""

    day: PastDate


class Crew(BaseModel):
    """What is no table."""

    names: list[str]


class Numbers(RootModel[int]):
    """What has no fields."""


class Homeless(Record):
    """A record of no table."""

    name: str = Field(description="The name.")


@pytest.mark.parametrize(
    ("model", "reason"),
    [
        (Dated, r"Dated\.day: PastDate would make"),
        (Crew, r"Crew\.names: a column holds no"),
        (Numbers, "Numbers: a RootModel has no fields"),
        (Homeless, "Homeless: declare its table"),
    ],
)
def test_what_is_no_table_is_refused(model: type[BaseModel], reason: str) -> None:
    with pytest.raises(DeclarationError, match=reason):
        record_of(model)


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with a module of somebody's models."""
    monkeypatch.syspath_prepend(str(tmp_path))
    (tmp_path / "harbour_models.py").write_text(
        "from pydantic import BaseModel, Field\n"
        "class Boat(BaseModel):\n"
        "    name: str = Field(pattern='[A-Z]')\n"
        "    masts: int = Field(le=4)\n"
        "class Crew(BaseModel):\n"
        "    names: list[str]\n"
        "NUMBER = 4\n"
    )
    return tmp_path


def test_a_table_is_validated_against_somebody_elses_model(project: Path) -> None:
    (project / "boats.csv").write_text("name,masts\nTern,2\nGull,five\nErne,5\nowl,1\n")
    report = validate(project / "boats.csv", model=load_model("harbour_models:Boat", project))
    found = [(issue.code, issue.row, issue.field, issue.rule) for issue in report.issues]
    assert found == [
        ("type-error", 2, "masts", None),
        ("constraint-error", 3, "masts", "less_than_equal"),
        ("constraint-error", 4, "name", "string_pattern_mismatch"),
    ]


@pytest.mark.parametrize(
    ("name", "reason"),
    [
        ("harbour_models", "a record model is named as module:NAME"),
        ("harbour_models:Ship", "has no attribute 'Ship'"),
        ("no_such_models:Boat", "No module named"),
        ("harbour_models:NUMBER", "this is a int, not a model of Pydantic"),
        ("harbour_models:Crew", "a column holds no"),
    ],
)
def test_what_is_no_model_ends_in_one_line(project: Path, name: str, reason: str) -> None:
    with pytest.raises(LadingError, match=f"^{name}: .*{reason}"):
        load_model(name, project)


def test_a_model_is_no_dataset(project: Path) -> None:
    with pytest.raises(LadingError, match="this is a ModelMetaclass, not a"):
        load_dataset("harbour_models:Boat", project)
