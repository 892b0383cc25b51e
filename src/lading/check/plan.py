"""Which checks run on which resources: what a descriptor and the record models ask for, before anything is read."""

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from lading.adopt import Adopted, unread
from lading.check.resources import FilePlan, TablePlan, UnreadError, files_of, table_plan
from lading.dataset import Dataset
from lading.descriptor import Package, Resource
from lading.descriptor.places import Place
from lading.descriptor.twins import table_of
from lading.issue import Issue, IssuesError, Severity, quoted
from lading.record import Record


@dataclass(frozen=True, slots=True)
class Plan:
    """Everything to check; `twins` are names of a CSV resource and of the Parquet resource of the same table."""

    tables: tuple[TablePlan, ...]
    other_files: tuple[FilePlan, ...] = ()
    twins: tuple[tuple[str, str], ...] = ()
    dataset: Dataset | None = None
    texts: Path | None = None
    issues: tuple[Issue, ...] = ()


def plan(
    package: Package,
    base: Path,
    descriptor: str,
    dataset: Dataset | None = None,
    texts: Path | None = None,
    model: type[Record] | None = None,
) -> Plan:
    """What to check of a package whose files lie in the folder `base`.

    `descriptor` is the name of its descriptor, for the places of issues. Tables are checked against the models of
    `dataset`, all of them against `model` where that is given, else against models made from their schemas.
    """
    tables: list[TablePlan] = []
    others: list[FilePlan] = []
    issues: list[Issue] = []
    models = {declared.table.name: declared for declared in dataset.records} if dataset else {}
    for number, resource in enumerate(package.resources):
        place = Place(descriptor, ("resources", number, "schema"), resource.name)
        declared = model or models.get(table_of(resource.name))
        try:
            table = table_plan(resource, base, declared, place)
        except IssuesError as error:
            files = tuple(files_of(resource, base))
            others.extend(files)
            issues.extend(_placed(issue, files, place) for issue in error.issues)
        except UnreadError as reason:
            others.extend(files_of(resource, base))
            issues.extend(_not_read(place, resource, str(reason), declared))
        else:
            tables.append(table)
            issues.extend(_doubtful_delimiter(table))
            if issubclass(table.model, Adopted):
                issues.extend(_not_checked(table, place))
    return Plan(tuple(tables), tuple(others), tuple(_twins(tables)), dataset, texts, tuple(issues))


def _placed(issue: Issue, files: Sequence[FilePlan], place: Place) -> Issue:
    """The issue with its place: one that does not say so was met at the beginning of the first file."""
    if issue.path is not None:
        return issue
    return replace(issue, path=files[0].path if files else place.path, resource=place.resource)


def _not_read(place: Place, resource: Resource, reason: str, declared: type[Record] | None) -> Iterator[Issue]:
    """A warning where somebody else described the table, an error where the dataset did, nothing where it is none."""
    if declared or resource.is_tabular or resource.table_schema is not None or resource.remote:
        severity = Severity.ERROR if declared else Severity.WARNING
        issue = Place(place.file, place.steps[:2], resource.name).issue(
            "not-checked", f"the rows were not checked: {reason}"
        )
        yield replace(issue, severity=severity)


def _doubtful_delimiter(table: TablePlan) -> Iterator[Issue]:
    if table.is_described or len(table.columns) > 1:
        return
    from lading.tables.undescribed import likelier_delimiter

    if (delimiter := likelier_delimiter(table.files)) is not None:
        label = quoted(table.columns[0].name)
        message = f"the table was read as one column, {label}: {delimiter!r} would divide it into several"
        hint = f'give it a descriptor in which its "dialect" is {{"delimiter": {json.dumps(delimiter)}}}'
        yield Issue("doubtful-delimiter", message, hint, table.path(), table.resource, severity=Severity.WARNING)


def _not_checked(table: TablePlan, place: Place) -> Iterator[Issue]:
    for number, field in enumerate(table.schema.fields):
        if reason := unread(field):
            message = f"the values were not checked: {reason}"
            issue = place.below("fields", number).issue("not-checked", message)
            yield replace(issue, field=field.name, severity=Severity.WARNING)


def _twins(tables: Sequence[TablePlan]) -> Iterator[tuple[str, str]]:
    binary: Mapping[str, TablePlan] = {table.resource: table for table in tables if table.files.format == "parquet"}
    for table in tables:
        name = table_of(table.resource)
        if table.files.format == "csv" and name in binary and name != table.resource:
            yield table.resource, name
