"""Descriptors with one fault each: a good one in which one value is left out or replaced by another."""

import copy
from collections.abc import Iterator
from typing import Any

Steps = tuple[str | int, ...]

REPLACEMENTS: tuple[Any, ...] = (None, True, -1, 2.5, "", "no such word", [], ["x"], [1], {}, {"x": 1})

SECOND: dict[str, Any] = {
    "$schema": "https://datapackage.org/profiles/2.0/datapackage.json",
    "name": "harbour",
    "id": "8d3f",
    "title": "Harbour",
    "description": "Ships and where they lie.",
    "homepage": "https://harbour.example/",
    "version": "1.2.0",
    "created": "2024-01-31T12:00:00Z",
    "image": "map.png",
    "keywords": ["ships"],
    "licenses": [{"name": "CC0-1.0", "title": "No rights"}],
    "contributors": [{"title": "Ada", "email": "ada@harbour.example", "roles": ["creator"]}],
    "sources": [{"title": "Log book", "path": "https://harbour.example/log"}],
    "resources": [
        {
            "name": "ships",
            "type": "table",
            "path": "ships.csv",
            "title": "Ships",
            "format": "csv",
            "mediatype": "text/csv",
            "encoding": "utf-8",
            "bytes": 12,
            "hash": "md5:d41d8cd98f00b204e9800998ecf8427e",
            "dialect": {"delimiter": ";", "header": True, "headerRows": [1], "commentChar": "#", "quoteChar": '"'},
            "schema": {
                "fields": [
                    {"name": "ship", "type": "integer", "title": "Ship", "constraints": {"minimum": 1}},
                    {
                        "name": "flag",
                        "type": "string",
                        "format": "default",
                        "constraints": {"required": True, "pattern": "[A-Z]{2}", "enum": ["AZ", "GE"], "maxLength": 2},
                    },
                    {"name": "afloat", "type": "boolean", "trueValues": ["y"], "falseValues": ["n"]},
                    {"name": "built", "type": "date", "format": "%d.%m.%Y", "missingValues": ["-"]},
                    {"name": "sister", "type": "integer", "rdfType": "https://schema.org/Vehicle"},
                ],
                "missingValues": ["", "NA"],
                "primaryKey": ["ship"],
                "foreignKeys": [{"fields": ["sister"], "reference": {"resource": "", "fields": ["ship"]}}],
            },
        },
        {"name": "berths", "data": [{"berth": 1}], "schema": {"fields": [{"name": "berth", "type": "integer"}]}},
    ],
}
FIRST: dict[str, Any] = {
    **{name: value for name, value in SECOND.items() if name != "$schema"},
    "profile": "data-package",
    "contributors": [{"title": "Ada", "role": "author", "organization": "Harbour"}],
}


def mutants(descriptor: dict[str, Any]) -> Iterator[tuple[str, dict[str, Any]]]:
    """Every descriptor with one change, and what was changed."""
    for steps in places(descriptor):
        *above, last = steps
        pointer = "/".join(map(str, steps))
        changed = copy.deepcopy(descriptor)
        del holder(changed, above)[last]
        yield f"{pointer} left out", changed
        for value in REPLACEMENTS:
            changed = copy.deepcopy(descriptor)
            holder(changed, above)[last] = copy.deepcopy(value)
            yield f"{pointer} is {value!r}", changed


def places(value: Any, steps: Steps = ()) -> Iterator[Steps]:
    """The ways to all values in a value."""
    items: Any = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for step, item in items:
        yield (*steps, step)
        yield from places(item, (*steps, step))


def holder(value: Any, steps: list[str | int]) -> Any:
    """The object or list that some steps lead to."""
    for step in steps:
        value = value[step]
    return value
