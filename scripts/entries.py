"""Entries: what people wrote about one thing, typed by the columns of its table, with the place where they wrote it."""

import datetime as dt
import re
from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from lading.column import Column, ColumnType, columns
from lading.issue import Issue
from lading.record import Record
from scripts.located import Fields, Items, Node, Scalar


@dataclass(frozen=True, slots=True)
class Place:
    """Where an entry stands: its file and line, and the lines of its fields."""

    path: str
    line: int | None = None
    lines: Mapping[str, int] = field(default_factory=dict)

    def __str__(self) -> str:
        return self.path if self.line is None else f"{self.path}:{self.line}"

    def issue(self, code: str, table: str, message: str, *, about: str | None = None, hint: str | None = None) -> Issue:
        """An issue with this entry; `about` names the field."""
        line = self.lines.get(about or "", self.line)
        return Issue(code, message, hint, path=self.path, resource=table, line=line, field=about)


@dataclass(frozen=True, slots=True)
class Entry:
    """The values of one entry by field, and the entries that it consists of by name."""

    values: Mapping[str, Any]
    place: Place
    parts: Mapping[str, tuple["Entry", ...]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Shape:
    """The fields of a kind of entry; a shape of one column may be written as the value alone."""

    table: str
    columns: Mapping[str, Column]
    defaults: Mapping[str, Any] = field(default_factory=dict)
    parts: Mapping[str, "Shape"] = field(default_factory=dict)


def shape(
    model: type[Record],
    *,
    without: Collection[str] = (),
    defaults: Mapping[str, Any] | None = None,
    parts: Mapping[str, Shape] | None = None,
) -> Shape:
    """The shape of the entries that become records of `model`, but for the fields that are derived."""
    written = {column.name: column for column in columns(model) if column.name not in without}
    return Shape(model.table.name, written, defaults or {}, parts or {})


class EntryReader:
    """Reads the entries of one file; collects every fault instead of stopping at the first."""

    def __init__(self, path: str) -> None:
        self.path = path
        self.issues: list[Issue] = []

    def entries(self, node: Node, shape: Shape) -> tuple[Entry, ...]:
        """The entries of a list, but for those too broken to be read."""
        if not isinstance(node, Items):
            self._fault(node.line, shape.table, "type-error", "not a list", hint="start each entry with a hyphen")
            return ()
        read = (self.entry(item, shape) for item in node.nodes)
        return tuple(entry for entry in read if entry is not None)

    def entry(self, node: Node, shape: Shape) -> Entry | None:
        """One entry, or None when a fault in it was noted."""
        if isinstance(node, Scalar) and len(shape.columns) == 1 and not shape.parts:
            name = next(iter(shape.columns))
            node = Fields({name: node}, {name: node.line}, node.line)
        if not isinstance(node, Fields):
            self._fault(node.line, shape.table, "type-error", "not an entry", hint="write the fields as name: value")
            return None
        noted = len(self.issues)
        self.refuse_unknown(node, shape.table, (*shape.columns, *shape.parts))
        values = {name: self._value(node, shape, column) for name, column in shape.columns.items()}
        parts = {name: self.entries(node.nodes[name], part) for name, part in shape.parts.items() if name in node.nodes}
        return Entry(values, Place(self.path, node.line, node.lines), parts) if len(self.issues) == noted else None

    def refuse_unknown(self, node: Fields, table: str, known: Iterable[str]) -> None:
        """Note every key that is not known."""
        names = tuple(known)
        for name in node.nodes:
            if name not in names:
                hint = f"the fields are {', '.join(names)}"
                self._fault(node.lines[name], table, "unknown-field", "no such field", name, hint)

    def _value(self, node: Fields, shape: Shape, column: Column) -> Any:
        written = node.nodes.get(column.name)
        if written is None and column.name in shape.defaults:
            return shape.defaults[column.name]
        text = written.text if isinstance(written, Scalar) else None
        line = node.lines.get(column.name, node.line)
        if isinstance(written, Items | Fields):
            self._fault(line, shape.table, "type-error", "not a single value", column.name, _wanted(column))
        elif text is None and not column.nullable:
            self._fault(line, shape.table, "constraint-error", "missing", column.name, f"add {_wanted(column)}")
        elif text is not None:
            try:
                return cast(text, column)
            except ValueError:
                message = f"{text!r} is not {_wanted(column)}"
                self._fault(line, shape.table, "type-error", message, column.name, column.description)
        return None

    def _fault(
        self, line: int, table: str, code: str, message: str, about: str | None = None, hint: str | None = None
    ) -> None:
        self.issues.append(Issue(code, message, hint, path=self.path, resource=table, line=line, field=about))


def cast(text: str, column: Column) -> Any:
    """The value that the text stands for in a column. ValueError when it stands for none."""
    if column.vocabulary is not None:
        return text if text in tuple(column.vocabulary) else _refuse(text)
    return CASTS[column.type](text)


def _integer(text: str) -> int:
    if not re.fullmatch(r"[+-]?[0-9]{1,18}", text):
        raise ValueError(text)
    return int(text)


def _boolean(text: str) -> bool:
    return {"true": True, "false": False}[text] if text in ("true", "false") else _refuse(text)


def _date(text: str) -> dt.date:
    # fromisoformat alone also takes 20210510 and 2021-W19-1
    return dt.date.fromisoformat(text) if re.fullmatch(r"\d{4}-\d{2}-\d{2}", text) else _refuse(text)


def _refuse(text: str) -> Any:
    raise ValueError(text)


CASTS: Mapping[ColumnType, Callable[[str], Any]] = {
    "string": str,
    "integer": _integer,
    "number": float,
    "boolean": _boolean,
    "date": _date,
    "time": dt.time.fromisoformat,
    "datetime": dt.datetime.fromisoformat,
}

WANTED: Mapping[ColumnType, str] = {
    "string": "a text",
    "integer": "a whole number",
    "number": "a number",
    "boolean": "true or false",
    "date": "a day (YYYY-MM-DD)",
    "time": "a time (HH:MM:SS)",
    "datetime": "a day with time (YYYY-MM-DDTHH:MM:SS)",
}


def _wanted(column: Column) -> str:
    if column.vocabulary is not None:
        return f"one of {', '.join(column.vocabulary)}"
    return WANTED[column.type]
