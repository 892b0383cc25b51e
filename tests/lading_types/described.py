"""Fields, and cells that they accept and refuse, as the files beside this one list them."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from lading.adopt import adopt
from lading.check.rows import check
from lading.column import columns
from lading.descriptor import TableSchema
from lading.record import Record
from lading.tables.cells import cell_readers
from lading.tables.row import Row

HERE = Path(__file__).parent


@dataclass(frozen=True, slots=True)
class Case:
    """A cell of a field, and the text of its value, or none where it is refused."""

    field: dict[str, Any]
    text: str
    value: str | None

    @property
    def accepted(self) -> bool:
        """Whether the cell has a value that the field allows."""
        return self.value is not None

    def __str__(self) -> str:
        said = ", ".join(f"{name}: {said}" for name, said in self.field.items())
        return f"{said} <- {self.text}"


def entries(folder: str) -> list[dict[str, Any]]:
    """What the files of a folder list."""
    return [
        entry for file in sorted((HERE / folder).glob("*.yaml")) for entry in yaml.safe_load(file.read_text("utf-8"))
    ]


def cases(folder: str) -> Iterator[Case]:
    """Every cell that the files of a folder list."""
    for entry in entries(folder):
        accepted = entry["accepted"]
        texts = accepted.items() if isinstance(accepted, dict) else ((text, text) for text in accepted)
        yield from (Case(entry["field"], text, value) for text, value in texts)
        yield from (Case(entry["field"], text, None) for text in entry["refused"])


def described(field: dict[str, Any]) -> "Described":
    """The table of one column that a field describes."""
    return _described(json.dumps(field))


@cache
def _described(field: str) -> "Described":
    return Described(json.loads(field))


class Described:
    """A table of one column, as its field describes it."""

    def __init__(self, field: dict[str, Any]) -> None:
        self.schema = TableSchema.model_validate({"fields": [{"name": "value", **field}]})
        self.model: type[Record] = adopt(self.schema, "table")
        (self.reader,) = cell_readers(columns(self.model), self.schema)

    def value(self, text: str) -> Any:
        """The value of a cell; ValueError where it has none, or one that the field does not allow."""
        value = self.reader.read(text)
        found = check(Row(1, 2, {"value": value}), self.model)
        if isinstance(found, tuple):
            raise ValueError(found)
        return value
