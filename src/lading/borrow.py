"""Borrowing a Pydantic model that knows nothing of tables: its own verdict on the rows of one."""

from enum import Enum
from typing import Annotated, Any, ClassVar

from pydantic import BaseModel, ConfigDict, Field, GetCoreSchemaHandler, RootModel, Strict, create_model
from pydantic_core import CoreSchema, core_schema

from lading.annotation import unwrap
from lading.column import columns
from lading.record import DeclarationError, Record, Table, column_name


class Borrowed(Record):
    """A row of a table that another model judges: `lender`, as strict or lax as it is configured.

    What the lender makes of a row is held here by column. Columns may be called what no attribute of a record can be
    called (key, table): fields are numbered, with the name of the column as alias.
    """

    model_config = ConfigDict(str_min_length=0, allow_inf_nan=True)
    has_offsets: ClassVar[bool] = True
    lender: ClassVar[type[BaseModel]]
    strict_lists: ClassVar[dict[str, type[Enum]]] = {}
    """The columns for which the lender takes members of an Enum alone: tables hold their values."""

    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        """The schema of the lender, and of what is made of its result."""
        if not hasattr(cls, "lender"):
            return super().__get_pydantic_core_schema__(source, handler)
        judged = core_schema.no_info_after_validator_function(cls._of, handler.generate_schema(cls.lender))
        return core_schema.no_info_before_validator_function(cls._with_members, judged) if cls.strict_lists else judged

    @classmethod
    def _of(cls, judged: BaseModel) -> "Borrowed":
        named = {column_name(cls.lender, name): getattr(judged, name) for name in cls.lender.model_fields}
        return cls.model_construct(**named)

    @classmethod
    def _with_members(cls, row: Any) -> Any:
        members = {column: _member(listed, row.get(column)) for column, listed in cls.strict_lists.items()}
        return row | {column: member for column, member in members.items() if column in row}


def record_of(model: type[BaseModel]) -> type[Record]:
    """The record model that a Pydantic model is, or a record model without keys that lets it judge.

    Raises DeclarationError for a field that no column type stands for.
    """
    if issubclass(model, Record):
        if not hasattr(model, "table"):
            raise DeclarationError(f"{model.__name__}: declare its table, as in table: ClassVar = Table(...)")
        record = model
    else:
        record = _borrowed(model)
    columns(record)
    return record


def _borrowed(model: type[BaseModel]) -> type[Record]:
    if issubclass(model, RootModel):
        raise DeclarationError(f"{model.__name__}: a RootModel has no fields to be columns")
    model.model_rebuild()
    name = model.__name__
    fields: dict[str, Any] = {}
    strict_lists: dict[str, type[Enum]] = {}
    for number, (attribute, info) in enumerate(model.model_fields.items()):
        column = column_name(model, attribute)
        described = Field(alias=column, description=info.description or info.title or column)
        fields[f"column_{number}"] = (Annotated[(info.annotation, *info.metadata, described)], ...)
        inside = unwrap(info.annotation, info.metadata, f"{name}.{column}")
        if isinstance(inside.base, type) and issubclass(inside.base, Enum) and _is_strict(model, inside.metadata):
            strict_lists[column] = inside.base
    config = ConfigDict(
        str_min_length=model.model_config.get("str_min_length", 0),
        str_max_length=model.model_config.get("str_max_length"),
    )
    declared = {
        "__module__": __name__,
        "__doc__": model.__doc__ or f"A row that {name} judges.",
        "model_config": config,
        "lender": model,
        "strict_lists": strict_lists,
        "table": Table(name, model.model_config.get("title") or name, ()),
    }
    base: type[Record] = type(name, (Borrowed,), declared)
    return create_model(name, __base__=base, __module__=__name__, **fields)


def _is_strict(model: type[BaseModel], metadata: tuple[Any, ...]) -> bool:
    stated = [item.strict for item in metadata if isinstance(item, Strict)]
    return stated[-1] if stated else bool(model.model_config.get("strict"))


def _member(listed: type[Enum], value: Any) -> Any:
    """The member that has the value; a value of no member is the lender's to refuse."""
    return next((member for member in listed if member.value == value), value)
