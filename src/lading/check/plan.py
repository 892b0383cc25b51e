"""Which checks run on which resources: what a descriptor and the record models ask for, before anything is read."""

import itertools
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from lading.adopt import Adopted, adopt, unread
from lading.column import Column, columns
from lading.dataset import Dataset
from lading.derive.tableschema import table_schema
from lading.descriptor import Dialect, Package, Resource, TableSchema, safe_path
from lading.descriptor.paths import is_remote
from lading.descriptor.places import Place
from lading.descriptor.twins import CSV_SUFFIX, TableFormat, table_of
from lading.issue import Issue, IssuesError, LadingError, Severity, quoted
from lading.record import Record, Reference
from lading.tables.source import TableFiles

COMPRESSED = (".bz2", ".gz", ".xz", ".zip", ".zst")


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
    measured: tuple[FilePlan, ...]
    model: type[Record]
    columns: tuple[Column, ...]
    schema: TableSchema
    digest: str | None
    references: tuple[Reference, ...]

    @property
    def path(self) -> str | None:
        """The file as the descriptor names it, where the table is one file."""
        return self.measured[0].path if len(self.measured) == 1 else None


@dataclass(frozen=True, slots=True)
class Plan:
    """Everything to check; `twins` are names of a CSV resource and of the Parquet resource of the same table."""

    tables: tuple[TablePlan, ...]
    other_files: tuple[FilePlan, ...] = ()
    twins: tuple[tuple[str, str], ...] = ()
    dataset: Dataset | None = None
    texts: Path | None = None
    issues: tuple[Issue, ...] = ()


class UnreadError(LadingError):
    """A resource whose rows cannot be read, and why."""


def plan(package: Package, descriptor: Path, dataset: Dataset | None = None, texts: Path | None = None) -> Plan:
    """What to check of the package that a descriptor file describes."""
    base = descriptor.parent
    tables: list[TablePlan] = []
    others: list[FilePlan] = []
    issues: list[Issue] = []
    for number, resource in enumerate(package.resources):
        try:
            place = Place(descriptor.name, ("resources", number, "schema"), resource.name)
            table = _table(resource, base, dataset, place)
            tables.append(table)
            if issubclass(table.model, Adopted):
                issues.extend(_unread(table.schema, place))
        except IssuesError as error:
            others.extend(_files(resource, base))
            issues.extend(error.issues)
        except UnreadError as reason:
            others.extend(_files(resource, base))
            issues.append(_not_read(resource, str(reason), dataset))
    return Plan(tuple(tables), tuple(others), tuple(_twins(tables)), dataset, texts, tuple(issues))


def _not_read(resource: Resource, reason: str, dataset: Dataset | None) -> Issue:
    """A warning where somebody else described the table, an error where the dataset did."""
    severity = Severity.ERROR if table_of(resource.name) in _models(dataset) else Severity.WARNING
    message = f"the rows were not checked, for lading does not support this yet: {reason}"
    return Issue("not-checked", message, resource=resource.name, severity=severity)


def _unread(schema: TableSchema, place: Place) -> Iterator[Issue]:
    for number, field in enumerate(schema.fields):
        if reason := unread(field):
            message = f"the values were not checked: {reason}"
            issue = place.below("fields", number).issue("not-checked", message)
            yield replace(issue, field=field.name, severity=Severity.WARNING)


def _table_name(resource: Resource) -> str:
    """The table that a resource holds: the CSV twin of `turns` is `turns-csv`."""
    return table_of(resource.name) if _format(resource) == "csv" else resource.name


def _files(resource: Resource, base: Path) -> Iterator[FilePlan]:
    paths = resource.paths or ()
    for path in itertools.filterfalse(is_remote, paths):
        whole = FilePlan(resource.name, path, safe_path(base, path))
        # Size and hash of a resource in several files are of none of them.
        yield replace(whole, n_bytes=resource.bytes, hash=resource.hash) if len(paths) == 1 else whole


def _format(resource: Resource) -> TableFormat | None:
    path = (resource.paths or ("",))[0]
    match (resource.format or Path(path).suffix.lstrip(".")).lower():
        case "csv":
            return "csv"
        case "parquet":
            return "parquet"
        case _:
            return None


def _table(resource: Resource, base: Path, dataset: Dataset | None, place: Place) -> TablePlan:
    """How to check the rows of a resource; UnreadError when they cannot be read."""
    files, schema, table_format = tuple(_files(resource, base)), _schema(resource, dataset), _format(resource)
    if elsewhere := (*filter(is_remote, resource.paths or ()), *resource.remote):
        raise UnreadError(f"{quoted(elsewhere[0])} lies elsewhere, and nothing is fetched")
    if len(files) != 1:
        raise UnreadError("it consists of several files" if files else "its data stands in the descriptor")
    if table_format is None:
        raise UnreadError("it is neither CSV nor Parquet")
    if resource.compression or files[0].file.suffix in COMPRESSED:
        raise UnreadError("it is compressed")
    if schema is None:
        raise UnreadError("it has no schema")
    if schema.fields_match != "exact":
        raise UnreadError(f"its columns match the schema as {schema.fields_match}, not exactly")
    dialect = resource.dialect or Dialect()
    if dialect.header_rows not in ((1,), ()) or dialect.comment_rows or dialect.comment_char or dialect.null_sequence:
        raise UnreadError("its dialect has several header rows, comments or a null sequence")
    model, references = _model(resource, schema, dataset, place)
    table_files = TableFiles(tuple(file.file for file in files), table_format, dialect, resource.encoding)
    described = _as_described(model, schema)
    return TablePlan(resource.name, table_files, files, model, described, schema, resource.digest, references)


def _as_described(model: type[Record], schema: TableSchema) -> tuple[Column, ...]:
    order = {field.name: number for number, field in enumerate(schema.fields)}
    return tuple(sorted(columns(model), key=lambda column: order.get(column.name, len(order))))


def _schema(resource: Resource, dataset: Dataset | None) -> TableSchema | None:
    """The schema as described, else as the dataset has it: a table is not let off by removing its schema."""
    model = _models(dataset).get(_table_name(resource))
    if resource.table_schema or model is None:
        return resource.table_schema
    return TableSchema.model_validate(table_schema(model))


def _models(dataset: Dataset | None) -> Mapping[str, type[Record]]:
    return {model.table.name: model for model in dataset.records} if dataset else {}


def _model(
    resource: Resource, schema: TableSchema, dataset: Dataset | None, place: Place
) -> tuple[type[Record], tuple[Reference, ...]]:
    """The record model of a resource, with its references as they lead to resources of the same format."""
    name, models = _table_name(resource), _models(dataset)
    if name not in models:
        model = adopt(schema, resource.name, place)
        return model, model.table.references
    suffix = CSV_SUFFIX if resource.name != name else ""
    references = (replace(reference, to=reference.to + suffix) for reference in models[name].table.references)
    return models[name], tuple(references)


def _twins(tables: list[TablePlan]) -> Iterator[tuple[str, str]]:
    binary = {table.resource for table in tables if table.files.format == "parquet"}
    for table in tables:
        name = table_of(table.resource)
        if table.files.format == "csv" and name in binary:
            yield table.resource, name
