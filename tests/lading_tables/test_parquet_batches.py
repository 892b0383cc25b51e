import datetime as dt
from decimal import Decimal
from pathlib import Path
from typing import Any

import polars as pl
import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from lading.column import ColumnType
from lading.issue import IssuesError
from lading.tables.batch import Batch
from lading.tables.source import Source
from tests.lading_tables.sources import columns, faults, in_order, opened

BYTES = st.binary(max_size=4) | st.text(max_size=4).map(str.encode)
DECIMALS = st.decimals(allow_nan=False, allow_infinity=False, min_value=-(10**8), max_value=10**8, places=2)
COUNTS = {32: st.integers(-(2**31), 2**31 - 1), 64: st.integers(-(2**63), 2**63 - 1)}
NEAR = st.integers(-100_000, 100_000)
STORED: list[tuple[ColumnType, pa.DataType, st.SearchStrategy[Any]]] = [
    *(("integer", getattr(pa, f"int{n}")(), st.integers(-(2 ** (n - 1)), 2 ** (n - 1) - 1)) for n in (8, 16, 32, 64)),
    *(("integer", getattr(pa, f"uint{n}")(), st.integers(0, 2**n - 1)) for n in (8, 16, 32, 64)),
    ("number", pa.int64(), COUNTS[64]),
    ("number", pa.uint64(), st.integers(0, 2**64 - 1)),
    ("number", pa.float16(), st.floats(width=16)),
    ("number", pa.float32(), st.floats(width=32)),
    ("number", pa.float64(), st.floats()),
    ("number", pa.decimal128(12, 2), DECIMALS),
    ("number", pa.decimal256(60, 2), DECIMALS),
    ("integer", pa.decimal128(38, 0), st.integers(-(10**37), 10**37).map(Decimal)),
    ("boolean", pa.bool_(), st.booleans()),
    ("string", pa.null(), st.none()),
    ("integer", pa.null(), st.none()),
    *(("string", kind, st.text(max_size=5)) for kind in (pa.string(), pa.large_string(), pa.string_view())),
    *(("string", kind, BYTES) for kind in (pa.binary(), pa.large_binary())),
    ("string", pa.dictionary(pa.int32(), pa.string()), st.text(max_size=2)),
    ("integer", pa.dictionary(pa.int8(), pa.int64()), st.integers(0, 5)),
]  # fmt: skip
COUNTED: list[tuple[ColumnType, pa.DataType, int]] = [
    ("date", pa.date32(), 32),
    ("date", pa.date64(), 64),
    ("time", pa.time32("s"), 32),
    ("time", pa.time32("ms"), 32),
    ("time", pa.time64("us"), 64),
    ("time", pa.time64("ns"), 64),
    *(("datetime", pa.timestamp(unit), 64) for unit in ("s", "ms", "us", "ns")),
    *(("datetime", pa.timestamp(unit, zone), 64) for unit in ("s", "us") for zone in ("UTC", "+02:00", "Asia/Baku")),
]
"""Types that are stored as a count of days or parts of a second."""


@st.composite
def arrays(draw: st.DrawFn, size: int) -> tuple[ColumnType, Any]:
    if draw(st.booleans()):
        column_type, kind, cells = draw(st.sampled_from(STORED))
        drawn = draw(st.lists(st.none() | cells, min_size=size, max_size=size))
        return column_type, pa.array(drawn, kind)
    column_type, kind, width = draw(st.sampled_from(COUNTED))
    numbers = st.none() | NEAR | st.integers(0, 86_400) | COUNTS[width]
    drawn = draw(st.lists(numbers, min_size=size, max_size=size))
    return column_type, pa.array(drawn, pa.int32() if width == 32 else pa.int64()).view(kind)


@st.composite
def tables(draw: st.DrawFn) -> tuple[dict[str, ColumnType], pa.Table]:
    size = draw(st.integers(0, 12))
    drawn = draw(st.lists(arrays(size), min_size=1, max_size=4))
    names = [f"c{number}" for number in range(len(drawn))]
    types = {name: column_type for name, (column_type, _) in zip(names, drawn, strict=True)}
    return types, pa.table(dict(zip(names, (array for _, array in drawn), strict=True)))


def agree(in_frame: Any, in_row: Any) -> bool:
    """Whether a frame says of a cell what the row says."""
    if isinstance(in_frame, Decimal) and isinstance(in_row, float):
        return float(in_frame) == in_row
    if isinstance(in_row, float) and isinstance(in_frame, int | float):
        return repr(float(in_frame)) == repr(in_row) or repr(pl.Series([in_row], dtype=pl.Float32)[0]) == repr(in_frame)
    return bool(in_frame == in_row)


def check(source: Source) -> list[Batch]:
    rows, batches = list(source.rows()), list(source.batches())
    assert list(map(repr, in_order(batches))) == list(map(repr, rows))
    assert [row.number for row in rows] == list(range(1, len(rows) + 1))
    for batch in batches:
        assert batch.numbers.to_list() == sorted(batch.numbers.to_list())
        told = list(batch.frame.iter_rows(named=True)) if batch.frame.width else []
        for cells, number in zip(told, batch.numbers, strict=True):
            row = rows[number - 1]
            assert list(cells) == [*batch.frame.columns]
            assert all(agree(cells[name], value) for name, value in row.values.items())
    return batches


@settings(deadline=None, max_examples=300, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(tables(), st.integers(1, 5), st.booleans())
def test_columns_say_what_rows_say(
    tmp_path: Path, drawn: tuple[dict[str, ColumnType], pa.Table], group: int, dictionary: bool
) -> None:
    types, table = drawn
    try:
        pq.write_table(table, tmp_path / "t.parquet", row_group_size=group, use_dictionary=dictionary, version="2.6")
    except pa.ArrowException:
        assume(False)
    source = opened(tmp_path / "t.parquet", "parquet", columns(**types))
    if source.row_by_row is None:
        check(source)
    else:
        assert "decimal256" in source.row_by_row


def test_text_that_is_no_utf8_has_no_place_in_a_frame(tmp_path: Path) -> None:
    cells = pa.array([b"good", b"\xff\xfe", None, b"b\xe9d", b"too"]).view(pa.string())
    numbers = pa.array([1, 2, 3, 4, 5])
    pq.write_table(pa.table({"a": cells, "n": numbers}), tmp_path / "t.parquet")
    (batch,) = check(opened(tmp_path / "t.parquet", "parquet", columns(a="string", n="integer")))
    assert batch.frame["a"].to_list() == ["good", None, "too"]
    assert [(row.number, row.issues[0].code) for row in batch.apart] == [(2, "type-error"), (4, "type-error")]


def test_a_dictionary_with_a_text_that_is_no_utf8_is_one_issue(tmp_path: Path) -> None:
    words = pa.array([b"good", b"\xff"]).view(pa.string())
    coded = pa.DictionaryArray.from_arrays(pa.array([0, 1, 0, 0]), words)
    pq.write_table(pa.table({"a": coded}), tmp_path / "t.parquet")
    (issue,) = faults(opened(tmp_path / "t.parquet", "parquet", columns(a="string")))
    assert issue.code == "source-error"


def test_blank_rows_are_apart(tmp_path: Path) -> None:
    table = pa.table({"a": ["x", None, None], "n": [None, None, 1]})
    pq.write_table(table, tmp_path / "t.parquet")
    (batch,) = check(opened(tmp_path / "t.parquet", "parquet", columns(a="string", n="integer")))
    assert [(row.number, [issue.code for issue in row.issues]) for row in batch.apart] == [(2, ["blank-row"])]


def test_many_small_row_groups_make_few_batches(tmp_path: Path) -> None:
    table = pa.table({"n": list(range(10_000))})
    pq.write_table(table, tmp_path / "t.parquet", row_group_size=100)
    (batch,) = opened(tmp_path / "t.parquet", "parquet", columns(n="integer")).batches()
    assert batch.frame["n"].to_list() == list(range(10_000))


def test_long_texts_make_small_batches(tmp_path: Path) -> None:
    cells = [chr(97 + number % 26) * 200_000 for number in range(1_000)]
    pq.write_table(pa.table({"a": cells}), tmp_path / "t.parquet", use_dictionary=False)
    batches = list(opened(tmp_path / "t.parquet", "parquet", columns(a="string")).batches())
    assert sum(batch.frame.height for batch in batches) == 1_000
    assert max(batch.frame.estimated_size() for batch in batches) < 2**28


@pytest.mark.parametrize("at", [0, 1, 7])
def test_a_batch_reads_the_rows_that_are_asked_for(at: int, tmp_path: Path) -> None:
    days = [dt.date(2020, 1, day) for day in range(1, 11)]
    pl.DataFrame({"d": days}).write_parquet(tmp_path / "t.parquet")
    (batch,) = opened(tmp_path / "t.parquet", "parquet", columns(d="date")).batches()
    (row,) = batch.rows([at])
    assert (row.number, row.values) == (at + 1, {"d": days[at]})


def test_what_was_read_before_a_damage_has_been_yielded(tmp_path: Path) -> None:
    file = tmp_path / "t.parquet"
    pq.write_table(
        pa.table({"n": list(range(1_000))}), file, row_group_size=100, use_dictionary=False, compression="none"
    )
    start = pq.read_metadata(file).row_group(5).column(0).data_page_offset
    data = bytearray(file.read_bytes())
    data[start : start + 8] = b"\xff" * 8
    file.write_bytes(data)
    source = opened(file, "parquet", columns(n="integer"))
    heights: list[int] = []
    with pytest.raises(IssuesError):
        heights.extend(batch.frame.height for batch in source.batches())
    assert heights == [500]


def test_reading_may_stop_early(tmp_path: Path) -> None:
    pq.write_table(pa.table({"n": list(range(300_000))}), tmp_path / "t.parquet")
    batches = opened(tmp_path / "t.parquet", "parquet", columns(n="integer")).batches()
    assert next(batches).frame.height > 0
    del batches
