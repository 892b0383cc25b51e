"""A descriptor against the record models it was derived from."""

from collections.abc import Iterator
from typing import Any

from lading.check.plan import table_name
from lading.dataset import Dataset
from lading.derive.tableschema import table_schema
from lading.descriptor import Package, Resource
from lading.descriptor.twins import CSV_SUFFIX
from lading.issue import Issue

HINT = "build the package again, or correct the record model"


def differences(package: Package, dataset: Dataset) -> Iterator[Issue]:
    """Where the schemas of the package are not those of the record models."""
    models = {model.table.name: model for model in dataset.records}
    for number, resource in enumerate(package.resources):
        model = models.get(table_name(resource))
        if model is None or resource.table_schema is None:
            continue
        suffix = CSV_SUFFIX if resource.name != model.table.name else ""
        described = resource.table_schema.model_dump(mode="json", by_alias=True, exclude_unset=True)
        yield from _issues(resource, number, described, table_schema(model, suffix=suffix))
    present = {table_name(resource) for resource in package.resources}
    for name in models:
        if name not in present:
            yield Issue("resource-error", f"the package has no resource {name}", HINT)


def _issues(resource: Resource, number: int, described: Any, derived: Any) -> Iterator[Issue]:
    for place, found, expected in _unequal(described, derived, ""):
        message = f"{place.lstrip('/') or 'the schema'} is {found}, the record model says {expected}"
        path = f"datapackage.json#/resources/{number}/schema{place}"
        yield Issue("schema-error", message, HINT, path=path, resource=resource.name)


def _unequal(found: Any, expected: Any, place: str) -> Iterator[tuple[str, Any, Any]]:
    """The innermost places where two JSON values differ."""
    if isinstance(found, dict) and isinstance(expected, dict):
        for name in dict.fromkeys((*found, *expected)):
            yield from _unequal(found.get(name), expected.get(name), f"{place}/{name}")
    elif isinstance(found, list) and isinstance(expected, list) and len(found) == len(expected):
        for index, pair in enumerate(zip(found, expected, strict=True)):
            yield from _unequal(*pair, f"{place}/{index}")
    elif found != expected:
        yield place, _short(found), _short(expected)


def _short(value: Any) -> str:
    if value is None:
        return "absent"
    return f"{len(value)} items" if isinstance(value, list) else repr(value)
