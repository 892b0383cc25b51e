"""The record model of a table that somebody else described."""

from dataclasses import replace
from typing import Annotated, Any, ClassVar

import pydantic
from pydantic import AfterValidator, ConfigDict, TypeAdapter, create_model
from pydantic_core import PydanticCustomError, SchemaError

from lading.adopt.described import MisfitError, faults
from lading.adopt.types import annotation
from lading.descriptor import Field, ForeignKey, TableSchema, fields
from lading.descriptor.places import Place
from lading.issue import IssuesError, Severity, one_line
from lading.record import Record, Reference, Table, Unit


class Adopted(Record):
    """A row of a table that somebody else described: what Table Schema allows and lading would not is allowed.

    Columns may be called what no attribute can be called (_id, model_fields): fields are numbered, with the name of
    the column as alias.
    """

    model_config = ConfigDict(str_min_length=0, allow_inf_nan=True)
    has_offsets: ClassVar[bool] = True


def adopt(schema: TableSchema, name: str, place: Place | None = None) -> type[Record]:
    """A record model of the table `name`, with its types, constraints, closed lists of values and keys.

    Raises IssuesError for constraints that make no sense, with their place below that of the schema.
    """
    place = place or Place(name, resource=name)
    columns: dict[str, Any] = {}
    for number, field in enumerate(schema.fields):
        described = _described(field, schema, name, place.below("fields", number))
        columns[f"column_{number}"] = (described, pydantic.Field(alias=field.name))
    model: type[Record] = create_model(
        one_line(name),
        __base__=Adopted,
        __module__=__name__,
        __doc__=f"A row of {name}.",
        **columns | {"table": (ClassVar[Table], _table(schema, name))},
    )
    return model


def _table(schema: TableSchema, name: str) -> Table:
    unique = [*schema.unique_keys, *([field.name] for field in schema.fields if field.constraints.unique)]
    references = [_reference(foreign_key, name) for foreign_key in schema.foreign_keys]
    return Table(name, name, schema.primary_key or (), unique=unique, references=references)


def _reference(foreign_key: ForeignKey, name: str) -> Reference:
    target = foreign_key.reference
    return Reference(foreign_key.fields, target.resource or name, target.fields)


def _described(field: Field, schema: TableSchema, table: str, place: Place) -> Any:
    """The annotation of a field with what describes it; IssuesError where its constraints are none of its type."""
    found = [*fields.faults(field, place), *(place.issue("schema-error", fault) for fault in faults(field))]
    if errors := [replace(issue, field=field.name) for issue in found if issue.severity is Severity.ERROR]:
        raise IssuesError(errors)
    missing = schema.missing_values if field.missing_values is None else field.missing_values
    try:
        values = annotation(field, missing, f"{table}.{field.name}")
        TypeAdapter(values)
    except (MisfitError, SchemaError) as error:
        message = f"the constraints of {field.name} do not fit its type: {str(error).splitlines()[-1].strip()}"
        raise IssuesError([replace(place.issue("schema-error", message), field=field.name)]) from None
    if not (field.constraints.required or field.name in (schema.primary_key or ())):
        values = values | None
    elif field.type == "any":
        values = Annotated[values, AfterValidator(_present)]
    unit = (Unit(field.unit),) if isinstance(field.unit, str) else ()
    description = field.description or field.title or field.name
    return Annotated[(values, pydantic.Field(description=description), *unit)]


def _present(value: Any) -> Any:
    """Any value but none: for Pydantic, None is one of any type."""
    if value is None:
        raise PydanticCustomError("no_value", "Input should be a value")
    return value
