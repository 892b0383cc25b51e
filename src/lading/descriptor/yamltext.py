"""YAML, as far as it writes what JSON can: no tags, no dates, and aliases that do not multiply.

Values are built from the events of the parser, which are flat: nothing here recurs, whatever the text is.
"""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import yaml

from lading.descriptor.form import FormError

MOST_VALUES = 1_000_000
TEXT = "tag:yaml.org,2002:str"
MERGE = "<<"
PLAIN: Mapping[str, tuple[re.Pattern[str], Callable[[str], Any]]] = {
    "null": (re.compile(r"|~|null|Null|NULL"), lambda _: None),
    "boolean": (re.compile(r"true|True|TRUE|false|False|FALSE"), lambda text: text.lower() == "true"),
    "integer": (re.compile(r"[-+]?[0-9]{1,4000}"), int),
    "number": (re.compile(r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?"), float),
}
"""What an unquoted text stands for, as YAML 1.2 has it: `no` is a text, and so is 2020-01-31."""


@dataclass
class Open:
    """A list or an object that has not ended yet."""

    is_object: bool
    anchor: str | None
    items: list[Any] = field(default_factory=list)
    values: int = 1


@dataclass
class Builder:
    """The values built so far; an alias counts as many as it stands for."""

    most_levels: int
    open: list[Open] = field(default_factory=list)
    anchors: dict[str, tuple[Any, int]] = field(default_factory=dict)
    repeated: list[str] = field(default_factory=list)
    documents: list[Any] = field(default_factory=list)

    def begin(self, is_object: bool, anchor: str | None) -> None:
        """Open a list or an object."""
        if len(self.open) == self.most_levels:
            raise FormError(f"objects and lists are nested in more than {self.most_levels} levels")
        self.open.append(Open(is_object, anchor))

    def end(self) -> None:
        """Close the innermost list or object."""
        closed = self.open.pop()
        value = self._object(closed.items) if closed.is_object else closed.items
        self.add(value, closed.anchor, closed.values)

    def add(self, value: Any, anchor: str | None, values: int = 1) -> None:
        """Put a value where it belongs."""
        if values > MOST_VALUES:
            raise FormError(f"with its aliases written out, this would be more than {MOST_VALUES:,} values")
        if anchor is not None:
            self.anchors[anchor] = (value, values)
        if self.open:
            self.open[-1].items.append(value)
            self.open[-1].values += values
        else:
            self.documents.append(value)

    def alias(self, name: str | None) -> None:
        """Put the value again that an anchor was given to."""
        if name is None or name not in self.anchors:
            raise FormError(f"the alias *{name} stands for nothing that ended before it")
        value, values = self.anchors[name]
        self.add(value, None, values)

    def _object(self, items: Sequence[Any]) -> dict[str, Any]:
        merged: dict[str, Any] = {}
        own: dict[str, Any] = {}
        for name, value in zip(items[::2], items[1::2], strict=True):
            if name == MERGE and (others := _objects(value)) is not None:
                for other in reversed(others):
                    merged |= other
            elif isinstance(name, dict | list):
                raise FormError("the name of a property is a text")
            else:
                key = _name(name)
                if key in own:
                    self.repeated.append(key)
                own[key] = value
        return {**merged, **own}


def parse(text: str, most_levels: int) -> tuple[Any, Sequence[str]]:
    """The value that the text stands for, and the names that an object has twice; FormError when it stands for none."""
    builder = Builder(most_levels)
    try:
        _build(yaml.parse(text, getattr(yaml, "CSafeLoader", yaml.SafeLoader)), builder)
    except yaml.YAMLError as error:
        raise FormError(f"not YAML that can be read: {' '.join(str(error).split())}") from None
    if len(builder.documents) != 1:
        raise FormError(f"a descriptor is one YAML document, and here are {len(builder.documents)}")
    return builder.documents[0], builder.repeated


def _build(events: Iterable[yaml.Event], builder: Builder) -> None:
    for event in events:
        match event:
            case yaml.AliasEvent():
                builder.alias(event.anchor)
            case yaml.ScalarEvent():
                builder.add(_scalar(event), event.anchor)
            case yaml.CollectionStartEvent():
                _refuse_tag(event.tag)
                builder.begin(isinstance(event, yaml.MappingStartEvent), event.anchor)
            case yaml.CollectionEndEvent():
                builder.end()


def _scalar(event: yaml.ScalarEvent) -> Any:
    try:
        event.value.encode("utf-8")
    except UnicodeEncodeError:
        raise FormError(f"not YAML that can be read: {event.value!a} holds half of a character") from None
    if event.tag != TEXT:
        _refuse_tag(event.tag)
    if event.tag is not None or not event.implicit[0]:
        return event.value
    return next((read(event.value) for pattern, read in PLAIN.values() if pattern.fullmatch(event.value)), event.value)


def _refuse_tag(tag: str | None) -> None:
    if tag is not None and tag != "!":
        raise FormError(f"the tag {tag} has no counterpart in JSON")


def _name(scalar: Any) -> str:
    """The name of a property, which YAML allows to be a number, true or null."""
    match scalar:
        case None:
            return "null"
        case bool():
            return str(scalar).lower()
        case _:
            return str(scalar)


def _objects(value: Any) -> list[dict[str, Any]] | None:
    values = value if isinstance(value, list) else [value]
    return values if all(isinstance(item, dict) for item in values) else None
