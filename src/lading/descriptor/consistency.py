"""What a descriptor may say wrong although each of its parts is well formed."""

import itertools
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path

from lading.descriptor.models import ForeignKey, Package, Resource, TableSchema
from lading.descriptor.paths import UnsafePathError, is_remote, safe_path
from lading.descriptor.places import Place
from lading.issue import Issue


def faults(package: Package, path: Path) -> Iterator[Issue]:
    """Names used twice, paths that lead out, keys over fields that do not exist, references that lead nowhere."""
    names = Counter(resource.name for resource in package.resources)
    for number, resource in enumerate(package.resources):
        place = Place(path.name, ("resources", number), resource.name)
        if names[resource.name] > 1:
            yield place.below("name").issue("resource-error", f"{names[resource.name]} resources have this name")
        yield from _data(resource, path.parent, place)
        if resource.table_schema:
            yield from _schema(resource.table_schema, package, place.below("schema"))


def _data(resource: Resource, base: Path, place: Place) -> Iterator[Issue]:
    if (resource.paths is None) == (resource.data is None):
        yield place.issue("resource-error", "a resource has either a path or data")
    for file in itertools.filterfalse(is_remote, resource.paths or ()):
        try:
            safe_path(base, file)
        except UnsafePathError as error:
            yield place.below("path").issue("resource-error", str(error))


def _schema(schema: TableSchema, package: Package, place: Place) -> Iterator[Issue]:
    names = Counter(field.name for field in schema.fields)
    for name, times in names.items():
        if times > 1:
            yield place.below("fields").issue("schema-error", f"{times} fields are called {name}")
    yield from _unknown(schema.primary_key or (), names, place.below("primaryKey"))
    for number, key in enumerate(schema.unique_keys):
        yield from _unknown(key, names, place.below("uniqueKeys", number))
    for number, foreign_key in enumerate(schema.foreign_keys):
        yield from _foreign_key(foreign_key, schema, package, place.below("foreignKeys", number))


def _foreign_key(key: ForeignKey, schema: TableSchema, package: Package, place: Place) -> Iterator[Issue]:
    yield from _unknown(key.fields, {field.name for field in schema.fields}, place.below("fields"))
    if len(key.fields) != len(key.reference.fields):
        yield place.issue("schema-error", "a foreign key has as many fields as it refers to")
    target: TableSchema | None = schema
    if name := key.reference.resource:
        resources = {resource.name: resource for resource in package.resources}
        if name not in resources:
            yield place.below("reference", "resource").issue("schema-error", f"there is no resource {name}")
            return
        target = resources[name].table_schema
    if target:
        known = {field.name for field in target.fields}
        yield from _unknown(key.reference.fields, known, place.below("reference", "fields"))


def _unknown(names: Iterable[str], known: Iterable[str], place: Place) -> Iterator[Issue]:
    if unknown := [name for name in names if name not in known]:
        yield place.issue("schema-error", f"there is no field {', '.join(unknown)}")
