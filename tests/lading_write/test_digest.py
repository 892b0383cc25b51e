from dataclasses import replace
from typing import Any

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from lading.column import columns
from lading.tables.digest import digest
from lading.tables.read import read_csv, read_parquet
from lading.tables.write import write_csv, write_parquet
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
    assert text == binary == said_by(watches)


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
def test_neither_the_order_of_rows_nor_that_of_columns_matters(watches: list[Watch], random: Any) -> None:
    shuffled, columns_shuffled = list(watches), list(COLUMNS)
    random.shuffle(shuffled)
    random.shuffle(columns_shuffled)
    sequences = [[getattr(watch, column.name) for column in columns_shuffled] for watch in shuffled]
    assert digest(columns_shuffled, sequences) == said_by(watches)


def test_a_record_said_twice_is_not_a_record_said_once() -> None:
    towers = [vars(tower) for tower in TOWERS]
    assert digest(columns(Lighthouse), [*towers, towers[0]]) != digest(columns(Lighthouse), towers)


def test_a_cell_that_moves_to_the_next_column_changes_the_digest() -> None:
    texts = [COLUMN["remark"], replace(COLUMN["remark"], name="afterthought")]
    assert digest(texts, [["a", None]]) != digest(texts, [[None, "a"]])


def test_the_type_of_a_column_is_part_of_what_a_table_says() -> None:
    ships = COLUMN["ships"]
    assert digest([ships], [[1]]) != digest([replace(ships, type="string")], [["1"]])


def test_the_two_zeros_of_floating_point_are_one_value() -> None:
    assert digest([COLUMN["visibility"]], [[0.0]]) == digest([COLUMN["visibility"]], [[-0.0]])


def test_the_digest_is_what_its_description_says_to_compute() -> None:
    # printf '["lamp","string"]' | sha256sum, then '["oil"]', both as bytes, through sha256sum again.
    expected = "sha256:8f41f540d1e83eb9c165685dc2458f4057ed4c5658dd3ffc9f392ddfa305f139"
    assert digest([COLUMN["lamp"]], [{"lamp": "oil"}]) == expected
