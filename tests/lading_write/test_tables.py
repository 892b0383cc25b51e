import datetime as dt
from pathlib import Path

import pyarrow.parquet as pq
import pytest
from hypothesis import given
from hypothesis import strategies as st

from lading.column import columns
from lading.descriptor import Dialect
from lading.issue import LadingError
from lading.tables.read import read_csv, read_parquet
from lading.tables.write import write_csv, write_parquet
from tests.lading_write.lighthouses import KEEPERS, TOWERS, WATCHES, Keeper, Lighthouse, Watch
from tests.lading_write.rows import FEW, records

METADATA = {"package": "lighthouses", "version": "1.2.0"}


def test_a_csv_file_has_the_key_first_lf_lines_and_quotes_only_where_needed(tmp_path: Path) -> None:
    write_csv(tmp_path / "towers.csv", Lighthouse, TOWERS)
    assert (tmp_path / "towers.csv").read_bytes().decode() == (
        "lighthouse_id,name,height,flashes,lamp,is_manned,first_lit,extinguished\n"
        'ebb-head,"Ebb Head\nold tower 🗼",18,,oil,true,1702-11-09,1840-01-01\n'
        'gull-rock,"Gull ""Rock"", North",41.5,12,electric,false,1851-03-01,\n'
    )


def test_the_order_of_the_records_leaves_no_trace_in_the_files(tmp_path: Path) -> None:
    for name, towers in {"there": TOWERS, "back": TOWERS[::-1]}.items():
        write_csv(tmp_path / f"{name}.csv", Lighthouse, towers)
        write_parquet(tmp_path / f"{name}.parquet", Lighthouse, towers, METADATA)
    assert (tmp_path / "there.csv").read_bytes() == (tmp_path / "back.csv").read_bytes()
    assert (tmp_path / "there.parquet").read_bytes() == (tmp_path / "back.parquet").read_bytes()


def test_a_parquet_file_describes_its_fields_and_names_its_package(tmp_path: Path) -> None:
    write_parquet(tmp_path / "towers.parquet", Lighthouse, TOWERS, METADATA)
    schema = pq.read_schema(tmp_path / "towers.parquet")
    assert schema.metadata == {b"package": b"lighthouses", b"version": b"1.2.0"}
    assert schema.field("height").metadata == {b"description": b"From ground | to vane.", b"unit": b"metre"}
    assert not schema.field("is_manned").nullable
    assert schema.field("flashes").nullable
    assert {field.name: str(field.type) for field in schema} == {
        "lighthouse_id": "string",
        "name": "string",
        "height": "double",
        "flashes": "int64",
        "lamp": "string",
        "is_manned": "bool",
        "first_lit": "date32[day]",
        "extinguished": "date32[day]",
    }


def test_rows_are_in_the_order_of_a_composite_key(tmp_path: Path) -> None:
    days = [dt.datetime(1851, 3, day) for day in (3, 1, 2)]  # noqa: DTZ001
    watches = [WATCHES[0].model_copy(update={"begun": day}) for day in days]
    write_parquet(tmp_path / "watches.parquet", Watch, watches, {})
    assert pq.read_table(tmp_path / "watches.parquet")["begun"].to_pylist() == sorted(days)


def test_a_table_without_records_still_has_its_columns(tmp_path: Path) -> None:
    write_csv(tmp_path / "keepers.csv", Keeper, [])
    write_parquet(tmp_path / "keepers.parquet", Keeper, [], {})
    assert (tmp_path / "keepers.csv").read_text() == "keeper_id,lighthouse_id,trained_by,motto\n"
    assert pq.read_table(tmp_path / "keepers.parquet").column_names == [
        "keeper_id",
        "lighthouse_id",
        "trained_by",
        "motto",
    ]


def test_an_integer_beyond_64_bits_is_refused_with_the_name_of_its_column(tmp_path: Path) -> None:
    with pytest.raises(LadingError, match=r"watches\.ships: a value does not fit into int64"):
        write_parquet(tmp_path / "watches.parquet", Watch, [WATCHES[0].model_copy(update={"ships": 2**63})], {})


def test_a_time_with_an_offset_is_refused_rather_than_shifted(tmp_path: Path) -> None:
    begun = dt.datetime(1851, 3, 1, tzinfo=dt.timezone(dt.timedelta(hours=4)))
    with pytest.raises(LadingError, match=r"watches\.begun: .* has an offset"):
        write_parquet(tmp_path / "watches.parquet", Watch, [WATCHES[0].model_copy(update={"begun": begun})], {})


def test_a_record_of_another_table_is_refused(tmp_path: Path) -> None:
    with pytest.raises(LadingError, match="lighthouses: Keeper is no Lighthouse"):
        write_csv(tmp_path / "towers.csv", Lighthouse, KEEPERS)


@FEW
@given(st.lists(records(Watch), max_size=5, unique_by=lambda record: record.key))
def test_both_files_read_back_as_the_records_that_were_written(
    tmp_path_factory: pytest.TempPathFactory, watches: list[Watch]
) -> None:
    folder = tmp_path_factory.mktemp("watches")
    write_csv(folder / "watches.csv", Watch, watches)
    write_parquet(folder / "watches.parquet", Watch, watches, {})
    expected = [vars(watch) for watch in sorted(watches, key=lambda watch: watch.key)]
    dialect = Dialect(line_terminator="\n")
    assert [dict(row.values) for row in read_csv(folder / "watches.csv", columns(Watch), dialect)] == expected
    assert [dict(row.values) for row in read_parquet(folder / "watches.parquet", columns(Watch))] == expected
