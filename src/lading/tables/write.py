"""Writing a table as Parquet and as CSV: the same records give the same bytes, in whatever order they come."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from enum import Enum
from operator import attrgetter
from pathlib import Path
from typing import TYPE_CHECKING, Any

from lading.column import Column, columns
from lading.derive.lexical import cell_text
from lading.issue import LadingError
from lading.record import Record, field_name

if TYPE_CHECKING:
    import pyarrow as pa

__all__ = [
    "arrays",
    "cell_text",
    "csv_header",
    "csv_lines",
    "parquet_options",
    "sort_by_key",
    "write_csv",
    "write_parquet",
]

ROW_GROUP_SIZE = 2**17
COMPRESSION_LEVEL = 9
QUOTED = frozenset(',"\r\n')
LINES_AT_ONCE = 2**13


def write_parquet(path: Path, model: type[Record], rows: Iterable[Record], metadata: Mapping[str, str]) -> None:
    """Write the records sorted by key, with `metadata` in the Arrow schema; every writer option is fixed."""
    import pyarrow as pa  # slow, and whoever writes no Parquet does without
    import pyarrow.parquet as pq

    from lading.derive.arrow import arrow_schema

    schema = arrow_schema(model, metadata)
    table = pa.Table.from_arrays(arrays(model, schema, sort_by_key(model, rows)), schema=schema)
    pq.write_table(table, path, row_group_size=ROW_GROUP_SIZE, **parquet_options())


def write_csv(path: Path, model: type[Record], rows: Iterable[Record]) -> None:
    """Write the records sorted by key: UTF-8, LF, quotes only where needed, an empty cell for a missing value."""
    records = sort_by_key(model, rows)
    with path.open("w", encoding="utf-8", newline="") as file:
        file.write(csv_header(model))
        for first in range(0, len(records), LINES_AT_ONCE):
            file.writelines(csv_lines(model, records[first : first + LINES_AT_ONCE]))


def parquet_options() -> dict[str, Any]:
    """How Parquet is written, but for its row groups."""
    return {
        "version": "2.6",
        "data_page_version": "1.0",
        "compression": "zstd",
        "compression_level": COMPRESSION_LEVEL,
        "use_dictionary": True,
        "write_statistics": True,
        "store_schema": True,
    }


def arrays(model: type[Record], schema: "pa.Schema", records: Sequence[Record]) -> list["pa.Array[Any]"]:
    """The columns of the records, in the order of the table."""
    return [_array(model, column, schema.field(column.name).type, records) for column in columns(model)]


def csv_header(model: type[Record]) -> str:
    """The first line of a table in CSV."""
    return f"{','.join(_quoted(column.name) for column in columns(model))}\n"


def csv_lines(model: type[Record], records: Sequence[Record]) -> Iterator[str]:
    """The lines of the records in CSV."""
    # The csv module is no help here: what it quotes depends on the version of Python.
    cells = [_column(map(attrgetter(field_name(model, column.name)), records)) for column in columns(model)]
    return (f"{','.join(line)}\n" for line in zip(*cells, strict=True))


def sort_by_key(model: type[Record], rows: Iterable[Record]) -> list[Record]:
    """The records in the order of their primary key."""
    records = list(rows)
    for record in records:
        if not isinstance(record, model):
            raise LadingError(f"{model.table.name}: {type(record).__name__} is no {model.__name__}")
    return sorted(records, key=_key(model))


def _key(model: type[Record]) -> Callable[[Record], Any]:
    key = model.table.key
    if not key or any(column.constraints.enum for column in columns(model) if column.name in key):
        return lambda record: record.key
    return attrgetter(*(field_name(model, column) for column in key))


def _column(values: Iterable[Any]) -> Sequence[str]:
    cells = list(map(cell_text, values))
    together = "".join(cells)
    return list(map(_quoted, cells)) if any(mark in together for mark in QUOTED) else cells


def _quoted(cell: str) -> str:
    if QUOTED.isdisjoint(cell):
        return cell
    doubled = cell.replace('"', '""')
    return f'"{doubled}"'


def _array(model: type[Record], column: Column, stored: "pa.DataType", records: Sequence[Record]) -> "pa.Array[Any]":
    import pyarrow as pa

    where = f"{model.table.name}.{column.name}"
    field = field_name(model, column.name)
    values = list(map(attrgetter(field), records))
    if column.type in ("datetime", "time") and not column.zoned:
        _refuse_offsets(where, values)
    if pa.types.is_string(stored):
        values = [None if value is None else cell_text(value) for value in values]
    elif column.constraints.enum:
        values = [value.value if isinstance(value, Enum) else value for value in values]
    try:
        array: pa.Array[Any] = pa.array(values, stored)
    except (pa.ArrowInvalid, OverflowError) as error:
        room = "; declare max_digits and decimal_places" if column.python is Decimal else ""
        raise LadingError(f"{where}: a value does not fit into {stored} ({error}){room}") from error
    return array


def _refuse_offsets(where: str, values: Iterable[Any]) -> None:
    for value in values:
        if value is not None and value.tzinfo is not None:
            raise LadingError(f"{where}: {value.isoformat()} has an offset, which the column has no room for")
