"""Writing a table as Parquet and as CSV: the same records give the same bytes, in whatever order they come."""

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq

from lading.column import columns
from lading.derive.arrow import arrow_schema
from lading.issue import LadingError
from lading.record import Record

ROW_GROUP_SIZE = 2**17
COMPRESSION_LEVEL = 9
QUOTED = frozenset(',"\r\n')


def write_parquet(path: Path, model: type[Record], rows: Iterable[Record], metadata: Mapping[str, str]) -> None:
    """Write the records sorted by key, with `metadata` in the Arrow schema; every writer option is fixed."""
    schema = arrow_schema(model, metadata)
    records = sort_by_key(model, rows)
    arrays = [_array(model, field, records) for field in schema]
    pq.write_table(
        pa.Table.from_arrays(arrays, schema=schema),
        path,
        row_group_size=ROW_GROUP_SIZE,
        version="2.6",
        data_page_version="1.0",
        compression="zstd",
        compression_level=COMPRESSION_LEVEL,
        use_dictionary=True,
        write_statistics=True,
        store_schema=True,
    )


def write_csv(path: Path, model: type[Record], rows: Iterable[Record]) -> None:
    """Write the records sorted by key: UTF-8, LF, quotes only where needed, an empty cell for a missing value."""
    names = [column.name for column in columns(model)]
    records = sort_by_key(model, rows)
    lines = [names, *([cell_text(getattr(record, name)) for name in names] for record in records)]
    # The csv module is no help here: what it quotes depends on the version of Python.
    path.write_text("".join(f"{_line(cells)}\n" for cells in lines), encoding="utf-8", newline="")


def sort_by_key(model: type[Record], rows: Iterable[Record]) -> list[Record]:
    """The records in the order of their primary key."""
    records = list(rows)
    for record in records:
        if not isinstance(record, model):
            raise LadingError(f"{model.table.name}: {type(record).__name__} is no {model.__name__}")
    return sorted(records, key=lambda record: record.key)


def cell_text(value: Any) -> str:
    """One value as it stands in a CSV file: the default format of Table Schema, a number so that it reads back."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, float):
        return repr(value).removesuffix(".0")
    if isinstance(value, dt.date | dt.time):
        return value.isoformat()
    return str(value)


def _line(cells: Sequence[str]) -> str:
    return ",".join(_quoted(cell) for cell in cells)


def _quoted(cell: str) -> str:
    if QUOTED.isdisjoint(cell):
        return cell
    doubled = cell.replace('"', '""')
    return f'"{doubled}"'


def _array(model: type[Record], field: "pa.Field[Any]", records: Sequence[Record]) -> "pa.Array[Any]":
    where = f"{model.table.name}.{field.name}"
    values = list(_values(where, field.name, records))
    try:
        array: pa.Array[Any] = pa.array(values, field.type)
    except (pa.ArrowInvalid, OverflowError) as error:
        raise LadingError(f"{where}: a value does not fit into {field.type} ({error})") from error
    return array


def _values(where: str, name: str, records: Sequence[Record]) -> Iterator[Any]:
    for record in records:
        value = getattr(record, name)
        if isinstance(value, dt.datetime | dt.time) and value.tzinfo is not None:
            raise LadingError(f"{where}: {value.isoformat()} has an offset, which the column has no room for")
        yield value
