import datetime as dt
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import pytest

from lading.column import Column, ColumnType
from lading.descriptor import Dialect, TableSchema
from lading.issue import Issue, IssuesError
from lading.tables.batch import Batch
from lading.tables.opening import open_table
from lading.tables.row import Row
from lading.tables.source import Source, TableFiles

PYTHON: Mapping[str, Any] = {
    "string": str,
    "integer": int,
    "number": float,
    "boolean": bool,
    "date": dt.date,
    "time": dt.time,
    "datetime": dt.datetime,
    "array": list,
    "object": dict,
}


def column(name: str, column_type: ColumnType) -> Column:
    return Column(name, column_type, nullable=True, description=name, python=PYTHON.get(column_type, str))


def columns(**types: ColumnType) -> list[Column]:
    return [column(name, column_type) for name, column_type in types.items()]


def schema(wanted: Sequence[Column], fields_match: str = "exact", **more: Any) -> TableSchema:
    fields = [{"name": each.name, "type": each.type} for each in wanted]
    return TableSchema.model_validate({"fields": fields, "fieldsMatch": fields_match, **more})


def opened(
    path: Path | Sequence[Path] | None,
    file_format: str,
    wanted: Sequence[Column],
    described: TableSchema | None = None,
    *,
    data: Any = None,
    **dialect: Any,
) -> Source:
    paths = () if path is None else (path,) if isinstance(path, Path) else tuple(path)
    files = TableFiles(paths, file_format, Dialect.model_validate(dialect), data=data)
    return open_table(files, wanted, described)


def values(source: Source) -> list[dict[str, Any]]:
    return [dict(row.values) for row in source.rows()]


def codes(source: Source) -> list[list[tuple[str, str | None]]]:
    return [[(issue.code, issue.field) for issue in row.issues] for row in source.rows()]


def faults(source: Source) -> tuple[Issue, ...]:
    with pytest.raises(IssuesError) as caught:
        list(source.rows())
    if source.row_by_row is None:
        with pytest.raises(IssuesError) as again:
            list(source.batches())
        assert again.value.issues == caught.value.issues
    return caught.value.issues


def in_order(batches: Sequence[Batch]) -> list[Row]:
    """All rows of batches, in the order of their numbers."""
    found = [row for batch in batches for row in (*batch.rows(range(batch.frame.height)), *batch.apart)]
    return sorted(found, key=lambda row: row.number)
