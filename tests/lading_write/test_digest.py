import hashlib
from dataclasses import replace
from typing import Any

import polars as pl
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from lading.column import columns
from lading.compile.dtypes import dtype_of
from lading.tables.digest import TableDigest, UndigestedError, digest
from lading.tables.read import read_csv, read_parquet
from lading.tables.write import sort_by_key, write_csv, write_parquet
from tests.lading_write.lighthouses import TOWERS, Lighthouse, Watch
from tests.lading_write.rows import FEW, any_cells, records

WATCHES = st.lists(records(Watch), min_size=1, max_size=5, unique_by=lambda record: record.key)
COLUMNS = columns(Watch)
COLUMN = {column.name: column for column in COLUMNS}


def said_by(watches: list[Any]) -> str:
    return digest(COLUMNS, [vars(watch) for watch in watches])


@FEW
@given(WATCHES)
def test_both_twins_have_the_digest_of_the_records(
    tmp_path_factory: pytest.TempPathFactory, watches: list[Watch]
) -> None:
    folder = tmp_path_factory.mktemp("watches")
    write_csv(folder / "watches.csv", Watch, watches)
    write_parquet(folder / "watches.parquet", Watch, watches, {})
    text = digest(COLUMNS, [row.values for row in read_csv(folder / "watches.csv", COLUMNS)])
    binary = digest(COLUMNS, [row.values for row in read_parquet(folder / "watches.parquet", COLUMNS)])
    assert text == binary == said_by(sort_by_key(Watch, watches))


@FEW
@given(WATCHES, st.data())
def test_one_changed_cell_changes_the_digest(watches: list[Watch], data: st.DataObject) -> None:
    watch = data.draw(st.sampled_from(watches))
    column = data.draw(st.sampled_from(COLUMNS))
    value = data.draw(any_cells(column))
    assume(value != getattr(watch, column.name))
    changed = [other.model_copy(update={column.name: value}) if other is watch else other for other in watches]
    assert said_by(changed) != said_by(watches)


@FEW
@given(WATCHES, st.randoms())
def test_the_order_of_the_columns_does_not_matter_but_that_of_the_records_does(
    watches: list[Watch], random: Any
) -> None:
    columns_shuffled = list(COLUMNS)
    random.shuffle(columns_shuffled)
    assert digest(columns_shuffled, [vars(watch) for watch in watches]) == said_by(watches)
    if watches[::-1] != watches:
        assert said_by(watches[::-1]) != said_by(watches)


@FEW
@given(WATCHES, st.integers(1, 4))
def test_frames_of_any_length_have_the_digest_of_their_rows(watches: list[Watch], length: int) -> None:
    whole = pl.DataFrame(
        {column.name: [getattr(watch, column.name) for watch in watches] for column in COLUMNS},
        schema={column.name: dtype_of(column) for column in COLUMNS},
    )
    of_frames = TableDigest(COLUMNS)
    for frame in whole.iter_slices(length):
        of_frames.add_frame(frame)
    assert of_frames.hexdigest() == said_by(watches)


def test_a_record_said_twice_is_not_a_record_said_once() -> None:
    towers = [vars(tower) for tower in TOWERS]
    assert digest(columns(Lighthouse), [*towers, towers[0]]) != digest(columns(Lighthouse), towers)


def test_a_cell_that_moves_to_the_next_column_changes_the_digest() -> None:
    texts = [COLUMN["remark"], replace(COLUMN["remark"], name="afterthought")]
    lamp, afterthought = (column.name for column in texts)
    assert digest(texts, [{lamp: "a"}]) != digest(texts, [{afterthought: "a"}])


def test_the_type_of_a_column_is_part_of_what_a_table_says() -> None:
    ships = COLUMN["ships"]
    assert digest([ships], [{ships.name: 1}]) != digest([replace(ships, type="string")], [{ships.name: "1"}])


def test_the_two_zeros_of_floating_point_are_one_value() -> None:
    zeros = [digest([COLUMN["visibility"]], [{"visibility": zero}]) for zero in (0.0, -0.0)]
    assert zeros[0] == zeros[1]


def test_an_integer_that_no_table_of_lading_holds_has_no_digest() -> None:
    with pytest.raises(UndigestedError, match="ships"):
        digest([COLUMN["ships"]], [{"ships": 2**63}])


def test_the_digest_is_what_its_description_says_to_compute() -> None:
    def sha256(*parts: bytes) -> bytes:
        return hashlib.sha256(b"".join(parts)).digest()

    lengths = (3).to_bytes(8, "little")
    expected = sha256(b'["lamp","string"]', sha256(b"\1\0"), sha256(b"oil"), sha256(lengths))
    assert digest([COLUMN["lamp"]], [{"lamp": "oil"}, {"lamp": None}]) == f"sha256:{expected.hex()}"
