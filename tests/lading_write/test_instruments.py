"""A package with a field of every kind, written, read back, validated, and looked at by frictionless and databases."""

import datetime as dt
import json
from collections.abc import Mapping
from decimal import Decimal
from pathlib import Path
from typing import Any
from uuid import UUID

import frictionless
import pytest
from hypothesis import given, settings
from jsonschema import Draft202012Validator
from pydantic import AnyUrl

from lading.column import columns
from lading.derive.jsonschema import json_schema
from lading.derive.lexical import cell_text
from lading.derive.sql import create_statements
from lading.derive.tableschema import table_schema
from lading.descriptor import Dialect, TableSchema
from lading.package import write_package
from lading.record import cells_of
from lading.tables.opening import open_table
from lading.tables.source import TableFiles
from lading.tables.write import write_csv, write_parquet
from lading.validate import validate
from tests.lading_write.databases import Database
from tests.lading_write.instruments import INSTRUMENTS, RECORDS, Instrument, Maker
from tests.lading_write.rows import FEW

VERY_FEW = settings(FEW, max_examples=10)
COLUMNS = columns(Instrument)
SCHEMA = TableSchema.model_validate(table_schema(Instrument))
TELESCOPE = Instrument.model_validate(
    {
        "class": "OP-12",
        "maker": Maker.OKORO,
        "inventory": UUID(int=2**100),
        "state": "sound",
        "grade": 1,
        "lamp": "oil",
        "kind": "optical",
        "shelf": 2,
        "price": Decimal("120.50"),
        "length": Decimal("1E+3"),
        "page": "https://store.example/telescope",
        "file": "ftp://store.example/t",
        "lent": dt.datetime(1921, 5, 1, 12, tzinfo=dt.timezone(dt.timedelta(hours=4))),
        "returned": dt.datetime(1921, 5, 2, 9, 30),  # noqa: DTZ001
        "service": dt.timedelta(days=-90, hours=-1, seconds=-1.5),
        "photograph": b"\x00\xff",
        "parts": 12,
        "screws": 8,
        "label": "brass",
        "weight": 4.5,
    }
)


def read(path: Path) -> list[dict[str, Any]]:
    files = TableFiles((path,), path.suffix.lstrip("."), Dialect())
    return [dict(row.values) for row in open_table(files, COLUMNS, SCHEMA).rows()]


def comparable(row: Mapping[str, Any]) -> dict[str, Any]:
    """A URL is read as the text that it is, or as a URL."""
    return {name: str(value) if isinstance(value, AnyUrl) else value for name, value in row.items()}


def problems(folder: Path, **options: Any) -> list[str]:
    return [issue.message for issue in validate(folder, **options).issues]


def test_a_csv_file_has_values_as_table_schema_writes_them(tmp_path: Path) -> None:
    write_csv(tmp_path / "instruments.csv", Instrument, [TELESCOPE])
    header, line = (tmp_path / "instruments.csv").read_text(encoding="utf-8").splitlines()
    assert header.startswith("maker,class,inventory,")
    assert line == (
        '"Okoro, Lagos",OP-12,00000010-0000-0000-0000-000000000000,sound,1,oil,optical,2,120.5,1000,'
        "https://store.example/telescope,ftp://store.example/t,1921-05-01T08:00:00+00:00,1921-05-02T09:30:00,"
        "-P90DT1H1.5S,AP8=,12,8,brass,4.5"
    )


@pytest.mark.parametrize(
    ("digits", "text"),
    [
        ("1.50", "1.5"),
        ("100", "100"),
        ("1E+3", "1000"),
        ("-0.00", "0"),
        ("1E-9", "0.000000001"),
        ("12E+5000", "1.2E+5001"),
        ("120E+4999", "1.2E+5001"),
        ("123456789012345678901234567890.10", "123456789012345678901234567890.1"),
    ],
)
def test_equal_decimals_have_one_text_that_is_exact(digits: str, text: str) -> None:
    assert cell_text(Decimal(digits)) == text
    assert Decimal(text) == Decimal(digits)


@VERY_FEW
@given(RECORDS)
def test_both_files_read_back_as_the_values_that_were_written(
    tmp_path_factory: pytest.TempPathFactory, instruments: list[Instrument]
) -> None:
    folder = tmp_path_factory.mktemp("instruments")
    write_csv(folder / "instruments.csv", Instrument, instruments)
    write_parquet(folder / "instruments.parquet", Instrument, instruments, {})
    expected = [comparable(cells_of(one)) for one in sorted(instruments, key=lambda one: one.key)]
    for suffix in ("csv", "parquet"):
        found = read(folder / f"instruments.{suffix}")
        assert [comparable(row) for row in found] == expected
        assert [Instrument.model_validate(row) for row in found] == sorted(instruments, key=lambda one: one.key)


@VERY_FEW
@given(RECORDS)
def test_the_package_is_valid_with_its_dataset_and_by_its_descriptor_alone(
    tmp_path_factory: pytest.TempPathFactory, instruments: list[Instrument]
) -> None:
    folder = tmp_path_factory.mktemp("instruments")
    write_package(INSTRUMENTS, {"instruments": instruments}, folder)
    assert problems(folder, dataset=INSTRUMENTS) == []
    assert problems(folder) == []


@VERY_FEW
@given(RECORDS)
def test_frictionless_finds_no_fault_with_the_csv_twin(
    tmp_path_factory: pytest.TempPathFactory, instruments: list[Instrument]
) -> None:
    folder = tmp_path_factory.mktemp("instruments")
    write_package(INSTRUMENTS, {"instruments": instruments}, folder)
    package = frictionless.Package(str(folder / "datapackage.json"))
    package.resources = [resource for resource in package.resources if resource.format == "csv"]
    assert package.validate().flatten(["type", "fieldName", "cell", "message"]) == []


def test_a_descriptor_that_says_another_format_has_drifted(tmp_path: Path) -> None:
    write_package(INSTRUMENTS, {"instruments": [TELESCOPE]}, tmp_path)
    descriptor = tmp_path / "datapackage.json"
    descriptor.write_text(descriptor.read_text(encoding="utf-8").replace('"format": "uuid"', '"format": "uri"'))
    assert "schema-error" in {issue.code for issue in validate(tmp_path, dataset=INSTRUMENTS).issues}


@VERY_FEW
@given(RECORDS)
def test_the_json_schema_accepts_the_records(instruments: list[Instrument]) -> None:
    validator = Draft202012Validator(json_schema(Instrument))
    for one in instruments:
        row = {
            name: value if value is None or isinstance(value, bool | int | float | str) else as_json(value)
            for name, value in cells_of(one).items()
        }
        assert list(validator.iter_errors(json.loads(json.dumps(row)))) == []


def as_json(value: Any) -> Any:
    return float(value) if isinstance(value, Decimal) else cell_text(value)


@pytest.mark.parametrize(
    "change",
    [{"kind": "culinary"}, {"shelf": 9}, {"grade": 7}, {"screws": 6}, {"maker": "Nobody"}, {"parts": 0}],
    ids=str,
)
def test_what_json_schema_and_sql_have_words_for_they_refuse(change: dict[str, Any]) -> None:
    row = {column.name: None for column in COLUMNS} | {"class": "OP-1", "maker": "Okoro, Lagos"}
    written = row | {"inventory": str(UUID(int=1))}
    validator = Draft202012Validator(json_schema(Instrument))
    assert validator.is_valid(written)
    assert not validator.is_valid(written | change)
    for dialect in ("duckdb", "sqlite"):
        database = Database(dialect)
        database.create(INSTRUMENTS)
        assert database.lets_in(Instrument, written)
        assert not database.lets_in(Instrument, written | change)
        database.close()


@pytest.mark.parametrize("dialect", ["duckdb", "sqlite"])
@VERY_FEW
@given(instruments=RECORDS)
def test_the_databases_hold_the_records(dialect: Any, instruments: list[Instrument]) -> None:
    database = Database(dialect)
    database.create(INSTRUMENTS)
    for one in instruments:
        database.insert(Instrument, {name: as_sql(dialect, value) for name, value in cells_of(one).items()})
    assert database.rows("SELECT count(*) FROM instruments") == [(len(instruments),)]
    database.close()


def as_sql(dialect: str, value: Any) -> Any:
    match value:
        case dt.timedelta():
            return value // dt.timedelta(microseconds=1)
        case Decimal() if dialect == "sqlite":
            return float(value)
        case UUID() | AnyUrl() | dt.datetime():
            return cell_text(value)
        case _:
            return value


def test_the_scripts_say_what_the_databases_do_not_check_or_keep() -> None:
    script = create_statements(INSTRUMENTS, "sqlite")
    assert "-- price is rounded: SQLite has no exact decimals." in script
    assert "-- service is counted in microseconds." in script
    assert "-- Not checked: that page, file is a URL." in script
    assert '"price" DECIMAL(9, 2)' in create_statements(INSTRUMENTS, "duckdb")
