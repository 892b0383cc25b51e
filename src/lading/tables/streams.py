"""Writing a table that need not fit into memory: both twins at once, with the bytes that `write` gives them."""

from collections.abc import Iterable, Mapping
from pathlib import Path

import polars as pl
import pyarrow as pa
import pyarrow.parquet as pq

from lading.column import columns
from lading.derive.arrow import arrow_schema
from lading.record import Record
from lading.tables.blocks import LINE
from lading.tables.digest import TableDigest
from lading.tables.write import ROW_GROUP_SIZE, csv_header, parquet_options

AS_FRAMES = (pa.string(), pa.int64(), pa.float64(), pa.bool_(), pa.date32())
"""What frames hold just as the digest wants it."""


def write_twins(
    parquet: Path, csv: Path, model: type[Record], rows: Iterable[pa.Table], metadata: Mapping[str, str]
) -> str:
    """Write the rows of sorted blocks as Parquet and as CSV; the digest of both."""
    schema = arrow_schema(model, metadata)
    digest = TableDigest(columns(model))
    as_frames = all(field.type in AS_FRAMES for field in schema)
    with (
        csv.open("w", encoding="utf-8", newline="") as file,
        pq.ParquetWriter(parquet, schema, **parquet_options()) as writer,
    ):
        file.write(csv_header(model))
        group, n_groups = schema.empty_table(), 0
        for some in rows:
            file.writelines(map(str, some.column(LINE).to_pylist()))
            cells = some.drop_columns([LINE]).cast(schema)
            if as_frames:
                digest.add_frame(pl.DataFrame(cells))
            else:
                digest.add_rows(cells.to_pylist())
            group = pa.concat_tables([group, cells])
            while group.num_rows >= ROW_GROUP_SIZE:
                writer.write_table(group.slice(0, ROW_GROUP_SIZE).combine_chunks())
                group, n_groups = group.slice(ROW_GROUP_SIZE), n_groups + 1
        if group.num_rows or not n_groups:  # a table without rows has an empty group
            writer.write_table(group.combine_chunks())
    return digest.hexdigest()
