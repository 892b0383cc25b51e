"""The create statements, run: what the databases let in is what the record models let in."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any, ClassVar, get_args

import pyarrow.parquet as pq
import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import Field, ValidationError

from lading.column import columns
from lading.dataset import Dataset
from lading.derive.sql import DialectName, create_statements, in_order_of_reference
from lading.derive.sqldialect import DUCKDB, SQLITE, NotInDialectError, condition
from lading.expression import field
from lading.record import Record, Reference, Table
from schemas import BAKU_TALKS
from tests.lading_write.databases import REFUSALS, Database
from tests.lading_write.lighthouses import KEEPERS, LIGHTHOUSES, RECORDS, TOWERS, Keeper, Lighthouse
from tests.lading_write.rows import FEW, NEVER, rows

TABLES = Path(__file__).parents[2] / "data/tables"
CASES = [
    *(pytest.param(LIGHTHOUSES, model, id=model.__name__) for model in LIGHTHOUSES.records),
    *(
        pytest.param(BAKU_TALKS, model, id=model.__name__)
        for model in BAKU_TALKS.records
        if any(rule.name in vars(model) for rule in model.rules)
    ),
]


@pytest.fixture(params=get_args(DialectName))
def database(request: pytest.FixtureRequest) -> Iterator[Database]:
    yield from opened(request.param)


@pytest.fixture
def duck() -> Iterator[Database]:
    yield from opened("duckdb")


@pytest.fixture
def lite() -> Iterator[Database]:
    yield from opened("sqlite")


def opened(dialect: DialectName) -> Iterator[Database]:
    database = Database(dialect)
    yield database
    database.close()


def accepts(model: type[Record], row: dict[str, Any]) -> bool:
    try:
        model.model_validate(row)
    except ValidationError:
        return False
    return True


@pytest.mark.parametrize(("dataset", "model"), CASES)
def test_duckdb_lets_in_what_the_model_accepts(duck: Database, dataset: Dataset, model: type[Record]) -> None:
    duck.create_without_references(dataset)

    @FEW
    @given(rows(model, spoiling=st.booleans()))
    def agree(row: dict[str, Any]) -> None:
        assert duck.lets_in(model, row) == accepts(model, row)

    agree()


@pytest.mark.parametrize(("dataset", "model"), CASES)
def test_sqlite_lets_in_what_the_model_accepts_but_for_patterns(
    lite: Database, dataset: Dataset, model: type[Record]
) -> None:
    lite.create_without_references(dataset)
    patterned = any(column.constraints.pattern for column in columns(model))

    @FEW
    @given(rows(model, spoiling=NEVER if patterned else st.booleans()))
    def agree(row: dict[str, Any]) -> None:
        row |= {"motto": None} if "motto" in row else {}  # the only rule with a regular expression
        assert lite.lets_in(model, row) == accepts(model, row)

    agree()


def test_sqlite_refuses_days_that_no_calendar_has(lite: Database) -> None:
    lite.create(LIGHTHOUSES)
    assert lite.lets_in(Lighthouse, vars(TOWERS[0]) | {"first_lit": "1851-02-28"})
    assert not lite.lets_in(Lighthouse, vars(TOWERS[0]) | {"first_lit": "1851-02-30"})


@pytest.mark.parametrize("infinity", [float("inf"), float("-inf")])
def test_infinity_is_no_number_for_a_table(database: Database, infinity: float) -> None:
    database.create_without_references(LIGHTHOUSES)
    watch = vars(RECORDS["watches"][0])
    assert database.lets_in(LIGHTHOUSES.model("watches"), watch)
    assert not database.lets_in(LIGHTHOUSES.model("watches"), watch | {"visibility": infinity})


def test_the_tables_hold_a_whole_dataset_with_its_references(database: Database) -> None:
    database.create(LIGHTHOUSES)
    for model in in_order_of_reference(LIGHTHOUSES):
        for record in RECORDS[model.table.name]:
            database.insert(model, vars(record))
    assert database.rows("SELECT count(*) FROM keepers") == [(len(KEEPERS),)]


def test_the_tables_hold_the_whole_package_of_baku_talks(database: Database) -> None:
    database.create(BAKU_TALKS)
    for model in in_order_of_reference(BAKU_TALKS):
        for row in pq.read_table(TABLES / f"{model.table.name}.parquet").to_pylist():
            database.insert(model, row)
        count = pq.read_metadata(TABLES / f"{model.table.name}.parquet").num_rows
        assert database.rows(f"SELECT count(*) FROM {model.table.name}") == [(count,)]


def test_a_reference_that_leads_nowhere_is_refused(database: Database) -> None:
    database.create(LIGHTHOUSES)
    assert not database.lets_in(Keeper, vars(KEEPERS[0]))
    database.insert(Lighthouse, vars(TOWERS[0]))
    assert database.lets_in(Keeper, vars(KEEPERS[0]))


@pytest.mark.parametrize("change", [{"name": "Another"}, {"lighthouse_id": "another"}])
def test_keys_and_unique_columns_are_refused_a_second_time(database: Database, change: dict[str, str]) -> None:
    database.create(LIGHTHOUSES)
    database.insert(Lighthouse, vars(TOWERS[0]))
    assert not database.lets_in(Lighthouse, vars(TOWERS[0]) | change)


@pytest.mark.parametrize("dataset", [LIGHTHOUSES, BAKU_TALKS], ids=lambda dataset: dataset.name)
def test_the_script_creates_every_table(database: Database, dataset: Dataset) -> None:
    database.create(dataset)
    for model in dataset.records:
        assert database.rows(f"SELECT count(*) FROM {model.table.name}") == [(0,)]


def test_duckdb_knows_what_every_column_means(duck: Database) -> None:
    duck.create(LIGHTHOUSES)
    found = duck.rows("SELECT table_name, column_name, comment FROM duckdb_columns() WHERE NOT internal")
    assert set(found) == {
        (model.table.name, column.name, column.description)
        for model in LIGHTHOUSES.records
        for column in columns(model)
    }


class Pilot(Record):
    """Pilots."""

    table: ClassVar = Table("pilots", "Pilots", "pilot_id", references=[Reference("boat_id", "boats")])
    pilot_id: str = Field(description="Identifier.")
    boat_id: str | None = Field(description="The boat.")


class Boat(Record):
    """Boats."""

    table: ClassVar = Table(
        "boats",
        "Boats",
        "boat_id",
        references=[Reference("pilot_id", "pilots"), Reference("sister", "boats", "sister")],
    )
    boat_id: str = Field(description="Identifier.")
    pilot_id: str | None = Field(description="The pilot.")
    sister: str | None = Field(description="The boat built beside her.")


CIRCLE = replace(LIGHTHOUSES, records=(Pilot, Boat))
DANGLING = {"pilot_id": "ada", "boat_id": "no-boat"}


def test_of_tables_that_refer_to_each_other_sqlite_checks_both(lite: Database) -> None:
    lite.create(CIRCLE)
    with pytest.raises(REFUSALS, match="FOREIGN KEY"):
        lite.insert(Pilot, DANGLING)


def test_of_tables_that_refer_to_each_other_duckdb_checks_the_later(duck: Database) -> None:
    duck.create(CIRCLE)
    duck.insert(Pilot, DANGLING)
    assert not duck.lets_in(Boat, {"boat_id": "tern", "pilot_id": "nobody", "sister": None})


@pytest.mark.parametrize(
    ("dataset", "dialect", "note"),
    [
        (LIGHTHOUSES, "sqlite", "A motto is in capitals. SQLite has no regular expressions."),
        (LIGHTHOUSES, "sqlite", "the form of lighthouse_id: SQLite has no regular expressions."),
        (LIGHTHOUSES, "duckdb", "trained_by refers to keepers: DuckDB would want each row loaded by a statement"),
        (CIRCLE, "duckdb", "boat_id refers to boats: the tables refer to each other."),
        (CIRCLE, "sqlite", "sister refers to boats: its fields there are no key."),
    ],
)
def test_what_a_database_does_not_check_is_said_in_the_script(
    dataset: Dataset, dialect: DialectName, note: str
) -> None:
    assert f"-- Not checked: {note}" in create_statements(dataset, dialect)


def test_a_quotation_mark_in_a_value_stays_inside_it(database: Database) -> None:
    text = condition(field("remark") == "o'clock", DUCKDB)
    assert database.rows(f"SELECT {text} FROM (SELECT 'o''clock' AS remark)") == [(True,)]


def test_a_condition_beyond_a_database_is_no_sql() -> None:
    with pytest.raises(NotInDialectError):
        condition(~field("motto").matches("[A-Z]+"), SQLITE)
