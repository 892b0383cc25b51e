"""What earlier versions of the standard and of frictionless wrote otherwise, put as the second version has it."""

from collections.abc import Mapping
from typing import Any

from lading.descriptor.models import is_first

LAYOUT = ("header", "headerRows", "headerJoin", "headerCase", "commentChar", "commentRows")


def as_second_version(descriptor: Mapping[str, Any]) -> dict[str, Any]:
    """The descriptor of a package as the second version would have it; what is malformed stays as it is."""
    resources = descriptor.get("resources")
    if not isinstance(resources, list):
        return dict(descriptor)
    first = is_first(descriptor.get("$schema"))
    return {**descriptor, "resources": [_resource(resource, first) for resource in resources]}


def _resource(resource: Any, first: bool) -> Any:
    if not isinstance(resource, dict):
        return resource
    changed = dict(resource)
    if "path" not in changed and isinstance(address := changed.get("url"), str):
        changed["path"] = address
    more, path = changed.get("extrapaths"), changed.get("path")
    if isinstance(more, list) and isinstance(path, str):
        changed["path"] = [path, *more]
    if isinstance(layout := changed.get("layout"), dict):
        moved = {name: layout[name] for name in LAYOUT if name in layout}
        if isinstance(dialect := changed.setdefault("dialect", {}), dict):
            changed["dialect"] = moved | dialect
    if isinstance(schema := changed.get("schema"), dict):
        changed["schema"] = schema_as_second_version(schema, first and is_first(schema.get("$schema")))
    return changed


def schema_as_second_version(schema: Mapping[str, Any], first: bool) -> dict[str, Any]:
    """A Table Schema; in the first version a field without a type is a string, in the second it is anything."""
    fields = schema.get("fields")
    if not isinstance(fields, list):
        return dict(schema)
    return {**schema, "fields": [_field(field, first) for field in fields]}


def _field(field: Any, first: bool) -> Any:
    if not isinstance(field, dict):
        return field
    changed = {"type": "string", **field} if first else dict(field)
    if isinstance(form := changed.get("format"), str):
        changed["format"] = form.removeprefix("fmt:")
    return changed
