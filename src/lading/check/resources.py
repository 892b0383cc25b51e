"""Resources as tables: their files, the model of their records, and what they refer to."""

import itertools
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from lading.adopt import adopt
from lading.column import Column, columns
from lading.derive.tableschema import table_schema
from lading.descriptor import Resource, TableSchema, formats, safe_path
from lading.descriptor.paths import is_remote
from lading.descriptor.places import Place
from lading.descriptor.twins import CSV_SUFFIX, table_of
from lading.issue import LadingError, quoted
from lading.locate.table import parquet_fields
from lading.record import Record, Reference
from lading.tables.opening import open_table
from lading.tables.source import Source, TableFiles, UnreadableFormatError


class UnreadError(LadingError):
    """A resource whose rows cannot be read, and why."""


@dataclass(frozen=True, slots=True)
class FilePlan:
    """A file of the package, and what the descriptor says about it as a whole."""

    resource: str
    path: str
    file: Path
    n_bytes: int | None = None
    hash: str | None = None


@dataclass(frozen=True, slots=True)
class TablePlan:
    """A table, the model of its records, and the resources that its references lead to.

    `columns` are in the order of the schema: that of the model has the key first, which others need not have.
    """

    resource: str
    files: TableFiles
    source: Source
    measured: tuple[FilePlan, ...]
    model: type[Record]
    columns: tuple[Column, ...]
    schema: TableSchema
    digest: str | None
    references: tuple[Reference, ...]
    place: Place
    """Where the descriptor has the resource."""
    is_described: bool = True
    """Whether somebody said of which types its columns are."""

    def path(self, row: int | None = None) -> str:
        """The file of a row as the descriptor names it; the place in the descriptor where that is not known."""
        if len(self.measured) == 1:
            return self.measured[0].path
        file = self.source.file_of(row) if row is not None else None
        return next((one.path for one in self.measured if one.file == file), self.place.path)


def table_plan(resource: Resource, base: Path, declared: type[Record] | None, place: Place) -> TablePlan:
    """How to check the rows of a resource, against a declared model where there is one.

    Raises UnreadError when they cannot be read, IssuesError for a schema that makes no sense.
    """
    if elsewhere := (*filter(is_remote, resource.paths or ()), *resource.remote):
        raise UnreadError(f"{quoted(elsewhere[0])} lies elsewhere, and nothing is fetched")
    measured = tuple(files_of(resource, base))
    files = _table_files(resource, measured)
    schema = resource.table_schema or _schema(files, declared)
    model = declared or adopt(schema, resource.name, place)
    suffix = CSV_SUFFIX if declared and resource.name != table_of(resource.name) else ""
    references = tuple(replace(reference, to=reference.to + suffix) for reference in model.table.references)
    described = _as_described(model, schema)
    try:
        source = open_table(files, described, schema)
    except UnreadableFormatError as error:
        raise UnreadError(str(error)) from None
    is_described = resource.table_schema is not None or declared is not None or files.format == "parquet"
    return TablePlan(
        resource.name,
        files,
        source,
        measured,
        model,
        described,
        schema,
        resource.digest,
        references,
        Place(place.file, place.steps[:2], resource.name),
        is_described,
    )


def files_of(resource: Resource, base: Path) -> Iterator[FilePlan]:
    """The files of a resource that lie in the package."""
    paths = resource.paths or ()
    for path in itertools.filterfalse(is_remote, paths):
        whole = FilePlan(resource.name, path, safe_path(base, path))
        # Size and hash of a resource in several files are of none of them.
        yield replace(whole, n_bytes=resource.bytes, hash=resource.hash) if len(paths) == 1 else whole


def _table_files(resource: Resource, measured: tuple[FilePlan, ...]) -> TableFiles:
    found = formats.of_resource(resource)
    is_table = resource.table_schema is not None or resource.is_tabular or found.name not in (None, "json")
    if found.name is None or not is_table:
        raise UnreadError("this is no table in a format that is read")
    paths = tuple(file.file for file in measured)
    dialect = formats.dialect(resource)
    return TableFiles(paths, found.name, dialect, resource.encoding, found.compression, resource.data)


def _schema(files: TableFiles, declared: type[Record] | None) -> TableSchema:
    """The schema where the descriptor has none: a table is not let off by removing its schema."""
    if declared:
        return TableSchema.model_validate(table_schema(declared))
    if files.format == "parquet" and files.paths and files.paths[0].is_file():
        named = {field["name"]: field for field in parquet_fields(files.paths[0]) if field["name"]}
        if not named:
            raise UnreadError("it has no schema, and its columns have no names")
        return TableSchema.model_validate({"fields": [*named.values()]})
    from lading.tables.undescribed import labels

    if found := labels(files):
        return TableSchema.model_validate({"fields": [{"name": label} for label in found]})
    raise UnreadError("it has no schema, and its columns have no names")


def _as_described(model: type[Record], schema: TableSchema) -> tuple[Column, ...]:
    order = {field.name: number for number, field in enumerate(schema.fields)}
    return tuple(sorted(columns(model), key=lambda column: order.get(column.name, len(order))))
