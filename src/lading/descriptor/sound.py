"""A descriptor without its malformed parts, so that what is inconsistent in the others is told at once with these.

Others refer to a resource and to a field by name: of one that is malformed the name is kept, and nothing else.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import Any

Location = tuple[int | str, ...]
"""The names and numbers that lead to a value."""


def package_without(descriptor: Mapping[str, Any], malformed: Sequence[Location]) -> dict[str, Any] | None:
    """The descriptor of a package without what is malformed; None where that has no name."""
    kept = dict(descriptor)
    in_resources: dict[int, list[Location]] = defaultdict(list)
    for location in malformed:
        match location:
            case ("resources", int(number), *rest):
                in_resources[number].append(tuple(rest))
            case (str(name), *_) if name != "resources":
                kept.pop(name, None)
            case _:
                return None
    resources = [*descriptor["resources"]]
    for number, locations in in_resources.items():
        if (sound := _resource_without(resources[number], locations)) is None:
            return None
        resources[number] = sound
    return kept | {"resources": resources}


def schema_without(schema: Any, malformed: Sequence[Location]) -> dict[str, Any] | None:
    """A Table Schema without what is malformed; None where that is more than fields, or one without a name."""
    fields: dict[int, dict[str, Any]] = {}
    for location in malformed:
        match location:
            case ("fields", int(number), *_) if name := _name(schema["fields"][number]):
                fields[number] = {"name": name}
            case _:
                return None
    return {**schema, "fields": [fields.get(number, field) for number, field in enumerate(schema["fields"])]}


def _resource_without(resource: Any, malformed: Sequence[Location]) -> dict[str, Any] | None:
    if (name := _name(resource)) is None:
        return None
    in_schema = [location[1:] for location in malformed if location[:1] == ("schema",)]
    if len(in_schema) == len(malformed) and (schema := schema_without(resource["schema"], in_schema)) is not None:
        return {**resource, "schema": schema}
    return {"name": name, "data": []}


def _name(part: Any) -> str | None:
    name = part.get("name") if isinstance(part, Mapping) else None
    return name if isinstance(name, str) and name else None
