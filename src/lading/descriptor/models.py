"""A Data Package and its resources (v2.0), with the names and defaults of the standard.

What v1.0 wrote otherwise is read as v2.0 has it: a single name for a list of names, an empty name for a self-reference.
Unknown properties are kept, since the standard allows them everywhere.
"""

import functools
from collections.abc import Mapping
from typing import Annotated, Any

import pydantic
from pydantic import BeforeValidator

from lading.descriptor.base import Count, Descriptor, Name, Names, NotEmpty, Texts
from lading.descriptor.dialect import Dialect
from lading.descriptor.schema import TableSchema

HASH = r"^([^:]+:[0-9A-Fa-f]+|[0-9A-Fa-f]{32})$"
TABULAR = ("tabular-data-resource", "https://specs.frictionlessdata.io/schemas/tabular-data-resource.json")
SECOND = "https://datapackage.org/profiles/2."
FIRST = "https://datapackage.org/profiles/1."


def _none_if_empty(value: Any) -> Any:
    return None if value == "" else value


class License(Descriptor):
    """Under which terms something is published."""

    name: str | None = None
    path: str | None = None
    title: str | None = None


class Contributor(Descriptor):
    """Who made or keeps something."""

    title: str | None = None
    given_name: str | None = None
    family_name: str | None = None
    path: str | None = None
    email: str | None = None
    organization: str | None = None
    role: str | None = None
    roles: Texts | None = None


class Source(Descriptor):
    """Where data was taken from."""

    title: str | None = None
    path: str | None = None
    email: str | None = None
    version: str | None = None


class Described(Descriptor):
    """What packages and resources are described with alike."""

    standard: str | None = pydantic.Field(None, alias="$schema")
    profile: str | None = None
    title: str | None = None
    description: str | None = None
    homepage: str | None = None
    licenses: tuple[License, ...] = ()
    sources: tuple[Source, ...] = ()
    contributors: tuple[Contributor, ...] = ()


class Resource(Described):
    """A table or another file of the package."""

    name: Name
    paths: Names | None = pydantic.Field(None, alias="path")
    data: Any = None
    type: str | None = None
    format: str | None = None
    mediatype: Annotated[str, pydantic.Field(pattern="^.+/.+$")] | None = None
    encoding: str = "utf-8"
    bytes: Count | None = None
    hash: Annotated[Annotated[str, pydantic.Field(pattern=HASH)] | None, BeforeValidator(_none_if_empty)] = None
    digest: str | None = pydantic.Field(None, alias="lading:digest")
    remote: tuple[str, ...] = pydantic.Field((), alias="lading:remote")
    """The addresses of a schema and a dialect that lie elsewhere and were not fetched."""
    compression: str | None = None
    dialect: Dialect | None = None
    table_schema: TableSchema | None = pydantic.Field(None, alias="schema")

    @property
    def is_tabular(self) -> bool:
        """Whether the descriptor says that this is a table."""
        return self.type == "table" or self.profile in TABULAR


class Package(Described):
    """A data package: its metadata and its resources."""

    name: Name | None = None
    id: str | None = None
    version: str | None = None
    created: str | None = None
    keywords: Texts = ()
    image: str | None = None
    resources: Annotated[tuple[Resource, ...], NotEmpty]

    @property
    def version_of_standard(self) -> int:
        """1 where the descriptor names no profile of a later version, as the standard has it; else 2."""
        return 1 if is_first(self.standard) else 2

    def resource(self, name: str) -> Resource:
        """The resource of that name; KeyError when there is none."""
        return self.by_name[name]

    @functools.cached_property
    def by_name(self) -> Mapping[str, Resource]:
        """The resources by their names."""
        return {resource.name: resource for resource in self.resources}


def is_first(standard: object) -> bool:
    """Whether a `$schema`, or none, stands for the first version of the standard."""
    return standard is None or (isinstance(standard, str) and standard.startswith(FIRST))
