"""Files as others write them, read by columns as others read them: the csv module, Polars and DuckDB."""

import csv
import subprocess
import sys
import tempfile
from pathlib import Path

import duckdb
import polars as pl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lading.tables.csv import CsvSource, blocks
from tests.lading_tables.csv.sources import schema_of, source

texts = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0\r"), max_size=20)
cells = texts | st.sampled_from(["", '"', '""', ",", "\n", "a,b", "exactly12byt", "thirteen byte", "𐍈"])


def read(table: CsvSource) -> list[tuple[str, ...]]:
    """The rows of a table that has nothing but regular rows, out of its frames."""
    found = list(table.batches())
    assert not any(batch.apart for batch in found)
    return [row for batch in found for row in batch.frame.rows()]


@settings(max_examples=150, deadline=None)
@given(
    rows=st.lists(st.tuples(st.just("key"), cells, cells), min_size=1, max_size=8),
    quotes_all=st.booleans(),
    end=st.sampled_from(["\n", "\r\n"]),
    delimiter=st.sampled_from([",", ";", "\t"]),
    block_bytes=st.sampled_from([4, 50, 10_000]),
)
def test_what_the_csv_module_writes_is_regular_and_read_back(
    rows: list[tuple[str, ...]], quotes_all: bool, end: str, delimiter: str, block_bytes: int
) -> None:
    with tempfile.TemporaryDirectory() as folder, pytest.MonkeyPatch.context() as patch:
        patch.setattr(blocks, "BLOCK_BYTES", block_bytes)
        path = Path(folder, "table.csv")
        with path.open("w", encoding="utf-8", newline="") as file:
            dialect = csv.unix_dialect if quotes_all else csv.excel
            writer = csv.writer(file, dialect, lineterminator=end, delimiter=delimiter)
            writer.writerows([("a", "b", "c"), *rows])
        table = source(path, schema_of(["a", "b", "c"]), {"delimiter": delimiter})
        assert read(table) == rows


@settings(max_examples=50, deadline=None)
@given(rows=st.lists(st.tuples(st.just("key"), cells, cells), min_size=1, max_size=8))
def test_polars_and_duckdb_read_what_is_in_the_frames(rows: list[tuple[str, ...]]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "table.csv")
        pl.DataFrame(rows, schema=["a", "b", "c"], orient="row").write_csv(path, quote_style="always")
        found = read(source(path, schema_of(["a", "b", "c"])))
        assert found == rows
        assert pl.read_csv(path, infer_schema=False).fill_null("").rows() == rows
        asked = "FROM read_csv(?, all_varchar=true, header=true, delim=',', quote='\"', escape='\"', new_line='\\n')"
        assert [tuple(cell or "" for cell in row) for row in duckdb.execute(asked, [str(path)]).fetchall()] == rows


def test_a_small_table_is_read_row_by_row_without_any_library_for_columns(tmp_path: Path) -> None:
    (tmp_path / "table.csv").write_text("a,b\n1,2\n")
    program = (
        "import sys; from pathlib import Path; from tests.lading_tables.csv.sources import schema_of, source;"
        f"rows = list(source(Path({str(tmp_path / 'table.csv')!r}), schema_of(['a', 'b'])).rows());"
        "print(len(rows), *{'numpy', 'polars', 'pyarrow'} & set(sys.modules))"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["1"]
