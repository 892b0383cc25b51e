"""What reads the cells of a column: one for each column, made once for a table."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from lading.column import Column
from lading.descriptor import Field, TableSchema
from lading.tables.cells import typed
from lading.tables.cells.parsing import parser
from lading.tables.cells.python import as_declared

LEXICAL: Mapping[str, tuple[str, ...]] = {
    "integer": ("group_char", "bare_number"),
    "number": ("decimal_char", "group_char", "bare_number"),
    "boolean": ("true_values", "false_values"),
    "date": ("format",),
    "time": ("format",),
    "datetime": ("format",),
    "geopoint": ("format",),
    "list": ("delimiter", "item_type"),
}
"""The properties of a field, by its type, that say how its cells are written."""
AS_USUAL = Field(name="any")


@dataclass(frozen=True, slots=True)
class CellReader:
    """How the cells of one column are read.

    `field` says how they are written, `missing` which of them stand for no value. `parse` gives the value of any
    other cell, and raises ValueError for one that has none. `expected` says in words what such a cell looks like.
    """

    name: str
    column: Column
    field: Field
    missing: frozenset[str]
    parse: Callable[[str], Any]
    expected: str

    @property
    def usual(self) -> bool:
        """Whether cells are written as the standard has it by default."""
        options = LEXICAL.get(self.field.type, ())
        return all(getattr(self.field, option) == getattr(AS_USUAL, option) for option in options)

    def read(self, text: str) -> Any:
        """The value of a cell, None where it is missing; ValueError where it is no value of the column's type."""
        return None if text in self.missing else self.parse(text)

    def read_typed(self, cell: Any) -> Any:
        """The value of a cell of a source that has types of its own, such as JSON; otherwise as `read`."""
        if isinstance(cell, str):
            return self.read(cell)
        if cell is None or (type(cell) in (int, float) and str(cell) in self.missing):
            return None
        return typed.value(self.column, self.field, cell)


def cell_readers(columns: Sequence[Column], schema: TableSchema | None) -> tuple[CellReader, ...]:
    """A reader for each column; without a schema cells are written as the standard has it by default."""
    fields = {field.name: field for field in schema.fields} if schema else {}
    everywhere = schema.missing_values if schema else ("",)
    return tuple(_reader(column, fields.get(column.name), everywhere) for column in columns)


def _reader(column: Column, described: Field | None, everywhere: Sequence[str]) -> CellReader:
    missing = everywhere if described is None or described.missing_values is None else described.missing_values
    # A model may say more of the values than the schema does: the schema then says nothing of how they are written.
    agrees = described is not None and described.type == column.type
    field = described if described and agrees else Field(name=column.name, type=column.type)
    cells = parser(field)
    parse = as_declared(column.python, field) or cells.parse
    return CellReader(column.name, column, field, frozenset(missing), parse, cells.expected)
