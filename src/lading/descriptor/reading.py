"""Reading a descriptor from its file: each fault one issue, with its place in the JSON."""

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from lading.descriptor.consistency import faults
from lading.descriptor.models import Package
from lading.descriptor.paths import UnsafePathError, is_remote, safe_path
from lading.descriptor.places import Place
from lading.issue import Issue, IssuesError, LadingError

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


def read_descriptor(path: Path) -> Package:
    """The package that the file describes, with schemas and dialects that lie in files of their own put in place.

    Raises IssuesError for what the descriptor says wrong, LadingError when there is no such file.
    """
    descriptor = _json(path, Place(path.name))
    if not isinstance(descriptor, dict):
        raise IssuesError([Place(path.name).issue("package-error", "a descriptor is a JSON object")])
    resolved = _with_references(descriptor, path)
    try:
        package = Package.model_validate(resolved)
    except ValidationError as error:
        raise IssuesError(_issues(error, path.name, resolved)) from None
    if issues := list(faults(package, path)):
        raise IssuesError(issues)
    return package


def _json(path: Path, place: Place) -> Any:
    try:
        value = json.loads(path.read_bytes().decode("utf-8"))
        _refuse_surrogates(value)
    except OSError as error:
        raise LadingError(f"{path}: {error.strerror}") from None
    except UnicodeDecodeError as error:
        raise IssuesError([place.issue("package-error", f"not UTF-8 at byte {error.start}")]) from None
    except (ValueError, RecursionError) as error:  # ValueError: JSONDecodeError, and integers of thousands of digits
        raise IssuesError([place.issue("package-error", f"not JSON that can be read: {error}")]) from None
    return value


def _refuse_surrogates(value: Any) -> None:
    """Halves of a character, which JSON can spell and no Unicode text, no path and no report can hold."""
    try:
        json.dumps(value, ensure_ascii=False).encode("utf-8")
    except UnicodeEncodeError as error:
        raise ValueError(f"\\u{ord(error.object[error.start]):04x} is half of a character") from None


def _with_references(descriptor: Mapping[str, Any], path: Path) -> dict[str, Any]:
    """The descriptor with the content of the files that stand for a schema or a dialect."""
    resources = descriptor.get("resources")
    if not isinstance(resources, list):
        return dict(descriptor)
    return {**descriptor, "resources": [_resolved(resource, n, path) for n, resource in enumerate(resources)]}


def _resolved(resource: Any, number: int, path: Path) -> Any:
    if not isinstance(resource, dict):
        return resource
    references = {part: resource[part] for part in BY_REFERENCE if isinstance(resource.get(part), str)}
    remote = {part: address for part, address in references.items() if is_remote(address)}
    local = {part: _referenced(path, number, part, references[part]) for part in references.keys() - remote.keys()}
    return resource | local | dict.fromkeys(remote) | {"lading:remote": [*remote.values()]}


def _referenced(path: Path, number: int, part: str, file: str) -> Any:
    place = Place(path.name, ("resources", number, part))
    try:
        target = safe_path(path.parent, file)
    except UnsafePathError as error:
        raise IssuesError([place.issue(place.code, str(error))]) from None
    if not target.is_file():
        raise IssuesError([place.issue(place.code, f"{file}: no such file")])
    return _json(target, Place(file))


def _issues(error: ValidationError, file: str, descriptor: Mapping[str, Any]) -> Iterator[Issue]:
    for fault in error.errors(include_url=False):
        place = Place(file, fault["loc"], _resource_name(fault["loc"], descriptor))
        yield place.issue(place.code, WORDING.get(fault["type"], fault["msg"]))


def _resource_name(location: tuple[int | str, ...], descriptor: Mapping[str, Any]) -> str | None:
    match location:
        case ("resources", int(number), *_):
            resource = descriptor["resources"][number]
            name = resource.get("name") if isinstance(resource, dict) else None
            return name if isinstance(name, str) else None
        case _:
            return None
