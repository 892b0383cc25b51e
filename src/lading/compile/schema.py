"""What Pydantic enforces, field by field, as its own core schema states it."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

from pydantic import BaseModel
from pydantic_core import SchemaValidator

from lading.borrow import Borrowed
from lading.record import Record, column_name

Schema = Mapping[str, Any]

OWN_CHECKS = (
    ("function-after", Record._has_room_in_its_files),
    ("function-after", Record._meets_its_rules),
    ("function-after", Borrowed._of.__func__),  # type: ignore[attr-defined]
    ("function-before", Borrowed._with_members.__func__),  # type: ignore[attr-defined]
)
"""What every record is asked as a whole, which columns can be asked too."""

FUNCTIONS = ("function-after", "function-before", "function-wrap", "function-plain")
CONFIG = {
    "allow_inf_nan",
    "cache_strings",
    "extra_fields_behavior",
    "from_attributes",
    "hide_input_in_errors",
    "loc_by_alias",
    "regex_engine",
    "str_max_length",
    "str_min_length",
    "str_strip_whitespace",
    "str_to_lower",
    "str_to_upper",
    "strict",
    "title",
    "validate_by_alias",
    "validate_by_name",
    "validation_error_cause",
}
"""The settings of a model that are minded here, or that cannot change the verdict on a row."""
FIELD = {"type", "schema", "validation_alias", "serialization_alias", "metadata", "frozen", "serialization_exclude"}


class RowByRowError(Exception):
    """Only Pydantic can tell, and only of a whole row; the message says why."""


@dataclass(frozen=True, slots=True)
class FieldSchema:
    """The schema of one field, with what is needed to understand it.

    `members_made` says that the member of an Enum is found for a value before Pydantic sees it.
    """

    name: str
    schema: Schema
    config: Schema
    definitions: Mapping[str, Schema]
    members_made: bool = False

    def inside(self, schema: Schema) -> "FieldSchema":
        """A part of the schema, with references followed."""
        while schema["type"] == "definition-ref":
            schema = self.definitions[schema["schema_ref"]]
        return replace(self, schema=schema)

    def validator(self) -> SchemaValidator:
        """Pydantic for the values of this field alone."""
        schema: Any = self.schema
        if self.definitions:
            schema = {"type": "definitions", "schema": schema, "definitions": list(self.definitions.values())}
        return SchemaValidator(schema, dict(self.config))  # type: ignore[arg-type]


def fields(model: type[Record]) -> tuple[FieldSchema, ...]:
    """The fields of a record model by the names of their columns.

    Raises RowByRowError where something else than each field by itself decides on a row.
    """
    model.model_rebuild()
    schema: Any = model.__pydantic_core_schema__
    definitions: dict[str, Schema] = {}
    if schema["type"] == "definitions":
        definitions = {definition["ref"]: definition for definition in schema["definitions"]}
        schema = schema["schema"]
    whole = FieldSchema(model.__name__, schema, {}, definitions).inside(schema)
    judge = model.lender if issubclass(model, Borrowed) else model
    members_made = frozenset(model.strict_lists) if issubclass(model, Borrowed) else frozenset()
    return tuple(_fields(_below_own_checks(whole), judge, members_made))


def _below_own_checks(whole: FieldSchema) -> FieldSchema:
    while whole.schema["type"] in FUNCTIONS:
        function = whole.schema["function"]["function"]
        if (whole.schema["type"], getattr(function, "__func__", function)) not in OWN_CHECKS:
            raise RowByRowError(f"{_called(function)} looks at whole rows")
        whole = whole.inside(whole.schema["schema"])
    return whole


def _fields(whole: FieldSchema, model: type[BaseModel], members_made: Collection[str]) -> Iterator[FieldSchema]:
    schema = whole.schema
    if schema["type"] != "model" or schema["cls"] is not model:
        raise RowByRowError(f"{model.__name__} is validated in a way of its own")
    private = schema.get("post_init") in (None, "init_private_attributes")
    if schema.get("custom_init") or schema.get("root_model") or not private:
        raise RowByRowError(f"{model.__name__} is initialised in a way of its own")
    config = schema.get("config", {})
    if unknown := config.keys() - CONFIG:
        raise RowByRowError(f"{model.__name__} is configured with {', '.join(sorted(unknown))}")
    inner = whole.inside(schema["schema"]).schema
    if inner["type"] != "model-fields" or inner.keys() - {"type", "fields", "model_name", "computed_fields"}:
        raise RowByRowError(f"the fields of {model.__name__} are validated in a way of their own")
    for attribute, field in inner["fields"].items():
        name = column_name(model, attribute)
        if field.keys() - FIELD or field.get("validation_alias", attribute) != name:
            raise RowByRowError(f"{name} is found in a row in a way of its own")
        if (function := _with_info([field["schema"], *whole.definitions.values()])) is not None:
            raise RowByRowError(f"{_called(function)}, which checks {name}, may look at other fields")
        one = FieldSchema(name, field["schema"], config, whole.definitions, name in members_made)
        yield one.inside(field["schema"])


def _with_info(schema: Any) -> Any:
    """A function in the schema that is told of more than the value, if there is one."""
    if isinstance(schema, dict):
        if schema.get("type") == "with-info" or schema.get("default_factory_takes_data"):
            return schema.get("function") or schema.get("default_factory")
        schema = [part for name, part in schema.items() if name not in ("serialization", "metadata")]
    if isinstance(schema, list | tuple):
        return next((found for part in schema if (found := _with_info(part)) is not None), None)
    return None


def _called(function: Any) -> str:
    return getattr(function, "__qualname__", None) or repr(function)
