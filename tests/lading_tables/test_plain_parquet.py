"""Parquet files that Polars reads, and those that look as if it could."""

import datetime as dt
import subprocess
import sys
from pathlib import Path

import polars as pl
import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from tests.lading_tables.sources import columns, in_order, opened

ROWS_WITHOUT_ARROW = """
import sys
from pathlib import Path
from tests.lading_tables.sources import columns, opened
for batch in opened(Path(sys.argv[1]), "parquet", columns(a="string", d="date")).batches():
    print(*(row.values["a"] for row in batch.rows([0])), "pyarrow" in sys.modules)
"""


def test_plain_columns_need_no_arrow(tmp_path: Path) -> None:
    pl.DataFrame({"d": [dt.date(2020, 1, 1)], "a": ["x"]}).write_parquet(tmp_path / "t.parquet")
    command = [sys.executable, "-c", ROWS_WITHOUT_ARROW, str(tmp_path / "t.parquet")]
    assert subprocess.run(command, capture_output=True, text=True, check=True).stdout.split() == ["x", "False"]


def test_an_order_that_a_file_lays_claim_to_is_not_believed(tmp_path: Path) -> None:
    written = pa.table({"n": [5, 1, 4, 1, 3]})
    pq.write_table(written, tmp_path / "t.parquet", sorting_columns=[pq.SortingColumn(0)])
    (batch,) = opened(tmp_path / "t.parquet", "parquet", columns(n="integer")).batches()
    assert batch.frame["n"].unique().sort().to_list() == [1, 3, 4, 5]
    assert batch.frame["n"].max() == 5


def test_a_stretch_that_is_not_plain_does_not_change_how_rows_are_numbered(tmp_path: Path) -> None:
    days = [18_000] * 8
    days[4] = 2**30
    table = pa.table({"d": pa.array(days, pa.int32()).view(pa.date32()), "n": list(range(8))})
    first, second = tmp_path / "1.parquet", tmp_path / "2.parquet"
    pq.write_table(table, first, row_group_size=2)
    pq.write_table(table.slice(0, 4), second)
    source = opened([second, first, second], "parquet", columns(d="date", n="integer"))
    batches = list(source.batches())
    assert list(map(repr, in_order(batches))) == list(map(repr, source.rows()))
    assert [row.number for batch in batches for row in batch.apart] == [9]


def test_a_long_text_that_a_dictionary_repeats_makes_small_batches(tmp_path: Path) -> None:
    table = pa.table({"a": ["x" * 2**20] * 1_000})
    pq.write_table(table, tmp_path / "t.parquet", dictionary_pagesize_limit=2**24)
    assert (tmp_path / "t.parquet").stat().st_size < 2**20
    batches = list(opened(tmp_path / "t.parquet", "parquet", columns(a="string")).batches())
    assert sum(batch.frame.height for batch in batches) == 1_000
    assert max(batch.frame.estimated_size() for batch in batches) <= 2**26


ZONED = """
import sys
from pathlib import Path
from tests.lading_tables.sources import columns, opened
for batch in opened(Path(sys.argv[1]), "parquet", columns(t="datetime")).batches():
    print(batch.frame.height)
"""


@pytest.mark.parametrize("rows", [0, 2])
def test_nothing_is_printed_of_a_zone_that_nobody_knows(rows: int, tmp_path: Path) -> None:
    times = pa.array([0] * rows, pa.timestamp("us", "Mars/Olympus"))
    pq.write_table(pa.table({"t": times}), tmp_path / "t.parquet")
    command = [sys.executable, "-c", ZONED, str(tmp_path / "t.parquet")]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    assert (done.stdout.split(), done.stderr) == ([str(rows)] * bool(rows), "")
