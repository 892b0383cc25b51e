"""Adopting a table that somebody else described: a record model from its Table Schema."""

import datetime as dt
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Annotated, Any, ClassVar

import pydantic
from annotated_types import Ge, Gt, Le, Lt, MaxLen, MinLen
from pydantic import AfterValidator, ConfigDict, GetCoreSchemaHandler, TypeAdapter, ValidationError, create_model
from pydantic_core import PydanticCustomError, SchemaError, SchemaValidator

from lading.descriptor import Field, ForeignKey, TableSchema
from lading.descriptor.places import Place
from lading.issue import IssuesError, quoted
from lading.record import Record, Reference, Table, Unit, Vocabulary

TYPES: Mapping[str, type] = {
    "string": str,
    "integer": int,
    "number": float,
    "boolean": bool,
    "date": dt.date,
    "time": dt.time,
    "datetime": dt.datetime,
}
AS_USUAL = Field(name="any")
LEXICAL = ("true_values", "false_values", "decimal_char", "group_char", "bare_number")


class Adopted(Record):
    """A row of a table that somebody else described: what Table Schema allows and lading would not is allowed.

    Columns may be called what no attribute can be called (_id, model_fields): fields are numbered, with the name of
    the column as alias.
    """

    model_config = ConfigDict(str_min_length=0, allow_inf_nan=True)
    has_offsets: ClassVar[bool] = True


@dataclass(frozen=True, slots=True)
class WholePattern:
    """A pattern that the whole value matches, as Table Schema means it also where it does not say so."""

    pattern: str

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> Any:
        """The schema of strings with the pattern, in linear time where it does without look-around."""
        linear = {"pattern": f"^(?:{self.pattern})$", "regex_engine": "rust-regex"}
        backtracking = {"pattern": rf"^(?:{self.pattern})\Z", "regex_engine": "python-re"}
        schema: Any = handler(source)
        try:
            SchemaValidator({**schema, **linear})
        except SchemaError:
            return {**schema, **backtracking}
        return {**schema, **linear}


def adopt(schema: TableSchema, name: str, place: Place | None = None) -> type[Record]:
    """A record model of the table `name`, with its types, constraints, closed lists of values and keys.

    A field whose type has no counterpart here (year, object, geopoint ...), or whose values are written in a way of
    their own (a date as 31/12/2020, a number as 1.000,5), is taken for a string, and only its presence is checked:
    `unread` says so.
    Raises IssuesError for constraints that make no sense, with their place below that of the schema.
    """
    place = place or Place(name, resource=name)
    fields: dict[str, Any] = {}
    for number, field in enumerate(schema.fields):
        annotation = _annotation(field, schema, name, place.below("fields", number))
        fields[f"column_{number}"] = (annotation, pydantic.Field(alias=field.name))
    model: type[Record] = create_model(
        name,
        __base__=Adopted,
        __module__=__name__,
        __doc__=f"A row of {name}.",
        **fields | {"table": (ClassVar[Table], _table(schema, name))},
    )
    return model


def _table(schema: TableSchema, name: str) -> Table:
    unique = [*schema.unique_keys, *([field.name] for field in schema.fields if field.constraints.unique)]
    references = [_reference(foreign_key, name) for foreign_key in schema.foreign_keys]
    return Table(name, name, schema.primary_key or (), unique=unique, references=references)


def _reference(foreign_key: ForeignKey, name: str) -> Reference:
    target = foreign_key.reference
    return Reference(foreign_key.fields, target.resource or name, target.fields)


def _annotation(field: Field, schema: TableSchema, table: str, place: Place) -> Any:
    """The annotation of a field; IssuesError where its constraints are no values of its type."""
    try:
        annotation = _typed(field, table) if _is_read(field) else str
        TypeAdapter(annotation)
    except (ValidationError, PydanticCustomError, SchemaError) as error:
        issue = place.issue("schema-error", f"the constraints of {field.name} do not fit its type: {_reason(error)}")
        raise IssuesError([replace(issue, field=field.name)]) from None
    if not (field.constraints.required or field.name in (schema.primary_key or ())):
        annotation = annotation | None
    unit = (Unit(field.unit),) if isinstance(field.unit, str) else ()
    description = field.description or field.title or field.name
    return Annotated[(annotation, pydantic.Field(description=description), *unit)]


def _reason(error: ValidationError | PydanticCustomError | SchemaError) -> str:
    if isinstance(error, ValidationError):
        return error.errors()[0]["msg"]
    return str(error).splitlines()[-1].strip()


def unread(field: Field) -> str | None:
    """What the model does not check of the values of a field, if anything."""
    if field.type not in TYPES and field.type != "any":
        return f"lading does not read values of the type {field.type} yet"
    if field.type != "string" and field.format != "default":
        return f"lading does not read a {field.type} in the format {quoted(field.format)} yet"
    if field.type == "string" and field.format != "default":
        return f"lading does not check the format {quoted(field.format)} yet"
    if not _is_written_as_usual(field):
        return f"lading does not read a {field.type} written in a way of its own yet"
    return None


def _is_read(field: Field) -> bool:
    """Whether the values are of a type known here, written as the standard has it by default."""
    default = field.type == "string" or field.format == "default"
    return field.type in TYPES and default and _is_written_as_usual(field)


def _is_written_as_usual(field: Field) -> bool:
    return all(getattr(field, option) == getattr(AS_USUAL, option) for option in LEXICAL)


def _typed(field: Field, table: str) -> Any:
    base = TYPES[field.type]
    values = _values(field, TypeAdapter(base))
    if values is not None and base is str:
        return _vocabulary(f"{table}.{field.name}", values, field)
    metadata = [*_bounds(field, TypeAdapter(base))]
    if values is not None:
        metadata.append(_one_of(values))
    return Annotated[(base, *metadata)] if metadata else base


def _values(field: Field, adapter: TypeAdapter[Any]) -> list[Any] | None:
    """The closed list of values, if there is one: `enum`, which is a part of `categories` where both are given."""
    if field.constraints.enum is not None:
        return [adapter.validate_python(value) for value in field.constraints.enum]
    if field.categories is not None:
        return [adapter.validate_python(category.value) for category in field.categories]
    return None


def _vocabulary(name: str, values: Sequence[str], field: Field) -> type[Vocabulary]:
    labels = {category.value: category.label for category in field.categories or ()}
    members = [(f"VALUE_{number}", (value, labels.get(value) or value)) for number, value in enumerate(values)]
    vocabulary: type[Vocabulary] = Vocabulary(name, members, module=__name__)  # type: ignore[arg-type, call-arg, assignment]
    return vocabulary


def _one_of(values: Collection[Any]) -> AfterValidator:
    def check(value: Any) -> Any:
        if value not in values:
            listed = ", ".join(map(str, values))
            raise PydanticCustomError("enum", "Input should be one of {values}", {"values": listed})
        return value

    return AfterValidator(check)


def _bounds(field: Field, adapter: TypeAdapter[Any]) -> list[Any]:
    constraints = field.constraints
    ordered: dict[Callable[[Any], Any], Any] = {
        Ge: constraints.minimum,
        Le: constraints.maximum,
        Gt: constraints.exclusive_minimum,
        Lt: constraints.exclusive_maximum,
    }
    textual: dict[Callable[[Any], Any], Any] = {
        MinLen: constraints.min_length,
        MaxLen: constraints.max_length,
        WholePattern: constraints.pattern,
    }
    bounds = [(bound, adapter.validate_python(value)) for bound, value in ordered.items() if value is not None]
    lengths = [(bound, value) for bound, value in textual.items() if value is not None]
    if (bounds and field.type in ("string", "boolean")) or (lengths and field.type != "string"):
        raise PydanticCustomError("not_applicable", "a {type} has no such constraint", {"type": field.type})
    return [bound(value) for bound, value in (*bounds, *lengths)]
