"""What a descriptor may say wrong although each of its parts is well formed."""

import itertools
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping
from pathlib import Path

from lading.descriptor import fields
from lading.descriptor.models import Package, Resource
from lading.descriptor.paths import UnsafePathError, is_remote, safe_path
from lading.descriptor.places import Place
from lading.descriptor.schema import ForeignKey, TableSchema
from lading.issue import Issue, quoted

PLAIN = {"name", "type", "title", "description"}
"""Properties of a field that cannot contradict each other."""
FieldNames = Mapping[str, Collection[str] | None]
"""The names of the fields of each resource; None where it has no schema."""


def faults(package: Package, base: Path, file: str) -> Iterator[Issue]:
    """Names used twice, paths that lead out, keys over fields that do not exist, references that lead nowhere."""
    names = Counter(resource.name for resource in package.resources)
    known: FieldNames = {resource.name: _field_names(resource) for resource in package.resources}
    for number, resource in enumerate(package.resources):
        place = Place(file, ("resources", number), resource.name)
        if names[resource.name] > 1:
            yield place.below("name").issue("resource-error", f"{names[resource.name]} resources have this name")
        yield from _data(resource, base, place)
        if resource.table_schema:
            yield from schema_faults(resource.table_schema, place.below("schema"), known)


def schema_faults(schema: TableSchema, place: Place, known: FieldNames | None = None) -> Iterator[Issue]:
    """The same for a Table Schema; where references lead is checked if the fields of other resources are known."""
    names = Counter(field.name for field in schema.fields)
    for name, times in names.items():
        if times > 1:
            yield place.below("fields").issue("schema-error", f"{times} fields are called {quoted(name)}")
    for number, field in enumerate(schema.fields):
        if not field.model_fields_set <= PLAIN:
            yield from fields.faults(field, place.below("fields", number))
    yield from _key(schema.primary_key or (), names, place.below("primaryKey"))
    for number, key in enumerate(schema.unique_keys):
        yield from _key(key, names, place.below("uniqueKeys", number))
    for number, foreign_key in enumerate(schema.foreign_keys):
        yield from _foreign_key(foreign_key, names, known, place.below("foreignKeys", number))


def _field_names(resource: Resource) -> Collection[str] | None:
    return {field.name for field in resource.table_schema.fields} if resource.table_schema else None


def _data(resource: Resource, base: Path, place: Place) -> Iterator[Issue]:
    if (resource.paths is None) == (resource.data is None):
        yield place.issue("resource-error", "a resource has either a path or data")
    yield from _inline(resource, place.below("data"))
    remote = [path for path in resource.paths or () if is_remote(path)]
    if remote and len(remote) < len(resource.paths or ()):
        yield place.below("path").issue("resource-error", "a path is either a list of files or a list of addresses")
    for path in itertools.filterfalse(is_remote, resource.paths or ()):
        try:
            safe_path(base, path)
        except UnsafePathError as error:
            yield place.below("path").issue("resource-error", str(error))


def _inline(resource: Resource, place: Place) -> Iterator[Issue]:
    match resource.data:
        case None | list() | dict():
            pass
        case str():
            if resource.format is None and resource.mediatype is None:
                message = "data that is a text has a format or a mediatype beside it"
                yield place.issue("resource-error", message, "say what the text is, as in format: csv")
        case _:
            yield place.issue("resource-error", "data is a list, an object or a text")


def _key(names: Iterable[str], known: Collection[str], place: Place) -> Iterator[Issue]:
    """What is wrong with a list of names of fields."""
    counts = Counter(names)
    if unknown := [name for name in counts if name not in known]:
        yield place.issue("schema-error", f"there is no field {', '.join(map(quoted, unknown[:3]))}")
    if twice := [name for name, count in counts.items() if count > 1]:
        yield place.issue("schema-error", f"the field {quoted(twice[0])} is named more than once")


def _foreign_key(key: ForeignKey, own: Collection[str], known: FieldNames | None, place: Place) -> Iterator[Issue]:
    yield from _key(key.fields, own, place.below("fields"))
    reference = key.reference
    if len(key.fields) != len(reference.fields):
        yield place.issue("schema-error", "a foreign key has as many fields as it refers to")
    if reference.package:
        return
    target: Collection[str] | None = own
    if reference.resource:
        if known is None:
            return
        if reference.resource not in known:
            message = f"there is no resource {quoted(reference.resource)}"
            yield place.below("reference", "resource").issue("schema-error", message)
            return
        target = known[reference.resource]
    if target is not None:
        yield from _key(reference.fields, target, place.below("reference", "fields"))
