"""What a version of the standard asks for beyond well-formed parts, and what is doubtful without being wrong."""

import itertools
import re
from collections.abc import Iterator, Mapping, Sequence
from pathlib import PurePosixPath
from typing import Any

from lading.descriptor.models import FIRST, SECOND, TABULAR, Contributor, Described, Package, Resource, Source
from lading.descriptor.paths import is_remote
from lading.descriptor.places import Place
from lading.issue import Issue, quoted

NAME = re.compile(r"[-a-z0-9._/]+")
LICENSE = re.compile(r"[-a-zA-Z0-9._]+")
EMAIL = re.compile(r"[^@\s]+@[^@\s]+")
MOMENT = re.compile(r"\d{4}-\d\d-\d\d[Tt ]\d\d:\d\d:\d\d(\.\d+)?([Zz]|[+-]\d\d:\d\d)", re.ASCII)
TABULAR_PACKAGE = "tabular-data-package"
OWN_PROFILES = ("default", "data-package", TABULAR_PACKAGE, "data-resource", *TABULAR)
SCHEMAS = "https://specs.frictionlessdata.io/schemas/"
LISTS = ("keywords", "licenses", "contributors")


def issues(package: Package, descriptor: Mapping[str, Any], file: str) -> Iterator[Issue]:
    """Errors and warnings by version of the standard; `descriptor` is what the package was made from."""
    root = Place(file)
    first = package.version_of_standard == 1
    yield from _profile(package, root)
    yield from _described(package, root, first)
    if first:
        yield from _name(package.name, root)
    if package.created is not None and MOMENT.fullmatch(package.created) is None:
        message = f"{quoted(package.created)} is no date with time and offset (RFC 3339)"
        yield root.below("created").issue("package-error", message, "write it as 2024-01-31T12:00:00Z")
    for number, resource in enumerate(package.resources):
        place = Place(file, ("resources", number), resource.name)
        yield from _resource(resource, place, package, descriptor["resources"][number])


def _resource(resource: Resource, place: Place, package: Package, descriptor: Mapping[str, Any]) -> Iterator[Issue]:
    first = package.version_of_standard == 1
    yield from _described(resource, place, first)
    if first:
        yield from _name(resource.name, place)
    elif resource.type not in (None, "table"):
        message = f"the standard knows no resource of the type {quoted(resource.type or '')}"
        yield place.below("type").warning("resource-error", message, "leave the type out, or say table")
    if resource.profile is not None and not _is_known(resource.profile):
        yield _not_fetched(place.below("profile"), resource.profile)
    tabular = package.profile == TABULAR_PACKAGE
    if tabular and resource.profile not in TABULAR:
        message = f"a resource of a {TABULAR_PACKAGE} has the profile tabular-data-resource"
        yield place.below("profile").issue("resource-error", message)
    if first and (tabular or resource.profile in TABULAR) and resource.table_schema is None and not resource.remote:
        yield place.below("schema").issue("resource-error", "a tabular data resource has a schema")
    for number, path in itertools.islice(enumerate(resource.paths or ()), 20):
        if not is_remote(path):
            yield from _path(path, place.below("path", number), first)
    yield from _missing_values(descriptor.get("schema"), place.below("schema"), first)


def _described(part: Described, place: Place, first: bool) -> Iterator[Issue]:
    for number, license_ in enumerate(part.licenses):
        where = place.below("licenses", number)
        if license_.name is None and license_.path is None:
            yield where.issue(place.code, "a license has a name or a path")
        if license_.name is not None and LICENSE.fullmatch(license_.name) is None:
            message = f"{quoted(license_.name)} is no identifier of a license"
            yield where.below("name").issue(place.code, message, "write it as CC-BY-4.0, and how it reads as the title")
    people: Mapping[str, Sequence[Contributor | Source]] = {"contributors": part.contributors, "sources": part.sources}
    for kind, named in people.items():
        for number, person in enumerate(named):
            where = place.below(kind, number)
            if first and person.title is None:
                message = f"in the first version of the standard, a {kind.removesuffix('s')} has a title"
                yield where.issue(place.code, message, "give it one, as people should read it")
            elif not person.model_fields_set and not person.model_extra:
                yield where.issue(place.code, "the object is empty")
            if person.email is not None and EMAIL.fullmatch(person.email) is None:
                yield where.below("email").issue(place.code, f"{quoted(person.email)} is no address of e-mail")
    for name in LISTS:
        if name in part.model_fields_set and not getattr(part, name):
            yield place.below(name).warning(place.code, "the list is empty", "leave it out")


def _profile(package: Package, root: Place) -> Iterator[Issue]:
    for step, address in (("$schema", package.standard), ("profile", package.profile)):
        if address is not None and not _is_known(address):
            yield _not_fetched(root.below(step), address)


def _is_known(profile: str) -> bool:
    return profile in OWN_PROFILES or profile.startswith((FIRST, SECOND, SCHEMAS))


def _not_fetched(place: Place, address: str) -> Issue:
    message = f"nothing is fetched: whether the descriptor meets the profile {quoted(address)} was not checked"
    return place.warning("not-checked", message)


def _name(name: str | None, place: Place) -> Iterator[Issue]:
    if name is not None and NAME.fullmatch(name) is None:
        message = f"{quoted(name)} has other characters than a to z, 0 to 9, ., _ and -"
        hint = "the first version of the standard has no other; the second allows them: name it with $schema"
        yield place.below("name").warning(place.code, message, hint)


def _path(path: str, place: Place, first: bool) -> Iterator[Issue]:
    if any(part.startswith(".") and part != ".." for part in PurePosixPath(path).parts):
        message = f"{quoted(path)} is hidden, and the standard allows no path that is"
        yield place.warning(place.code, message) if first else place.issue(place.code, message)


def _missing_values(schema: Any, place: Place, first: bool) -> Iterator[Issue]:
    """Missing values as they were written: what they were read as does not tell."""
    if not isinstance(schema, Mapping):
        return
    yield from _entries(schema.get("missingValues", ()), place.below("missingValues"), first)
    for number, field in enumerate(schema["fields"]):
        yield from _entries(field.get("missingValues", ()), place.below("fields", number, "missingValues"), first)


def _entries(entries: Any, place: Place, first: bool) -> Iterator[Issue]:
    objects = sum(isinstance(entry, Mapping) for entry in entries)
    if objects and first:
        hint = "say $schema: https://datapackage.org/profiles/2.0/datapackage.json, or list texts"
        yield place.issue("schema-error", "missing values have labels in the second version of the standard", hint)
    elif objects and objects < len(entries):
        yield place.issue("schema-error", "missing values are all texts or all objects")
    values = [entry["value"] if isinstance(entry, Mapping) else entry for entry in entries]
    if len(set(values)) < len(values) and not first:
        yield place.issue("schema-error", "a missing value is there more than once")
