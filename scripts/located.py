"""YAML whose every value knows its line, for errors that say where.

Only the part of YAML that records need is read: mappings, lists and plain values. Anchors, aliases and tags are
refused, and so is a key given twice. Values stay text, because what a value means is for its column to say: the country
code NO is no truth value and the time 12:30 no number.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from lading.issue import Issue, IssuesError

LOADER: type[yaml.SafeLoader] = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
DEEPEST = 10
NULLS = {"", "~", "null"}


@dataclass(frozen=True, slots=True)
class Scalar:
    """One value as it is written; None for null."""

    text: str | None
    line: int


@dataclass(frozen=True, slots=True)
class Items:
    """A list."""

    nodes: tuple["Node", ...]
    line: int


@dataclass(frozen=True, slots=True)
class Fields:
    """A mapping, with the line of each key."""

    nodes: dict[str, "Node"]
    lines: dict[str, int]
    line: int


Node = Scalar | Items | Fields

Events = Iterator[Any]
"""What the parser sees, one after the other; PyYAML has no types for their attributes."""


def shown(path: Path) -> str:
    """The path as people type it: from the current directory where it lies below."""
    absolute, here = path.absolute(), Path.cwd()
    return str(absolute.relative_to(here) if absolute.is_relative_to(here) else path)


def read_yaml(path: Path) -> Node:
    """The content of a file. Raises IssuesError with one issue at the first thing that cannot be read."""
    name = shown(path)
    try:
        return parse(path.read_text(encoding="utf-8"), name)
    except UnicodeDecodeError as error:
        line = path.read_bytes().count(b"\n", 0, error.start) + 1
        raise _fault(name, line, "the file is not UTF-8", "save it as UTF-8") from None


def parse(text: str, name: str) -> Node:
    """The content of a YAML text that is called `name` in messages; raises like `read_yaml`."""
    try:
        return _Composer(name).document(yaml.parse(text, Loader=LOADER))
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else 1
        raise _fault(name, line, f"no YAML: {error.problem}", "check brackets, quotes and indentation") from None
    except yaml.YAMLError as error:
        raise _fault(name, 1, f"no YAML: {getattr(error, 'reason', error)}", "remove control characters") from None


class _Composer:
    """Builds nodes from the events of the parser, and knows the file to blame."""

    def __init__(self, name: str) -> None:
        self.name = name

    def document(self, events: Events) -> Node:
        root: Node | None = None
        for event in events:
            if isinstance(event, yaml.NodeEvent):
                if root is not None:
                    raise _fault(self.name, _line(event), "a second YAML document", "keep to one in a file")
                root = self.node(event, events, 0)
        if root is None:
            raise _fault(self.name, 1, "the file is empty", "write [] for an empty list")
        return root

    def node(self, event: Any, events: Events, depth: int) -> Node:
        self.refuse(event, depth)
        if isinstance(event, yaml.MappingStartEvent):
            return self.fields(event, events, depth)
        if isinstance(event, yaml.SequenceStartEvent):
            nodes = []
            while not isinstance(item := next(events), yaml.SequenceEndEvent):
                nodes.append(self.node(item, events, depth + 1))
            return Items(tuple(nodes), _line(event))
        plain_null = event.implicit[0] and event.value in NULLS
        return Scalar(None if plain_null else event.value, _line(event))

    def fields(self, event: Any, events: Events, depth: int) -> Fields:
        fields = Fields({}, {}, _line(event))
        while not isinstance(key := next(events), yaml.MappingEndEvent):
            if not isinstance(key, yaml.ScalarEvent):
                raise _fault(self.name, _line(key), "a key that is no plain name", "write the name of a field")
            if key.value in fields.nodes:
                message = f"the key {key.value!r} is given twice, first on line {fields.lines[key.value]}"
                raise _fault(self.name, _line(key), message, "keep one of them")
            fields.lines[key.value] = _line(key)
            fields.nodes[key.value] = self.node(next(events), events, depth + 1)
        return fields

    def refuse(self, event: Any, depth: int) -> None:
        if isinstance(event, yaml.AliasEvent) or event.anchor:
            raise _fault(self.name, _line(event), f"an anchor or alias ({event.anchor})", "write the value out")
        if getattr(event, "tag", None):
            raise _fault(self.name, _line(event), f"a tag ({event.tag})", "write the plain value")
        if depth > DEEPEST:
            raise _fault(self.name, _line(event), "nested too deeply", "records are lists of plain fields")


def _line(event: Any) -> int:
    return int(event.start_mark.line) + 1


def _fault(path: str, line: int, message: str, hint: str) -> IssuesError:
    return IssuesError([Issue("yaml-error", message, hint, path=path, line=line)])
