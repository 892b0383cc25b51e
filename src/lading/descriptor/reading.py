"""Reading a descriptor from its file: each fault one issue, with its place in the JSON."""

import itertools
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from lading.descriptor import consistency, standard
from lading.descriptor.base import MOST_FAULTS, Faults
from lading.descriptor.earlier import as_second_version, schema_as_second_version
from lading.descriptor.fields import shown
from lading.descriptor.models import Package, is_first
from lading.descriptor.parsing import Reader
from lading.descriptor.paths import UnsafePathError, is_remote, safe_path
from lading.descriptor.places import Place
from lading.descriptor.schema import TableSchema
from lading.descriptor.sound import Location, package_without, schema_without
from lading.issue import Issue, IssuesError, Severity

BY_REFERENCE = ("schema", "dialect")
WORDING = {
    "bool_type": "expected true or false",
    "dict_type": "expected an object",
    "int_type": "expected an integer",
    "missing": "this is missing",
    "model_type": "expected an object",
    "string_type": "expected a text",
    "tuple_type": "expected a list",
}
"""What is wrong with a value, by the type of Pydantic's error, where Pydantic says it in terms of Python."""


@dataclass(frozen=True, slots=True)
class Description:
    """What a descriptor says, and what in it is wrong or doubtful without being in the way of reading the data."""

    package: Package
    issues: tuple[Issue, ...] = ()


def read_descriptor(path: Path) -> Package:
    """The package that the file describes, with schemas and dialects that lie in files of their own put in place.

    Raises IssuesError for what the descriptor says wrong, LadingError when there is no such file.
    """
    description = describe(path)
    if _has_errors(description.issues):
        raise IssuesError(description.issues)
    return description.package


def describe(path: Path) -> Description:
    """The same; for an error that keeps nobody from reading the data, such as a license without a name, not raised."""
    reader = Reader()
    root = Place(path.name)
    descriptor = reader.read(path, root)
    if not isinstance(descriptor, dict):
        raise IssuesError([root.issue("package-error", "a descriptor is an object, in JSON or in YAML")])
    resolved = _with_references(descriptor, path, reader)
    return validated(as_second_version(resolved), path.parent, path.name, tuple(reader.warnings))


def validated(descriptor: Mapping[str, Any], base: Path, name: str, warnings: Iterable[Issue] = ()) -> Description:
    """The package that a value of JSON describes, whose paths are relative to `base`; IssuesError for its faults."""
    faults = Faults()
    try:
        package = Package.model_validate(descriptor, context=faults)
    except ValidationError as error:
        malformed = _issues(error, Place(name), descriptor, faults)
        inconsistent = () if faults.are_enough else _inconsistent(descriptor, error, base, name)
        raise IssuesError([*malformed, *inconsistent]) from None
    faulty = list(_first(consistency.faults(package, base, name)))
    found = (*warnings, *faulty, *_first(standard.issues(package, descriptor, name)))
    if _has_errors(faulty):
        raise IssuesError(found)
    return Description(package, found)


def read_schema(path: Path) -> TableSchema:
    """The Table Schema in a file of its own; IssuesError for its faults, LadingError when there is no such file."""
    root = Place(path.name, part="schema-error")
    value = Reader().read(path, root)
    if not isinstance(value, dict):
        raise IssuesError([root.issue("schema-error", "a Table Schema is an object, in JSON or in YAML")])
    faults = Faults()
    descriptor = schema_as_second_version(value, is_first(value.get("$schema")))
    try:
        schema = TableSchema.model_validate(descriptor, context=faults)
    except ValidationError as error:
        malformed = _issues(error, root, {}, faults)
        inconsistent = () if faults.are_enough else _inconsistent_schema(descriptor, error, root)
        raise IssuesError([*malformed, *inconsistent]) from None
    issues = list(_first(consistency.schema_faults(schema, root)))
    if _has_errors(issues):
        raise IssuesError(issues)
    return schema


def _with_references(descriptor: Mapping[str, Any], path: Path, reader: Reader) -> dict[str, Any]:
    """The descriptor with the content of the files that stand for a schema or a dialect."""
    resources = descriptor.get("resources")
    if not isinstance(resources, list):
        return dict(descriptor)
    return {**descriptor, "resources": [_resolved(resource, n, path, reader) for n, resource in enumerate(resources)]}


def _resolved(resource: Any, number: int, path: Path, reader: Reader) -> Any:
    if not isinstance(resource, dict):
        return resource
    resolved = dict(resource)
    remote: list[str] = []
    for part in BY_REFERENCE:
        reference = resource.get(part)
        if not isinstance(reference, str):
            continue
        if is_remote(reference):
            del resolved[part]
            remote.append(reference)
        else:
            resolved[part] = _referenced(path, Place(path.name, ("resources", number, part)), reference, reader)
    return resolved | {"lading:remote": remote}


def _referenced(path: Path, place: Place, file: str, reader: Reader) -> Any:
    try:
        target = safe_path(path.parent, file)
    except UnsafePathError as error:
        raise IssuesError([place.issue(place.code, str(error))]) from None
    if not target.is_file():
        raise IssuesError([place.issue(place.code, f"{file}: no such file")])
    return reader.read(target, Place(file, part=place.code))


def _has_errors(issues: Iterable[Issue]) -> bool:
    return any(issue.severity is Severity.ERROR for issue in issues)


def _first(issues: Iterable[Issue]) -> Iterator[Issue]:
    return itertools.islice(issues, MOST_FAULTS)


def _issues(error: ValidationError, root: Place, descriptor: Mapping[str, Any], faults: Faults) -> Iterator[Issue]:
    for fault in error.errors(include_url=False):
        place = root.below(*fault["loc"]).of(_resource_name(fault["loc"], descriptor))
        if fault["type"] == "literal_error":
            message = f"{shown(fault['input'])} is no {fault['loc'][-1]} of the standard"
            yield place.issue(place.code, message, f"it knows {_listed(fault)}")
        else:
            yield place.issue(place.code, WORDING.get(fault["type"], fault["msg"]))
    if faults.are_enough:
        yield root.issue(root.code, f"there may be more faults: after {faults.most:,} faulty objects nothing was read")


def _inconsistent(descriptor: Mapping[str, Any], error: ValidationError, base: Path, name: str) -> Iterator[Issue]:
    """What is inconsistent in a descriptor besides what is malformed, as far as that has a name."""
    sound = package_without(descriptor, _locations(error))
    with suppress(ValidationError):
        if sound is not None:
            yield from _first(consistency.faults(Package.model_validate(sound, context=Faults()), base, name))


def _inconsistent_schema(descriptor: Mapping[str, Any], error: ValidationError, root: Place) -> Iterator[Issue]:
    sound = schema_without(descriptor, _locations(error))
    with suppress(ValidationError):
        if sound is not None:
            yield from _first(consistency.schema_faults(TableSchema.model_validate(sound, context=Faults()), root))


def _locations(error: ValidationError) -> list[Location]:
    return [fault["loc"] for fault in error.errors(include_url=False, include_context=False, include_input=False)]


def _listed(fault: ErrorDetails) -> str:
    return str(fault["ctx"]["expected"]).replace("'", "").replace(" or ", " and ")


def _resource_name(location: tuple[int | str, ...], descriptor: Mapping[str, Any]) -> str | None:
    match location:
        case ("resources", int(number), *_):
            resource = descriptor["resources"][number]
            name = resource.get("name") if isinstance(resource, dict) else None
            return name if isinstance(name, str) else None
        case _:
            return None
