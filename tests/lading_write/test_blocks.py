"""Tables that need not fit into memory are written as those that do, whatever the order of their rows."""

import random
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import ClassVar

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import Field

from lading.dataset import Dataset
from lading.issue import LadingError
from lading.package import write_package, write_package_of_blocks
from lading.record import Record, Table
from lading.tables import streams, write
from lading.tables.blocks import SortedBlocks, block
from tests.lading_write.instruments import INSTRUMENTS, Instrument
from tests.lading_write.instruments import RECORDS as ANY_INSTRUMENTS
from tests.lading_write.lighthouses import LIGHTHOUSES, RECORDS, TOWERS, Lighthouse


class Sounding(Record):
    """How deep the sea is."""

    table: ClassVar = Table("soundings", "Soundings", ["chart", "number"])
    chart: str = Field(description="The chart.")
    number: int = Field(description="Number on the chart.")
    fathoms: float | None = Field(description="How deep.")


SOUNDINGS = Dataset("soundings", "Soundings", "Of an invented sea.", "1.0.0", records=(Sounding,))
CHARTS = st.sampled_from(["a", "b", "á", "🌊", "\uffff", "a,b", 'a"b'])
KEYS = st.lists(st.tuples(CHARTS, st.integers(-3, 99)), unique=True, max_size=60)


def contents(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def in_blocks(model: type[Record], records: Sequence[Record], size: int, rows_in_memory: int) -> SortedBlocks:
    blocks = SortedBlocks(model, rows_in_memory)
    for start in range(0, len(records), size):
        blocks.add(block(model, records[start : start + size]))
    return blocks


@pytest.mark.parametrize("records", [RECORDS, {}], ids=["some records", "no record"])
def test_the_package_has_the_bytes_that_it_has_when_written_at_once(
    records: Mapping[str, Sequence[Record]], tmp_path: Path
) -> None:
    assert both_ways(LIGHTHOUSES, records, tmp_path)


@settings(max_examples=20, deadline=None)
@given(ANY_INSTRUMENTS)
def test_so_it_has_with_columns_of_every_type(
    tmp_path_factory: pytest.TempPathFactory, instruments: list[Instrument]
) -> None:
    assert both_ways(INSTRUMENTS, {"instruments": instruments}, tmp_path_factory.mktemp("instruments"))


def both_ways(dataset: Dataset, records: Mapping[str, Sequence[Record]], folder: Path) -> bool:
    once, by_blocks = folder / "once", folder / "blocks"
    once.mkdir()
    by_blocks.mkdir()
    models = {model.table.name: model for model in dataset.records}
    write_package(dataset, records, once)
    blocks = {table: in_blocks(models[table], members[::-1], 13, 26) for table, members in records.items()}
    write_package_of_blocks(dataset, blocks, by_blocks)
    return contents(by_blocks) == contents(once)


def test_row_groups_are_the_same(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(write, "ROW_GROUP_SIZE", 100)
    monkeypatch.setattr(streams, "ROW_GROUP_SIZE", 100)
    soundings = [Sounding(chart=f"chart-{number % 7}", number=number, fathoms=number / 3) for number in range(1050)]
    random.Random(0).shuffle(soundings)  # noqa: S311
    assert both_ways(SOUNDINGS, {"soundings": soundings}, tmp_path)


@given(keys=KEYS, size=st.integers(1, 9), rows_in_memory=st.integers(1, 30))
def test_rows_come_back_in_the_order_of_their_keys(keys: list[tuple[str, int]], size: int, rows_in_memory: int) -> None:
    soundings = [Sounding(chart=chart, number=number, fathoms=None) for chart, number in keys]
    blocks = in_blocks(Sounding, soundings, size, rows_in_memory)
    found = [(row["chart"], row["number"]) for some in blocks for row in some.to_pylist()]
    assert found == sorted(keys)


@given(keys=KEYS.filter(bool), size=st.integers(1, 9), rows_in_memory=st.integers(1, 30), again=st.integers(0, 59))
def test_two_records_with_one_key_are_refused(
    keys: list[tuple[str, int]], size: int, rows_in_memory: int, again: int
) -> None:
    twice = [*keys, keys[again % len(keys)]]
    soundings = [Sounding(chart=chart, number=number, fathoms=None) for chart, number in twice]
    blocks = in_blocks(Sounding, soundings, size, rows_in_memory)
    with pytest.raises(LadingError, match="soundings: several records have the key"):
        list(blocks)


def test_blocks_of_no_table_of_the_dataset_are_refused(tmp_path: Path) -> None:
    with pytest.raises(LadingError, match="lighthouses has no table towers"):
        write_package_of_blocks(LIGHTHOUSES, {"towers": in_blocks(Lighthouse, TOWERS, 1, 1)}, tmp_path)
