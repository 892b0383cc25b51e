"""Text tables for the tests, and what reading them in each of its ways gives."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from lading.adopt import adopt
from lading.column import columns
from lading.descriptor import Dialect, TableSchema
from lading.issue import Issue, IssuesError
from lading.tables.cells import cell_readers
from lading.tables.csv import CsvSource
from lading.tables.row import Row
from lading.tables.source import TableFiles

Outcome = tuple[list[Row], tuple[Issue, ...]]


def schema_of(fields: Iterable[str | Mapping[str, Any]], **options: Any) -> TableSchema:
    """A schema of fields, those with nothing but a name of strings."""
    named = [{"name": field, "type": "string"} if isinstance(field, str) else field for field in fields]
    return TableSchema.model_validate({"fields": named, **options})


def source(
    paths: Path | Sequence[Path],
    schema: TableSchema,
    dialect: Mapping[str, Any] | None = None,
    *,
    table_format: str = "csv",
    encoding: str = "utf-8",
    compression: str | None = None,
) -> CsvSource:
    """The table in some files, with its columns in the order of the schema."""
    order = [field.name for field in schema.fields]
    found = sorted(columns(adopt(schema, "table")), key=lambda column: order.index(column.name))
    several = (paths,) if isinstance(paths, Path) else tuple(paths)
    files = TableFiles(several, table_format, Dialect.model_validate(dialect or {}), encoding, compression)
    return CsvSource(files, cell_readers(found, schema), schema)


def outcome(rows: Iterator[Row]) -> Outcome:
    """Every row, and why there are no more, if there is a reason."""
    found: list[Row] = []
    try:
        for row in rows:
            found.append(row)  # noqa: PERF402 - what came before a fault counts
    except IssuesError as error:
        return found, error.issues
    return found, ()


def by_columns(table: CsvSource) -> Iterator[Row]:
    """The rows that the batches hold, each of them in its frame too if it has a place there."""
    for batch in table.batches():
        positions = range(len(batch.frame))
        regular = list(batch.rows(positions))
        assert [row.number for row in regular] == batch.numbers.to_list()
        for row, cells in zip(regular, batch.frame.iter_rows(named=True), strict=True):
            assert not row.issues or all(issue.code == "type-error" for issue in row.issues)
            assert all(cells[reader.name] == _text(reader.missing, row, reader.name, cells) for reader in table.readers)
        yield from sorted([*regular, *batch.apart], key=lambda row: row.number)


def _text(missing: frozenset[str], row: Row, name: str, cells: Mapping[str, Any]) -> str | None:
    """The cell of a frame that goes with the value of a row, as far as the value tells."""
    value = row.values.get(name)
    if isinstance(value, str):
        return value
    cell: str | None = cells[name]
    assert value is not None or cell is None or cell in missing or name not in row.values
    return cell
